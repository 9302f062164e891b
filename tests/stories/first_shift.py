"""What a newcomer does at the first start: takes the offer and does, one after the other, what the guide says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabWidget, QWidget

from commandcenter.ui.exercise.control import ControlWindow
from commandcenter.ui.exercise.guide import GuideBar
from commandcenter.ui.exercise.offer import FirstShiftBar
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.notice import Notice
from commandcenter.ui.rows import ID_ROLE

W = TypeVar("W", bound=QWidget)
Step = tuple[Callable[[], object], str]
"""What has to be seen before it goes on, and its name."""
MERGE = {"en": "merge 4 into 3", "zh": "合并 4 到 3"}
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def shown(kind: type[W]) -> W | None:
    """Return the window of a kind that can be seen."""
    return next((found for found in QApplication.topLevelWidgets() if isinstance(found, kind) and found.isVisible()), None)


def click(window: QWidget, widget: QWidget, place: QPoint | None = None) -> None:
    """Click what is on the screen; it must be in sight, with nothing over it."""
    place = place or widget.rect().center()
    at = widget.mapTo(window, place)
    assert widget.isVisible() and window.rect().contains(at), f"{widget.accessibleName()} is out of sight"
    found = window.childAt(at)
    assert found is not None and (found is widget or widget.isAncestorOf(found)), f"{found} lies over {widget}"
    QTest.mouseClick(widget, LEFT, NO_KEYS, place)


def begin_at_the_desk(shift_told: Callable[[], object]) -> Iterator[Step]:
    """See the desk and the offer, take it, and close the desk when the shift is over."""
    yield lambda: shown(MainWindow), "the desk"
    desk = shown(MainWindow)
    assert desk is not None
    yield lambda: desk.findChild(FirstShiftBar), "the offer"
    offer = desk.findChild(FirstShiftBar)
    assert isinstance(offer, FirstShiftBar)
    yield offer.isVisible, "the offer in the window"
    assert desk.queue.list.isVisible() and not offer.isAncestorOf(QApplication.focusWidget() or desk)
    click(desk, offer.begin)
    yield lambda: not offer.isVisible(), "the offer taken"
    yield shift_told, "the end of the shift"
    desk.close()


class Shift:
    """The window of the guided shift. Everything is clicked where the guide says that it is."""

    def __init__(self, window: MainWindow, guide: GuideBar) -> None:
        """Sit in front of it."""
        self.window, self.guide = window, guide
        self.said = guide.said.text()

    def incidents(self) -> int:
        """Return how many have been reported."""
        return len(self.window.seat.desk.picture.incidents())

    def goes_on(self) -> Step:
        """Wait for the guide's next sentence."""
        said = self.guide.said.text()
        return (lambda: self.guide.said.text() != said), f"the guide going on from {said}"

    def place_in_queue(self, number: int) -> int | None:
        """Return the row of the queue in which an incident stands."""
        rows, wanted = self.window.queue.rows, self.window.seat.desk.picture.incidents()[number - 1].id
        return next((row for row in range(rows.rowCount()) if rows.index(row).data(ID_ROLE) == wanted), None)

    def choose(self, number: int) -> Iterator[Step]:
        """Click an incident in the queue."""
        queue = self.window.queue
        yield (lambda: self.place_in_queue(number) is not None), f"incident {number} in the queue"
        row = self.place_in_queue(number)
        assert row is not None
        click(self.window, queue.list.viewport(), queue.list.visualRect(queue.rows.index(row)).center())
        chosen = self.window.seat.desk.picture.incidents()[number - 1].id
        yield (lambda: self.window.seat.incident == chosen), f"incident {number} in the panel"

    def time_passes(self, control: ControlWindow, number: int) -> Iterator[Step]:
        """Let time run until so many incidents are reported."""
        yield from self._time_passes(control, lambda: self.incidents() >= number, f"call {number}")

    def _time_passes(self, control: ControlWindow, until: Callable[[], bool], what: str) -> Iterator[Step]:
        """Wait as nobody likes to: the controller's button lets time run to the next inject, again and again."""
        while not until():
            before_ms = self.window.seat.now_ms()
            click(control, control.next)
            yield partial(self._later_than, before_ms), f"time running on to {what}"

    def _later_than(self, moment_ms: int) -> bool:
        return self.window.seat.now_ms() > moment_ms

    def take_call(self, control: ControlWindow, number: int) -> Iterator[Step]:
        """Let the telephone ring, press F2, read what the caller tells and press Ctrl+Enter; the guide goes on."""
        rings, form = self.window.rings, self.window.incident.report
        yield from self._time_passes(control, rings.isVisible, "the telephone")
        assert "F2" in self.guide.said.text() and "Ctrl+Enter" in self.guide.said.text()
        assert self.incidents() == number - 1
        assert self.window.rect().contains(rings.mapTo(self.window, rings.rect().center()))
        self.window.activateWindow()
        yield self.window.isActiveWindow, "the keyboard back from the controller's window"
        QTest.keyClick(self.window.queue.list, Qt.Key.Key_F2)
        yield (lambda: form.text.text() and form.text.hasFocus()), "what the caller tells"
        assert form.open_button.isVisible() and not rings.isVisible()
        going_on = self.goes_on()
        QTest.keyClick(form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        yield going_on
        made = self.window.seat.desk.picture.incidents()[number - 1].id
        yield (lambda: self.window.seat.incident == made), "the new incident in the panel"

    def send(self, number: int) -> Iterator[Step]:
        """Click the incident and press “Accept all”; the guide goes on."""
        yield from self.choose(number)
        yield from self.accept(number)

    def accept(self, number: int) -> Iterator[Step]:
        """Press “Accept all” for the incident in the panel; the guide goes on."""
        panel, incident = self.window.incident.recommend, self.window.seat.incident
        yield (lambda: (found := panel.rows.recommendation) is not None and found.incident_id == incident), f"advice for incident {number}"
        yield panel.accept_button.isEnabled, "the button that sends"
        going_on = self.goes_on()
        click(self.window, panel.accept_button)
        yield going_on

    def merge(self, line: str) -> Iterator[Step]:
        """Press / and type what the guide says."""
        assert line in self.guide.said.text()
        bar = self.window.command_bar
        self.window.activateWindow()
        yield self.window.isActiveWindow, "the keyboard back from the controller's window"
        QTest.keyClick(self.window.queue.list, Qt.Key.Key_Slash)
        yield bar.hasFocus, "the command line"
        bar.insert(line)  # as an input method does
        yield (lambda: bar.reading().commands), "the command understood"
        going_on = self.goes_on()
        QTest.keyClick(bar, Qt.Key.Key_Return)
        yield going_on
        assert not bar.popup.isVisible(), "the guide's next sentence is covered"

    def release_and_close(self, number: int) -> Iterator[Step]:
        """Press “Release” for each crew on the page “Units”, then “Close”."""
        yield from self.choose(number)
        picture, incident = self.window.seat.desk.picture, self.window.seat.incident
        assert incident is not None
        tabs, page = self._page(tr("Units"))
        click(self.window, tabs.tabBar(), tabs.tabBar().tabRect(page).center())
        yield (lambda: self._release() is not None), "the crews"
        while (release := self._release()) is not None:
            left = len(picture.incident(incident).units)  # type: ignore[union-attr]
            click(self.window, release)
            yield partial(self._fewer_than, incident, left), "a crew released"
        assert not self.window.command_bar.popup.isVisible(), "the guide is covered when the last crew's button is gone"
        close = self.window.incident.head.close_button
        assert close.text() in self.guide.said.text()
        going_on = self.goes_on()
        click(self.window, close)
        yield going_on

    def _page(self, name: str) -> tuple[QTabWidget, int]:
        return next((t, n) for t in self.window.incident.findChildren(QTabWidget) for n in range(t.count()) if t.tabText(n).startswith(name))

    def _release(self) -> QAbstractButton | None:
        found = self.window.incident.findChildren(QAbstractButton)
        return next((one for one in found if one.isVisible() and one.isEnabled() and one.text() == tr("Release")), None)

    def _fewer_than(self, incident: str, left: int) -> bool:
        found = next(one for one in self.window.seat.desk.picture.incidents() if one.id == incident)
        return len(found.units) < left


def play_the_shift(seen: dict[str, object]) -> Iterator[Step]:
    """Do what the guide says until it says that this was all; look at how it went, and write the report."""
    yield lambda: shown(MainWindow), "the window of the exercise"
    window = shown(MainWindow)
    guide = window.findChild(GuideBar) if window is not None else None
    assert window is not None and isinstance(guide, GuideBar)
    shift = Shift(window, guide)
    yield guide.isVisible, "the guide"
    seen["player"] = window.header.standing.operator
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    yield lambda: shown(ControlWindow), "the controller's window"
    control = shown(ControlWindow)
    assert control is not None
    for number in (1, 2, 3):
        yield from shift.time_passes(control, number)
        yield from shift.send(number)
    yield from shift.time_passes(control, 4)
    language = "zh" if window.language.code.startswith("zh") else "en"
    yield from shift.merge(MERGE[language])
    yield from shift.release_and_close(3)
    yield from shift.take_call(control, 5)
    yield from shift.accept(5)
    yield (lambda: "Ctrl+E" in guide.said.text() and "✓" in guide.said.text()), "the end of the guide"
    yield (lambda: "5/5" in control.score.text()), "every expected action fulfilled"
    written: list[object] = []
    window.seat.noticed.connect(lambda notice: _keep_report(written, notice))
    click(control, control.report)
    yield (lambda: written), "the report"
    seen["report"] = written[0]
    window.close()


def _keep_report(written: list[object], notice: Notice) -> None:
    if "file" in notice.text.params:
        written.append(notice.text.params["file"])

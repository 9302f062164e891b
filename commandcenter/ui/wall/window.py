"""The wall view: what everybody in the room needs to see, readable from the back row; nothing can be changed here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.model.ids import Id
from commandcenter.ui.frame.aside import Aside
from commandcenter.ui.frame.parts import EmptyList, Pill, Translated, column, label, restyle
from commandcenter.ui.frame.titles import name_window
from commandcenter.ui.frame.windows import LAYERS, LEGEND
from commandcenter.ui.header.bar import Standing, standing_words
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.layers.choice import WALL_KEY, LayerChoice
from commandcenter.ui.layers.common import CommonPicture
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.ports import DeskPort, MemorySettings, Settings, TrailSource
from commandcenter.ui.queue.model import IncidentRows
from commandcenter.ui.seat import Seat
from commandcenter.ui.theme.look import Look
from commandcenter.ui.type_names import language
from commandcenter.ui.wall.figures import Figures, figures
from commandcenter.ui.wall.foot import QUEUE_W, WallFoot
from commandcenter.ui.wall.large_screen import LargeScreen
from commandcenter.ui.wall.scale import WallDelegate, factor_for, write_large

FIGURE_PX, TITLE_PX, CAPTION_PX, PILL_PX, PILL_H, GAP = 34, 16, 13, 14, 26, 18
"""On a small projector; they grow with the wall."""


class WallWindow(Translated):
    """A window of its own for a large screen. F11 fills the screen, Escape leaves it.

    Signals:
        closed(): the window is going.
        failed(object): a fault of ours; the exception.
    """

    closed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        desk: DeskPort,
        map_view: QWidget | MapPort,
        *,
        look: Look,
        standing: Standing,
        actor: Id,
        settings: Settings | None = None,
        trails: TrailSource | None = None,
    ) -> None:
        """Show a desk's picture; `map_view` is a widget that is also a `MapPort`; `settings` remember what it shows."""
        super().__init__()
        self._standing = standing
        self.seat = Seat(desk, look, actor)
        self.seat.go_with(self)
        self.seat.failed.connect(self.failed)
        self.map_view: MapPort = map_view  # type: ignore[assignment] # both in one
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.mode, self.place, self.clock = Pill(), label("title", wrap=True), label()
        self.numbers = {name: _Number() for name in ("open", "waiting", "longest", "free", "busy", "in_time", "arrival")}
        self.priorities = label("muted")
        self.rows = IncidentRows(self.seat)
        self.delegate = WallDelegate(self.seat)
        self.list = self._incident_list(look)
        self._head_factor = 1.0
        self.layers = LayerChoice(settings or MemorySettings(), WALL_KEY, self.seat)
        self.aside = Aside(self, look, "wall", desk.picture.operation)
        self.foot = WallFoot(self.seat, self.layers)
        self._lay_out(map_view)  # type: ignore[arg-type] # both in one
        self.common = CommonPicture(self.seat, self.map_view, self.layers, trails)
        self._listen()
        self.large_screen = LargeScreen(self)
        self.resize(1600, 900)
        self.retranslate()

    def _listen(self) -> None:
        self.foot.layers_button.clicked.connect(self._choose_layers)
        self.seat.changed.connect(lambda _changes: self._count())
        self.seat.ticked.connect(lambda _ms: self._tick())
        self.seat.look.changed.connect(self.retranslate)
        legend, layers = (self.foot.legend_button.click, LEGEND.keys[0]), (self.foot.layers_button.click, LAYERS.keys[0])
        for act, keys in ((self._fill_screen, "F11"), (self.showNormal, "Esc"), legend, layers):
            QShortcut(QKeySequence(keys), self, act)

    def _incident_list(self, look: Look) -> EmptyList:
        shown = EmptyList(look)
        shown.setModel(self.rows)
        shown.setItemDelegate(self.delegate)
        shown.setSelectionMode(EmptyList.SelectionMode.NoSelection)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return shown

    def _lay_out(self, map_widget: QWidget) -> None:
        layout = column(self)
        head = QWidget()
        head.setObjectName("header")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = self.line = QHBoxLayout(head)
        side = QVBoxLayout()
        side.addWidget(self.mode, 0, Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self.place)
        line.addLayout(side)
        line.addStretch(1)
        for number in self.numbers.values():
            line.addWidget(number)
        line.addStretch(1)
        line.addWidget(self.clock)
        head.setMinimumWidth(1)  # a wall may be made smaller: its letters then follow
        layout.addWidget(head)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(map_widget, 1)
        self.queue = QFrame()
        self.queue.setProperty("role", "panel")
        beside = column(self.queue)
        self.priorities.setContentsMargins(14, 8, 14, 8)
        beside.addWidget(self.priorities)
        beside.addWidget(self.list, 1)
        beside.addWidget(self.foot)
        body.addWidget(self.queue)
        layout.addLayout(body, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write as large as the wall allows."""
        super().resizeEvent(event)
        factor = factor_for(event.size())
        self._write_head(factor)
        self.queue.setFixedWidth(round(QUEUE_W * factor))
        write_large(self.priorities, TITLE_PX * factor)
        self.foot.write_large(factor)
        self.delegate.factor = factor
        self.list.scheduleDelayedItemsLayout()
        self._fit_head()

    def _write_head(self, factor: float) -> None:
        self._head_factor = factor
        gap = round(GAP * factor)
        self.line.setContentsMargins(gap, gap // 2, gap, gap // 2)
        self.line.setSpacing(gap)
        for number in self.numbers.values():
            write_large(number.figure, FIGURE_PX * factor)
            write_large(number.caption, CAPTION_PX * factor, 400)
        write_large(self.clock, FIGURE_PX * factor)
        write_large(self.place, TITLE_PX * factor)
        write_large(self.mode, PILL_PX * factor, 700)
        self.mode.setFixedHeight(round(PILL_H * factor))

    def _fit_head(self) -> None:
        """Write the head smaller where a figure would be cut: half a number is a wrong number."""
        for number in self.numbers.values():
            number.lines.activate()
        self.line.invalidate()
        needed = self.line.minimumSize().width()
        if needed > self.width() > 0:
            self._write_head(self._head_factor * self.width() / needed)

    def open(self) -> None:
        """Show it; on a second screen, where there is one, it fills that."""
        self.show()
        self.large_screen.fill()

    @property
    def looking(self) -> bool:
        """Return whether something is still being worked out: never, it only shows."""
        return False

    def retranslate(self) -> None:
        """Say every text."""
        standing = self._standing
        self.mode.setText(tr("EXERCISE") if standing.exercise else tr("LIVE"))
        restyle(self.mode, "pill", "warn" if standing.exercise else "ok")
        self.place.setText(standing_words(standing))
        name_window(self, tr("Wall view"), self.seat.desk.picture.operation, standing_words(standing))
        captions = {
            "open": tr("open incidents"),
            "waiting": tr("nobody sent yet"),
            "longest": tr("longest wait"),
            "free": tr("units free"),
            "busy": tr("units busy"),
            "in_time": tr("sent within 60 s"),
            "arrival": tr("median arrival"),
        }
        for name, number in self.numbers.items():
            number.caption.setText(captions[name])
        self.list.setAccessibleName(tr("Incident queue"))
        self.list.say_when_empty(tr("No open incidents"), "", "check-circle-outline")
        self.map_view.set_language(language())
        self.common.refresh()
        self._count()
        self._tick()

    def _tick(self) -> None:
        self.clock.setText(formats.clock(self.seat.now_ms()))
        self._count()
        self.list.viewport().update()

    def _count(self) -> None:
        found = figures(self.seat.desk.picture, self.seat.now_ms())
        for name, words in _words(found).items():
            self.numbers[name].figure.setText(words)
        self._fit_head()
        restyle(self.numbers["waiting"].figure, "role", "danger" if found.waiting else "ok")
        self.priorities.setText("   ".join(f"P{place + 1}  {count}" for place, count in enumerate(found.by_priority)))

    def _choose_layers(self) -> None:
        self.aside.open_layers(self.layers)

    def _fill_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what runs; tell the app."""
        self.seat.close()
        super().closeEvent(event)
        self.closed.emit()


def _words(found: Figures) -> dict[str, str]:
    return {
        "open": str(found.open),
        "waiting": str(found.waiting),
        "longest": formats.age(found.longest_wait_s) if found.longest_wait_s is not None else "–",
        "free": f"{found.free} / {found.units}",
        "busy": str(found.busy),
        "in_time": f"{round(found.in_time * 100)} %" if found.in_time is not None else "–",
        "arrival": formats.eta(found.arrival_s) if found.arrival_s is not None else "–",
    }


class _Number(QWidget):
    """A large figure over its name."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.figure, self.caption = label(), label("muted")
        self.lines = column(self)
        self.lines.addWidget(self.figure)
        self.lines.addWidget(self.caption)

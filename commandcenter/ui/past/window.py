"""The window that looks back: a slider over the whole operation; map, queue, board and log show that moment."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QSplitter, QVBoxLayout, QWidget

from commandcenter.model.ids import Id
from commandcenter.model.marks import mark_of
from commandcenter.model.sentences import say
from commandcenter.picture.picture import Picture
from commandcenter.ui.board.panel import BoardPanel
from commandcenter.ui.frame.dock import headed
from commandcenter.ui.frame.layout_memory import fitting, rooms
from commandcenter.ui.frame.parts import Translated, button, column, label
from commandcenter.ui.frame.titles import name_window
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.layers.common import CommonPicture
from commandcenter.ui.leaving import ask_where, write_rows
from commandcenter.ui.log.panel import LogPanel
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.notice import Level, Notice
from commandcenter.ui.past.desk import PastDesk, PastTrails
from commandcenter.ui.ports import DeskPort, MemorySettings, TrailSource
from commandcenter.ui.queue.panel import QueuePanel
from commandcenter.ui.seat import Seat
from commandcenter.ui.theme.look import Look
from commandcenter.ui.type_names import language

PictureAt = Callable[[int], Awaitable[Picture]]
"""Folds the log up to a moment (ms since the epoch), away from the Qt thread."""
SETTLE_MS = 120
"""The slider rests this long before the log is folded."""
MINUTE_MS = 60_000


def _slider(length_s: int) -> QSlider:
    """Return the line of so many seconds, at its end; an arrow key is a minute, a page ten."""
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, max(1, length_s))
    slider.setValue(slider.maximum())
    slider.setSingleStep(60)
    slider.setPageStep(600)
    return slider


class PastWindow(Translated):
    """Read-only. Left and right step a minute, with Shift ten; Home and End lead to the beginning and to now.

    Signals:
        closed(): the window is going.
        failed(object): a fault of ours; the exception.
        moved(int): the picture of this moment is shown.
    """

    closed = Signal()
    failed = Signal(object)
    moved = Signal(object)

    def __init__(
        self,
        present: DeskPort,
        map_view: QWidget | MapPort,
        at: PictureAt,
        *,
        look: Look,
        actor: Id,
        archive: str = "",
        trails: TrailSource | None = None,
    ) -> None:
        """Look back from the present of a desk, or into an archive of that name.

        `map_view` is a widget that is also a `MapPort`; `trails` knows where units were, as long as that is kept.
        """
        super().__init__()
        self._at, self._archive, self._operation = at, archive, present.picture.operation
        self._task: asyncio.Task[object] | None = None
        self.ask_where: Callable[[str], Path | None] = self._ask_where
        """File name → where to write a table; replaced in tests."""
        self.desk = PastDesk(present)
        self.seat = Seat(self.desk, look, actor)
        self.seat.go_with(self)
        self._trails = PastTrails(trails, self.desk.clock) if trails is not None else None
        newest = present.picture.lines(1)
        self.first_ms = present.picture.first_line_ms() or present.clock.wall_ms()
        self.last_ms = max(present.clock.wall_ms(), newest[0].stamp.ms if newest else 0)
        self.queue, self.board, self.log = QueuePanel(self.seat), BoardPanel(self.seat), LogPanel(self.seat)
        self.map_view: MapPort = map_view  # type: ignore[assignment] # both in one
        self.banner, self.moment, self.said = QFrame(), label("large"), label("muted", wrap=True)
        self.slider = _slider((self.last_ms - self.first_ms) // 1000)
        self.back, self.forth = button(), button()
        self._lay_out(map_view)  # type: ignore[arg-type] # both in one
        self.common = CommonPicture(self.seat, self.map_view, _with_trails(), self._trails)
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._listen()
        self.resize(fitting(QSize(1400, 860), rooms()))
        self.retranslate()
        self.slider.setFocus()

    def _listen(self) -> None:
        self.seat.failed.connect(self.failed)
        self.seat.noticed.connect(self._said)
        self._timer.timeout.connect(self._fold)
        self.slider.valueChanged.connect(self._slid)
        self.back.clicked.connect(lambda: self.slider.setValue(self.slider.value() - 60))
        self.forth.clicked.connect(lambda: self.slider.setValue(self.slider.value() + 60))
        self.seat.table_wanted.connect(self._write_table)
        QShortcut(QKeySequence("Esc"), self, self.close)

    def _lay_out(self, map_widget: QWidget) -> None:
        layout = column(self)
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.banner.setObjectName("past")
        line = QHBoxLayout(self.banner)
        line.setContentsMargins(14, 8, 14, 8)
        line.setSpacing(12)
        words = QVBoxLayout()
        words.addWidget(self.moment)
        words.addWidget(self.said)
        line.addLayout(words, 3)
        for part, share in ((self.back, 0), (self.slider, 5), (self.forth, 0)):
            line.addWidget(part, share)
        layout.addWidget(self.banner)
        upper, whole = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
        upper.addWidget(headed(self.queue))
        upper.addWidget(map_widget)
        upper.setSizes([320, 1080])
        for below in (upper, headed(self.board), headed(self.log)):
            whole.addWidget(below)
        whole.setSizes([420, 190, 170])
        layout.addWidget(whole, 1)

    @property
    def looking(self) -> bool:
        """Return whether a moment is still being folded."""
        return self._timer.isActive() or (self._task is not None and not self._task.done())

    def moment_ms(self) -> int:
        """Return the moment of the slider."""
        at_end = self.slider.value() == self.slider.maximum()
        return self.last_ms if at_end else self.first_ms + self.slider.value() * 1000

    def go_to(self, moment_ms: int) -> None:
        """Show a moment; one outside the operation means its beginning or end."""
        self.slider.setValue((moment_ms - self.first_ms) // 1000)

    def retranslate(self) -> None:
        """Say every text."""
        name_window(self, tr("Archive: {name}", name=self._archive) if self._archive else tr("Looking back"), self._operation)
        self._say_moment()
        self.said.setText(tr("Map, queue, units and log as they stood then. Nothing can be changed here."))
        self.back.setText(tr("− 1 min"))
        self.forth.setText(tr("+ 1 min"))
        self.slider.setAccessibleName(tr("Moment"))
        self.map_view.set_language(language())

    def _say_moment(self) -> None:
        words = tr("THE PAST: {moment}", moment=f"{formats.moment(self.moment_ms())} {formats.zone(self.moment_ms())}")
        self.moment.setText("   ".join(part for part in (f"⏱ {words}", mark_of(self._operation)) if part))

    def _slid(self) -> None:
        self._say_moment()
        self._timer.start()

    def _fold(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self.seat.run(self._show(self.moment_ms()))

    async def _show(self, moment_ms: int) -> None:
        positions = await self._trails.positions_at(moment_ms) if self._trails is not None else {}
        self.desk.show(await self._at(moment_ms), moment_ms, positions)
        for rows in (self.queue.rows, self.board.rows, self.log.rows):
            rows.reload()
        self.seat.ticked.emit(moment_ms)
        self.common.refresh()
        self.moved.emit(moment_ms)

    def _write_table(self, name: str, rows: list[list[str]]) -> None:
        path = self.ask_where(f"{name}.csv")
        if path is not None:
            write_rows(path, rows, mark_of(self._operation))
            self.seat.notice(Level.DONE, say("Table written into {file}", file=str(path)))

    def _ask_where(self, name: str) -> Path | None:
        return ask_where(self, tr("Write the rows of the log that are shown into a CSV file"), name, "*.csv", self.seat)

    def _said(self, notice: Notice) -> None:
        self.said.setText(spoken(notice.text))

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what runs; tell the app."""
        self.seat.close()
        super().closeEvent(event)
        self.closed.emit()


def _with_trails() -> LayerChoice:
    """Return the usual layers and the trails: whoever looks back asks where everybody went."""
    layers = LayerChoice(MemorySettings())
    layers.show("tracks", on=True)
    return layers

"""The incident queue's panel."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from commandcenter.dispatch.situation import untouched
from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id
from commandcenter.ui.alarms.watch import AlarmWatch
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import EmptyList, column, label, restyle, segment
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.queue.delegate import IncidentDelegate
from commandcenter.ui.queue.model import IncidentRows
from commandcenter.ui.queue.timing import Timings
from commandcenter.ui.rows import ID_ROLE, ITEM_ROLE
from commandcenter.ui.seat import Seat

LATE_S = 60.0
"""From here on what waits is said in warning colour: calls are to be processed within it (NFPA 1225, 2022, 15.4)."""


class QueueList(EmptyList):
    """The rows.

    Signals:
        entered_upon(): Enter on a row.
    """

    entered_upon = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; the arrows are the list's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_upon.emit()
        else:
            super().keyPressEvent(event)


class QueuePanel(Panel):
    """Incidents, worst first. Choosing one shows it in the incident panel and on the map.

    Signals:
        advice_wanted(): Enter: the place is shown, and the keyboard is to go to who should go there.
    """

    advice_wanted = Signal()

    def __init__(self, seat: Seat, watch: AlarmWatch | None = None) -> None:
        """Show the seat's incidents, and what `watch` finds overdue there."""
        super().__init__(seat.look)
        self._seat = seat
        timings = Timings(watch) if watch is not None else None
        self.rows = IncidentRows(seat, timings)
        self.list = QueueList(seat.look)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(IncidentDelegate(seat, timings))
        if watch is not None:
            watch.changed.connect(self.list.viewport().update)
        self.open_button, self.all_button = segment(), segment()
        self.open_button.setChecked(True)
        self.all_button.toggled.connect(self.rows.show_ended)
        self.all_button.toggled.connect(lambda: self._follow(self._seat.incident or ""))
        self.tools = [self.open_button, self.all_button]
        self.untouched = label("muted")
        self.untouched.setContentsMargins(12, 4, 12, 4)
        layout = column(self)
        layout.addWidget(self.untouched)
        layout.addWidget(self.list, 1)
        self._minute = 0
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.doubleClicked.connect(self._fly)
        self.list.entered_upon.connect(self._enter)
        self.list.entered.connect(lambda index: seat.point("incident", index.data(ID_ROLE)))
        self.list.left.connect(lambda: seat.point("", ""))
        seat.pointed.connect(lambda _kind, _id: self.list.viewport().update())
        seat.incident_chosen.connect(self._follow)
        seat.ticked.connect(self._tick)
        seat.changed.connect(lambda changes: self._show_untouched() if changes.of(Kind.INCIDENT) or changes.of(Kind.UNIT) else None)
        seat.look.changed.connect(self.list.viewport().update)
        for signal in (self.rows.rowsInserted, self.rows.rowsRemoved, self.rows.modelReset):
            signal.connect(self._count)
        self.retranslate()

    def title(self) -> str:
        """Return the panel's name."""
        return tr("Incident queue")

    def focus_target(self) -> QWidget:
        """Return the list."""
        return self.list

    def retranslate(self) -> None:
        """Say every text."""
        self.open_button.setText(tr("Open"))
        self.all_button.setText(tr("All"))
        self.open_button.setToolTip(tr("Only open incidents"))
        self.all_button.setToolTip(tr("Ended incidents too"))
        self.list.setAccessibleName(self.title())
        self.list.say_when_empty(
            tr("No open incidents"), tr("F2 takes a new one. Or type new fire 12 Mill Lane into the command line."), "check-circle-outline"
        )
        self._count()
        self._show_untouched()
        self.list.viewport().update()

    def _tick(self, now_ms: int) -> None:
        minute = now_ms // 60_000
        if minute != self._minute:
            self._minute = minute
            self.rows.age()
        self._show_untouched()
        self.list.viewport().update()

    def _show_untouched(self) -> None:
        """Say how many nobody has been sent to, and how long the oldest of them has waited: always, also when it is none."""
        since_ms = [i.answered_ms for i in self._seat.desk.picture.incidents() if untouched(i)]
        if not since_ms:
            self.untouched.setText(tr("Nothing waits"))
        else:
            oldest_s = (self._seat.now_ms() - min(since_ms)) / 1000
            self.untouched.setText(tr("{n} untouched · the oldest for {age}", n=len(since_ms), age=formats.age(oldest_s)))
        late = bool(since_ms) and oldest_s > LATE_S
        restyle(self.untouched, "role", "warn" if late else "muted")

    def step(self, by: int) -> None:
        """Choose the next (+1) or previous (−1) incident."""
        count = self.rows.rowCount()
        if count:
            row = self.list.currentIndex().row()
            self.list.setCurrentIndex(self.rows.index(min(max(row + by, 0), count - 1)))

    def _count(self) -> None:
        self.count_label.setText(str(self.rows.rowCount()))

    def _on_current(self, current: QModelIndex) -> None:
        ident = current.data(ID_ROLE) if current.isValid() else None
        if ident is not None:
            self._seat.choose_incident(Id(ident))

    def _enter(self) -> None:
        self._fly(self.list.currentIndex())
        self.advice_wanted.emit()

    def _fly(self, index: QModelIndex) -> None:
        incident = index.data(ITEM_ROLE)
        if incident is not None:
            self._seat.place_shown.emit(incident.at.lon, incident.at.lat, 16)

    def _follow(self, ident: str) -> None:
        row = self.rows.row_of(Id(ident)) if ident else -1
        if row < 0:
            self.list.clearSelection()
        elif self.list.currentIndex().row() != row or not self.list.selectionModel().hasSelection():
            self.list.setCurrentIndex(self.rows.index(row))
            self.list.scrollTo(self.rows.index(row), EmptyList.ScrollHint.EnsureVisible)

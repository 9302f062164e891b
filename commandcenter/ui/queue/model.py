"""Rows of the incident queue: open ones by priority and age, then the ended ones; what waits long moves up."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from commandcenter.dispatch.situation import untouched
from commandcenter.dispatch.worklist import aged
from commandcenter.model.entries import Changes, Kind
from commandcenter.picture.views import IncidentView
from commandcenter.ui.queue.timing import Timings
from commandcenter.ui.rows import AnyIndex, Key, SortedRows
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import type_name
from commandcenter.ui.words import priority_word, state_word


class IncidentRows(SortedRows[IncidentView]):
    """All incidents, or only the open ones."""

    def __init__(self, seat: Seat, timings: Timings | None = None) -> None:
        """Read the picture once, then follow its changes; `timings` says what runs at an incident."""
        super().__init__(seat)
        self._seat, self._timings = seat, timings
        self.only_open = True
        self.reload()
        seat.changed.connect(self._on_changes)

    def key(self, item: IncidentView) -> Key:
        """Sort open before ended, then by priority with waiting counted, then the oldest first; ended ones newest first."""
        if not item.open:
            return (True, 0, -item.reported_ms)
        since_ms = item.answered_ms if untouched(item) else None
        return (False, aged(item.priority, since_ms, self._seat.desk.catalogue.policy.surge, self._seat.now_ms()), item.answered_ms)

    def text(self, item: IncidentView) -> str:
        """Return the row in words."""
        kind = type_name(self._seat.desk.catalogue, item.type)
        said = f"{item.number}, {kind}, {priority_word(item.priority)}, {item.address}, {state_word(item.state)}"
        timing = self._timings.of(item.id, self._seat.now_ms()) if self._timings is not None else None
        return said if timing is None else f"{said}, {timing.words}"

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return what every row says; its tip tells everything that is overdue there."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return "\n".join(self._timings.details(self.id_at(index.row()))) if self._timings is not None else ""
        return super().data(index, role)

    def show_ended(self, show: bool) -> None:
        """Show ended incidents too, or hide them."""
        self.only_open = not show
        self.reload()

    def reload(self) -> None:
        """Read the whole picture."""
        self.fill((i.id, i) for i in self._seat.desk.picture.incidents() if i.open or not self.only_open)

    def age(self) -> None:
        """Move up what has waited for another step."""
        risen = [(ident, item) for ident, item in self._items.items() if (*self.key(item), ident) != self._key_of[ident]]
        for ident, item in risen:
            self.put(ident, item)

    def _on_changes(self, changes: Changes) -> None:
        for ident in changes.of(Kind.INCIDENT):
            incident = self._seat.desk.picture.incident(ident)
            if incident is None or (self.only_open and not incident.open):
                self.drop(ident)
            else:
                self.put(ident, incident)

"""Tiles of the unit board, grouped by station or by status."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from commandcenter.model.entries import Changes, Kind
from commandcenter.model.ids import Id
from commandcenter.model.words import UnitStatus
from commandcenter.picture.views import UnitView
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.natural import natural
from commandcenter.ui.positions import position_words
from commandcenter.ui.rows import ITEM_ROLE, AnyIndex, Key, SortedRows
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import local_name, unit_kind_name
from commandcenter.ui.words import status_word

GROUP_ROLE = ITEM_ROLE + 8
BY_STATION, BY_STATUS = "station", "status"
STATUS_ORDER = {status: place for place, status in enumerate(UnitStatus)}


class UnitRows(SortedRows[UnitView]):
    """All units; `GROUP_ROLE` gives the group a tile stands in."""

    def __init__(self, seat: Seat) -> None:
        """Read the picture once, then follow its changes."""
        super().__init__(seat)
        self._seat = seat
        self._station_names: dict[Id, str] = {}
        self.grouping = BY_STATION
        self.reload()
        seat.changed.connect(self._on_changes)

    def key(self, item: UnitView) -> Key:
        """Sort by group, then by callsign as people count: E2 before E10."""
        group: Key = (STATUS_ORDER[item.status],) if self.grouping == BY_STATUS else (item.station is None, natural(self.station_name(item)))
        return (*group, natural(item.callsign))

    def text(self, item: UnitView) -> str:
        """Return the tile in words."""
        number = self.incident_number(item)
        return f"{item.callsign}, {status_word(item.status)}" + (f", {number}" if number else "")

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return what the base returns, the group and the hint."""
        if index.isValid() and role in (GROUP_ROLE, Qt.ItemDataRole.ToolTipRole):
            unit = self.item(index.row())
            return self.group(unit) if role == GROUP_ROLE else self._hint(unit)
        return super().data(index, role)

    def group(self, unit: UnitView) -> str:
        """Return the name of the group a unit stands in."""
        return status_word(unit.status) if self.grouping == BY_STATUS else self.station_name(unit) or tr("No station")

    def station_name(self, unit: UnitView) -> str:
        """Return the station's name in the language in force, empty without one."""
        return self._station_names.get(unit.station, "") if unit.station else ""

    def incident_number(self, unit: UnitView) -> str:
        """Return the number of the incident a unit is on, empty without one."""
        incident = self._seat.desk.picture.incident(unit.incident) if unit.incident else None
        return incident.number if incident else ""

    def group_by(self, grouping: str) -> None:
        """Group by station or by status."""
        if grouping != self.grouping:
            self.grouping = grouping
            self.reload()

    def reload(self) -> None:
        """Read the whole picture."""
        picture = self._seat.desk.picture
        self._station_names = {s.id: local_name(s.name, s.names) for s in picture.stations()}
        self.fill((u.id, u) for u in picture.units())

    def _hint(self, unit: UnitView) -> str:
        catalogue = self._seat.desk.catalogue
        said = tr(
            "{callsign}: {kind}, crew {crew}\n{status}\n{station}",
            callsign=unit.callsign,
            kind=unit_kind_name(catalogue, unit.kind),
            crew=unit.crew,
            status=status_word(unit.status),
            station=self.station_name(unit) or tr("No station"),
        )
        return f"{said}\n{position_words(self._seat.desk.tracks.latest().get(unit.id), self._seat.now_ms())}"

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.STATION):
            self.reload()
            return
        for ident in changes.of(Kind.UNIT):
            unit = self._seat.desk.picture.unit(ident)
            if unit is None:
                self.drop(ident)
            else:
                self.put(ident, unit)

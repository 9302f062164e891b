"""Incidents and units as the map draws them; what did not change is not made anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, Position, PositionSource
from commandcenter.picture.remembered import Remembered
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.map.symbols import unit_symbol
from commandcenter.ui.map.things import MapIncident
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import type_name


@dataclass(frozen=True, slots=True)
class MapUnits:
    """All units as arrays, in one order. Degrees; a heading of NaN is unknown."""

    ids: list[Id]
    lons: NDArray[np.float64]
    lats: NDArray[np.float64]
    headings: NDArray[np.float64]
    symbols: NDArray[np.int64]
    labels: list[str]


class MapThings:
    """Makes what the map shows of a seat's picture. Qt thread."""

    def __init__(self, seat: Seat, layers: LayerChoice) -> None:
        """Have made nothing yet."""
        self._seat, self._layers = seat, layers
        self._incidents: Remembered[MapIncident | None] = Remembered()
        self._units: Remembered[tuple[LonLat, float, int]] = Remembered()

    def forget(self) -> None:
        """Make every incident anew the next time: the language or the choice of layers is another one."""
        self._incidents = Remembered()

    def incidents(self) -> list[MapIncident]:
        """Return the open incidents whose layers are shown."""
        found = [self._incidents.of(view.id, self._incident, view) for view in self._seat.desk.picture.incidents()]
        self._incidents.end_round()
        return [thing for thing in found if thing is not None]

    def units(self, latest: Mapping[Id, Position]) -> MapUnits:
        """Return every unit where it was last seen, else where it is based."""
        views = self._seat.desk.picture.units()
        oldest_ms = self._seat.now_ms() - self._seat.desk.catalogue.rules.stale_after_s * 1000
        made = []
        for view in views:
            position = latest.get(view.id)
            stale = position is not None and position.source != PositionSource.SIMULATED and position.wall_ms < oldest_ms
            made.append(self._units.of(view.id, _unit, view, position, stale))
        self._units.end_round()
        where = np.asarray([at for at, _, _ in made], dtype=np.float64).reshape(-1, 2)
        headings = np.asarray([heading for _, heading, _ in made], dtype=np.float64)
        symbols = np.asarray([symbol for _, _, symbol in made], dtype=np.int64)
        return MapUnits([view.id for view in views], where[:, 0], where[:, 1], headings, symbols, [view.callsign for view in views])

    def _incident(self, view: IncidentView) -> MapIncident | None:
        if not view.open or not self._in_sight(view):
            return None
        title = f"{type_name(self._seat.desk.catalogue, view.type)}, {view.address}"
        return MapIncident(view.id, view.at, view.number, view.type, view.priority, title, bool(view.units), bool(view.conflicts), len(view.units))

    def _in_sight(self, view: IncidentView) -> bool:
        """Return whether the layers of its class and its grade are shown; one of an unknown type always is."""
        kind = self._seat.desk.catalogue.types.get(view.type)
        return kind is None or (self._layers.shown(f"class_{kind.emergency_class.value}") and self._layers.shown(f"grade_{view.grade}"))


def _unit(view: UnitView, position: Position | None, stale: bool) -> tuple[LonLat, float, int]:
    """Return place, heading in degrees and symbol; one whose position is simulated, old, or about whom desks disagree is marked."""
    simulated = position is not None and position.source == PositionSource.SIMULATED
    heading = position.heading_deg if position is not None and position.heading_deg is not None else np.nan
    symbol = unit_symbol(view.kind, view.status, simulated=simulated, stale=stale, alert=bool(view.conflicts))
    return position.at if position is not None else view.at, heading, symbol

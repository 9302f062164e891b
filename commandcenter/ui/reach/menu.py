"""The entries of the map's menu about reach."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu

from commandcenter.dispatch.eligibility import candidate_of
from commandcenter.dispatch.situation import situation_of
from commandcenter.model.ids import Id
from commandcenter.model.ports import Stand
from commandcenter.model.words import LonLat
from commandcenter.picture.views import UnitView
from commandcenter.ui.closures.form import PROFILES
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.reach.isochrones import Isochrones, Origin
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import local_name


def add_reach(seat: Seat, isochrones: Isochrones, menu: QMenu, kind: str, ident: str, at: LonLat) -> None:
    """Add what measures the reach of a unit, or of each kind of vehicle from a place."""
    unit = seat.desk.picture.unit(Id(ident)) if kind == "unit" else None
    if unit is not None:
        words = tr("How far {callsign} gets", callsign=unit.callsign)
        menu.addAction(f"{words}\treach {unit.callsign}").triggered.connect(lambda: isochrones.show(of_unit(seat, unit)))
        return
    station = next((s for s in seat.desk.picture.stations() if s.id == ident), None) if kind == "place" else None
    name = local_name(station.name, station.names) if station is not None else tr("This place")
    place = station.at if station is not None else at
    below = menu.addMenu(tr("How far one gets from here"))
    for profile in seat.desk.roads.profiles:
        if profile in PROFILES:
            origin = Origin(f"{name}, {tr(PROFILES[profile])}", Stand(place, profile))
            line = f"reach {profile} {place.lat:.5f}, {place.lon:.5f}"
            below.addAction(f"{tr(PROFILES[profile])}\t{line}").triggered.connect(partial(_show, isochrones, origin))


def of_unit(seat: Seat, unit: UnitView) -> Origin:
    """Return where a unit stands now, with its turnout."""
    desk = seat.desk
    situation = situation_of(desk.picture, desk.tracks.latest(), desk.clock.wall_ms())
    candidate = candidate_of(unit, situation, desk.catalogue)
    return Origin(unit.callsign, Stand(candidate.at, unit.profile, candidate.turnout_s), unit.id)


def _show(isochrones: Isochrones, origin: Origin, _checked: bool = False) -> None:
    isochrones.show(origin)

"""Searches with their sectors, the planners' opinions and the teams' sweeps, as they are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from commandcenter.model.entries import Kind, Value
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.picture.fields import as_int, as_mapping, as_places, as_text
from commandcenter.picture.kept import Kept
from commandcenter.picture.state import State

RATING = "rating:"
"""Start of the fields that hold one planner's opinion each."""
OUTSIDE = ""
"""The key of "in none of the sectors" among a planner's weights."""


@dataclass(frozen=True, slots=True)
class SweepView:
    """A team's work in a sector."""

    id: Id
    sector: Id
    unit: Id
    searchers: int
    sweep_width_m: float
    speed_kph: float
    planned_hours: float
    begun_ms: int
    hours: float | None
    """Truly searched; `None` while the team is at it."""

    @property
    def running(self) -> bool:
        """Return whether the team is at it."""
        return self.hours is None


@dataclass(frozen=True, slots=True)
class SectorView:
    """A part of the search area; the ring is closed."""

    id: Id
    search: Id
    name: str
    ring: tuple[LonLat, ...]
    sweeps: tuple[SweepView, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchView:
    """A search with its sectors."""

    id: Id
    incident: Id
    name: str
    outside: float
    begun_ms: int
    ratings: Mapping[str, Mapping[Id, float]]
    """Planner → weight by sector; `OUTSIDE` for none of them."""
    sectors: tuple[SectorView, ...]
    state: str = "open"
    """open, found, called_off."""
    found_in: Id | None = None
    reason: str = ""


class SearchBook:
    """Searches; sectors and sweeps come with them."""

    def __init__(self, state: State) -> None:
        """Read this state."""
        self._state = state
        self._searches = Kept(state, Kind.SEARCH, search_view, lambda view: (view.begun_ms, view.id))
        self.drops: Mapping[str, Callable[[set[Id]], None]] = {
            Kind.SEARCH: self._searches.drop,
            Kind.SECTOR: self._sectors_touched,
            Kind.SWEEP: self._sectors_touched,
        }

    def search(self, search_id: Id) -> SearchView | None:
        """Return one search."""
        return self._searches.get(search_id)

    def searches(self) -> tuple[SearchView, ...]:
        """Return all searches, ended ones too, oldest first."""
        return self._searches.all()

    def sector(self, sector_id: Id) -> SectorView | None:
        """Return one sector."""
        return sector_view(self._state, sector_id)

    def sweep(self, sweep_id: Id) -> SweepView | None:
        """Return one sweep."""
        return sweep_view(self._state, sweep_id)

    def running(self) -> tuple[SweepView, ...]:
        """Return the sweeps of teams that are at it, in open searches."""
        return tuple(w for s in self.searches() if s.state == "open" for sector in s.sectors for w in sector.sweeps if w.running)

    def _sectors_touched(self, _ids: set[Id]) -> None:
        """Sectors and sweeps are part of their search: few, so all searches are made anew."""
        self._searches.drop(set(self._state.registers.entities(Kind.SEARCH)))


def sweep_view(state: State, id_: Id) -> SweepView | None:
    """Return a sweep; `None` before it is known."""
    fields = state.fields(Kind.SWEEP, id_)
    what = fields.mapping("what")
    if not what:
        return None
    hours = fields.value("hours")
    return SweepView(
        id=id_,
        sector=Id(as_text(what.get("sector"))),
        unit=Id(as_text(what.get("unit"))),
        searchers=as_int(what.get("searchers")),
        sweep_width_m=_real(what.get("sweep_width_m")),
        speed_kph=_real(what.get("speed_kph")),
        planned_hours=_real(what.get("hours")),
        begun_ms=as_int(what.get("ms")),
        hours=None if hours is None else _real(hours),
    )


def sector_view(state: State, id_: Id) -> SectorView | None:
    """Return a sector with its sweeps, oldest first; `None` before it is known."""
    what = state.fields(Kind.SECTOR, id_).mapping("what")
    if not what:
        return None
    sweeps = [view for w in state.links.to((Kind.SECTOR, id_), Kind.SWEEP) if (view := sweep_view(state, w)) is not None and view.sector == id_]
    return SectorView(
        id=id_,
        search=Id(as_text(what.get("search"))),
        name=as_text(what.get("name")),
        ring=as_places(what.get("ring")),
        sweeps=tuple(sorted(sweeps, key=lambda view: (view.begun_ms, view.id))),
    )


def search_view(state: State, id_: Id) -> SearchView | None:
    """Return a search; `None` before it is known."""
    fields = state.fields(Kind.SEARCH, id_)
    what = fields.mapping("what")
    if not what:
        return None
    sectors = [view for s in state.links.to((Kind.SEARCH, id_), Kind.SECTOR) if (view := sector_view(state, s)) is not None and view.search == id_]
    end = fields.mapping("end")
    return SearchView(
        id=id_,
        incident=Id(as_text(what.get("incident"))),
        name=as_text(what.get("name")),
        outside=_real(what.get("outside")),
        begun_ms=as_int(what.get("ms")),
        ratings={planner: {Id(s): _real(w) for s, w in as_mapping(value).items()} for planner, value in fields.starting(RATING).items()},
        sectors=tuple(sorted(sectors, key=lambda view: (view.name, view.id))),
        state=as_text(end.get("state")) or "open",
        found_in=Id(found) if (found := as_text(end.get("sector"))) else None,
        reason=as_text(end.get("reason")),
    )


def _real(value: Value) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0.0

"""Searches: sectors, planners' opinions and teams' sweeps."""

from __future__ import annotations

import math

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.search.rings import check_ring
from commandcenter.dispatch.writing import places, put
from commandcenter.model.commands import AddSectors, BeginSearch, EndSearch, EndSweep, RateSectors, TaskTeam
from commandcenter.model.entries import Draft, EntryType, Kind, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.picture.searches import OUTSIDE, RATING, SearchView, SectorView

MOST_SECTORS = 500
MOST_SEARCHERS = 500


def begin_search(picture: Picture, command: BeginSearch, now: Now) -> list[Draft]:
    """Begin a search; one incident has one open search."""
    incident = lookup.open_incident(picture, command.incident_id)
    if any(s.incident == incident.id and s.state == "open" for s in picture.searches.searches()):
        raise Refused("There is a search for {number} already.", number=incident.number)
    outside = _real(command.outside, say("The probability outside"), 0.0, 0.99)
    what: dict[str, Value] = {"incident": incident.id, "name": command.name.strip(), "outside": outside, "ms": now.wall_ms}
    return [Draft(EntryType.SEARCH_BEGUN, put(Kind.SEARCH, now.new_id(), {"what": what}))]


def add_sectors(picture: Picture, command: AddSectors, now: Now) -> list[Draft]:
    """Add sectors; names do not repeat, rings do not cross themselves."""
    search = _open_search(picture, command.search_id)
    if not command.sectors:
        raise Refused("No sector has been given.")
    if len(search.sectors) + len(command.sectors) > MOST_SECTORS:
        raise Refused("A search has at most {most} sectors.", most=MOST_SECTORS)
    names = {sector.name.casefold() for sector in search.sectors}
    writes: tuple[Write, ...] = ()
    for name, ring in command.sectors:
        named = lookup.check_text(name, say("The sector's name"))
        if named.casefold() in names:
            raise Refused("There is a sector {name} already.", name=named)
        names.add(named.casefold())
        closed = check_ring(named, [lookup.check_place(point) for point in ring])
        what: dict[str, Value] = {"search": search.id, "name": named, "ring": places(closed)}
        writes += put(Kind.SECTOR, now.new_id(), {"what": what})
    about: dict[str, Value] = {"incident": search.incident, "count": len(command.sectors)}
    return [Draft(EntryType.SECTORS_ADDED, writes, about=about)]


def rate_sectors(picture: Picture, command: RateSectors, now: Now) -> list[Draft]:
    """Take one planner's opinion in place of the one before."""
    search = _open_search(picture, command.search_id)
    planner = lookup.check_text(command.planner, say("The planner's name"))
    known = {sector.id for sector in search.sectors}
    weights: dict[str, Value] = {}
    for sector_id, weight in command.weights.items():
        if sector_id not in known:
            raise Refused("This sector is not known here.")
        weights[sector_id] = _real(weight, say("A weight"), 0.0, 1e6)
    weights[OUTSIDE] = _real(command.outside, say("A weight"), 0.0, 1e6)
    if sum(w for w in weights.values() if isinstance(w, float)) <= 0:
        raise Refused("At least one weight must be above zero.")
    about: dict[str, Value] = {"incident": search.incident, "planner": planner}
    return [Draft(EntryType.SECTORS_RATED, put(Kind.SEARCH, search.id, {f"{RATING}{planner}": weights}), about=about)]


def task_team(picture: Picture, command: TaskTeam, now: Now) -> list[Draft]:
    """Send a team into a sector; a team searches one sector at a time."""
    sector = _sector(picture, command.sector_id)
    search = _open_search(picture, sector.search)
    unit = lookup.unit(picture, command.unit_id)
    if unit.status == UnitStatus.OUT_OF_SERVICE:
        raise Refused("{callsign} is out of service.", callsign=unit.callsign)
    elsewhere = picture.incident(unit.incident) if unit.incident is not None and unit.incident != search.incident else None
    if elsewhere is not None:
        raise Refused("{callsign} is on incident {number}; take it off there first.", callsign=unit.callsign, number=elsewhere.number)
    busy = next((w for w in picture.searches.running() if w.unit == unit.id), None)
    if busy is not None:
        other = picture.searches.sector(busy.sector)
        raise Refused("{callsign} is searching sector {name} already.", callsign=unit.callsign, name=other.name if other else "?")
    what: dict[str, Value] = {
        "sector": sector.id,
        "unit": unit.id,
        "searchers": lookup.check_whole(command.searchers, say("The number of searchers"), 1, MOST_SEARCHERS),
        "sweep_width_m": _real(command.sweep_width_m, say("The sweep width"), 0.1, 5000.0),
        "speed_kph": _real(command.speed_kph, say("The speed"), 0.05, 200.0),
        "hours": _real(command.hours, say("The time"), 0.05, 48.0),
        "ms": now.wall_ms,
    }
    about: dict[str, Value] = {"sector": sector.name, "unit": unit.id, "incident": search.incident}
    return [Draft(EntryType.TEAM_TASKED, put(Kind.SWEEP, now.new_id(), {"what": what}), about=about)]


def end_sweep(picture: Picture, command: EndSweep, now: Now) -> list[Draft]:
    """Write down how long a team truly searched."""
    sweep = picture.searches.sweep(command.sweep_id)
    if sweep is None:
        raise Refused("This sweep is not known here.")
    if not sweep.running:
        raise Refused("This sweep has been ended already.")
    sector = _sector(picture, sweep.sector)
    search = _open_search(picture, sector.search)
    hours = _real(command.hours, say("The time"), 0.0, 48.0)
    about: dict[str, Value] = {"sector": sector.name, "unit": sweep.unit, "incident": search.incident, "hours": hours}
    return [Draft(EntryType.SWEEP_ENDED, put(Kind.SWEEP, sweep.id, {"hours": hours}), about=about)]


def end_search(picture: Picture, command: EndSearch, now: Now) -> list[Draft]:
    """End a search; teams that are still out are to be called back first."""
    search = _open_search(picture, command.search_id)
    out = [w for sector in search.sectors for w in sector.sweeps if w.running]
    if out:
        unit = picture.unit(out[0].unit)
        raise Refused("{callsign} is still searching; end its sweep first.", callsign=unit.callsign if unit else "?")
    if command.found_in is not None and command.found_in not in {sector.id for sector in search.sectors}:
        raise Refused("This sector is not known here.")
    found = command.found_in is not None
    end: dict[str, Value] = {
        "state": "found" if found else "called_off",
        "sector": command.found_in,
        "reason": command.reason.strip(),
        "ms": now.wall_ms,
    }
    about: dict[str, Value] = {"incident": search.incident, "found": found, "reason": command.reason.strip()}
    return [Draft(EntryType.SEARCH_ENDED, put(Kind.SEARCH, search.id, {"end": end}), about=about)]


def _open_search(picture: Picture, search_id: Id) -> SearchView:
    found = picture.searches.search(search_id)
    if found is None:
        raise Refused("This search is not known here.")
    if found.state != "open":
        raise Refused("This search is over.")
    return found


def _sector(picture: Picture, sector_id: Id) -> SectorView:
    found = picture.searches.sector(sector_id)
    if found is None:
        raise Refused("This sector is not known here.")
    return found


def _real(value: object, what: Sentence, least: float, most: float) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value) or not least <= value <= most:
        raise Refused("{what} must be a number from {least} to {most}.", what=what, least=least, most=most)
    return float(value)

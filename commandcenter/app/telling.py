"""What lines would show in a window, told in words where none is open: who should go, how far one gets, who is around, coordinates."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from commandcenter.dispatch.desk import Desk
from commandcenter.dispatch.eligibility import candidate_of
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.dispatch.situation import situation_of
from commandcenter.geo.census import HOUSEHOLD, AreaCensus, Census
from commandcenter.geo.gazetteer.coordinates import format_all
from commandcenter.geo.measures import circle
from commandcenter.model.errors import Refused
from commandcenter.model.ports import Level, Stand
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.command_line.reading import Act, Reading
from commandcenter.ui.i18n import formats
from commandcenter.ui.type_names import capability_name, item_name, need_name

MINUTES = (4.0, 8.0, 12.0)
"""As the map shows them until somebody asks for others."""
Lines = tuple[Sentence, ...]


class Telling:
    """Answers over one desk and the map of its region. Raises `Refused` and `KnownError`."""

    def __init__(self, desk: Desk, census: AreaCensus) -> None:
        """Count people in this map."""
        self._desk, self._census = desk, census
        self._acts: Mapping[Act, Callable[[Reading], Awaitable[Lines]]] = {
            Act.RECOMMEND: self._recommend,
            Act.REACH: self._reach,
            Act.AROUND: self._around,
            Act.COPY: self._coordinates,
        }

    async def tell(self, reading: Reading) -> Lines:
        """Return the answer to a line that only shows something; empty where it has none without a window."""
        act = self._acts.get(reading.act)
        return await act(reading) if act is not None else ()

    async def _recommend(self, reading: Reading) -> Lines:
        if reading.subject is None:
            return ()
        return _advice(self._desk, await self._desk.recommend(reading.subject))

    async def _reach(self, reading: Reading) -> Lines:
        stand, desk = self._stand(reading), self._desk
        if stand is None:
            return ()
        situation = situation_of(desk.picture, {}, desk.clock.wall_ms())
        levels = [Level(minutes * 60) for minutes in MINUTES]
        reach = await asyncio.to_thread(desk.roads.with_closures(situation.shapes).reach, [stand], levels)
        if not any(reach.areas):
            raise Refused("No road for this vehicle is near there.")
        lines = []
        for minutes, rings, share in zip(MINUTES, reach.areas, reach.shares, strict=True):
            living = await asyncio.to_thread(self._census.count, rings)
            percent, people = formats.number(100 * share, 1), formats.number(living.people())
            lines.append(
                say("Within {n} min: {percent} % of the region's streets, about {people} people", n=f"{minutes:g}", percent=percent, people=people)
            )
        return (*lines, _household())

    def _stand(self, reading: Reading) -> Stand | None:
        """Return where the asked one begins: a unit where it is now, with its turnout, or a kind of vehicle at a place."""
        desk = self._desk
        unit = desk.picture.unit(reading.subject) if reading.subject is not None else None
        if unit is not None:
            situation = situation_of(desk.picture, desk.tracks.latest(), desk.clock.wall_ms())
            candidate = candidate_of(unit, situation, desk.catalogue)
            return Stand(candidate.at, unit.profile, candidate.turnout_s)
        return Stand(reading.place.at, reading.detail) if reading.place is not None else None

    async def _around(self, reading: Reading) -> Lines:
        if reading.place is None:
            return ()
        found: Census = await asyncio.to_thread(self._census.count, (circle(reading.place.at, float(reading.detail)),))
        counted = say(
            "{buildings} buildings, {addresses} addresses, {schools} schools, {hospitals} hospitals",
            buildings=formats.number(found.buildings),
            addresses=formats.number(found.addresses),
            schools=formats.number(found.schools),
            hospitals=formats.number(found.hospitals),
        )
        return (counted, say("About {people} people", people=formats.number(found.people())), _household())

    async def _coordinates(self, reading: Reading) -> Lines:
        if reading.place is None:
            return ()
        return (say("{coordinates}", coordinates=format_all(reading.place.at)[reading.detail]),)


def _household() -> Sentence:
    return say("People are estimated: each address a household of {size}; the map knows no people.", size=formats.number(HOUSEHOLD, 2))


def _advice(desk: Desk, found: Recommendation) -> Lines:
    """Return a recommendation as the panel shows it: who goes and why, the goods, what nothing fills, and what else is to be known."""
    catalogue = desk.catalogue
    units = [
        say(
            "{rank}. {callsign}, {capability}: {eta}, {distance}. {reason}",
            rank=unit.rank,
            callsign=unit.callsign,
            capability=capability_name(catalogue, unit.capability),
            eta=formats.eta(unit.eta_s),
            distance=formats.distance(unit.distance_m),
            reason=unit.reason,
        )
        for unit in found.units
    ]
    goods = [
        say(
            "{quantity} × {item} from {depot}: {eta}. {reason}",
            quantity=formats.number(one.quantity),
            item=item_name(catalogue, one.item),
            depot=one.depot,
            eta=formats.eta(one.eta_s),
            reason=one.reason,
        )
        for one in found.supplies
    ]
    missing = [
        say("Not filled: {what}, {n} missing. {reason}", what=need_name(catalogue, one.capability), n=formats.number(one.missing), reason=one.reason)
        for one in found.unfilled
    ]
    return (say("Plan: {plan}", plan=found.plan), *units, *goods, *missing, *found.notes)

"""Who has become free and would be there much sooner than who is under way: then the one takes over and the other is free again.

"Free ambulance exploitation" in Lim, Mamat & Bräunl, "Impact of ambulance dispatch policies on performance of emergency medical
services", IEEE Transactions on Intelligent Transportation Systems 12 (2011). It shortens the longest answers most; measured in
docs/benchmarks.md.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from commandcenter.dispatch.candidate import Candidate
from commandcenter.dispatch.eligibility import candidate_of
from commandcenter.dispatch.field import Field, Pool
from commandcenter.dispatch.musters import Musters
from commandcenter.dispatch.phrases import clock
from commandcenter.dispatch.reach import Reach
from commandcenter.dispatch.recommend import Engine
from commandcenter.dispatch.recommendation import Rejection
from commandcenter.dispatch.reserve import reserve_size
from commandcenter.dispatch.situation import Situation, untouched
from commandcenter.dispatch.slots import Sum, capability_of, counted_of
from commandcenter.model.errors import Cancelled
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import Priority
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.resources.catalogue import Catalogue

MOST = 200
"""Units under way that are looked at, the most urgent first."""
OTHERS = 5
"""Units that could take over as well and are named with the relief."""


@dataclass(frozen=True, slots=True)
class Relief:
    """One unit under way, and the free one that would be there sooner."""

    incident_id: Id
    number: str
    slot: str
    """The place of the plan that is handed over."""
    unit_id: Id
    callsign: str
    """Who takes over,"""
    eta_s: float
    """and when it would be there, turnout included."""
    relieved_id: Id
    relieved: str
    """Who is under way now,"""
    left_s: float
    """and how long it still needs."""
    reason: Sentence
    runner_up: str | None
    """Who would be there next of those who could take over as well,"""
    margin_s: float | None
    """and how much later."""
    rejected: tuple[Rejection, ...]
    """Who else could take over, the next `OTHERS`, and who is relieved."""
    as_of_ms: int
    """The moment whose picture was looked at,"""
    closures: int
    """how many closures were in force then,"""
    oldest_position_s: float | None
    """and how old the position of who takes over was; `None`: at its station."""


@dataclass(frozen=True, slots=True)
class _UnderWay:
    index: int
    incident: IncidentView
    left_s: float


def wanted_of(incidents: Iterable[IncidentView], catalogue: Catalogue, now_ms: int) -> frozenset[str]:
    """Return the capabilities that incidents nobody has been sent to ask for."""
    wanted: set[str] = set()
    for one in incidents:
        if untouched(one) and one.type in catalogue.types:
            need = catalogue.response(one.type, one.at, one.alarm_level, now_ms, one.grade).need
            wanted.update(need.crew, need.amounts, (part.capability for part in need.needs))
    return frozenset(wanted)


def reliefs(engine: Engine, wanted: Collection[str] = (), *, stopped: Callable[[], bool] = lambda: False) -> tuple[Relief, ...]:
    """Return who should take over from whom: the most urgent incident and the longest way first, nobody twice.

    A change must gain at least the price of switching (`Divert.switch_s`). Units that can do what something waiting asks for
    (`wanted`) are left for that, and nobody is moved while units are kept for life at risk. Who takes over can fill the same place;
    of a unit sent without one, everything that it can. Raises `Cancelled` when `stopped`. Safe in any thread.
    """
    situation, policy = engine.situation, engine.catalogue.policy
    if reserve_size(situation, policy.surge):
        return ()
    free, moving = engine.field(int(Priority.ROUTINE)), _moving(engine)
    found: list[Relief] = []
    used: set[int] = set()
    for one in _longest_first(moving, engine):
        if stopped():
            raise Cancelled
        leaving = moving.candidates[one.index]
        pool = tuple(i for i in _able(free, leaving, wanted) if free.crew[i] not in used)
        first = Reach(free, one.incident.at).first(pool, 1 + OTHERS) if pool else []
        if first and one.left_s - first[0].rank_ms / 1000 >= policy.divert.switch_s:
            used.add(free.crew[first[0].index])
            coming = [(free.candidates[reached.index], reached.eta_s) for reached in first]
            found.append(_relief(one, leaving, coming, situation))
    return tuple(found)


def _moving(engine: Engine) -> Field:
    """Return the units that are under way to an incident and may leave it."""
    situation, catalogue = engine.situation, engine.catalogue
    mine = [
        unit
        for unit in sorted(situation.units, key=lambda u: (u.callsign, u.id))
        if unit.incident in situation.incidents and unit.status in catalogue.rules.divertible and "assignment" not in unit.conflicts
    ]
    return Field([candidate_of(unit, situation, catalogue) for unit in mine], (), engine.roads, None, Musters())


def _longest_first(moving: Field, engine: Engine) -> list[_UnderWay]:
    """Return who has a way left, by urgency of the incident, then by the way; never more than `MOST`."""
    incidents = engine.situation.incidents
    urgent = sorted((incidents[c.unit.incident].priority, n) for n, c in enumerate(moving.candidates) if c.unit.incident is not None)[:MOST]
    found = []
    for _, n in urgent:
        incident = incidents[moving.candidates[n].unit.incident or Id("")]
        reached = Reach(moving, incident.at).of(n)
        if reached is not None and incident.open:
            found.append(_UnderWay(n, incident, reached.eta_s))
    return sorted(found, key=lambda one: (one.incident.priority, -one.left_s, one.index))


def _able(free: Field, leaving: Candidate, wanted: Collection[str]) -> Pool:
    """Return who may take over a unit's place."""
    mine = leaving.unit
    first = capability_of(mine.slot) or next(iter(mine.capabilities), "")
    units = ((i, free.candidates[i].unit) for i in free.free(first, ()))
    return tuple(i for i, unit in units if _replaces(unit, mine) and not any(unit.capabilities.get(capability, 0) for capability in wanted))


def _replaces(unit: UnitView, other: UnitView) -> bool:
    named = capability_of(other.slot)
    counted = counted_of(other.slot)
    if counted is not None:
        share = Sum(named, 0, counted)
        return share.of(unit) >= share.of(other)
    return bool(named) or all(unit.capabilities.get(capability, 0) >= count for capability, count in other.capabilities.items())


def _relief(one: _UnderWay, leaving: Candidate, able: Sequence[tuple[Candidate, float]], situation: Situation) -> Relief:
    """`able`: who could take over and when each would be there, the one who does first."""
    (coming, eta_s), others = able[0], able[1:]
    reason = say(
        "Incident {number}: {callsign} would be there in {eta}; {other}, which is under way, takes {eta2} and would be free again.",
        number=one.incident.number,
        callsign=coming.unit.callsign,
        eta=clock(eta_s),
        other=leaving.unit.callsign,
        eta2=clock(one.left_s),
    )
    unit, other = coming.unit, leaving.unit
    stays = Rejection(other.id, other.callsign, say("It is under way and would still need {eta}.", eta=clock(one.left_s)), one.left_s)
    return Relief(
        incident_id=one.incident.id,
        number=one.incident.number,
        slot=other.slot,
        unit_id=unit.id,
        callsign=unit.callsign,
        eta_s=eta_s,
        relieved_id=other.id,
        relieved=other.callsign,
        left_s=one.left_s,
        reason=reason,
        runner_up=others[0][0].unit.callsign if others else None,
        margin_s=others[0][1] - eta_s if others else None,
        rejected=(*(_later(candidate, at_s, eta_s) for candidate, at_s in others), stays),
        as_of_ms=situation.now_ms,
        closures=len(situation.shapes),
        oldest_position_s=coming.position_age_s,
    )


def _later(other: Candidate, at_s: float, eta_s: float) -> Rejection:
    reason = say("It would be there in {eta}, {later} later.", eta=clock(at_s), later=clock(max(0.0, at_s - eta_s)))
    return Rejection(other.unit.id, other.unit.callsign, reason, at_s)

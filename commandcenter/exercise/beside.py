"""A replayed log: what the real crews did, what the players did, and what the engine would have done, call by call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from commandcenter.exercise.hindsight import Comparison
from commandcenter.exercise.injects import Play
from commandcenter.exercise.measures import first_sent_ms, nearest_rank
from commandcenter.exercise.scenario import Inject, RealUnit
from commandcenter.model.ids import Id
from commandcenter.model.words import UnitStatus
from commandcenter.picture.picture import Picture


@dataclass(frozen=True, slots=True)
class Answer:
    """One side's answer to a call; seconds after the call came."""

    units: tuple[str, ...]
    sent_s: float | None
    """First unit sent; `None`: nobody, or not known."""
    arrived_s: float | None
    """First unit on scene; of the engine's: expected, at the player's instant and with what was known then."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One call of the log, three times."""

    number: str
    """Of the inject."""
    at_ms: int
    real: Answer
    player: Answer
    engine: Answer


@dataclass(frozen=True, slots=True)
class Typical:
    """One side over all calls; seconds, `None` where nothing was measured."""

    answered: int
    """Calls that somebody was sent to."""
    units: int
    sent_median_s: float | None
    arrived_median_s: float | None
    arrived_p90_s: float | None


def beside(
    injects: Iterable[tuple[Inject, Play]], real: Mapping[str, Sequence[RealUnit]], picture: Picture, comparisons: Iterable[Comparison]
) -> tuple[Beside, ...]:
    """Return the calls of a replay that have come, in the order of the log."""
    first: dict[Id, Comparison] = {}
    for one in comparisons:
        first.setdefault(one.incident, one)
    rows = []
    for inject, play in injects:
        if inject.number not in real or play.incident is None or play.fired_ms is None:
            continue
        player, engine = _played(picture, play.incident, play.fired_ms), _advised(first.get(play.incident), play.fired_ms)
        rows.append(Beside(inject.number, play.fired_ms, _real(real[inject.number]), player, engine))
    return tuple(rows)


def typical(answers: Sequence[Answer]) -> Typical:
    """Return what one side's answers were like."""
    sent_s = [one.sent_s for one in answers if one.sent_s is not None]
    arrived_s = [one.arrived_s for one in answers if one.arrived_s is not None]
    return Typical(
        answered=sum(bool(one.units) for one in answers),
        units=sum(len(one.units) for one in answers),
        sent_median_s=median(sent_s) if sent_s else None,
        arrived_median_s=median(arrived_s) if arrived_s else None,
        arrived_p90_s=nearest_rank(arrived_s, 0.9),
    )


def _real(units: Sequence[RealUnit]) -> Answer:
    sent_s = (unit.sent_s for unit in units if unit.sent_s is not None)
    arrived_s = (unit.arrived_s for unit in units if unit.arrived_s is not None)
    return Answer(tuple(sorted({unit.callsign for unit in units})), min(sent_s, default=None), min(arrived_s, default=None))


def _played(picture: Picture, incident: Id, from_ms: int) -> Answer:
    """Return what the player did; a merged duplicate has the answer of the incident that it became a part of."""
    view, asked = picture.incident(incident), {incident}
    while view is not None and view.merged_into is not None and view.merged_into not in asked:
        asked.add(view.merged_into)
        view = picture.incident(view.merged_into)
    sent = picture.assignments(incident=view.id) if view is not None else ()
    callsigns = {unit.callsign for one in sent if (unit := picture.unit(one.unit)) is not None}
    arrived_ms = min((one.times_ms[UnitStatus.ON_SCENE] for one in sent if UnitStatus.ON_SCENE in one.times_ms), default=None)
    return Answer(tuple(sorted(callsigns)), _after_s(first_sent_ms(sent), from_ms), _after_s(arrived_ms, from_ms))


def _advised(decision: Comparison | None, from_ms: int) -> Answer:
    """Return the engine's answer at the instant at which the player first decided."""
    if decision is None or not decision.advised:
        return Answer((), None, None)
    sent_s = (decision.at_ms - from_ms) / 1000
    return Answer(decision.advised, sent_s, None if decision.advised_first_eta_s is None else sent_s + decision.advised_first_eta_s)


def _after_s(ms: int | None, from_ms: int) -> float | None:
    return None if ms is None else max(0.0, (ms - from_ms) / 1000)

"""What is shown while a register has several heads, and whether a person must settle them.

Clocks never decide what is true; they only choose what is shown meanwhile, and then it is marked as provisional.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from commandcenter.model.entries import Key, Kind, Value
from commandcenter.model.words import UnitStatus
from commandcenter.picture.registers import Head
from commandcenter.resources.status import severity, unit_may_become

UNION_KINDS = frozenset({Kind.MESSAGE, Kind.NOTE, Kind.STOCK_MOVE, Kind.DECISION, Kind.ALARM, Kind.ERASURE, Kind.ACCESS, Kind.ATTACHMENT})
"""Records that are never overwritten: nothing to disagree about."""
FIRST_TIME_FIELDS = ("state_ms:", "t:")
"""Fields that say when something first happened: the earliest is right."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A register as it is shown."""

    shown: Head
    disputed: bool
    """The heads disagree: a conflict until an entry supersedes them all."""


_Rule = Callable[[Sequence[Head]], Settled]


def settle(key: Key, heads: Sequence[Head]) -> Settled:
    """Return what to show of at least one head, in order of rank."""
    if len(heads) == 1:
        return Settled(heads[0], disputed=False)
    if key.kind in UNION_KINDS:
        return Settled(heads[-1], disputed=False)
    if key.field.startswith(FIRST_TIME_FIELDS):
        return _earliest(heads)
    rule = _RULES.get((key.kind, key.field), _latest)
    return rule(heads)


def _latest(heads: Sequence[Head]) -> Settled:
    return Settled(heads[-1], disputed=any(head.value != heads[-1].value for head in heads))


def _earliest(heads: Sequence[Head]) -> Settled:
    times = [head for head in heads if isinstance(head.value, int)]
    if not times:
        return _latest(heads)
    return Settled(min(times, key=lambda head: (head.value, head.rank)), disputed=False)


def _assignment(heads: Sequence[Head]) -> Settled:
    """A unit can go to one place only; while desks disagree it counts as taken."""
    targets = {target_incident(head.value) for head in heads}
    taken = [head for head in heads if target_incident(head.value) is not None]
    return Settled((taken or list(heads))[-1], disputed=len(targets) > 1)


def _status(heads: Sequence[Head]) -> Settled:
    """A status that may follow all others is simply the next one; else the gravest is shown."""
    known = [(head, status) for head in heads if (status := unit_status(head.value)) is not None]
    if not known:
        return _latest(heads)
    follows = [head for head, status in known if all(status == other or unit_may_become(other, status) for _, other in known)]
    shown, _ = max(known, key=lambda pair: (pair[0] in follows, severity(pair[1]), pair[0].rank))
    return Settled(shown, disputed=not follows)


def _mayday(heads: Sequence[Head]) -> Settled:
    """It never clears by itself: while one desk holds it, it holds."""
    held = [head for head in heads if isinstance(head.value, Mapping)]
    return Settled((held or list(heads))[-1], disputed=0 < len(held) < len(heads))


def _sketch(heads: Sequence[Head]) -> Settled:
    """A danger does not leave the map because one desk took it off while another was at it."""
    drawn = [head for head in heads if isinstance(head.value, Mapping)]
    return Settled((drawn or list(heads))[-1], disputed=any(head.value != heads[-1].value for head in heads))


def _last_contact(heads: Sequence[Head]) -> Settled:
    """Heard is heard: the latest time, nothing to disagree about."""
    times = [head for head in heads if isinstance(head.value, int)]
    return Settled(max(times, key=lambda head: (head.value, head.rank)), disputed=False) if times else _latest(heads)


_RULES: Mapping[tuple[str, str], _Rule] = {
    (Kind.UNIT, "assignment"): _assignment,
    (Kind.UNIT, "status"): _status,
    (Kind.UNIT, "mayday"): _mayday,
    (Kind.UNIT, "contact"): _last_contact,
    (Kind.SKETCH, "what"): _sketch,
}


def target_incident(value: Value) -> str | None:
    """Return the incident that a `unit.assignment` value names, or `None`."""
    incident = value.get("incident") if isinstance(value, Mapping) else None
    return incident if isinstance(incident, str) else None


def unit_status(value: Value) -> UnitStatus | None:
    """Return the status that a `unit.status` value names; `None` for one from a newer program."""
    name = value.get("s") if isinstance(value, Mapping) else None
    return next((status for status in UnitStatus if status.value == name), None)

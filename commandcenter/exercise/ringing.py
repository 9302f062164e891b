"""Calls that ring in an exercise: which do, for how long, and what a player sees of them."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.exercise.details import read_whole
from commandcenter.exercise.scenario import Inject, InjectKind
from commandcenter.model.errors import Refused

RING = frozenset({InjectKind.CALL, InjectKind.PUBLIC_REPORT})
"""These ring."""
RING_MS = 20_000
"""So long a call rings before somebody else takes it: NFPA 1225 (2022) 15.4 wants 95 % answered by then."""
TALK_MS = 180_000
"""So long an answered call may take to be written down before somebody else has to do it."""


@dataclass(frozen=True, slots=True)
class RingingCall:
    """A call that rings and that nobody has answered."""

    number: str
    """Of its inject."""
    rang_ms: int
    phone: str


def ring_ms(inject: Inject, rings: bool) -> int:
    """Return how long a call rings (ms) where somebody can answer it: its detail `rings` says so (s, 0: it is taken at once), else the scenario.

    `rings`: whether calls of the scenario ring.
    """
    if inject.kind not in RING:
        return 0
    try:
        seconds = read_whole(inject.details, "rings")
    except Refused:
        seconds = None  # said where the scenario is checked
    if seconds is None:
        return RING_MS if rings else 0
    return seconds * 1000

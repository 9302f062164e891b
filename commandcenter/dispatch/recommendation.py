"""What the engine says to a dispatcher: who, how far, why, and why not the others."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import overload

from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence
from commandcenter.model.words import LonLat


class Binding(StrEnum):
    """What decided that it is this unit."""

    ONLY = "only"
    """Nobody else could."""
    FIRST = "first"
    """It is there first."""
    WHOLE = "whole"
    """Another one is quicker and fills another slot or goes to another incident."""
    DIVERTED = "diverted"
    """It is taken off something less urgent."""
    COVER = "cover"
    """Another one is hardly quicker, and would be missed where it stands."""
    CREW = "crew"
    """People are missing."""
    AMOUNT = "amount"
    """An amount of something is missing."""
    ADDS_MOST = "adds_most"
    """No other move adds as much to what is expected to be covered."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One need of a response plan: so much of a capability, in a tier (1 is life-critical)."""

    name: str
    capability: str
    quantity: int = 1
    tier: int = 1


@dataclass(frozen=True, slots=True)
class RecommendedUnit:
    """One row of the panel."""

    rank: int
    unit_id: Id
    callsign: str
    slot: str
    capability: str
    distance_m: float
    eta_s: float
    off_road_m: float
    status: str
    position_age_s: float | None
    """`None`: at its station."""
    reason: Sentence
    runner_up: str = ""
    margin_s: float | None = None
    """How much later the runner-up would come."""
    divert_from: Id | None = None
    """The less urgent incident it is taken off."""
    diversion: Sentence | None = None
    """What that gains here and costs there."""
    binding: Binding = Binding.FIRST


@dataclass(frozen=True, slots=True)
class Rejection:
    """A unit that was not chosen, and why."""

    unit_id: Id
    callsign: str
    reason: Sentence
    eta_s: float | None = None


class Rejections(Sequence[Rejection]):
    """Every unit that was not chosen; the reasons are worked out when first looked at. Safe in any thread."""

    def __init__(self, count: int, work_out: Callable[[], tuple[Rejection, ...]]) -> None:
        """`work_out` returns `count` rejections."""
        self._count = count
        self._work_out = work_out
        self._lock = threading.Lock()
        self._rows: tuple[Rejection, ...] | None = None

    def rows(self) -> tuple[Rejection, ...]:
        """Return them all."""
        with self._lock:
            if self._rows is None:
                self._rows = self._work_out()
            return self._rows

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Rejection: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Rejection, ...]: ...

    def __getitem__(self, index: int | slice) -> Rejection | tuple[Rejection, ...]:
        return self.rows()[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.rows() == tuple(other)

    def __hash__(self) -> int:
        return hash(self.rows())


@dataclass(frozen=True, slots=True)
class SupplySource:
    """Goods from one depot."""

    depot_id: Id
    depot: str
    item: str
    quantity: int
    distance_m: float
    eta_s: float
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A need that nothing fills, and why."""

    slot: str
    capability: str
    missing: int
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The whole answer for one incident."""

    incident_id: Id | None
    type: str
    at: LonLat
    plan: str
    """Name and version of the response plan."""
    units: tuple[RecommendedUnit, ...]
    rejected: Sequence[Rejection]
    supplies: tuple[SupplySource, ...]
    unfilled: tuple[Unfilled, ...]
    notes: tuple[Sentence, ...] = ()
    """e.g. what a closure changed, walking distance from the road."""
    took_ms: float = 0.0
    alarm_level: int = 1
    """As it holds; a rule may have raised it."""
    rule: Sentence | None = None
    """Which rule chose the plan; `None`: it is the type's own."""
    as_of_ms: int = 0
    """The moment whose picture it answers."""
    closures: int = 0
    """So many were in force."""

    @property
    def oldest_position_s(self) -> float | None:
        """Return the age of the oldest position among the chosen units; `None` where all stand at their stations."""
        return max((u.position_age_s for u in self.units if u.position_age_s is not None), default=None)

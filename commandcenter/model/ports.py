"""What the layers expect of each other, as protocols. Each has one contract test suite in `tests/contract/`."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from commandcenter.model.entries import Draft, Entry, EntryId, Key
from commandcenter.model.ids import NO_AUTH, Id
from commandcenter.model.progress import NO_PROGRESS, Progress
from commandcenter.model.sentences import ProperName, Sentence
from commandcenter.model.words import LonLat, Position

Heads = Callable[[Key], tuple[EntryId, ...]]
"""Present heads of a register, from the picture."""


class CommandLog(Protocol):
    """The append-only signed log of one operation on this device. Not thread-safe: one writer thread owns it."""

    @property
    def operation(self) -> Id:
        """The operation all entries belong to."""

    @property
    def device(self) -> Id:
        """This device: the feed our own entries go to."""

    def append(self, drafts: Sequence[Draft], *, actor: Id, heads: Heads, auth: Id = NO_AUTH) -> tuple[Entry, ...]:
        """Sign, store and commit all drafts in one transaction; durable when it returns.

        A later draft of the batch supersedes an earlier one on the same key. `auth`: id of the grant the actor acts under.
        Raises `KnownError` (disk full, database locked …); then nothing was stored.
        """

    def entries(self, after: int = 0) -> Iterator[tuple[int, Entry]]:
        """Yield (local position, entry) in the order of arrival, positions > `after`."""

    def get(self, entry_id: EntryId) -> Entry | None:
        """Return one entry."""

    def erase(self, entry_id: EntryId, section: str) -> bool:
        """Forget one section of an entry for good (personal data); chain and signature stay valid. Return whether it was there."""

    def count(self) -> int:
        """Return how many entries there are."""

    def close(self) -> None:
        """Release the files."""


class TrackStore(Protocol):
    """Latest positions and a rolling history; no commands, never signed, never slow."""

    def put(self, positions: Mapping[Id, Position]) -> None:
        """Keep these as the latest."""

    def latest(self) -> Mapping[Id, Position]:
        """Return each unit's latest position."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed place on the roads: 1 point; a line; or a polygon (first = last, ≥ 4 points)."""

    points: tuple[LonLat, ...]
    exempt_profiles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """How one origin reaches the target by road."""

    origin: int
    """Index into the origins that were asked about."""
    eta_s: float
    distance_m: float
    """By road, access and walking included."""
    off_road_m: float
    """Part of `distance_m` that is not on a road (origin to road + road to target)."""
    walk_m: float = 0.0
    """Part of `off_road_m` that is on foot: from the road to the target."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One instruction of a route."""

    manoeuvre: str
    """depart, continue, left, slight_left, sharp_left, right, slight_right, sharp_right, u_turn, roundabout, arrive."""
    street: str
    distance_m: float
    eta_s: float
    at: LonLat
    exit: int = 0
    """Of a roundabout: which way out is taken, counted from the way in; 0: none is."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The street's name by language (`en`, `zh`) where the map gives one that is not `street`."""


@dataclass(frozen=True, slots=True)
class Route:
    """A way by road, to show and to drive."""

    points: tuple[LonLat, ...]
    times_s: tuple[float, ...]
    """Seconds from departure at each point; as long as `points`."""
    distance_m: float
    eta_s: float
    off_road_m: float
    legs: tuple[Leg, ...]
    warnings: tuple[Sentence, ...] = ()
    """e.g. "passes under 3.8 m bridge"."""
    by_class_s: Mapping[str, float] = field(default_factory=dict)
    """Driving time on each class of road."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where somebody waits to set out."""

    at: LonLat
    profile: str
    delay_s: float = 0.0
    """Before moving: turnout, a stale position …; ≥ 0."""


Rings = tuple[tuple[LonLat, ...], ...]
"""Closed rings; filled even-odd they are an area."""


class Level(NamedTuple):
    """A question about reach: where at least `depth` of them can be within so many seconds."""

    within_s: float
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Reach:
    """The answers, one of each per level."""

    areas: tuple[Rings, ...]
    gaps: tuple[Rings, ...]
    """Along streets that are not reached; empty where not asked for."""
    shares: tuple[float, ...]
    """Share of the length of the region's streets that is reached, 0 … 1."""


class Muster(Protocol):
    """Vehicles of one profile put on the roads once, for many questions. Immutable, safe in any thread."""

    def first(self, target: LonLat, members: tuple[int, ...], k: int, latest_s: float = math.inf) -> list[Arrival]:
        """Return the k of these members that are there first, best first; fewer when no more can be there by `latest_s`.

        Who is there in the same millisecond as the last of them comes too. `members`: indices of origins, ascending. What
        counts is driving time and the origin's delay together; `eta_s` of an arrival is the driving time alone. Exact as
        `Roads.nearest`; ties: lower index first.
        """


class Roads(Protocol):
    """Exact road answers over one region, with a set of closures in force. Immutable, safe in any thread."""

    @property
    def profiles(self) -> Mapping[str, object]:
        """Vehicle profiles by name."""

    def with_closures(self, shapes: Sequence[Shape]) -> Roads:
        """Return the same roads with exactly these closures in force; ≤ 1 ms."""

    def with_times(self, factors: Mapping[str, float]) -> Roads:
        """Return the open roads with these factors on the shipped driving times, by class of road; missing ones are 1. Takes up to a second."""

    def nearest(self, target: LonLat, origins: Sequence[LonLat], profile: str, k: int) -> list[Arrival]:
        """Return the k origins that reach the target first, best first; fewer when no more can reach it.

        Exact: turn restrictions, one-ways, closures and the profile's limits hold. Ties: lower index first.
        """

    def muster(self, origins: Sequence[LonLat], profile: str, delays_s: Sequence[float], after: Muster | None = None) -> Muster:
        """Put vehicles on the roads; each is ranked later by its delay in seconds (turnout, a stale position …; ≥ 0).

        `after`: an earlier muster, of as many vehicles with the same delays. What it found is not searched for again where neither a
        closure nor a vehicle that has moved can have changed it; the answers are those of a muster without it.
        """

    def matrix(self, targets: Sequence[LonLat], origins: Sequence[LonLat], profile: str) -> list[list[Arrival | None]]:
        """Return for each target the arrival of each origin, `None` where there is no road."""

    def places(self, count: int) -> list[LonLat]:
        """Return so many places on the roads, spread as the roads are, the same ones each time; for judging coverage."""

    def reach(
        self,
        stands: Sequence[Stand],
        levels: Sequence[Level],
        *,
        gaps: bool = False,
        stopped: Callable[[], bool] = lambda: False,
        progress: Progress = NO_PROGRESS,
    ) -> Reach:
        """Return where enough of them can be in time, by road and then on foot, as areas. Exact along the roads.

        Stands with no road near, or of an unknown profile, count for nobody. Raises `Cancelled` when `stopped`. Two stages are
        reported: `stands` put on the roads, and `areas` by kind of vehicle.
        """

    def route(self, origin: LonLat, target: LonLat, profile: str) -> Route | None:
        """Return the fastest way, or `None`."""

    def routes(self, origin: LonLat, target: LonLat, profile: str, most: int = 3) -> list[Route]:
        """Return the fastest way and up to `most` - 1 sensible others, soonest first; none where there is no way."""

    def why_unreachable(self, origin: LonLat, target: LonLat, profile: str) -> Sentence:
        """Say why there is no way: no road near either end, closed, or cut off for this vehicle."""


@dataclass(frozen=True, slots=True)
class Place:
    """One answer of the search."""

    name: str
    """As written locally, e.g. `Mill Lane 12`."""
    kind: str
    """address, street, crossing, place, poi, coordinates."""
    at: LonLat
    detail: str = ""
    """Town or district, for telling equals apart."""
    names: Mapping[str, str] | None = None
    """Name by language (`en`, `zh`) where the map gives them."""
    score: float = 0.0
    """0 … 1; 1 is a perfect hit."""
    detail_names: Mapping[str, str] | None = None
    """The detail by language where the map gives its towns so."""

    @property
    def proper(self) -> ProperName:
        """Return the name as a sentence takes it: said in the reader's language."""
        return ProperName(self.name, self.names or {})

    @property
    def town(self) -> ProperName:
        """Return the detail as a sentence takes it; a dash where there is none."""
        return ProperName(self.detail or "–", self.detail_names or {})

    def where(self, language: str) -> str:
        """Return the detail in a language (`en`, `zh`) where the map gives it, else as written locally."""
        return (self.detail_names or {}).get(language, self.detail)

    def called(self, language: str) -> str:
        """Return the name in a language (`en`, `zh`) where the map gives it, else as written locally."""
        return (self.names or {}).get(language, self.name)


class Gazetteer(Protocol):
    """Finds places by what people type, and names places. Safe in any thread."""

    def search(self, text: str, *, near: LonLat | None = None, limit: int = 10) -> list[Place]:
        """Return the best places for a text: addresses, streets, crossings `A / B`, places, POIs, coordinates."""

    def reverse(self, at: LonLat) -> Place | None:
        """Return the address or street at a position."""

    def street(self, name: str, at: LonLat) -> tuple[tuple[LonLat, ...], ...]:
        """Return the lines of a street as `search` named and placed it, as the map has them; none where it has none."""

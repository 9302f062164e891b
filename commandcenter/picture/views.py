"""What the picture says of each thing, as plain values. Windows and handlers read these, never registers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.model.entries import EntryId, Key, Stamp, Value
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence
from commandcenter.model.words import CallbackState, IncidentState, LonLat, UnitStatus


@dataclass(frozen=True, slots=True)
class AutomaticView:
    """What came of sending to an incident by itself."""

    state: str
    """`sent`, `stopped` or `failed`."""
    why: str
    """Why it failed, a code of `dispatch.automatic.WHY_NOT`."""
    ms: int


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident as it stands."""

    id: Id
    number: str
    """Human number, e.g. `42`; two desks that were apart get `42-b` for the later one."""
    type: str
    state: IncidentState
    priority: int
    grade: int
    alarm_level: int
    at: LonLat
    address: str
    name: str
    text: str
    reported_ms: int
    state_ms: Mapping[str, int]
    """When each state was first reached."""
    merged_into: Id | None = None
    units: tuple[Id, ...] = ()
    """Units now assigned."""
    calls: tuple[Id, ...] = ()
    conflicts: tuple[str, ...] = ()
    """Fields with several heads that disagree; the shown value is provisional."""
    call_answered_ms: int | None = None
    """When the call that it was reported by was answered; `None` where that is not known."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """Question → answer of the call; empty where none was asked, or where the `med` section is withheld."""
    apart: frozenset[Id] = frozenset()
    """Incidents that somebody has said are not the same as this one; the other one need not say so too."""
    automatic: AutomaticView | None = None
    """`None`: nothing came of sending by itself yet, or it was never meant to be."""

    @property
    def answered_ms(self) -> int:
        """Return since when the caller waits, wherever that is counted: since the call was answered, else since the report."""
        return self.reported_ms if self.call_answered_ms is None else self.call_answered_ms

    @property
    def open(self) -> bool:
        """Return whether there is still something to do."""
        return self.state not in (IncidentState.CLOSED, IncidentState.CANCELLED, IncidentState.MERGED)


@dataclass(frozen=True, slots=True)
class CallbackView:
    """How far it is that a caller is rung back."""

    state: CallbackState
    ms: int
    """When it was asked for, or last tried."""
    by: Id
    tries: int = 0

    @property
    def open(self) -> bool:
        """Return whether the caller is still to be rung back."""
        return self.state in (CallbackState.ASKED, CallbackState.TRIED)


@dataclass(frozen=True, slots=True)
class CallView:
    """A call as it was taken. The caller is `None` where the `pii` section is withheld or erased."""

    id: Id
    type: str
    at: LonLat | None
    address: str
    taken_ms: int
    incident: Id | None
    caller_name: str | None
    caller_phone: str | None
    text: str | None
    rang_ms: int | None = None
    """When it began to ring; `None` where that is not known."""
    answered_ms: int | None = None
    """When it was answered; `None` where that is not known."""
    callback: CallbackView | None = None
    """`None`: nobody asked for a call-back."""

    @property
    def rang_s(self) -> float | None:
        """Return how long it rang before it was answered; `None` where that is not known."""
        return None if self.rang_ms is None or self.answered_ms is None else (self.answered_ms - self.rang_ms) / 1000


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit as it stands. `at` is its logged place; live positions come from the track store."""

    id: Id
    callsign: str
    kind: str
    capabilities: Mapping[str, int]
    crew: int
    station: Id | None
    profile: str
    at: LonLat
    status: UnitStatus
    status_ms: int
    incident: Id | None = None
    slot: str = ""
    conflicts: tuple[str, ...] = ()
    shared_crew: str = ""
    """Units with the same word have one crew between them; empty: it has its own."""
    crew_with: Id | None = None
    """The other unit that has the crew now."""
    partner: Id | None = None
    """The organisation that lent it; `None`: ours."""
    mayday_ms: int | None = None
    """Since when its crew is in danger of its life."""
    mayday_text: str = ""
    contact_ms: int = 0
    """When it was last heard; 0: never by itself (a status counts by its own time)."""


@dataclass(frozen=True, slots=True)
class AssignmentView:
    """Unit × incident with its times (ms since the epoch, by status reached)."""

    id: Id
    unit: Id
    incident: Id
    slot: str
    by: Id
    times_ms: Mapping[str, int]
    ended_ms: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StationView:
    """A base of units."""

    id: Id
    name: str
    kind: str
    at: LonLat
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StockView:
    """What a depot has of one item and batch."""

    item: str
    unit: str
    batch: str
    expires: str
    quantity: int


@dataclass(frozen=True, slots=True)
class DepotView:
    """A depot with its stock; `reserved` is by item."""

    id: Id
    name: str
    at: LonLat
    stock: tuple[StockView, ...]
    reserved: Mapping[str, int]
    names: Mapping[str, str] = field(default_factory=dict)
    minimums: Mapping[str, int] = field(default_factory=dict)
    """How much of an item there should always be."""
    unit: Id | None = None
    """The unit that carries it; `at` is then where it was set up."""
    partner: Id | None = None
    """The organisation it belongs to; `None`: ours."""

    def held(self, item: str, today: str = "") -> int:
        """Return how much of an item there is; `today` (ISO date) leaves out what has expired before it."""
        return sum(s.quantity for s in self.stock if s.item == item and not (s.expires and s.expires < today))

    def free(self, item: str, today: str = "") -> int:
        """Return how much of an item is there and not promised (negative: over-promised)."""
        return self.held(item, today) - self.reserved.get(item, 0)


@dataclass(frozen=True, slots=True)
class ReservationView:
    """Stock promised to an incident, or to a transfer."""

    id: Id
    depot: Id
    item: str
    quantity: int
    incident: Id
    """Empty where the goods go to another depot."""
    state: str
    """open, delivered, returned."""
    transfer: Id | None = None


@dataclass(frozen=True, slots=True)
class ClosureView:
    """Roads that may not be used."""

    id: Id
    shape: tuple[LonLat, ...]
    name: str
    reason: str
    from_ms: int | None
    until_ms: int | None
    exempt_profiles: tuple[str, ...]
    reopened: bool
    hazard: Id | None = None
    """The hazard that it was made for; it moves with it, and ends with it."""

    def in_force(self, now_ms: int) -> bool:
        """Return whether it closes roads at that moment."""
        return not self.reopened and (self.from_ms is None or self.from_ms <= now_ms) and (self.until_ms is None or now_ms < self.until_ms)


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Several heads of one register that disagree."""

    key: Key
    values: tuple[tuple[EntryId, Id, Stamp, Value], ...]
    """(entry, author, time, value), the shown one first."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One row of the flat command log."""

    entry: EntryId
    position: int
    type: str
    actor: Id
    actor_name: str
    device: Id
    wall_ms: int
    stamp: Stamp
    summary: Mapping[str, Value]
    """What the window needs to say it in words: type-specific facts such as callsign, number, status, text."""
    incident: Id | None = None
    unit: Id | None = None
    late_ms: int | None = None
    """When it really happened, where it was entered afterwards."""
    not_counted: Sentence | None = None
    """Why it is not part of the picture: its author had no right to it, and nobody has ratified it."""

    @property
    def happened_ms(self) -> int:
        """Return when it happened: as the entry says where it was entered late, else when it was written."""
        return self.wall_ms if self.late_ms is None else self.late_ms

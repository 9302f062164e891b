"""Entries of the command log, as the program thinks of them (`log` knows their bytes).

State is a map of **registers**. A register is named by (kind, entity id, field), e.g.
`("incident", <id>, "priority")`. An entry writes values into registers; a register's *heads* are the
entries that no other entry supersedes. Records that are never overwritten (log notes, messages,
stock movements) are registers that only one entry ever writes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, NewType, TypeAlias

from commandcenter.model.ids import Id, id_bytes

Value: TypeAlias = "None | bool | int | float | str | bytes | Sequence[Value] | Mapping[str, Value]"
"""What CBOR carries: no dates (use `*_ms` integers), no sets, map keys are text."""

EntryId = NewType("EntryId", bytes)
"""SHA-256 of an entry's header, 32 bytes."""

NO_FACTS: Mapping[str, Value] = MappingProxyType({})
"""Shared by all entries about which there is nothing more to say."""


class Section(StrEnum):
    """The sensitivity of a part of the payload; each is committed, shared and erased by itself."""

    OP = "op"
    MED = "med"
    PII = "pii"
    STAFF = "staff"
    """Of an exercise: what controllers and evaluators write; never delivered to players."""


class Kind(StrEnum):
    """What a register belongs to."""

    OPERATION = "operation"
    INCIDENT = "incident"
    CALL = "call"
    UNIT = "unit"
    ASSIGNMENT = "assignment"
    STATION = "station"
    FACILITY = "facility"
    DEPOT = "depot"
    STOCK_MOVE = "stock_move"
    RESERVATION = "reservation"
    CLOSURE = "closure"
    ORDER = "order"
    ROLL_CALL = "roll_call"
    TIMER = "timer"
    ALARM = "alarm"
    MESSAGE = "message"
    NOTE = "note"
    POLICY = "policy"
    GRANT = "grant"
    DEVICE = "device"
    VERDICT = "verdict"
    OPERATOR = "operator"
    DECISION = "decision"
    SHARING = "sharing"
    ERASURE = "erasure"
    ACCESS = "access"
    PARTNER = "partner"
    OFFER = "offer"
    TRANSFER = "transfer"
    PLACEMENT = "placement"
    SEARCH = "search"
    SECTOR = "sector"
    SWEEP = "sweep"
    GROUP = "group"
    ATTACHMENT = "attachment"
    SKETCH = "sketch"
    TASK = "task"
    EXERCISE = "exercise"
    EXERCISE_NOTE = "exercise_note"


class EntryType(StrEnum):
    """Past tense: what happened. An unknown type from a newer program is kept and shown, never dropped."""

    OPERATION_OPENED = "OperationOpened"
    OPERATOR_SIGNED_IN = "OperatorSignedIn"
    RIGHTS_BEGUN = "RightsBegun"
    RECOVERY_ANNOUNCED = "RecoveryAnnounced"
    RIGHTS_RECOVERED = "RightsRecovered"
    ROLE_GRANTED = "RoleGranted"
    GRANT_REVOKED = "GrantRevoked"
    DEVICE_ENROLLED = "DeviceEnrolled"
    DEVICE_REVOKED = "DeviceRevoked"
    DEVICE_SUCCEEDED = "DeviceSucceeded"
    ENTRY_RATIFIED = "EntryRatified"
    ENTRY_VOIDED = "EntryVoided"
    CALL_TAKEN = "CallTaken"
    CALL_LINKED = "CallLinked"
    CALLBACK_ASKED = "CallbackAsked"
    CALLBACK_NOTED = "CallbackNoted"
    INCIDENT_REPORTED = "IncidentReported"
    INCIDENT_CHANGED = "IncidentChanged"
    INCIDENT_STATE_CHANGED = "IncidentStateChanged"
    INCIDENT_MERGED = "IncidentMerged"
    INCIDENTS_KEPT_APART = "IncidentsKeptApart"
    INCIDENTS_OFFERED_AGAIN = "IncidentsOfferedAgain"
    STATION_ADDED = "StationAdded"
    UNIT_ADDED = "UnitAdded"
    UNIT_CHANGED = "UnitChanged"
    UNIT_STATUS_CHANGED = "UnitStatusChanged"
    UNIT_ASSIGNED = "UnitAssigned"
    UNIT_RELEASED = "UnitReleased"
    FACILITY_ADDED = "FacilityAdded"
    DEPOT_ADDED = "DepotAdded"
    STOCK_MOVED = "StockMoved"
    STOCK_RESERVED = "StockReserved"
    RESERVATION_ENDED = "ReservationEnded"
    MINIMUM_SET = "MinimumSet"
    PARTNER_ADDED = "PartnerAdded"
    PARTNER_ASKED = "PartnerAsked"
    OFFER_MADE = "OfferMade"
    OFFER_ANSWERED = "OfferAnswered"
    TRANSFER_ASKED = "TransferAsked"
    TRANSFER_ANSWERED = "TransferAnswered"
    TRANSFER_SHIPPED = "TransferShipped"
    TRANSFER_RECEIVED = "TransferReceived"
    CAPACITY_REPORTED = "CapacityReported"
    FACILITY_CHANGED = "FacilityChanged"
    PLACES_RESERVED = "PlacesReserved"
    PLACEMENT_MOVED = "PlacementMoved"
    SEARCH_BEGUN = "SearchBegun"
    SEARCH_ENDED = "SearchEnded"
    SECTORS_ADDED = "SectorsAdded"
    SECTORS_RATED = "SectorsRated"
    TEAM_TASKED = "TeamTasked"
    SWEEP_ENDED = "SweepEnded"
    ROAD_CLOSED = "RoadClosed"
    ROAD_REOPENED = "RoadReopened"
    SKETCH_DRAWN = "SketchDrawn"
    SKETCH_CHANGED = "SketchChanged"
    SKETCH_REMOVED = "SketchRemoved"
    TEAM_SET = "TeamSet"
    UNIT_SERVED = "UnitServed"
    TASK_GIVEN = "TaskGiven"
    TASK_ENDED = "TaskEnded"
    SITUATION_REPORTED = "SituationReported"
    ORDER_SENT = "OrderSent"
    ORDER_ANSWERED = "OrderAnswered"
    ORDER_READ_BACK = "OrderReadBack"
    ORDER_WITHDRAWN = "OrderWithdrawn"
    MOVE_ORDERED = "MoveOrdered"
    MOVE_DECLINED = "MoveDeclined"
    MAYDAY_DECLARED = "MaydayDeclared"
    MAYDAY_ENDED = "MaydayEnded"
    CONTACT_MADE = "ContactMade"
    ROLL_CALL_STARTED = "RollCallStarted"
    ROLL_CALL_ANSWERED = "RollCallAnswered"
    ROLL_CALL_ENDED = "RollCallEnded"
    TIMER_SET = "TimerSet"
    TIMER_ENDED = "TimerEnded"
    ALARM_ANSWERED = "AlarmAnswered"
    MESSAGE_SENT = "MessageSent"
    MESSAGE_READ = "MessageRead"
    GROUP_SAVED = "GroupSaved"
    GROUP_DROPPED = "GroupDropped"
    ATTACHMENT_REMOVED = "AttachmentRemoved"
    NOTE_ADDED = "NoteAdded"
    RECOMMENDATION_ACCEPTED = "RecommendationAccepted"
    DECISION_WEIGHED = "DecisionWeighed"
    SENDING_STOPPED = "SendingStopped"
    SENDING_FAILED = "SendingFailed"
    POLICY_CHANGED = "PolicyChanged"
    CONFLICT_RESOLVED = "ConflictResolved"
    PERSONAL_DATA_ERASED = "PersonalDataErased"
    PERSONAL_DATA_READ = "PersonalDataRead"
    SHARING_SET = "SharingSet"
    STOCK_SHARED = "StockShared"
    OPERATION_CLOSED = "OperationClosed"
    EXERCISE_CLOCK_SET = "ExerciseClockSet"
    EXERCISE_NOTED = "ExerciseNoted"


class Key(NamedTuple):
    """The name of a register. (What there are a million of are tuples: quickest to make, to compare and to look up.)"""

    kind: str
    entity: Id
    field: str

    def opaque(self) -> bytes:
        """Return the 16 bytes that stand for this key in a header: they tell an outsider nothing."""
        return hashlib.sha256(b"key\0" + self.kind.encode() + b"\0" + id_bytes(self.entity) + self.field.encode()).digest()[:16]


class Write(NamedTuple):
    """One register gets one value; `section` decides who may see it."""

    key: Key
    value: Value
    section: str = Section.OP


@dataclass(frozen=True, slots=True)
class Draft:
    """What a handler returns: an entry that is not yet signed. The log adds basis, clocks and signature."""

    type: str
    writes: tuple[Write, ...]
    bases: Mapping[Key, tuple[EntryId, ...]] = field(default_factory=dict)
    """Explicit basis per key; where absent, the picture's present heads of that key (`Picture.heads`)."""
    about: Mapping[str, Value] = field(default_factory=dict)
    """Facts for the reader that are no state (reason of an override, engine version); `op` section."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Hybrid logical time: for display order only, never to decide what is true."""

    hlc: int
    """48 bits of milliseconds, 16 bits of counter."""
    device: Id

    @property
    def ms(self) -> int:
        """Return its milliseconds since the epoch."""
        return self.hlc >> 16


class Entry(NamedTuple):
    """A signed entry, decoded. Its bytes are kept by the log."""

    id: EntryId
    operation: Id
    device: Id
    seq: int
    prev: bytes
    hlc: int
    wall_ms: int
    actor: Id
    auth: Id
    type: str
    bases: Mapping[bytes, tuple[bytes, ...]]
    """Opaque key (16 bytes) → first 16 bytes of each superseded entry's id."""
    writes: tuple[Write, ...]
    """Of the sections that are present; a withheld or erased section's writes are missing."""
    about: Mapping[str, Value] = NO_FACTS
    withheld: tuple[str, ...] = ()
    """Sections that this copy does not have."""

    @property
    def stamp(self) -> Stamp:
        """Return its place in display order."""
        return Stamp(self.hlc, self.device)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a fold touched: ids per kind. The window repaints only these."""

    by_kind: Mapping[str, frozenset[Id]]
    entries: tuple[EntryId, ...] = ()

    def of(self, kind: Kind | str) -> frozenset[Id]:
        """Return the touched ids of a kind."""
        return self.by_kind.get(str(kind), frozenset())

    def __or__(self, other: Changes) -> Changes:
        """Return both together."""
        kinds = {*self.by_kind, *other.by_kind}
        return Changes({k: self.of(k) | other.of(k) for k in kinds}, self.entries + other.entries)


NO_CHANGES = Changes({})

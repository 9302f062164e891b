"""Who may do what: one row per right, read from top to bottom. Desks ask before they write, receivers before they count.

A right names its commands, the entries that come of them, and the kinds of things those entries may touch. So an entry that
calls itself a note and moves a unit is no note to anybody who receives it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from commandcenter.model import commands as c
from commandcenter.model.entries import Entry, EntryType, Kind, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say


class Role(StrEnum):
    """What a person is in an operation."""

    SUPERVISOR = "supervisor"
    DISPATCHER = "dispatcher"
    FIELD_COMMANDER = "field_commander"
    LOGISTICS = "logistics"
    TRAINER = "trainer"
    PARTNER = "partner"
    OBSERVER = "observer"
    EVALUATOR = "evaluator"


ROLE_SAID: Mapping[Role, Sentence] = {
    Role.SUPERVISOR: say("supervisor"),
    Role.DISPATCHER: say("dispatcher"),
    Role.FIELD_COMMANDER: say("field commander"),
    Role.LOGISTICS: say("logistics"),
    Role.TRAINER: say("trainer"),
    Role.PARTNER: say("partner"),
    Role.OBSERVER: say("observer"),
    Role.EVALUATOR: say("evaluator"),
}

_LEAD = frozenset({Role.SUPERVISOR})
_DESK = _LEAD | {Role.DISPATCHER, Role.TRAINER}
_FIELD = _DESK | {Role.FIELD_COMMANDER}
_STORES = _DESK | {Role.LOGISTICS}
_WORK = _FIELD | {Role.LOGISTICS}
_SPEAK = _WORK | {Role.PARTNER}
CONTROL = _LEAD | {Role.TRAINER}
"""Who runs an exercise."""
STAFF = CONTROL | {Role.EVALUATOR}
"""Who runs and rates an exercise; everybody else in one is a player."""
_ALL = frozenset(Role)

AUTHORITY = frozenset({Kind.GRANT, Kind.DEVICE, Kind.VERDICT})
"""Kinds that only entries about rights may touch."""
ANYTHING = frozenset(Kind) - AUTHORITY


@dataclass(frozen=True, slots=True)
class Right:
    """One row of the table."""

    said: Sentence
    """What it allows, as in "A dispatcher may not …"."""
    roles: frozenset[Role]
    makes: Mapping[type[c.Command], tuple[EntryType, ...]]
    """Its commands, and the types of entries that each may write."""
    touches: frozenset[Kind] = field(default_factory=frozenset)
    """Kinds of things that those entries may write to."""


_T = EntryType
_K = Kind
RIGHTS: tuple[Right, ...] = (
    Right(say("begin an operation"), frozenset(), {c.OpenOperation: (_T.OPERATION_OPENED,)}, frozenset({_K.OPERATION})),
    Right(say("sign in"), _ALL, {c.SignIn: (_T.OPERATOR_SIGNED_IN,)}, frozenset({_K.OPERATOR})),
    Right(
        say("give out rights and enrol devices"),
        _LEAD,
        {
            c.GrantRole: (_T.RIGHTS_BEGUN, _T.ROLE_GRANTED),
            c.RevokeGrant: (_T.GRANT_REVOKED,),
            c.EnrolDevice: (_T.RIGHTS_BEGUN, _T.DEVICE_ENROLLED),
            c.RevokeDevice: (_T.DEVICE_REVOKED,),
            c.RatifyEntry: (_T.ENTRY_RATIFIED,),
            c.VoidEntry: (_T.ENTRY_VOIDED,),
        },
        AUTHORITY,
    ),
    Right(
        say("recover the rights of an operation"),
        frozenset(),
        {c.AnnounceRecovery: (_T.RECOVERY_ANNOUNCED,), c.RecoverRights: (_T.RIGHTS_RECOVERED,)},
        AUTHORITY,
    ),
    Right(
        say("continue as a new device"),
        _ALL,
        {c.SucceedDevice: (_T.DEVICE_SUCCEEDED,)},
        frozenset({_K.DEVICE}),
    ),
    Right(
        say("take calls and report incidents"),
        _FIELD,
        {
            c.TakeCall: (_T.CALL_TAKEN,),
            c.LinkCall: (_T.CALL_LINKED,),
            c.AskCallback: (_T.CALLBACK_ASKED, _T.CALL_TAKEN),
            c.NoteCallback: (_T.CALLBACK_NOTED,),
            c.ReportIncident: (_T.INCIDENT_REPORTED, _T.CALL_TAKEN),
        },
        frozenset({_K.CALL, _K.INCIDENT}),
    ),
    Right(
        say("change incidents"),
        _FIELD,
        {c.ChangeIncident: (_T.INCIDENT_CHANGED,), c.SetIncidentState: (_T.INCIDENT_STATE_CHANGED, _T.RESERVATION_ENDED)},
        frozenset({_K.INCIDENT, _K.RESERVATION}),
    ),
    Right(
        say("merge incidents"),
        _DESK,
        {
            c.MergeIncident: (_T.INCIDENT_MERGED, _T.UNIT_ASSIGNED, _T.CALL_LINKED, _T.RESERVATION_ENDED),
            c.KeepApart: (_T.INCIDENTS_KEPT_APART, _T.INCIDENTS_OFFERED_AGAIN),
        },
        frozenset({_K.INCIDENT, _K.CALL, _K.UNIT, _K.ASSIGNMENT, _K.RESERVATION}),
    ),
    Right(
        say("send and release units"),
        _DESK,
        {
            c.AssignUnit: (_T.UNIT_ASSIGNED,),
            c.ReleaseUnit: (_T.UNIT_RELEASED,),
            c.AcceptRecommendation: (_T.RECOMMENDATION_ACCEPTED, _T.UNIT_ASSIGNED, _T.STOCK_RESERVED, _T.INCIDENT_STATE_CHANGED),
            c.WeighDecision: (_T.DECISION_WEIGHED,),
            c.StopSending: (_T.SENDING_STOPPED,),
            c.ReportNotSent: (_T.SENDING_FAILED,),
        },
        frozenset({_K.UNIT, _K.ASSIGNMENT, _K.INCIDENT, _K.RESERVATION, _K.DECISION}),
    ),
    Right(
        say("report the status of units"),
        _FIELD,
        {c.SetUnitStatus: (_T.UNIT_STATUS_CHANGED,)},
        frozenset({_K.UNIT, _K.ASSIGNMENT, _K.INCIDENT}),
    ),
    Right(
        say("add and change stations and units"),
        _DESK,
        {c.AddStation: (_T.STATION_ADDED,), c.AddUnit: (_T.UNIT_ADDED,), c.ChangeUnit: (_T.UNIT_CHANGED,)},
        frozenset({_K.STATION, _K.UNIT}),
    ),
    Right(
        say("add and change hospitals and shelters"),
        _STORES,
        {c.AddFacility: (_T.FACILITY_ADDED,), c.ChangeFacility: (_T.FACILITY_CHANGED,)},
        frozenset({_K.FACILITY}),
    ),
    Right(
        say("report and reserve places in hospitals and shelters"),
        _WORK,
        {c.ReportCapacity: (_T.CAPACITY_REPORTED,), c.ReservePlaces: (_T.PLACES_RESERVED,), c.MovePlacement: (_T.PLACEMENT_MOVED,)},
        frozenset({_K.FACILITY, _K.PLACEMENT}),
    ),
    Right(
        say("manage depots and stock"),
        _STORES,
        {
            c.AddDepot: (_T.DEPOT_ADDED,),
            c.MoveStock: (_T.STOCK_MOVED,),
            c.SetMinimum: (_T.MINIMUM_SET,),
            c.IssueStock: (_T.STOCK_MOVED,),
            c.AskTransfer: (_T.TRANSFER_ASKED,),
            c.AnswerTransfer: (_T.TRANSFER_ANSWERED,),
            c.ShipTransfer: (_T.TRANSFER_SHIPPED,),
            c.ReceiveTransfer: (_T.TRANSFER_RECEIVED,),
        },
        frozenset({_K.DEPOT, _K.STOCK_MOVE, _K.TRANSFER, _K.RESERVATION}),
    ),
    Right(
        say("promise and deliver stock"),
        _WORK,
        {c.ReserveStock: (_T.STOCK_RESERVED,), c.EndReservation: (_T.RESERVATION_ENDED,)},
        frozenset({_K.RESERVATION, _K.STOCK_MOVE}),
    ),
    Right(
        say("make offers"),
        _STORES | {Role.PARTNER},
        {c.OfferStock: (_T.OFFER_MADE,), c.OfferTeam: (_T.OFFER_MADE,)},
        frozenset({_K.OFFER}),
    ),
    Right(
        say("add partners and answer offers"),
        _STORES,
        {
            c.AddPartner: (_T.PARTNER_ADDED,),
            c.AskPartner: (_T.PARTNER_ASKED,),
            c.AnswerOffer: (_T.OFFER_ANSWERED, _T.DEPOT_ADDED, _T.STOCK_MOVED, _T.UNIT_ADDED),
        },
        frozenset({_K.PARTNER, _K.OFFER, _K.DEPOT, _K.STOCK_MOVE, _K.UNIT}),
    ),
    Right(
        say("close and open roads"),
        _FIELD,
        {c.CloseRoad: (_T.ROAD_CLOSED,), c.ReopenRoad: (_T.ROAD_REOPENED,), c.CloseHazard: (_T.ROAD_CLOSED,)},
        frozenset({_K.CLOSURE}),
    ),
    Right(
        say("draw on the map"),
        _WORK,
        {c.DrawSketch: (_T.SKETCH_DRAWN,), c.ChangeSketch: (_T.SKETCH_CHANGED,), c.RemoveSketch: (_T.SKETCH_REMOVED,)},
        frozenset({_K.SKETCH}),
    ),
    Right(
        say("lead a crew in the field"),
        _FIELD,
        {
            c.SetTeam: (_T.TEAM_SET,),
            c.ServeUnit: (_T.UNIT_SERVED,),
            c.GiveTask: (_T.TASK_GIVEN,),
            c.EndTask: (_T.TASK_ENDED,),
            c.ReportSituation: (_T.SITUATION_REPORTED,),
        },
        frozenset({_K.UNIT, _K.TASK, _K.NOTE}),
    ),
    Right(
        say("change policies"),
        _LEAD,
        {c.AdoptSpeeds: (_T.POLICY_CHANGED,), c.ChangeCatalogue: (_T.POLICY_CHANGED,), c.RestoreCatalogue: (_T.POLICY_CHANGED,)},
        frozenset({_K.POLICY}),
    ),
    Right(
        say("give orders"),
        _FIELD,
        {c.SendOrder: (_T.ORDER_SENT,), c.WithdrawOrder: (_T.ORDER_WITHDRAWN,)},
        frozenset({_K.ORDER}),
    ),
    Right(
        say("move units up for coverage"),
        _DESK,
        {c.OrderMove: (_T.MOVE_ORDERED,), c.DeclineMove: (_T.MOVE_DECLINED,)},
        frozenset({_K.ORDER, _K.DECISION}),
    ),
    Right(
        say("answer orders"),
        _WORK,
        {c.AnswerOrder: (_T.ORDER_ANSWERED,), c.ReadBackOrder: (_T.ORDER_READ_BACK,)},
        frozenset({_K.ORDER}),
    ),
    Right(
        say("look after the safety of crews"),
        _FIELD,
        {
            c.DeclareMayday: (_T.MAYDAY_DECLARED,),
            c.EndMayday: (_T.MAYDAY_ENDED,),
            c.ReportContact: (_T.CONTACT_MADE,),
            c.StartRollCall: (_T.ROLL_CALL_STARTED,),
            c.AnswerRollCall: (_T.ROLL_CALL_ANSWERED,),
            c.EndRollCall: (_T.ROLL_CALL_ENDED,),
        },
        frozenset({_K.UNIT, _K.ROLL_CALL, _K.ALARM}),
    ),
    Right(
        say("set timers and answer alarms"),
        _WORK,
        {c.SetTimer: (_T.TIMER_SET,), c.EndTimer: (_T.TIMER_ENDED,), c.AnswerAlarm: (_T.ALARM_ANSWERED,)},
        frozenset({_K.TIMER, _K.ALARM}),
    ),
    Right(
        say("lead searches"),
        _FIELD,
        {
            c.BeginSearch: (_T.SEARCH_BEGUN,),
            c.AddSectors: (_T.SECTORS_ADDED,),
            c.RateSectors: (_T.SECTORS_RATED,),
            c.TaskTeam: (_T.TEAM_TASKED,),
            c.EndSweep: (_T.SWEEP_ENDED,),
            c.EndSearch: (_T.SEARCH_ENDED,),
        },
        frozenset({_K.SEARCH, _K.SECTOR, _K.SWEEP}),
    ),
    Right(
        say("write messages and notes"),
        _SPEAK,
        {c.SendMessage: (_T.MESSAGE_SENT,), c.AddNote: (_T.NOTE_ADDED,)},
        frozenset({_K.MESSAGE, _K.NOTE, _K.ATTACHMENT}),
    ),
    Right(say("say that messages were read"), _SPEAK, {c.ReadMessages: (_T.MESSAGE_READ,)}, frozenset({_K.MESSAGE})),
    Right(say("make groups"), _DESK, {c.SaveGroup: (_T.GROUP_SAVED,), c.DropGroup: (_T.GROUP_DROPPED,)}, frozenset({_K.GROUP})),
    Right(say("remove attachments"), _DESK, {c.RemoveAttachment: (_T.ATTACHMENT_REMOVED,)}, frozenset({_K.ATTACHMENT})),
    Right(say("erase personal data"), _LEAD, {c.ErasePersonalData: (_T.PERSONAL_DATA_ERASED,)}, frozenset({_K.ERASURE})),
    Right(say("note who looked at personal data"), _ALL, {c.RecordAccess: (_T.PERSONAL_DATA_READ,)}, frozenset({_K.ACCESS})),
    Right(say("decide what partners get"), _LEAD, {c.SetSharing: (_T.SHARING_SET,)}, frozenset({_K.SHARING})),
    Right(say("end an operation"), _LEAD, {c.CloseOperation: (_T.OPERATION_CLOSED,)}, frozenset({_K.OPERATION})),
    Right(say("divide stock among desks"), _STORES, {c.ShareStock: (_T.STOCK_SHARED,)}, frozenset({_K.DEPOT})),
    Right(say("set an exercise's clock"), CONTROL, {c.SetExerciseClock: (_T.EXERCISE_CLOCK_SET,)}, frozenset({_K.EXERCISE})),
    Right(say("rate an exercise"), STAFF, {c.WriteStaffNote: (_T.EXERCISE_NOTED,)}, frozenset({_K.EXERCISE_NOTE})),
    Right(say("settle conflicts"), _DESK, {c.ResolveConflict: (_T.CONFLICT_RESOLVED,)}, ANYTHING),
    Right(say("take back what was done"), _SPEAK, {c.Undo: (), c.TakeBack: ()}),
    Right(say("enter late what has happened"), _SPEAK, {c.EnterLate: ()}),
)

RIGHT_OF: Mapping[type[c.Command], Right] = {command: right for right in RIGHTS for command in right.makes}
"""The right that a command needs."""

BOOKING_TYPES = frozenset(
    {EntryType.UNIT_ASSIGNED, EntryType.UNIT_RELEASED, EntryType.RECOMMENDATION_ACCEPTED, EntryType.INCIDENT_MERGED, EntryType.CONFLICT_RESOLVED}
)
"""Only these send a unit somewhere (a release does when it is taken back); what else touches a unit may at most end its assignment."""


_UNNAMED = say("use this command")
_AUTHORITY = frozenset(map(str, AUTHORITY))


def _types(rights: Iterable[Right]) -> frozenset[str]:
    return frozenset(str(type_) for right in rights for types in right.makes.values() for type_ in types)


_TYPES_OF: Mapping[Role, frozenset[str]] = {role: _types(right for right in RIGHTS if role in right.roles) for role in Role}
_TOUCHES: Mapping[str, frozenset[str]] = {
    type_: frozenset(str(kind) for right in RIGHTS if type_ in _types([right]) for kind in right.touches) for type_ in _types(RIGHTS)
}


def may_write(role: Role, type_: str) -> bool:
    """Return whether entries of a type are a role's to write. A type from a newer program is a supervisor's only."""
    return type_ in _TYPES_OF[role] or (role is Role.SUPERVISOR and type_ not in _TOUCHES)


def in_bounds(entry: Entry) -> bool:
    """Return whether an entry touches only what its type may touch; parts that are withheld here are not looked at."""
    return may_touch(entry.type, entry.writes, entry.actor)


def may_touch(type_: str, writes: Iterable[Write], actor: Id) -> bool:
    """Return whether an entry of a type may write this."""
    allowed = _TOUCHES.get(type_)
    own = type_ == EntryType.OPERATOR_SIGNED_IN
    for write in writes:
        key = write.key
        if key.kind in _AUTHORITY if allowed is None else key.kind not in allowed:
            return False
        if key.field == "assignment" and key.kind == Kind.UNIT and write.value is not None and not _may_book(type_):
            return False
        if own and key.entity != actor:
            return False
    return True


def _may_book(type_: str) -> bool:
    return type_ in BOOKING_TYPES or type_ not in _TOUCHES


def lacking(role: Role, command: type[c.Command]) -> Refused:
    """Return the refusal that names role and right."""
    right = RIGHT_OF.get(command)
    return Refused("The role {role} has no right to {what}.", role=ROLE_SAID[role], what=right.said if right else _UNNAMED)


def role_of(name: object) -> Role | None:
    """Return the role of a name; `None` for one from a newer program."""
    return next((role for role in Role if role.value == name), None)

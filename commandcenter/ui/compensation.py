"""What takes an entry back: its exact undoing where that is possible, else the step a dispatcher would take instead. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from commandcenter.model.commands import (
    AddNote,
    AnswerTransfer,
    Command,
    EndSweep,
    EndTask,
    MovePlacement,
    RemoveSketch,
    ReserveStock,
    SendMessage,
    SetIncidentState,
    TakeBack,
    Undo,
    WithdrawOrder,
)
from commandcenter.model.entries import Entry, EntryType, Key, Kind, Value
from commandcenter.model.ids import Id
from commandcenter.model.words import IncidentState
from commandcenter.picture.facts import UNDOES
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import LogLine

STAYS = frozenset(
    {
        EntryType.RECOMMENDATION_ACCEPTED,
        EntryType.DECISION_WEIGHED,
        EntryType.MOVE_DECLINED,
        EntryType.SENDING_FAILED,
        EntryType.CALL_TAKEN,
        EntryType.OPERATION_OPENED,
        EntryType.OPERATOR_SIGNED_IN,
    }
)
"""What was decided, heard or signed stays true; the steps that came of it are taken back."""
_NO_ACTION = STAYS | {EntryType.PERSONAL_DATA_READ, EntryType.MESSAGE_READ, EntryType.RECOVERY_ANNOUNCED}
"""What the program notes of a person beside what they do."""
_LOOK = 100
"""Rows of the log that are looked through at a time."""


def compensation(entry: Entry, picture: Picture, withdrawn: str) -> Command | None:
    """Return the command that takes an entry back, `None` where nothing is to be done.

    `withdrawn` is the text, with a place `{text}`, that follows a message or a note: what was said cannot be unsaid.
    """
    step = _step(entry, picture, withdrawn)
    return step if step is None or isinstance(step, Undo) else TakeBack(entry.id, step)


def last_own(picture: Picture, actor: Id) -> Entry | None:
    """Return what a person did last since they signed in and has not taken back; `None` where there is nothing among the rows kept."""
    undone: set[bytes] = set()
    for line in _newest(picture):
        undoes = line.summary.get(UNDOES)
        if isinstance(undoes, bytes):
            undone.add(undoes)
        elif line.actor == actor and line.type == EntryType.OPERATOR_SIGNED_IN:
            return None
        elif line.actor == actor and line.type not in _NO_ACTION and bytes(line.entry) not in undone:
            return picture.entry(line.entry)
    return None


def _newest(picture: Picture) -> Iterator[LogLine]:
    part = picture.lines(_LOOK)
    while part:
        yield from part
        part = picture.lines(_LOOK, part[-1].position)


def _step(entry: Entry, picture: Picture, withdrawn: str) -> Command | None:
    first = entry.writes[0]
    body: Mapping[str, Value] = first.value if isinstance(first.value, Mapping) else {}
    if entry.type in STAYS:
        return None
    if entry.type == EntryType.INCIDENT_REPORTED:
        incident = next(write.key.entity for write in entry.writes if write.key.kind == Kind.INCIDENT)
        return SetIncidentState(incident, IncidentState.CANCELLED)
    if entry.type in _SAID:
        return _SAID[entry.type](first.key.entity, body, withdrawn.format(text=body.get("text")))
    if entry.type == EntryType.RESERVATION_ENDED:
        return _reserved_again(picture, first.key)
    return _CALLED_OFF[entry.type](first.key.entity) if entry.type in _CALLED_OFF else Undo(entry.id)


def _unsaid(body: Mapping[str, Value], text: str) -> SendMessage:
    """Return the message that goes to all whom the first one went to, whoever belongs to its group by now."""
    to, from_unit = body.get("to"), body.get("from_unit") is True
    units = tuple(Id(one) for one in to if isinstance(one, str)) if isinstance(to, list | tuple) and not from_unit else ()
    unit = _id(body.get("unit"))
    return SendMessage(text, _id(body.get("incident")), unit, units, everybody=body.get("everybody") is True, from_unit=from_unit)


_SAID: Mapping[str, Callable[[Id, Mapping[str, Value], str], Command]] = {
    EntryType.MESSAGE_SENT: lambda _message, body, text: _unsaid(body, text),
    EntryType.NOTE_ADDED: lambda _note, body, text: AddNote(text, _id(body.get("incident"))),
    EntryType.SITUATION_REPORTED: lambda _report, body, text: AddNote(text, _id(body.get("incident"))),
    EntryType.MOVE_ORDERED: lambda order, _body, text: WithdrawOrder(order, text),
}
"""What was said is followed by a text that says it is withdrawn."""

_CALLED_OFF: Mapping[str, Callable[[Id], Command]] = {
    EntryType.TRANSFER_ASKED: lambda transfer: AnswerTransfer(transfer, accepted=False),
    EntryType.PLACES_RESERVED: lambda placement: MovePlacement(placement, "cancelled"),
    EntryType.SKETCH_DRAWN: RemoveSketch,
    EntryType.TASK_GIVEN: lambda task: EndTask(task, done=False),
    EntryType.TEAM_TASKED: lambda sweep: EndSweep(sweep, 0.0),
}
"""What was asked for, kept or begun is called off by the step that is there for it."""


def _reserved_again(picture: Picture, key: Key) -> Command | None:
    promise = picture.reservation(key.entity)
    return ReserveStock(promise.depot, promise.item, promise.quantity, promise.incident) if promise else None


def _id(value: Value) -> Id | None:
    return Id(value) if isinstance(value, str) and value else None

"""Conflicts settled and mistakes taken back; both by a new entry, nothing is ever erased."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from commandcenter.dispatch import lookup
from commandcenter.dispatch.handlers.incidents import MEDICAL
from commandcenter.dispatch.handlers.stock import check_free
from commandcenter.dispatch.now import History, Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import Command, ResolveConflict, TakeBack, Undo
from commandcenter.model.entries import Draft, Entry, EntryType, Kind, Section, Value, Write
from commandcenter.model.errors import BugError, Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.facts import UNDOES
from commandcenter.picture.picture import Picture

_FIRST_TIMES = ("state_ms:", "t:")
"""When something first happened stays true, even if the step is taken back."""

_OPPOSITE: Mapping[str, EntryType] = {
    EntryType.SKETCH_DRAWN: EntryType.SKETCH_REMOVED,
    EntryType.SKETCH_REMOVED: EntryType.SKETCH_DRAWN,
    EntryType.INCIDENTS_KEPT_APART: EntryType.INCIDENTS_OFFERED_AGAIN,
    EntryType.INCIDENTS_OFFERED_AGAIN: EntryType.INCIDENTS_KEPT_APART,
}

_ANOTHER_WAY: Mapping[str, Sentence] = {
    EntryType.OPERATION_OPENED: say("An operation stays opened."),
    EntryType.OPERATOR_SIGNED_IN: say("A sign-in stays in the log."),
    EntryType.CALL_TAKEN: say("A call stays in the log; link it to the right incident."),
    EntryType.INCIDENT_REPORTED: say("An incident cannot be unreported; cancel it."),
    EntryType.STATION_ADDED: say("A station that was added stays."),
    EntryType.FACILITY_ADDED: say("A facility that was added stays."),
    EntryType.DEPOT_ADDED: say("A depot that was added stays."),
    EntryType.UNIT_ADDED: say("A unit that was added stays; take it out of service."),
    EntryType.MESSAGE_SENT: say("A message that was sent stays."),
    EntryType.NOTE_ADDED: say("A note stays; add another."),
    EntryType.MESSAGE_READ: say("What was read has been read."),
    EntryType.ATTACHMENT_REMOVED: say("A file that was removed is gone; attach it again."),
    EntryType.ORDER_READ_BACK: say("What was read back stays in the log."),
    EntryType.SITUATION_REPORTED: say("A report stays; send another."),
    EntryType.RECOMMENDATION_ACCEPTED: say("Take back the single assignments."),
    EntryType.SENDING_STOPPED: say("What was stopped stays stopped; send by hand."),
    EntryType.SENDING_FAILED: say("Why nothing was sent stays in the log; send by hand."),
    EntryType.MOVE_ORDERED: say("Withdraw the order instead."),
    EntryType.MOVE_DECLINED: say("What was decided stays; order the move after all."),
    EntryType.DECISION_WEIGHED: say("What was known at a decision stays with it."),
    EntryType.RESERVATION_ENDED: say("Reserve the goods again."),
    EntryType.PARTNER_ADDED: say("An organisation that was added stays."),
    EntryType.PARTNER_ASKED: say("What a partner was asked for stays; decline it for them."),
    EntryType.OFFER_ANSWERED: say("An offer that was answered stays answered; book the goods out or take the team out of service."),
    EntryType.TRANSFER_ASKED: say("A transfer that was asked for stays; decline it."),
    EntryType.TRANSFER_ANSWERED: say("A transfer that was answered stays answered; decline it or ask anew."),
    EntryType.TRANSFER_RECEIVED: say("What was received stays; send it back by a transfer."),
    EntryType.CAPACITY_REPORTED: say("A reported capacity stays; report anew."),
    EntryType.PLACES_RESERVED: say("Call the people off instead."),
    EntryType.PLACEMENT_MOVED: say("Where people are stays in the log; keep places anew."),
    EntryType.SEARCH_BEGUN: say("A search that was begun stays; end it."),
    EntryType.SEARCH_ENDED: say("A search that was ended stays; begin another."),
    EntryType.SECTORS_ADDED: say("Sectors stay; give them the weight 0."),
    EntryType.TEAM_TASKED: say("End the sweep with 0 hours instead."),
    EntryType.PERSONAL_DATA_ERASED: say("What was erased cannot be brought back."),
    EntryType.PERSONAL_DATA_READ: say("Who looked at personal data stays in the log."),
    EntryType.SHARING_SET: say("Decide anew what is shared."),
    EntryType.STOCK_SHARED: say("Divide the stock anew."),
    EntryType.OPERATION_CLOSED: say("An operation that was ended stays ended; begin a new one."),
    EntryType.EXERCISE_CLOCK_SET: say("Set the exercise's clock anew."),
    EntryType.EXERCISE_NOTED: say("A note stays; add another."),
    EntryType.CONFLICT_RESOLVED: say("A conflict that was settled stays settled; change the value."),
}


def resolve_conflict(picture: Picture, command: ResolveConflict, now: Now) -> list[Draft]:
    """Write the chosen value over all heads; units that lose their assignment by it have it ended."""
    present = set(picture.heads(command.key))
    if len(present) < 2:
        raise Refused("There is no conflict any more.")
    if set(command.heads) != present:
        raise Refused("The conflict has changed meanwhile; look at it again.")
    writes: tuple[Write, ...] = (Write(command.key, command.value, _section(picture, command)),)
    if (command.key.kind, command.key.field) == (Kind.UNIT, "assignment"):
        kept = command.value.get("id") if isinstance(command.value, Mapping) else None
        for assignment in picture.assignments(unit=command.key.entity):
            if assignment.ended_ms is None and assignment.id != kept:
                writes += put(Kind.ASSIGNMENT, assignment.id, {"ended_ms": now.wall_ms})
    return [Draft(EntryType.CONFLICT_RESOLVED, writes, bases={command.key: tuple(sorted(present))})]


def _section(picture: Picture, command: ResolveConflict) -> str:
    """Return where the values stood that are settled: what is medical or personal stays so."""
    kept = [entry for head in command.heads if (entry := picture.entry(head)) is not None]
    sections = {write.section for entry in kept for write in entry.writes if write.key == command.key} - {Section.OP}
    if command.key.kind == Kind.INCIDENT and command.key.field in MEDICAL:
        sections.add(Section.MED)
    return min(sections, default=Section.OP)


def undo(picture: Picture, command: Undo, now: Now) -> list[Draft]:
    """Write back what stood before an entry, where it is still the last word."""
    history = now.history
    if history is None or history.entry.id != command.entry_id:
        raise Refused("This entry is not in the log.")
    entry = history.entry
    if entry.type in _ANOTHER_WAY:
        raise Refused(_ANOTHER_WAY[entry.type].template)
    if entry.withheld:
        raise Refused("Parts of this entry are withheld here; it cannot be taken back.")
    writes = _WAYS.get(entry.type, _write_back)(picture, history, now)
    if not writes:
        raise Refused("There is nothing to take back.")
    return [Draft(_type(entry.type, writes), writes, about={UNDOES: bytes(entry.id)})]


def taking_back(handlers: Mapping[type[Command], Callable[[Picture, Any, Now], list[Draft]]]) -> Callable[[Picture, TakeBack, Now], list[Draft]]:
    """Return the handler that carries others out as what takes an entry back; the entry says which."""

    def take_back(picture: Picture, command: TakeBack, now: Now) -> list[Draft]:
        handler = handlers.get(type(command.command))
        if handler is None or isinstance(command.command, Undo):
            raise BugError(f"{type(command.command).__name__} takes nothing back")
        drafts = handler(picture, command.command, now)
        return [replace(draft, about={**draft.about, UNDOES: bytes(command.entry_id)}) for draft in drafts]

    return take_back


def _type(undone: str, writes: tuple[Write, ...]) -> str:
    """Return what the compensation is: the opposite where there is one, else of the undone type; a status that sends the unit out is a sending."""
    sends = any((w.key.kind, w.key.field) == (Kind.UNIT, "assignment") and w.value is not None for w in writes)
    return EntryType.UNIT_ASSIGNED if sends and undone == EntryType.UNIT_STATUS_CHANGED else _OPPOSITE.get(undone, undone)


def _write_back(picture: Picture, history: History, now: Now) -> tuple[Write, ...]:
    writes: list[Write] = []
    for old in history.entry.writes:
        if old.key.field.startswith(_FIRST_TIMES):
            continue
        if not _is_last_word(picture, history.entry, old):
            raise Refused("{field} has been changed since; it cannot be taken back.", field=f"{old.key.kind} {old.key.field}")
        writes.append(Write(old.key, history.before.get(old.key), old.section))
    return tuple(writes)


def _is_last_word(picture: Picture, entry: Entry, written: Write) -> bool:
    """Return whether what an entry wrote stands: nothing came after it, or all that did was taken back."""
    heads = picture.heads(written.key)
    if heads == (entry.id,):
        return True
    last = picture.entry(heads[0]) if len(heads) == 1 else None
    return last is not None and UNDOES in last.about and picture.value(written.key) == written.value


def _assigned(picture: Picture, history: History, now: Now) -> tuple[Write, ...]:
    """The new assignment ends; a unit that was diverted goes back to its old one, whose end is taken back."""
    made = _first_entity(history, Kind.ASSIGNMENT)
    others = tuple(w for w in history.entry.writes if w.key.entity != made)
    back = _write_back(picture, History(history.entry._replace(writes=others), history.before), now)
    return back + put(Kind.ASSIGNMENT, made, {"ended_ms": now.wall_ms})


def _closed(picture: Picture, history: History, now: Now) -> tuple[Write, ...]:
    closure_id = _first_entity(history, Kind.CLOSURE)
    closure = picture.closure(closure_id)
    if closure is not None and closure.reopened:
        raise Refused("This closure has been lifted already.")
    return put(Kind.CLOSURE, closure_id, {"reopened": True})


def _moved(picture: Picture, history: History, now: Now) -> tuple[Write, ...]:
    """Book the opposite; refused where goods that came are gone or promised."""
    move = history.entry.writes[0].value
    delta = move.get("delta") if isinstance(move, Mapping) else None
    if not isinstance(move, Mapping) or not isinstance(delta, int):
        raise Refused("There is nothing to take back.")
    if delta > 0:
        check_free(lookup.depot(picture, Id(str(move.get("depot")))), str(move.get("item")), delta, now.catalogue)
    opposite: dict[str, Value] = {**move, "delta": -delta, "reason": "undo"}
    return put(Kind.STOCK_MOVE, now.new_id(), {"move": opposite})


def _reserved(picture: Picture, history: History, now: Now) -> tuple[Write, ...]:
    reservation_id = _first_entity(history, Kind.RESERVATION)
    promise = picture.reservation(reservation_id)
    if promise is None or promise.state != "open":
        raise Refused("This reservation has been ended already.")
    return put(Kind.RESERVATION, reservation_id, {"state": "returned"})


def _first_entity(history: History, kind: str) -> Id:
    found = next((w.key.entity for w in history.entry.writes if w.key.kind == kind), None)
    if found is None:
        raise Refused("There is nothing to take back.")
    return found


_WAYS: Mapping[str, Callable[[Picture, History, Now], tuple[Write, ...]]] = {
    EntryType.UNIT_ASSIGNED: _assigned,
    EntryType.ROAD_CLOSED: _closed,
    EntryType.STOCK_MOVED: _moved,
    EntryType.STOCK_RESERVED: _reserved,
}

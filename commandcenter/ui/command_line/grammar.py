"""Reads a line of the command line into commands, and says what they will do before they are done. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from commandcenter.model.commands import (
    AddNote,
    AssignUnit,
    ChangeIncident,
    ChangeUnit,
    MergeIncident,
    ReleaseUnit,
    SetIncidentState,
    SetUnitStatus,
    StopSending,
)
from commandcenter.model.sentences import say
from commandcenter.model.words import IncidentState
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.ui.command_line.callback_lines import read_callback, read_link
from commandcenter.ui.command_line.duty import (
    END,
    leading_units,
    read_answer,
    read_contact,
    read_mayday,
    read_order,
    read_roll_call,
    read_timer,
)
from commandcenter.ui.command_line.goods_lines import read_ask, read_keep, read_placed, read_transfer
from commandcenter.ui.command_line.incident_lines import (
    read_apart,
    read_grade,
    read_join,
    read_level,
    read_name,
    read_split,
    read_type,
    with_incident,
)
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.command_line.late import read_late
from commandcenter.ui.command_line.logistics import read_hospital, read_search, read_stock
from commandcenter.ui.command_line.messages import read_back, read_message
from commandcenter.ui.command_line.reading import Act, Reading, hint, wrong
from commandcenter.ui.command_line.report import read_move, read_new, read_place
from commandcenter.ui.command_line.verbs import BY_WORD, PAPER_WORDS, PAPERS_OF_ALL, SHAPES, STATUS_WORDS, Verb
from commandcenter.ui.command_line.watch_lines import read_hand, read_park, read_resume, read_settle, read_withdraw
from commandcenter.ui.command_line.window_lines import (
    read_around,
    read_call,
    read_copy,
    read_hazard,
    read_hide,
    read_layer,
    read_open,
    read_reach,
    read_road_open,
    read_street_closed,
)
from commandcenter.ui.i18n.closed_words import STATUS_SAID

EMPTY = Reading(say("Type a command, a callsign, an incident number or a place"))


def read(line: str, known: Known) -> Reading:
    """Return what the line means."""
    words = line.strip().removeprefix("/").split()
    if not words:
        return EMPTY
    verb = BY_WORD.get(words[0].casefold())
    if verb is not None:
        return VERBS[verb](words[1:], known)
    if known.unit(words[0]) is not None:
        return _units_first(words, known)
    if known.incident(words[0]) is not None and len(words) == 1:
        return _show(words, known)
    return read_place(words, known)


def _units_first(words: Sequence[str], known: Known) -> Reading:
    units, rest = leading_units(words, known)
    names = ", ".join(u.callsign for u in units)
    if not rest:
        return Reading(
            say("Enter shows {units}. Or add a status: av er os tr af rt oos", units=units[0].callsign), act=Act.SHOW_UNIT, subject=units[0].id
        )
    status = STATUS_WORDS.get(rest[0].casefold())
    if status is not None:
        commands = tuple(SetUnitStatus(u.id, status, " ".join(rest[1:])) for u in units)
        return Reading(say("Set {units} to {status}", units=names, status=STATUS_SAID[status]), commands)
    incident = known.incident(rest[0])
    if incident is not None and len(rest) == 1:
        return _send(incident, units)
    return wrong(say("“{word}” is no status. Use av er os tr af rt oos", word=rest[0]))


def _send(incident: IncidentView, units: Sequence[UnitView]) -> Reading:
    names = ", ".join(u.callsign for u in units)
    commands = tuple(AssignUnit(incident.id, u.id) for u in units)
    return Reading(
        say("Send {units} to {number} {place}", units=names, number=incident.number, place=incident.address), commands, subject=incident.id
    )


def _dispatch(words: Sequence[str], known: Known) -> Reading:
    if not words:
        return hint(say("Which incident? e.g. d 42 E1 M3"))
    incident = known.incident(words[0])
    if incident is None:
        return wrong(say("There is no incident {number}", number=words[0]))
    units, rest = leading_units(words[1:], known)
    if rest:
        return wrong(say("There is no unit {callsign}", callsign=rest[0]))
    if not units:
        return Reading(say("Enter shows who should go to {number}. Or add callsigns", number=incident.number), act=Act.RECOMMEND, subject=incident.id)
    return _send(incident, units)


def _release(words: Sequence[str], known: Known) -> Reading:
    units, rest = leading_units(words, known)
    if not words:
        return hint(say("Which units? e.g. rel E1 M3"))
    if rest:
        return wrong(say("There is no unit {callsign}", callsign=rest[0]))
    names = ", ".join(u.callsign for u in units)
    return Reading(say("End the assignment of {units}", units=names), tuple(ReleaseUnit(u.id) for u in units))


def _crew(words: Sequence[str], known: Known) -> Reading:
    units, rest = leading_units(words, known)
    if not words:
        return hint(say("Which units share a crew? e.g. crew E1 L1"))
    if rest:
        return wrong(say("There is no unit {callsign}", callsign=rest[0]))
    names = ", ".join(u.callsign for u in units)
    if len(units) == 1:
        return Reading(say("{units} has its own crew again", units=names), (ChangeUnit(units[0].id, {"shared_crew": ""}),))
    shared = "+".join(sorted(u.callsign for u in units))
    return Reading(say("{units} share one crew", units=names), tuple(ChangeUnit(u.id, {"shared_crew": shared}) for u in units))


def _hold(incident: IncidentView, _words: Sequence[str], _known: Known) -> Reading:
    said = say("Do not send to {number} {place} by itself", number=incident.number, place=incident.address)
    return Reading(said, (StopSending(incident.id),))


def _state(incident: IncidentView, state: IncidentState, words: Sequence[str]) -> tuple[SetIncidentState, ...]:
    return (SetIncidentState(incident.id, state, " ".join(words)),)


def _control(incident: IncidentView, words: Sequence[str], _known: Known) -> Reading:
    return Reading(say("Mark {number} as under control", number=incident.number), _state(incident, IncidentState.UNDER_CONTROL, words))


def _close(incident: IncidentView, words: Sequence[str], _known: Known) -> Reading:
    return Reading(say("Close {number} {place}", number=incident.number, place=incident.address), _state(incident, IncidentState.CLOSED, words))


def _cancel(incident: IncidentView, words: Sequence[str], _known: Known) -> Reading:
    return Reading(say("Cancel {number} {place}", number=incident.number, place=incident.address), _state(incident, IncidentState.CANCELLED, words))


def _reopen(incident: IncidentView, words: Sequence[str], _known: Known) -> Reading:
    if incident.open:
        return wrong(say("Incident {number} is open", number=incident.number))
    return Reading(
        say("Open {number} {place} again", number=incident.number, place=incident.address), _state(incident, IncidentState.REPORTED, words)
    )


def _merge(incident: IncidentView, words: Sequence[str], known: Known) -> Reading:
    target = next((w for w in words if w.casefold() not in {"into", "in", "到", "入"}), None)
    if target is None:
        return hint(say("Into which incident? e.g. merge 43 into 42"))
    into = known.incident(target)
    if into is None:
        return wrong(say("There is no incident {number}", number=target))
    if into.id == incident.id:
        return wrong(say("An incident cannot be merged into itself"))
    said = say("Mark {number} as a duplicate of {into}; its calls and units go over", number=incident.number, into=into.number)
    return Reading(said, (MergeIncident(incident.id, into.id),))


def _priority(incident: IncidentView, words: Sequence[str], _known: Known) -> Reading:
    if not words:
        return hint(say("Which priority? 1 (life at risk) to 5 (can wait)"))
    if words[0] not in {"1", "2", "3", "4", "5"}:
        return wrong(say("A priority is a number from 1 to 5, not “{word}”", word=words[0]))
    said = say("Change the priority of {number} from {old} to {new}", number=incident.number, old=incident.priority, new=words[0])
    return Reading(said, (ChangeIncident(incident.id, {"priority": int(words[0])}),))


def _note(words: Sequence[str], known: Known) -> Reading:
    if not words:
        return hint(say("What is the note?"))
    incident = known.incident(words[0]) if words[0].startswith("#") else None
    text = " ".join(words[1:] if incident else words)
    if incident is not None:
        return (
            Reading(say("Note on {number}: {text}", number=incident.number, text=text), (AddNote(text, incident.id),))
            if text
            else hint(say("What is the note?"))
        )
    return Reading(say("Note in the log: {text}", text=text), (AddNote(text),))


def _go(words: Sequence[str], known: Known) -> Reading:
    return read_place(words, known) if words else hint(say("Where to? A street, a crossing A / B, a place or coordinates"))


def _show(words: Sequence[str], known: Known) -> Reading:
    if not words:
        return hint(say("Which incident or unit?"))
    incident, unit = known.incident(words[0]), known.unit(words[0])
    if incident is not None:
        return Reading(
            say("Show incident {number} {place}", number=incident.number, place=incident.address), act=Act.SHOW_INCIDENT, subject=incident.id
        )
    if unit is not None:
        return Reading(say("Show unit {callsign}", callsign=unit.callsign), act=Act.SHOW_UNIT, subject=unit.id)
    return wrong(say("There is no unit or incident {word}", word=words[0]))


def _recommend(incident: IncidentView, _words: Sequence[str], _known: Known) -> Reading:
    return Reading(
        say("Show who should go to {number} {place}", number=incident.number, place=incident.address), act=Act.RECOMMEND, subject=incident.id
    )


def _closure(words: Sequence[str], known: Known) -> Reading:
    if not words:
        return hint(say("Which street? Or what do you want to draw: point, line or area?"))
    if words[0].casefold() in END:
        return read_road_open(words[1:], known)
    shape = SHAPES.get(words[0].casefold())
    if shape is None:
        return read_street_closed(words, known)
    return Reading(say("Draw the closure on the map; Enter there ends it, Esc gives up"), act=Act.DRAW, detail=shape, reason=" ".join(words[1:]))


def _print(words: Sequence[str], known: Known) -> Reading:
    if not words:
        return hint(say("What do you want to print? report, log, cards, blank, map or 201 204 205 209 211 213 214 309"))
    paper = PAPER_WORDS.get(words[0].casefold())
    if paper is None:
        return wrong(say("There is no paper “{word}”. Use report, log, cards, blank, map or 201 204 205 209 211 213 214 309", word=words[0]))
    if len(words) == 1:
        return Reading(say("Print {paper} as PDF", paper=words[0]), act=Act.PRINT, detail=paper)
    if paper in PAPERS_OF_ALL:
        return wrong(say("The paper {paper} is not about one incident", paper=words[0]))
    incident = known.incident(words[1])
    if incident is None:
        return wrong(say("There is no incident {number}", number=words[1]))
    return Reading(say("Print {paper} of {number} as PDF", paper=words[0], number=incident.number), act=Act.PRINT, detail=paper, subject=incident.id)


def _undo(_words: Sequence[str], _known: Known) -> Reading:
    return Reading(say("Undo your last action"), act=Act.UNDO)


def _help(_words: Sequence[str], _known: Known) -> Reading:
    return Reading(say("Show every key and command"), act=Act.HELP)


VERBS: dict[Verb, Callable[[Sequence[str], Known], Reading]] = {
    Verb.NEW: read_new,
    Verb.CALL: read_call,
    Verb.CALLBACK: read_callback,
    Verb.LINK: read_link,
    Verb.DISPATCH: _dispatch,
    Verb.RECOMMEND: with_incident(_recommend),
    Verb.HOLD: with_incident(_hold),
    Verb.RELEASE: _release,
    Verb.CREW: _crew,
    Verb.CONTROL: with_incident(_control),
    Verb.CLOSE: with_incident(_close),
    Verb.CANCEL: with_incident(_cancel),
    Verb.REOPEN: with_incident(_reopen),
    Verb.MERGE: with_incident(_merge),
    Verb.PRIORITY: with_incident(_priority),
    Verb.APART: with_incident(read_apart),
    Verb.SPLIT: with_incident(read_split),
    Verb.JOIN: with_incident(read_join),
    Verb.GRADE: with_incident(read_grade),
    Verb.TYPE: with_incident(read_type),
    Verb.LEVEL: with_incident(read_level),
    Verb.NAME: with_incident(read_name),
    Verb.MOVE: with_incident(read_move),
    Verb.MESSAGE: read_message,
    Verb.LATE: lambda words, known: read_late(words, known, read),
    Verb.READ_BACK: read_back,
    Verb.NOTE: _note,
    Verb.ORDER: read_order,
    Verb.ANSWER: read_answer,
    Verb.WITHDRAW: read_withdraw,
    Verb.MAYDAY: read_mayday,
    Verb.CONTACT: read_contact,
    Verb.ROLL_CALL: read_roll_call,
    Verb.TIMER: read_timer,
    Verb.HAND: read_hand,
    Verb.SETTLE: read_settle,
    Verb.PARK: read_park,
    Verb.RESUME: read_resume,
    Verb.ASK: read_ask,
    Verb.TRANSFER: read_transfer,
    Verb.KEEP: read_keep,
    Verb.PLACED: read_placed,
    Verb.STOCK: read_stock,
    Verb.HOSPITAL: read_hospital,
    Verb.SEARCH: read_search,
    Verb.GO: _go,
    Verb.SHOW: _show,
    Verb.CLOSURE: _closure,
    Verb.PRINT: _print,
    Verb.OPEN: read_open,
    Verb.HIDE: read_hide,
    Verb.LAYER: read_layer,
    Verb.REACH: read_reach,
    Verb.AROUND: read_around,
    Verb.HAZARD: read_hazard,
    Verb.COPY: read_copy,
    Verb.UNDO: _undo,
    Verb.HELP: _help,
}

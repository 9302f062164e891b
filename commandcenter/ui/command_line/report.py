"""Reads what names a place: `new TYPE ADDRESS …` and `go PLACE`. Pure; no Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from commandcenter.model.commands import ReportIncident, TakeCall
from commandcenter.model.ports import Place
from commandcenter.model.sentences import ProperName, say
from commandcenter.picture.views import IncidentView
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.command_line.reading import Act, Reading, hint, wrong
from commandcenter.ui.incident.moving import moved

_PRIORITY = re.compile(r"(?:^|\s)!([1-5])(?=\s|$)")


def read_new(words: Sequence[str], known: Known) -> Reading:
    """Read `new TYPE ADDRESS [!PRIORITY] [; TEXT]`."""
    if not words:
        return hint(say("What kind of incident? e.g. new fire 12 Mill Lane"))
    found = known.type_in(words)
    if found is None:
        return wrong(say("“{word}” is no kind of incident", word=words[0]))
    kind, used = found
    head, _, text = " ".join(words[used:]).replace("；", ";").partition(";")
    marked = _PRIORITY.search(head)
    address = " ".join(_PRIORITY.sub(" ", head).split())
    if not address:
        return hint(say("Where? Type an address, a crossing A / B, a place or coordinates"))
    place, waiting = _place(address, known)
    if place is None:
        return waiting
    priority = int(marked.group(1)) if marked else None
    command = ReportIncident(kind.code, place.at, place.called(known.language), priority=priority, text=text.strip())
    return _with_same(_report(kind.names.get(known.language, kind.code), place, command), command, known)


def _with_same(reading: Reading, report: ReportIncident, known: Known) -> Reading:
    """Return the reading with the warning that another incident may be the same; Alt+Enter adds the call to that one."""
    same = known.lookups.same(report)
    if same is None:
        return reading
    older = same.older
    warning = say("⚠ Perhaps the same as {number}, {place}: {why}", number=older.number, place=older.address, why=same.why)
    call = TakeCall(report.type, report.at, report.address, text=report.text, incident_id=older.id)
    instead = Reading(say("It is the same: add the call to {number}", number=older.number), (call,), act=Act.SHOW_INCIDENT, subject=older.id)
    return replace(reading, warns=warning, instead=instead)


def _report(name: str, place: Place, command: ReportIncident) -> Reading:
    facts = {"type": name, "place": place.proper, "detail": _detail(place)}
    if command.priority is None:
        return Reading(say("New {type} at {place}, {detail}", **facts), (command,), place=place)
    return Reading(say("New {type}, priority {priority}, at {place}, {detail}", priority=command.priority, **facts), (command,), place=place)


def _detail(place: Place) -> ProperName | str:
    return place.town if place.detail else place.kind


def read_move(incident: IncidentView, words: Sequence[str], known: Known) -> Reading:
    """Read the place that an incident is at."""
    if not words:
        return hint(say("Where is it? Type an address, a crossing A / B, a place or coordinates"))
    place, waiting = _place(" ".join(words), known)
    if place is None:
        return waiting
    facts = {"number": incident.number, "old": incident.address, "place": place.proper, "detail": _detail(place)}
    said = say("Move {number} from {old} to {place}, {detail}", **facts)
    return Reading(said, (moved(incident.id, place.at, place.called(known.language)),), place=place)


def read_place(words: Sequence[str], known: Known) -> Reading:
    """Read a place to show on the map."""
    place, waiting = _place(" ".join(words), known)
    if place is None:
        return waiting
    return Reading(say("Show {place} on the map, {detail}", place=place.proper, detail=_detail(place)), act=Act.GO, place=place)


def _place(text: str, known: Known) -> tuple[Place | None, Reading]:
    answers = known.places.get(text)
    if answers is None:
        return None, Reading(say("Looking up “{text}” …", text=text), asks=text)
    if not answers:
        return None, wrong(say("Nothing on the map is called “{text}”", text=text))
    return answers[0], hint(say("Looking up “{text}” …", text=text))

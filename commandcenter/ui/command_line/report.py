"""Reads what names a place: `new TYPE ADDRESS …` and `go PLACE`. Pure; no Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from commandcenter.model.commands import ReportIncident
from commandcenter.model.ports import Place
from commandcenter.model.sentences import say
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.command_line.reading import Act, Reading, hint, wrong

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
    return _report(kind.names.get(known.language, kind.code), kind.code, place, priority, text.strip())


def _report(name: str, code: str, place: Place, priority: int | None, text: str) -> Reading:
    command = ReportIncident(code, place.at, place.name, priority=priority, text=text)
    if priority is None:
        return Reading(
            say("New {type} at {place}, {detail}", type=name, place=place.name, detail=place.detail or place.kind), (command,), place=place
        )
    said = say(
        "New {type}, priority {priority}, at {place}, {detail}", type=name, priority=priority, place=place.name, detail=place.detail or place.kind
    )
    return Reading(said, (command,), place=place)


def read_place(words: Sequence[str], known: Known) -> Reading:
    """Read a place to show on the map."""
    place, waiting = _place(" ".join(words), known)
    if place is None:
        return waiting
    return Reading(say("Show {place} on the map, {detail}", place=place.name, detail=place.detail or place.kind), act=Act.GO, place=place)


def _place(text: str, known: Known) -> tuple[Place | None, Reading]:
    answers = known.places.get(text)
    if answers is None:
        return None, Reading(say("Looking up “{text}” …", text=text), asks=text)
    if not answers:
        return None, wrong(say("Nothing on the map is called “{text}”", text=text))
    return answers[0], hint(say("Looking up “{text}” …", text=text))

"""Reads lines that correct incidents, and that say which of them are one. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from commandcenter.model.commands import ChangeIncident, KeepApart, TakeCall, Undo
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.views import IncidentView
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.command_line.reading import Reading, hint, wrong

Reader = Callable[[IncidentView, Sequence[str], Known], Reading]
MOST_GRADE, MOST_LEVEL = 4, 9


def with_incident(act: Reader) -> Callable[[Sequence[str], Known], Reading]:
    """Return the reader of a line whose first word is an incident's number."""

    def reader(words: Sequence[str], known: Known) -> Reading:
        if not words:
            return hint(say("Which incident? Give its number"))
        incident = known.incident(words[0])
        if incident is None:
            return wrong(say("There is no incident {number}", number=words[0]))
        return act(incident, words[1:], known)

    return reader


def read_grade(incident: IncidentView, words: Sequence[str], _known: Known) -> Reading:
    """Read `grade 42 2`: I is the gravest."""
    asks = say("Which grade, 1 to 4? e.g. grade {number} 2", number=incident.number)
    grade = _whole(words, MOST_GRADE, asks)
    if isinstance(grade, Reading):
        return grade
    said = say("Set {number} to grade {grade}", number=incident.number, grade=grade)
    return Reading(said, (ChangeIncident(incident.id, {"grade": grade}),))


def read_level(incident: IncidentView, words: Sequence[str], _known: Known) -> Reading:
    """Read `level 42 2`: how many units the response plan asks for."""
    asks = say("Which alarm level, 1 to {most}? e.g. level {number} 2", number=incident.number, most=MOST_LEVEL)
    level = _whole(words, MOST_LEVEL, asks)
    if isinstance(level, Reading):
        return level
    said = say("Set {number} to alarm level {level}", number=incident.number, level=level)
    return Reading(said, (ChangeIncident(incident.id, {"alarm_level": level}),))


def _whole(words: Sequence[str], most: int, asks: Sentence) -> int | Reading:
    if not words:
        return hint(asks)
    return int(words[0]) if words[0].isdecimal() and 1 <= int(words[0]) <= most else wrong(asks)


def read_type(incident: IncidentView, words: Sequence[str], known: Known) -> Reading:
    """Read `type 42 vehicle fire`."""
    if not words:
        return hint(say("What kind of incident is {number}? e.g. type {number} fire", number=incident.number))
    found = known.type_in(words)
    if found is None or found[1] != len(words):
        return wrong(say("“{word}” is no kind of incident", word=" ".join(words)))
    name = found[0].names.get(known.language, found[0].code)
    said = say("{number} is now: {type}", number=incident.number, type=name)
    return Reading(said, (ChangeIncident(incident.id, {"type": found[0].code}),))


def read_name(incident: IncidentView, words: Sequence[str], _known: Known) -> Reading:
    """Read `name 42 Castle fire`."""
    if not words:
        return hint(say("What shall {number} be called? e.g. name {number} Castle fire", number=incident.number))
    text = " ".join(words)
    return Reading(say("{number} is called {name}", number=incident.number, name=text), (ChangeIncident(incident.id, {"name": text}),))


def read_apart(incident: IncidentView, words: Sequence[str], known: Known) -> Reading:
    """Read `apart 43 42`: they are not one, whatever they look like."""
    if not words:
        return hint(say("Which other incident is {number} not the same as? e.g. apart {number} 42", number=incident.number))
    other = known.incident(words[-1])
    if other is None:
        return wrong(say("There is no incident {number}", number=words[-1]))
    said = say("{number} and {other} are two incidents; they are not offered as one again", number=incident.number, other=other.number)
    return Reading(said, (KeepApart(incident.id, other.id),))


def read_split(incident: IncidentView, _words: Sequence[str], known: Known) -> Reading:
    """Read `split 43`: it was no duplicate after all."""
    merging = known.lookups.merging_of(incident.id)
    if incident.merged_into is None or merging is None:
        return wrong(say("{number} was not marked as a duplicate", number=incident.number))
    into = next((one.number for one in known.incidents.values() if one.id == incident.merged_into), "–")
    said = say("{number} was no duplicate of {into}: take that back", number=incident.number, into=into)
    return Reading(said, (Undo(merging),), subject=incident.id)


def read_join(incident: IncidentView, words: Sequence[str], _known: Known) -> Reading:
    """Read `join 42 caller sees smoke`: another call about an incident that is known."""
    text = " ".join(words)
    said = say("Add a call to {number} {place}: {text}", number=incident.number, place=incident.address, text=text or "–")
    call = TakeCall(incident.type, incident.at, incident.address, text=text, incident_id=incident.id)
    return Reading(said, (call,), subject=incident.id)

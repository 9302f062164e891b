"""Whose personal data it is: what is held of an incident, of a crew, of a person by name or number. Reads the picture; any thread that may."""

from __future__ import annotations

from collections.abc import Iterator

from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id
from commandcenter.picture.picture import Picture

Thing = tuple[str, Id]
"""(kind, id)."""


def about_incident(picture: Picture, incident: Id) -> tuple[Thing, ...]:
    """Return an incident, its calls, the people brought from it, the tasks given at it, and the files in messages about it.

    The names of the crews that were there are not of it: those crews may be in danger elsewhere now (`about_crew`).
    """
    return (
        (str(Kind.INCIDENT), incident),
        *((str(Kind.CALL), call.id) for call in picture.calls() if call.incident == incident),
        *((str(Kind.PLACEMENT), placement.id) for placement in picture.care.placements() if placement.incident == incident),
        *((str(Kind.TASK), task.id) for task in picture.teams.tasks() if task.incident == incident),
        *((str(Kind.ATTACHMENT), file.id) for file in picture.words.attachments() if file.incident == incident),
    )


def about_crew(picture: Picture, callsign: str) -> tuple[Thing, ...]:
    """Return the unit of a callsign and its tasks: all names that its crew ever had; nothing for an unknown one."""
    wanted = callsign.casefold().strip()
    units = [unit.id for unit in picture.units() if unit.callsign.casefold() == wanted]
    return tuple(thing for unit in units for thing in ((str(Kind.UNIT), unit), *((str(Kind.TASK), task.id) for task in picture.teams.tasks(unit))))


def about_person(picture: Picture, text: str) -> tuple[Thing, ...]:
    """Return callers, patients, crews, tasks and partners whose name, number or contact contains a text; nothing for an empty one.

    Names that were replaced since are found with the crew that had them.
    """
    wanted = text.casefold().strip()
    return tuple(thing for thing, words in _names(picture) if wanted in words.casefold()) if wanted else ()


def _names(picture: Picture) -> Iterator[tuple[Thing, str]]:
    for call in picture.calls():
        yield (str(Kind.CALL), call.id), f"{call.caller_name or ''}\n{call.caller_phone or ''}"
    for placement in picture.care.placements():
        yield (str(Kind.PLACEMENT), placement.id), placement.who or ""
    for unit in picture.units():
        yield (str(Kind.UNIT), unit.id), "\n".join(picture.teams.members(unit.id))
    for task in picture.teams.tasks():
        yield (str(Kind.TASK), task.id), task.member or ""
    for partner in picture.supplies.partners():
        yield (str(Kind.PARTNER), partner.id), partner.contact or ""

"""Crews in the field: who is there, what each is to do, and what they report."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import EndTask, GiveTask, ReportSituation, ServeUnit, SetTeam
from commandcenter.model.entries import Draft, EntryType, Kind, Section, Value
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.picture.picture import Picture
from commandcenter.picture.teams import MEMBERS, NAMES, SERVED_BY

MOST_MEMBERS = 60
MOST_COUNTED = 100_000
TRENDS = ("better", "same", "worse", "controlled")


def set_team(picture: Picture, command: SetTeam, now: Now) -> list[Draft]:
    """Say who is in a unit's crew; names are personal data."""
    unit = lookup.unit(picture, command.unit_id)
    names = [lookup.check_text(name, say("A name")) for name in command.members]
    if len(names) > MOST_MEMBERS:
        raise Refused("A crew has at most {most} people.", most=MOST_MEMBERS)
    if len({name.casefold() for name in names}) < len(names):
        raise Refused("Two people of a crew need two names.")
    if tuple(names) == picture.teams.members(unit.id):
        raise Refused("Nothing of {callsign} would change.", callsign=unit.callsign)
    return [Draft(EntryType.TEAM_SET, put(Kind.UNIT, unit.id, {MEMBERS: list(names)}, NAMES), about={"unit": unit.id, "count": len(names)})]


def serve_unit(picture: Picture, command: ServeUnit, now: Now) -> list[Draft]:
    """This device goes with a unit; the one it went with before has it no more."""
    unit, served = lookup.unit(picture, command.unit_id), picture.teams.served(now.device)
    if unit.id in served:
        raise Refused("This device is with {callsign} already.", callsign=unit.callsign)
    register = f"{SERVED_BY}{now.device}"
    writes = put(Kind.UNIT, unit.id, {register: True})
    for former in served:
        writes += put(Kind.UNIT, former, {register: False})
    return [Draft(EntryType.UNIT_SERVED, writes, about={"unit": unit.id})]


def give_task(picture: Picture, command: GiveTask, now: Now) -> list[Draft]:
    """Give somebody something to do."""
    unit = lookup.unit(picture, command.unit_id)
    member = command.member.strip()
    if member and member not in picture.teams.members(unit.id):
        raise Refused("{name} is not in the crew of {callsign}.", name=member, callsign=unit.callsign)
    what: dict[str, Value] = {
        "unit": unit.id,
        "incident": unit.incident,
        "text": lookup.check_text(command.text, say("The task")),
        "by": now.actor,
        "ms": now.wall_ms,
    }
    task = now.new_id()
    writes = put(Kind.TASK, task, {"what": what}) + put(Kind.TASK, task, {"member": member}, NAMES)
    return [Draft(EntryType.TASK_GIVEN, writes, about={"unit": unit.id})]


def end_task(picture: Picture, command: EndTask, now: Now) -> list[Draft]:
    """A task is done, or called off."""
    task = picture.teams.task(command.task_id)
    if task is None:
        raise Refused("This task is not known here.")
    if not task.open:
        raise Refused("This task has been ended already.")
    end: dict[str, Value] = {"s": "done" if command.done else "cancelled", "ms": now.wall_ms}
    about: dict[str, Value] = {"unit": task.unit, "incident": task.incident, "text": task.text, "finished": command.done}
    return [Draft(EntryType.TASK_ENDED, put(Kind.TASK, task.id, {"end": end}, Section.OP), about=about)]


def report_situation(picture: Picture, command: ReportSituation, now: Now) -> list[Draft]:
    """Write a short report from the field; its counts can be added up later, its text is what people read."""
    unit = lookup.unit(picture, command.unit_id)
    if command.trend not in TRENDS:
        raise Refused("The situation is one of: {known}.", known=", ".join(TRENDS))
    counts: dict[str, Value] = {
        lookup.check_text(name, say("The count's name")): lookup.check_whole(count, say("A count"), 0, MOST_COUNTED)
        for name, count in command.counts.items()
    }
    body: dict[str, Value] = {
        "text": lookup.check_text(command.text, say("The report")),
        "incident": unit.incident,
        "unit": unit.id,
        "situation": {"trend": command.trend, "counts": counts, "needs": [lookup.check_text(need, say("A need")) for need in command.needs]},
    }
    return [Draft(EntryType.SITUATION_REPORTED, put(Kind.NOTE, now.new_id(), {"body": body}))]

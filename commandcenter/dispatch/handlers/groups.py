"""Groups of units to send messages to, and files that are forgotten."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import DropGroup, RemoveAttachment, SaveGroup
from commandcenter.model.entries import Draft, EntryType, Kind, Section, Value
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.picture.messages import FORGET
from commandcenter.picture.picture import Picture

LONGEST_NAME = 40


def save_group(picture: Picture, command: SaveGroup, now: Now) -> list[Draft]:
    """Make a group or change one."""
    name = " ".join(lookup.check_text(command.name, say("The name of the group")).split())
    if len(name) > LONGEST_NAME:
        raise Refused("A group's name has {most} characters at most.", most=LONGEST_NAME)
    if command.group_id is not None and picture.words.group(command.group_id) is None:
        raise Refused("This group is not known here.")
    if any(group.name.casefold() == name.casefold() and group.id != command.group_id for group in picture.words.groups()):
        raise Refused("There is a group {name} already.", name=name)
    first = name.split()[0].casefold()
    if any(unit.callsign.casefold() == name.casefold() for unit in picture.units()) or picture.incident_by_number(first.upper()) is not None:
        raise Refused("{name} is a unit or an incident; give the group another name.", name=name)
    if not (command.units or command.stations or command.kinds or command.capabilities):
        raise Refused("A group needs units, a station, a kind or a capability.")
    for unit in command.units:
        lookup.unit(picture, unit)
    if any(picture.station(station) is None for station in command.stations):
        raise Refused("This station is not known here.")
    members: dict[str, Value] = {
        "units": sorted(set(command.units)),
        "stations": sorted(set(command.stations)),
        "kinds": sorted(set(command.kinds)),
        "capabilities": sorted(set(command.capabilities)),
    }
    fields: dict[str, Value] = {"name": name, "members": members, "dropped": False}
    return [Draft(EntryType.GROUP_SAVED, put(Kind.GROUP, command.group_id or now.new_id(), fields))]


def drop_group(picture: Picture, command: DropGroup, now: Now) -> list[Draft]:
    """Take a group out of the list."""
    group = picture.words.group(command.group_id)
    if group is None:
        raise Refused("This group is not known here.")
    return [Draft(EntryType.GROUP_DROPPED, put(Kind.GROUP, group.id, {"dropped": True}), about={"group": group.name})]


def remove_attachment(picture: Picture, command: RemoveAttachment, now: Now) -> list[Draft]:
    """Decree that a file is forgotten; every device that gets this entry deletes it by itself."""
    reason = lookup.check_text(command.reason, say("The reason"))
    file = picture.words.attachment(command.attachment_id)
    if file is None:
        raise Refused("This attachment is not known here.")
    if file.removed is not None:
        raise Refused("This attachment was removed already: {why}", why=file.removed)
    if file.section != Section.OP:
        raise Refused("This attachment holds personal data; erase it as such.")
    removed: dict[str, Value] = {"reason": reason, "ms": now.wall_ms}
    about: dict[str, Value] = {"name": file.name, "reason": reason, "incident": file.incident, FORGET: [file.hash]}
    return [Draft(EntryType.ATTACHMENT_REMOVED, put(Kind.ATTACHMENT, file.id, {"removed": removed}), about=about)]

"""What people say and note, what they attach to it, who has read it, and groups to say it to; never overwritten."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import AddNote, NewFile, ReadMessages, SendMessage
from commandcenter.model.entries import Draft, EntryType, Kind, Section, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.picture.groups import members_of
from commandcenter.picture.messages import READ, MessageView
from commandcenter.picture.picture import Picture

LONGEST = 4_000
"""Characters of one message; what is longer is a document to attach."""
MOST_FILES = 10
MOST_AT_ONCE = 200
"""Messages that are read at once."""
MOST_NAMED = 8
"""Receivers that a row of the log names; the rest is counted."""
LONGEST_FILE_NAME, LARGEST_PREVIEW = 120, 16_000


def send_message(picture: Picture, command: SendMessage, now: Now) -> list[Draft]:
    """Send a text about an incident, to units or to a group; who gets it is decided now and stands in the entry."""
    if command.incident_id is not None:
        lookup.incident(picture, command.incident_id)
    text = _text(command)
    to, said_to = _receivers(picture, command)
    body: dict[str, Value] = {
        "text": text,
        "incident": command.incident_id,
        "unit": command.unit_id,
        "group": command.group_id,
        "to": list(to),
        "everybody": command.everybody,
        "by": now.actor,
        "ms": now.wall_ms,
    }
    if command.from_unit:
        body["from_unit"] = True
    message = now.new_id()
    writes = put(Kind.MESSAGE, message, {"body": body})
    for file in command.files:
        writes += _attached(file, message, command.incident_id, now)
    about: dict[str, Value] = {"files": len(command.files)} if command.files else {}
    if said_to:
        about["to"] = said_to
    return [Draft(EntryType.MESSAGE_SENT, writes, about=about)]


def _text(command: SendMessage) -> str:
    if len(command.files) > MOST_FILES:
        raise Refused("A message carries {n} files at most.", n=MOST_FILES)
    if command.files and not command.text.strip():
        return ""
    text = lookup.check_text(command.text, say("The message"))
    if len(text) > LONGEST:
        raise Refused("A message has {most} characters at most; attach a longer text as a document.", most=f"{LONGEST:,}")
    return text


def _receivers(picture: Picture, command: SendMessage) -> tuple[tuple[Id, ...], str]:
    """Return the units that get it, and how the log names them; no name where the entry tells by itself."""
    named = [command.unit_id] if command.unit_id is not None and not command.from_unit else []
    units = [lookup.unit(picture, unit) for unit in dict.fromkeys([*named, *command.unit_ids])]
    if command.from_unit and command.unit_id is not None:
        lookup.unit(picture, command.unit_id)
    said = ", ".join(unit.callsign for unit in units) if len(units) > 1 else ""
    if command.group_id is not None:
        group = picture.words.group(command.group_id)
        if group is None:
            raise Refused("This group is not known here.")
        members = members_of(group, picture.units())
        if not members:
            raise Refused("Nobody belongs to the group {name} now.", name=group.name)
        units += [unit for unit in members if unit.id not in {one.id for one in units}]
        said = f"{group.name} ({_few([unit.callsign for unit in units])})"
    elif command.everybody:
        units = list(picture.units())
    elif command.incident_id is not None and not units:
        incident = lookup.incident(picture, command.incident_id)
        units = [unit for unit in map(picture.unit, incident.units) if unit is not None and not (command.from_unit and unit.id == command.unit_id)]
    return tuple(unit.id for unit in units), said


def _few(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join(names) if more <= 0 else ", ".join(names[:MOST_NAMED]) + f" +{more}"


def _attached(file: NewFile, message: Id, incident: Id | None, now: Now) -> tuple[Write, ...]:
    """Return what the log keeps of a file: its measure for all, name, key and preview for those who may see its section."""
    name, sections = file.name.strip(), set(Section)
    if not name or len(name) > LONGEST_FILE_NAME or len(file.hash) != 32 or len(file.key) != 32 or file.section not in sections:
        raise Refused("This attachment is not what it should be.")
    if len(file.preview) > LARGEST_PREVIEW:
        raise Refused("The preview of {name} is too large.", name=name)
    what: dict[str, Value] = {"hash": file.hash, "size": file.size, "message": message, "incident": incident, "by": now.actor, "ms": now.wall_ms}
    content: dict[str, Value] = {"name": name, "media": file.media, "key": file.key, "preview": file.preview}
    entity = now.new_id()
    return (
        *put(Kind.ATTACHMENT, entity, {"what": {**what, "section": file.section}}),
        *put(Kind.ATTACHMENT, entity, {"content": content}, file.section),
    )


def read_messages(picture: Picture, command: ReadMessages, now: Now) -> list[Draft]:
    """Note that a person has opened messages; those that were noted before are left out."""
    if not 0 < len(command.message_ids) <= MOST_AT_ONCE:
        raise Refused("From 1 to {most} messages can be read at once.", most=MOST_AT_ONCE)
    if command.unit_id is not None:
        lookup.unit(picture, command.unit_id)
    reader = command.unit_id or now.actor
    messages = [_message(picture, ident) for ident in dict.fromkeys(command.message_ids)]
    fresh = [message for message in messages if reader not in message.read and reader not in (message.by, message.sender)]
    if not fresh:
        return []
    writes: tuple[Write, ...] = ()
    for message in fresh:
        writes += put(Kind.MESSAGE, message.id, {READ + reader: {"ms": now.wall_ms}})
    about: dict[str, Value] = {"count": len(fresh), "incident": fresh[0].incident if len({m.incident for m in fresh}) == 1 else None}
    if command.unit_id is not None:
        about["unit"] = command.unit_id
    return [Draft(EntryType.MESSAGE_READ, writes, about=about)]


def _message(picture: Picture, ident: Id) -> MessageView:
    found = picture.words.message(ident)
    if found is None:
        raise Refused("This message is not known here.")
    return found


def add_note(picture: Picture, command: AddNote, now: Now) -> list[Draft]:
    """Write a line into the log."""
    if command.incident_id is not None:
        lookup.incident(picture, command.incident_id)
    body: dict[str, Value] = {"text": lookup.check_text(command.text, say("The note")), "incident": command.incident_id, "unit": None}
    return [Draft(EntryType.NOTE_ADDED, put(Kind.NOTE, now.new_id(), {"body": body}))]

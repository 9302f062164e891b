"""What people say and note; never overwritten."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import AddNote, SendMessage
from commandcenter.model.entries import Draft, EntryType, Kind, Value
from commandcenter.model.sentences import say
from commandcenter.picture.picture import Picture


def send_message(picture: Picture, command: SendMessage, now: Now) -> list[Draft]:
    """Send a text about an incident or to a unit."""
    if command.incident_id is not None:
        lookup.incident(picture, command.incident_id)
    if command.unit_id is not None:
        lookup.unit(picture, command.unit_id)
    body: dict[str, Value] = {"text": lookup.check_text(command.text, say("The message")), "incident": command.incident_id, "unit": command.unit_id}
    return [Draft(EntryType.MESSAGE_SENT, put(Kind.MESSAGE, now.new_id(), {"body": body}))]


def add_note(picture: Picture, command: AddNote, now: Now) -> list[Draft]:
    """Write a line into the log."""
    if command.incident_id is not None:
        lookup.incident(picture, command.incident_id)
    body: dict[str, Value] = {"text": lookup.check_text(command.text, say("The note")), "incident": command.incident_id, "unit": None}
    return [Draft(EntryType.NOTE_ADDED, put(Kind.NOTE, now.new_id(), {"body": body}))]

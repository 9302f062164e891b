"""The operation itself and who works in it."""

from __future__ import annotations

from commandcenter.dispatch.lookup import check_text
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import OpenOperation, SignIn
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Value
from commandcenter.model.errors import Refused
from commandcenter.model.ids import is_exercise
from commandcenter.model.sentences import say
from commandcenter.picture.picture import Picture


def open_operation(picture: Picture, command: OpenOperation, now: Now) -> list[Draft]:
    """Name the operation; once."""
    if picture.heads(Key(Kind.OPERATION, picture.operation, "name")):
        raise Refused("This operation has been opened already.")
    if is_exercise(picture.operation) and not command.exercise:
        raise Refused("This operation is an exercise; it cannot be opened as live work.")
    name = check_text(command.name, say("The operation's name"))
    fields: dict[str, Value] = {"name": name, "region": command.region, "exercise": command.exercise}
    return [Draft(EntryType.OPERATION_OPENED, put(Kind.OPERATION, picture.operation, fields))]


def sign_in(picture: Picture, command: SignIn, now: Now) -> list[Draft]:
    """Put an operator on the seat."""
    fields: dict[str, Value] = {"name": check_text(command.name, say("The operator's name")), "role": command.role}
    return [Draft(EntryType.OPERATOR_SIGNED_IN, put(Kind.OPERATOR, command.operator_id, fields))]

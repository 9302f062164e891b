"""What is entered afterwards: decided as ever, with the time at which it happened, and marked as late."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from commandcenter.dispatch.now import Now
from commandcenter.model.commands import LATE_COMMANDS, Command, EnterLate
from commandcenter.model.entries import Draft
from commandcenter.model.errors import Refused
from commandcenter.picture.facts import LATE
from commandcenter.picture.picture import Picture

OLDEST_MS = 31 * 86_400_000
"""What is older belongs into a report, not into the log of this operation."""

Handler = Callable[[Picture, Any, Now], list[Draft]]


def entering_late(handlers: Mapping[type[Command], Handler]) -> Handler:
    """Return the handler that carries others out at an earlier time."""

    def enter_late(picture: Picture, command: EnterLate, now: Now) -> list[Draft]:
        if not isinstance(command.command, LATE_COMMANDS):
            raise Refused("This cannot be entered late; write a note.")
        if command.happened_ms > now.wall_ms:
            raise Refused("This lies in the future; what is entered late has happened.")
        if command.happened_ms < now.wall_ms - OLDEST_MS:
            raise Refused("This is more than 31 days ago; check the date.")
        drafts = handlers[type(command.command)](picture, command.command, replace(now, wall_ms=command.happened_ms))
        return [replace(draft, about={**draft.about, LATE: command.happened_ms}) for draft in drafts]

    return enter_late

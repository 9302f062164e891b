"""What people say and note."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.commands.base import Command
from commandcenter.model.ids import Id


@dataclass(frozen=True, slots=True)
class SendMessage(Command):
    """Say something about an incident or to a unit."""

    text: str
    incident_id: Id | None = None
    unit_id: Id | None = None


@dataclass(frozen=True, slots=True)
class AddNote(Command):
    """Write a line into the log."""

    text: str
    incident_id: Id | None = None

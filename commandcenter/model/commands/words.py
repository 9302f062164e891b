"""What people say and note, to whom, and what they attach to it."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.commands.base import Command
from commandcenter.model.entries import Section
from commandcenter.model.ids import Id


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that lies sealed beside the log already; this is what the log says of it."""

    hash: bytes
    """SHA-256 of the sealed bytes, 32 bytes: its name everywhere."""
    size: int
    """Bytes as the person gave them."""
    key: bytes
    """32 bytes that open it; kept in `section`, so erasing that section closes every copy for good."""
    name: str
    media: str
    """Media type, e.g. `image/jpeg`."""
    preview: bytes = b""
    """A small picture, a simplified track or the first lines, by media type; empty where there is none."""
    section: str = Section.PII


@dataclass(frozen=True, slots=True)
class SendMessage(Command):
    """Say something about an incident, to units, or to a group: its members of that moment get it."""

    text: str
    incident_id: Id | None = None
    unit_id: Id | None = None
    """Who it is to; or which unit says it (`from_unit`)."""
    unit_ids: tuple[Id, ...] = ()
    """More units that it is to."""
    group_id: Id | None = None
    everybody: bool = False
    files: tuple[NewFile, ...] = ()
    from_unit: bool = False


@dataclass(frozen=True, slots=True)
class ReadMessages(Command):
    """A person has opened messages: at a unit's device for that unit, else at a desk."""

    message_ids: tuple[Id, ...]
    unit_id: Id | None = None


@dataclass(frozen=True, slots=True)
class SaveGroup(Command):
    """Make a group, or change one. Members: those picked by hand, and every unit that fits all the kinds of criteria that are given."""

    name: str
    units: tuple[Id, ...] = ()
    stations: tuple[Id, ...] = ()
    kinds: tuple[str, ...] = ()
    capabilities: tuple[str, ...] = ()
    group_id: Id | None = None


@dataclass(frozen=True, slots=True)
class DropGroup(Command):
    """A group is not needed any more; what was sent to it stays."""

    group_id: Id


@dataclass(frozen=True, slots=True)
class RemoveAttachment(Command):
    """Forget a file without personal data on every device; personal ones are erased by `ErasePersonalData`."""

    attachment_id: Id
    reason: str


@dataclass(frozen=True, slots=True)
class AddNote(Command):
    """Write a line into the log."""

    text: str
    incident_id: Id | None = None

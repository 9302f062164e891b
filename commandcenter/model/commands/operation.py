"""The operation itself, who works in it, and the mending of what was written."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.commands.base import Command
from commandcenter.model.entries import EntryId, Key, Value
from commandcenter.model.ids import Id


@dataclass(frozen=True, slots=True)
class OpenOperation(Command):
    """Name the operation this log belongs to; the first entry of a log."""

    name: str
    region: str
    exercise: bool = False


@dataclass(frozen=True, slots=True)
class SignIn(Command):
    """An operator takes the seat."""

    operator_id: Id
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class ResolveConflict(Command):
    """Close a conflict with a value; the basis is all heads that were shown."""

    key: Key
    value: Value
    heads: tuple[EntryId, ...]


@dataclass(frozen=True, slots=True)
class Undo(Command):
    """Compensate an earlier entry: write back what stood before, where nobody has written since."""

    entry_id: EntryId

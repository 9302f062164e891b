"""A unit's people in the field, what each of them is to do, and how it stands there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.model.commands.base import Command
from commandcenter.model.ids import Id


@dataclass(frozen=True, slots=True)
class SetTeam(Command):
    """Say who is in a unit's crew today."""

    unit_id: Id
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServeUnit(Command):
    """This device stands with a unit from now on, and with no other: what reaches it has reached the unit."""

    unit_id: Id


@dataclass(frozen=True, slots=True)
class GiveTask(Command):
    """Give somebody of a unit's crew, or the whole crew, something to do."""

    unit_id: Id
    text: str
    member: str = ""
    """Empty: the whole crew."""


@dataclass(frozen=True, slots=True)
class EndTask(Command):
    """A task is done, or is not to be done any more."""

    task_id: Id
    done: bool = True


@dataclass(frozen=True, slots=True)
class ReportSituation(Command):
    """A short report from the field in fixed terms, and what else there is to say."""

    unit_id: Id
    trend: str
    """`better`, `same`, `worse` or `controlled`."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """e.g. `injured`, `missing`, `rescued`, `dead`, by name."""
    needs: tuple[str, ...] = ()
    """Codes of what is asked for."""
    text: str = ""
    """The report as it is read, in the words of whoever wrote it."""

"""The safety of crews, and what must not be forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.commands.base import Command
from commandcenter.model.ids import Id


@dataclass(frozen=True, slots=True)
class DeclareMayday(Command):
    """A crew is in danger of its life."""

    unit_id: Id
    text: str = ""


@dataclass(frozen=True, slots=True)
class EndMayday(Command):
    """The crew is safe; it never ends by itself."""

    unit_id: Id
    reason: str


@dataclass(frozen=True, slots=True)
class ReportContact(Command):
    """A unit was heard and is well."""

    unit_id: Id
    text: str = ""


@dataclass(frozen=True, slots=True)
class StartRollCall(Command):
    """Ask every unit at an incident whether all its people are accounted for (PAR)."""

    incident_id: Id


@dataclass(frozen=True, slots=True)
class AnswerRollCall(Command):
    """A unit says how many of its people it has with it."""

    roll_call_id: Id
    unit_id: Id
    persons: int


@dataclass(frozen=True, slots=True)
class EndRollCall(Command):
    """End a roll-call; with people missing only with a reason."""

    roll_call_id: Id
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SetTimer(Command):
    """Be reminded of something at a moment."""

    text: str
    due_ms: int
    incident_id: Id | None = None


@dataclass(frozen=True, slots=True)
class EndTimer(Command):
    """What a timer reminded of is done."""

    timer_id: Id


@dataclass(frozen=True, slots=True)
class AnswerAlarm(Command):
    """Somebody has an alarm in hand: it sounds no more, and stays in the list until its cause is gone."""

    alarm_id: Id
    text: str = ""

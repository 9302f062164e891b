"""Calls and incidents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.model.commands.base import Command
from commandcenter.model.entries import Value
from commandcenter.model.ids import Id
from commandcenter.model.words import CallbackState, IncidentState, LonLat


@dataclass(frozen=True, slots=True)
class TakeCall(Command):
    """Record a call; the caller's name, number and words go to the `pii` section."""

    type: str
    at: LonLat | None
    address: str
    caller_name: str = ""
    caller_phone: str = ""
    text: str = ""
    incident_id: Id | None = None
    """Link to this incident at once."""
    rang_ms: int | None = None
    """When it began to ring here; `None`: nobody knows."""
    answered_ms: int | None = None
    """When it was answered; `None`: nobody knows."""


@dataclass(frozen=True, slots=True)
class AskCallback(Command):
    """The caller must be rung back: the line dropped, or it was promised. Either a call that is recorded, or one that is recorded by this."""

    why: str = ""
    call_id: Id | None = None
    call: TakeCall | None = None


@dataclass(frozen=True, slots=True)
class NoteCallback(Command):
    """The caller was rung back: reached, not reached this time, or given up."""

    call_id: Id
    state: CallbackState
    text: str = ""
    """Needed where it is given up."""


@dataclass(frozen=True, slots=True)
class LinkCall(Command):
    """Link a call to an incident."""

    call_id: Id
    incident_id: Id


@dataclass(frozen=True, slots=True)
class ReportIncident(Command):
    """Open an incident."""

    type: str
    """Code of an incident type, e.g. `fire.structure`."""
    at: LonLat
    address: str
    priority: int | None = None
    """`None`: the type's own."""
    text: str = ""
    caller_name: str = ""
    caller_phone: str = ""
    alarm_level: int = 1
    answered_ms: int | None = None
    """When the call was answered; `None`: it was not a call, or nobody knows."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """Code of a question → code of its answer; goes to the `med` section."""
    rang_ms: int | None = None
    """When the call began to ring here; `None`: it was not a call, or nobody knows."""


@dataclass(frozen=True, slots=True)
class ChangeIncident(Command):
    """Correct fields: type, priority, grade, at (`[lon, lat]`), address, text, alarm_level, name, answers (question → answer, all of them)."""

    incident_id: Id
    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class SetIncidentState(Command):
    """Move an incident on: triaged, on scene, under control, closed, cancelled; from closed back is a reopening."""

    incident_id: Id
    state: IncidentState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MergeIncident(Command):
    """Mark an incident as a duplicate of another; its calls and units go over."""

    duplicate_id: Id
    into_id: Id


@dataclass(frozen=True, slots=True)
class KeepApart(Command):
    """Say that two incidents which look alike are not one: nobody is offered the pair again."""

    incident_id: Id
    other_id: Id

"""What happened while nobody could write it down, and what takes back what was written down."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.commands.base import Command
from commandcenter.model.commands.incidents import ChangeIncident, ReportIncident, SetIncidentState, TakeCall
from commandcenter.model.commands.orders import AnswerOrder, ReadBackOrder, SendOrder, WithdrawOrder
from commandcenter.model.commands.roads import CloseRoad, ReopenRoad
from commandcenter.model.commands.safety import DeclareMayday, EndMayday, ReportContact
from commandcenter.model.commands.supplies import IssueStock
from commandcenter.model.commands.units import AssignUnit, ReleaseUnit, SetUnitStatus
from commandcenter.model.commands.words import AddNote, SendMessage
from commandcenter.model.entries import EntryId

LATE_COMMANDS = (
    AddNote,
    AnswerOrder,
    AssignUnit,
    ChangeIncident,
    CloseRoad,
    DeclareMayday,
    EndMayday,
    IssueStock,
    ReadBackOrder,
    ReleaseUnit,
    ReopenRoad,
    ReportContact,
    ReportIncident,
    SendMessage,
    SendOrder,
    SetIncidentState,
    SetUnitStatus,
    TakeCall,
    WithdrawOrder,
)
"""What a person may write down afterwards; the rest is only true when it is done."""


@dataclass(frozen=True, slots=True)
class EnterLate(Command):
    """Write down now what happened earlier, from a card or from memory: the entry carries both times."""

    command: Command
    happened_ms: int
    """When it really happened, ms since the epoch."""


@dataclass(frozen=True, slots=True)
class TakeBack(Command):
    """Take an entry back by the step that is there for it, where its values cannot be written back: a note is followed by another one."""

    entry_id: EntryId
    command: Command
    """The step; a plain command, never one that is entered late."""


def meant(command: Command) -> type[Command]:
    """Return what a command does: of one that is entered late, what happened; of one that takes back, its step."""
    return type(command.command) if isinstance(command, EnterLate | TakeBack) else type(command)

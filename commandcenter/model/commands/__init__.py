"""Every change a person, a sensor or an inject can ask for. Imperative, frozen, plain data.

A command carries what was decided, never how: ids of new things are made by the handler's `new_id`.
"""

from commandcenter.model.commands.base import Command
from commandcenter.model.commands.incidents import ChangeIncident, LinkCall, MergeIncident, ReportIncident, SetIncidentState, TakeCall
from commandcenter.model.commands.operation import OpenOperation, ResolveConflict, SignIn, Undo
from commandcenter.model.commands.roads import CloseRoad, ReopenRoad
from commandcenter.model.commands.supplies import AddDepot, EndReservation, MoveStock, ReserveStock
from commandcenter.model.commands.units import (
    AcceptRecommendation,
    AddFacility,
    AddStation,
    AddUnit,
    AssignUnit,
    ChangeUnit,
    ReleaseUnit,
    SetUnitStatus,
)
from commandcenter.model.commands.words import AddNote, SendMessage

__all__ = [
    "AcceptRecommendation",
    "AddDepot",
    "AddFacility",
    "AddNote",
    "AddStation",
    "AddUnit",
    "AssignUnit",
    "ChangeIncident",
    "ChangeUnit",
    "CloseRoad",
    "Command",
    "EndReservation",
    "LinkCall",
    "MergeIncident",
    "MoveStock",
    "OpenOperation",
    "ReleaseUnit",
    "ReopenRoad",
    "ReportIncident",
    "ReserveStock",
    "ResolveConflict",
    "SendMessage",
    "SetIncidentState",
    "SetUnitStatus",
    "SignIn",
    "TakeCall",
    "Undo",
]

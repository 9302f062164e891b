"""Every change a person, a sensor or an inject can ask for. Imperative, frozen, plain data.

A command carries what was decided, never how: ids of new things are made by the handler's `new_id`.
"""

from commandcenter.model.commands.base import Command
from commandcenter.model.commands.care import ChangeFacility, MovePlacement, ReportCapacity, ReservePlaces
from commandcenter.model.commands.catalogue import ChangeCatalogue, RestoreCatalogue
from commandcenter.model.commands.incidents import ChangeIncident, LinkCall, MergeIncident, ReportIncident, SetIncidentState, TakeCall
from commandcenter.model.commands.operation import OpenOperation, ResolveConflict, SignIn, Undo
from commandcenter.model.commands.orders import AnswerOrder, SendOrder, WithdrawOrder
from commandcenter.model.commands.partners import AddPartner, AnswerOffer, OfferStock, OfferTeam
from commandcenter.model.commands.privacy import CloseOperation, ErasePersonalData, Ground, RecordAccess, SetSharing, ShareStock
from commandcenter.model.commands.rights import EnrolDevice, GrantRole, RatifyEntry, RevokeDevice, RevokeGrant, SucceedDevice, VoidEntry
from commandcenter.model.commands.roads import CloseRoad, ReopenRoad
from commandcenter.model.commands.safety import (
    AnswerAlarm,
    AnswerRollCall,
    DeclareMayday,
    EndMayday,
    EndRollCall,
    EndTimer,
    ReportContact,
    SetTimer,
    StartRollCall,
)
from commandcenter.model.commands.search import AddSectors, BeginSearch, EndSearch, EndSweep, RateSectors, TaskTeam
from commandcenter.model.commands.speeds import AdoptSpeeds
from commandcenter.model.commands.supplies import (
    AddDepot,
    AnswerTransfer,
    AskTransfer,
    EndReservation,
    IssueStock,
    MoveStock,
    ReceiveTransfer,
    ReserveStock,
    SetMinimum,
    ShipTransfer,
)
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
    "AddPartner",
    "AddSectors",
    "AddStation",
    "AddUnit",
    "AdoptSpeeds",
    "AnswerAlarm",
    "AnswerOffer",
    "AnswerOrder",
    "AnswerRollCall",
    "AnswerTransfer",
    "AskTransfer",
    "AssignUnit",
    "BeginSearch",
    "ChangeCatalogue",
    "ChangeFacility",
    "ChangeIncident",
    "ChangeUnit",
    "CloseOperation",
    "CloseRoad",
    "Command",
    "DeclareMayday",
    "EndMayday",
    "EndReservation",
    "EndRollCall",
    "EndSearch",
    "EndSweep",
    "EndTimer",
    "EnrolDevice",
    "ErasePersonalData",
    "GrantRole",
    "Ground",
    "IssueStock",
    "LinkCall",
    "MergeIncident",
    "MovePlacement",
    "MoveStock",
    "OfferStock",
    "OfferTeam",
    "OpenOperation",
    "RateSectors",
    "RatifyEntry",
    "ReceiveTransfer",
    "RecordAccess",
    "ReleaseUnit",
    "ReopenRoad",
    "ReportCapacity",
    "ReportContact",
    "ReportIncident",
    "ReservePlaces",
    "ReserveStock",
    "ResolveConflict",
    "RestoreCatalogue",
    "RevokeDevice",
    "RevokeGrant",
    "SendMessage",
    "SendOrder",
    "SetIncidentState",
    "SetMinimum",
    "SetSharing",
    "SetTimer",
    "SetUnitStatus",
    "ShareStock",
    "ShipTransfer",
    "SignIn",
    "StartRollCall",
    "SucceedDevice",
    "TakeCall",
    "TaskTeam",
    "Undo",
    "VoidEntry",
    "WithdrawOrder",
]

"""Every change a person, a sensor or an inject can ask for. Imperative, frozen, plain data.

A command carries what was decided, never how: ids of new things are made by the handler's `new_id`.
"""

from commandcenter.model.commands.base import Command
from commandcenter.model.commands.care import ChangeFacility, MovePlacement, ReportCapacity, ReservePlaces
from commandcenter.model.commands.catalogue import ChangeCatalogue, RestoreCatalogue
from commandcenter.model.commands.drawings import ChangeSketch, CloseHazard, DrawSketch, RemoveSketch
from commandcenter.model.commands.exercise import SetExerciseClock, WriteStaffNote
from commandcenter.model.commands.incidents import ChangeIncident, LinkCall, MergeIncident, ReportIncident, SetIncidentState, TakeCall
from commandcenter.model.commands.late import LATE_COMMANDS, EnterLate, meant
from commandcenter.model.commands.operation import OpenOperation, ResolveConflict, SignIn, Undo
from commandcenter.model.commands.orders import AnswerOrder, ReadBackOrder, SendOrder, WithdrawOrder
from commandcenter.model.commands.partners import AddPartner, AnswerOffer, AskPartner, OfferStock, OfferTeam
from commandcenter.model.commands.privacy import CloseOperation, ErasePersonalData, Ground, RecordAccess, SetSharing, ShareStock
from commandcenter.model.commands.rights import (
    EnrolDevice,
    GrantRole,
    RatifyEntry,
    RecoverRights,
    RevokeDevice,
    RevokeGrant,
    SucceedDevice,
    VoidEntry,
)
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
from commandcenter.model.commands.teams import EndTask, GiveTask, ReportSituation, SetTeam
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
from commandcenter.model.commands.words import AddNote, DropGroup, NewFile, ReadMessages, RemoveAttachment, SaveGroup, SendMessage

__all__ = [
    "LATE_COMMANDS",
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
    "AskPartner",
    "AskTransfer",
    "AssignUnit",
    "BeginSearch",
    "ChangeCatalogue",
    "ChangeFacility",
    "ChangeIncident",
    "ChangeSketch",
    "ChangeUnit",
    "CloseHazard",
    "CloseOperation",
    "CloseRoad",
    "Command",
    "DeclareMayday",
    "DrawSketch",
    "DropGroup",
    "EndMayday",
    "EndReservation",
    "EndRollCall",
    "EndSearch",
    "EndSweep",
    "EndTask",
    "EndTimer",
    "EnrolDevice",
    "EnterLate",
    "ErasePersonalData",
    "GiveTask",
    "GrantRole",
    "Ground",
    "IssueStock",
    "LinkCall",
    "MergeIncident",
    "MovePlacement",
    "MoveStock",
    "NewFile",
    "OfferStock",
    "OfferTeam",
    "OpenOperation",
    "RateSectors",
    "RatifyEntry",
    "ReadBackOrder",
    "ReadMessages",
    "ReceiveTransfer",
    "RecordAccess",
    "RecoverRights",
    "ReleaseUnit",
    "RemoveAttachment",
    "RemoveSketch",
    "ReopenRoad",
    "ReportCapacity",
    "ReportContact",
    "ReportIncident",
    "ReportSituation",
    "ReservePlaces",
    "ReserveStock",
    "ResolveConflict",
    "RestoreCatalogue",
    "RevokeDevice",
    "RevokeGrant",
    "SaveGroup",
    "SendMessage",
    "SendOrder",
    "SetExerciseClock",
    "SetIncidentState",
    "SetMinimum",
    "SetSharing",
    "SetTeam",
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
    "WriteStaffNote",
    "meant",
]

"""Every command has its line, or a window that has a key and a line of its own; the rest the program gives by itself."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.model import commands as c
from commandcenter.model.rights import RIGHT_OF
from commandcenter.ui.command_line.grammar import read
from commandcenter.ui.command_line.reading import Act
from commandcenter.ui.frame.keys import bound_keys

from .known_words import CALLED, KNOWN

LINES: Mapping[type[c.Command], str] = {
    c.ReportIncident: "new fire 12 Mill Lane",
    c.TakeCall: "join 42 caller sees smoke",
    c.AskCallback: "callback 0151 5550123",
    c.NoteCallback: "callback reached",
    c.LinkCall: "link 5550123 to 42",
    c.ChangeIncident: "grade 42 2",
    c.SetIncidentState: "close 42",
    c.MergeIncident: "merge 43 into 42",
    c.KeepApart: "apart 43 42",
    c.Undo: "split 40",
    c.AssignUnit: "d 42 E1",
    c.StopSending: "hold 42",
    c.ReleaseUnit: "rel M3",
    c.SetUnitStatus: "E1 os",
    c.ChangeUnit: "crew E1 M3",
    c.SendOrder: "order E1 wait",
    c.AnswerOrder: "ack E1 ok",
    c.WithdrawOrder: "withdraw E1 why",
    c.ReadBackOrder: "back E1 tango kilo",
    c.DeclareMayday: "mayday E1 help",
    c.EndMayday: "mayday E1 end all out",
    c.ReportContact: "contact E1",
    c.StartRollCall: "par 42",
    c.AnswerRollCall: "par E2 3",
    c.EndRollCall: "par 43 end",
    c.SetTimer: "timer 10 wind",
    c.EndTimer: "timer end wind",
    c.AnswerAlarm: "hand",
    c.SendMessage: "msg E1 turn back",
    c.AddNote: "note power cut",
    c.EnterLate: "late 14:05 E1 os",
    c.IssueStock: "stock 20 blanket from Central",
    c.AskTransfer: "ask 20 blanket from Central for 42",
    c.AnswerTransfer: "transfer 42 yes",
    c.ReportCapacity: "hosp 12/20 emergency St. Mary",
    c.ReservePlaces: "keep 2 emergency St. Mary for 42",
    c.MovePlacement: "placed E1 arrived",
    c.DrawSketch: "hazard 200 Mill",
    c.ReopenRoad: "closure end Old bridge",
}
STREET = "closure Mill"
"""Names a street; what closes is shown before the road is closed."""
WINDOWS: Mapping[str, tuple[type[c.Command], ...]] = {
    "window_people": (c.GrantRole, c.RevokeGrant, c.EnrolDevice, c.RevokeDevice, c.RatifyEntry, c.VoidEntry, c.RecoverRights),
    "window_operator": (c.SignIn,),
    "regions": (c.OpenOperation,),
    "window_importing": (c.AddStation, c.AddUnit, c.AddFacility, c.AddDepot, c.MoveStock, c.SetMinimum),
    "window_supplies": (c.ShipTransfer, c.ReceiveTransfer, c.ShareStock, c.OfferStock, c.OfferTeam, c.AddPartner, c.AskPartner, c.AnswerOffer),
    "depots": (c.ReserveStock, c.EndReservation),
    "window_facilities": (c.ChangeFacility,),
    "closures": (c.CloseRoad,),
    "sketches": (c.CloseHazard, c.ChangeSketch, c.RemoveSketch),
    "tab_2": (c.AcceptRecommendation,),
    "window_moves": (c.OrderMove, c.DeclineMove),
    "window_search": (c.BeginSearch, c.AddSectors, c.RateSectors, c.TaskTeam, c.EndSweep, c.EndSearch),
    "window_messages": (c.SaveGroup, c.DropGroup, c.RemoveAttachment),
    "window_data": (c.ErasePersonalData, c.SetSharing, c.CloseOperation),
    "window_catalogue": (c.ChangeCatalogue, c.RestoreCatalogue),
    "window_speeds": (c.AdoptSpeeds,),
    "window_exercise": (c.SetExerciseClock, c.WriteStaffNote),
    "conflicts": (c.ResolveConflict,),
}
"""By the act that opens it."""
FIELD = (c.SetTeam, c.ServeUnit, c.GiveTask, c.EndTask, c.ReportSituation)
"""Of the field window, which has keys and no command line."""
BY_ITSELF = (c.AnnounceRecovery, c.SucceedDevice, c.WeighDecision, c.ReadMessages, c.RecordAccess, c.TakeBack, c.ReportNotSent)
"""What the program gives beside what a person does."""


def test_every_line_gives_its_command() -> None:
    for command, line in LINES.items():
        given = {type(one) for known in (KNOWN, CALLED) for one in read(line, known).commands}
        assert command in given, line
    assert read(STREET, KNOWN).act is Act.STREET


def test_every_window_that_gives_commands_has_a_key_and_a_line() -> None:
    keys = bound_keys()
    assert [act for act in WINDOWS if not keys[act].keys] == []


def test_every_command_has_a_line_or_a_window() -> None:
    windows = [command for commands in WINDOWS.values() for command in commands]
    told = {*LINES, *windows, *FIELD, *BY_ITSELF}
    assert {command.__name__ for command in RIGHT_OF if command not in told} == set()

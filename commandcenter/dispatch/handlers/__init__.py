"""One plain function per command, found in `HANDLERS`. Pure: the picture in, drafts out, or `Refused`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from commandcenter.dispatch.handlers import (
    accept,
    assignments,
    calls,
    care,
    closures,
    corrections,
    incidents,
    merging,
    messages,
    operation,
    orders,
    partners,
    places,
    safety,
    search,
    stock,
    transfers,
    units,
)
from commandcenter.dispatch.now import Now
from commandcenter.model import commands as c
from commandcenter.model.entries import Draft
from commandcenter.picture.picture import Picture

Handler = Callable[[Picture, Any, Now], list[Draft]]

HANDLERS: Mapping[type[c.Command], Handler] = {
    c.OpenOperation: operation.open_operation,
    c.SignIn: operation.sign_in,
    c.TakeCall: calls.take_call,
    c.LinkCall: calls.link_call,
    c.ReportIncident: incidents.report_incident,
    c.ChangeIncident: incidents.change_incident,
    c.SetIncidentState: incidents.set_incident_state,
    c.MergeIncident: merging.merge_incident,
    c.AddStation: places.add_station,
    c.AddFacility: places.add_facility,
    c.AddDepot: places.add_depot,
    c.AddUnit: units.add_unit,
    c.ChangeUnit: units.change_unit,
    c.SetUnitStatus: units.set_unit_status,
    c.AssignUnit: assignments.assign_unit,
    c.ReleaseUnit: assignments.release_unit,
    c.AcceptRecommendation: accept.accept_recommendation,
    c.MoveStock: stock.move_stock,
    c.ReserveStock: stock.reserve_stock,
    c.EndReservation: stock.end_reservation,
    c.IssueStock: stock.issue_stock,
    c.SetMinimum: stock.set_minimum,
    c.AskTransfer: transfers.ask_transfer,
    c.AnswerTransfer: transfers.answer_transfer,
    c.ShipTransfer: transfers.ship_transfer,
    c.ReceiveTransfer: transfers.receive_transfer,
    c.AddPartner: partners.add_partner,
    c.OfferStock: partners.offer_stock,
    c.OfferTeam: partners.offer_team,
    c.AnswerOffer: partners.answer_offer,
    c.ReportCapacity: care.report_capacity,
    c.ChangeFacility: care.change_facility,
    c.ReservePlaces: care.reserve_places,
    c.MovePlacement: care.move_placement,
    c.BeginSearch: search.begin_search,
    c.AddSectors: search.add_sectors,
    c.RateSectors: search.rate_sectors,
    c.TaskTeam: search.task_team,
    c.EndSweep: search.end_sweep,
    c.EndSearch: search.end_search,
    c.CloseRoad: closures.close_road,
    c.ReopenRoad: closures.reopen_road,
    c.SendMessage: messages.send_message,
    c.AddNote: messages.add_note,
    c.SendOrder: orders.send_order,
    c.AnswerOrder: orders.answer_order,
    c.WithdrawOrder: orders.withdraw_order,
    c.DeclareMayday: safety.declare_mayday,
    c.EndMayday: safety.end_mayday,
    c.ReportContact: safety.report_contact,
    c.StartRollCall: safety.start_roll_call,
    c.AnswerRollCall: safety.answer_roll_call,
    c.EndRollCall: safety.end_roll_call,
    c.SetTimer: safety.set_timer,
    c.EndTimer: safety.end_timer,
    c.AnswerAlarm: safety.answer_alarm,
    c.ResolveConflict: corrections.resolve_conflict,
    c.Undo: corrections.undo,
}

"""What is sent by itself: what must hold for it, stopping it, and why it could not be."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.automatic import WHY_NOT, reported_by, waits_s
from commandcenter.dispatch.goods_advised import rows_of
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import AcceptRecommendation, ReportNotSent, StopSending
from commandcenter.model.entries import Draft, EntryType, Kind, Value
from commandcenter.model.errors import BugError, Refused
from commandcenter.picture.incidents import AUTOMATIC
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import IncidentView

SENT, STOPPED, FAILED = "sent", "stopped", "failed"


def stop_sending(picture: Picture, command: StopSending, now: Now) -> list[Draft]:
    """Leave an incident to a person, for good."""
    incident = lookup.open_incident(picture, command.incident_id)
    if waits_s(picture, incident, now.catalogue) is None:
        raise Refused("Nothing is about to be sent to incident {number} by itself.", number=incident.number)
    return [_came_of_it(EntryType.SENDING_STOPPED, incident, STOPPED, "", now)]


def report_not_sent(picture: Picture, command: ReportNotSent, now: Now) -> list[Draft]:
    """Keep why nothing was sent; an alarm tells it at every desk. Only the desk that would have sent may."""
    if command.why not in WHY_NOT:
        raise BugError(f"{command.why} is no reason")
    incident = lookup.open_incident(picture, command.incident_id)
    _check_whose(picture, incident, now)
    return [_came_of_it(EntryType.SENDING_FAILED, incident, FAILED, command.why, now)]


def check_may_be_sent(picture: Picture, incident: IncidentView, command: AcceptRecommendation, now: Now) -> None:
    """Refuse what a person has to decide: see `dispatch.automatic`. The picture is that of the moment of sending."""
    _check_whose(picture, incident, now)
    rows = rows_of(command.shown, "units")
    stale_s = now.catalogue.rules.stale_after_s
    ages_s = [age for row in rows if isinstance(age := row.get("position_age_s"), int | float)]
    if [row.get("unit_id") for row in rows] != [unit_id for unit_id, _ in command.units]:
        raise Refused("Only what was recommended is sent by itself.")
    if rows_of(command.shown, "unfilled") or any(row.get("divert_from") for row in rows) or any(age > stale_s for age in ages_s):
        raise Refused("This recommendation is not sent by itself: a person has to look at it.")


def _check_whose(picture: Picture, incident: IncidentView, now: Now) -> None:
    if waits_s(picture, incident, now.catalogue) is None:
        raise Refused("Nothing is about to be sent to incident {number} by itself.", number=incident.number)
    if reported_by(picture, incident.id) != now.device:
        raise Refused("Only the desk that reported incident {number} sends to it by itself.", number=incident.number)


def _came_of_it(type_: EntryType, incident: IncidentView, state: str, why: str, now: Now) -> Draft:
    said: dict[str, Value] = {"state": state, "why": why, "by": now.actor, "ms": now.wall_ms}
    return Draft(type_, put(Kind.INCIDENT, incident.id, {AUTOMATIC: said}), about={"why": why} if why else {})

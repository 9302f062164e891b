"""What the call on the form becomes in the log. No Qt."""

from __future__ import annotations

from commandcenter.model.commands import ReportIncident, TakeCall
from commandcenter.model.ids import Id
from commandcenter.model.ports import Place
from commandcenter.ui.report.drafts import Draft
from commandcenter.ui.type_names import place_name


def incident_of(draft: Draft, place: Place, suggested: int | None) -> ReportIncident:
    """Return the incident that a whole call opens; without a chosen priority the suggested one stands."""
    return ReportIncident(
        type=draft.type,
        at=place.at,
        address=place_name(place),
        priority=suggested if draft.priority is None else draft.priority,
        text=draft.text.strip(),
        caller_name=draft.caller.strip(),
        caller_phone=draft.phone.strip(),
        answered_ms=draft.began_ms or None,
        answers=dict(draft.answers),
        rang_ms=draft.rang_ms,
    )


def call_of(draft: Draft, place: Place | None, incident: Id | None) -> TakeCall:
    """Return the call as far as it was taken."""
    where = place_name(place) if place is not None else draft.place_text.strip()
    caller = (draft.caller.strip(), draft.phone.strip(), draft.text.strip())
    return TakeCall(draft.type, place.at if place else None, where, *caller, incident, draft.rang_ms, draft.began_ms or None)

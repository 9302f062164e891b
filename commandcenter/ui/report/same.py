"""Looks whether a call that is being taken may be about an incident that is known already. No Qt."""

from __future__ import annotations

from commandcenter.dispatch.duplicates import Duplicate, likely_duplicates
from commandcenter.model.ids import Id
from commandcenter.model.words import IncidentState, LonLat
from commandcenter.picture.views import IncidentView
from commandcenter.ui.ports import DeskPort

DRAFT = Id("f" * 32)
NEAR_DEG = 0.05
"""Incidents farther away are not even compared; wider than any policy's distance."""


def same_incident(desk: DeskPort, type_: str, at: LonLat, text: str, now_ms: int) -> Duplicate | None:
    """Return the open incident that a call is likeliest about, `None` where there is none like it."""
    call = IncidentView(DRAFT, "", type_, IncidentState.REPORTED, 1, 4, 1, at, "", "", text, now_ms, {})
    near = [i for i in desk.picture.incidents() if i.open and abs(i.at.lon - at.lon) < NEAR_DEG and abs(i.at.lat - at.lat) < NEAR_DEG]
    return next((pair for pair in likely_duplicates([*near, call], desk.catalogue) if pair.newer.id == DRAFT), None)

"""Looks whether a call that is being taken may be about an incident that is known already. No Qt."""

from __future__ import annotations

import math

from commandcenter.dispatch.duplicates import METRES_PER_DEGREE, Duplicate, likely_duplicates
from commandcenter.model.ids import Id
from commandcenter.model.words import IncidentState, LonLat
from commandcenter.picture.views import IncidentView
from commandcenter.ui.ports import DeskPort

DRAFT = Id("f" * 32)


def same_incident(desk: DeskPort, type_: str, at: LonLat, text: str, now_ms: int) -> Duplicate | None:
    """Return the open incident that a call is likeliest about, `None` where there is none like it. Only neighbours are compared."""
    call = IncidentView(DRAFT, "", type_, IncidentState.REPORTED, 1, 4, 1, at, "", "", text, now_ms, {})
    high = desk.catalogue.policy.surge.same_place_m / METRES_PER_DEGREE
    wide = high / max(0.01, math.cos(math.radians(at.lat)))
    near = [i for i in desk.picture.incidents() if i.open and abs(i.at.lon - at.lon) <= wide and abs(i.at.lat - at.lat) <= high]
    return next((pair for pair in likely_duplicates([*near, call], desk.catalogue) if pair.newer.id == DRAFT), None)

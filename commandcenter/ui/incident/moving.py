"""An incident is elsewhere than was thought: point and words change in one entry, which one undo takes back. No Qt."""

from __future__ import annotations

from commandcenter.model.commands import ChangeIncident
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat


def moved(incident: Id, at: LonLat, address: str) -> ChangeIncident:
    """Return the command that moves an incident to a place and calls it so."""
    return ChangeIncident(incident, {"at": [at.lon, at.lat], "address": address})

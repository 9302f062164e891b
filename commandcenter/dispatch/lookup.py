"""Find what a command names, check what it says; `Refused` in words a person reads."""

from __future__ import annotations

import math
from collections.abc import Sequence

from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import ProperName, Sentence
from commandcenter.model.words import LonLat
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import CallView, ClosureView, DepotView, IncidentView, ReservationView, UnitView
from commandcenter.resources.amounts import amount


def incident(picture: Picture, incident_id: Id) -> IncidentView:
    """Return an incident or refuse."""
    found = picture.incident(incident_id)
    if found is None:
        raise Refused("This incident is not known here.")
    return found


def open_incident(picture: Picture, incident_id: Id) -> IncidentView:
    """Return an incident that is not at its end, or refuse."""
    found = incident(picture, incident_id)
    if not found.open:
        raise Refused("Incident {number} is {state}.", number=found.number, state=found.state.value)
    return found


def unit(picture: Picture, unit_id: Id) -> UnitView:
    """Return a unit or refuse."""
    found = picture.unit(unit_id)
    if found is None:
        raise Refused("This unit is not known here.")
    return found


def call(picture: Picture, call_id: Id) -> CallView:
    """Return a call or refuse."""
    found = picture.call(call_id)
    if found is None:
        raise Refused("This call is not known here.")
    return found


def depot(picture: Picture, depot_id: Id) -> DepotView:
    """Return a depot or refuse."""
    found = picture.depot(depot_id)
    if found is None:
        raise Refused("This depot is not known here.")
    return found


def depot_name(found: DepotView) -> ProperName:
    """Return how a sentence names a depot: in its language where the depot has a name in it."""
    return ProperName(found.name, found.names)


def reservation(picture: Picture, reservation_id: Id) -> ReservationView:
    """Return a reservation or refuse."""
    found = picture.reservation(reservation_id)
    if found is None:
        raise Refused("This reservation is not known here.")
    return found


def closure(picture: Picture, closure_id: Id) -> ClosureView:
    """Return a closure or refuse."""
    found = picture.closure(closure_id)
    if found is None:
        raise Refused("This closure is not known here.")
    return found


def check_place(at: object) -> LonLat:
    """Return a position on the Earth or refuse."""
    if not isinstance(at, Sequence) or len(at) != 2 or not all(isinstance(v, int | float) and math.isfinite(v) for v in at):
        raise Refused("A position has two numbers, longitude and latitude.")
    lon, lat = float(at[0]), float(at[1])
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise Refused("There is no longitude {lon}, latitude {lat}.", lon=lon, lat=lat)
    return LonLat(lon, lat)


def check_text(text: object, what: Sentence) -> str:
    """Return a text that says something, or refuse; `what` names it."""
    if not isinstance(text, str) or not text.strip():
        raise Refused("{what} is empty.", what=what)
    return text.strip()


def check_whole(value: object, what: Sentence, least: int, most: int) -> int:
    """Return a whole number within bounds or refuse."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise Refused("{what} must be a whole number from {least} to {most}.", what=what, least=amount(least), most=amount(most))
    return int(value)

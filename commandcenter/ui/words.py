"""Closed sets in words: status, state, priority, grade; with the shape that stands beside the colour."""

from __future__ import annotations

from commandcenter.model.words import IncidentState, OrderState, UnitStatus
from commandcenter.ui.i18n.tr import mark, tr

STATUS = {
    UnitStatus.AVAILABLE: mark("Available"),
    UnitStatus.DISPATCHED: mark("Dispatched"),
    UnitStatus.ENROUTE: mark("En route"),
    UnitStatus.ON_SCENE: mark("On scene"),
    UnitStatus.TRANSPORTING: mark("Transporting"),
    UnitStatus.AT_FACILITY: mark("At facility"),
    UnitStatus.RETURNING: mark("Returning"),
    UnitStatus.OUT_OF_SERVICE: mark("Out of service"),
}
STATE = {
    IncidentState.REPORTED: mark("Reported"),
    IncidentState.TRIAGED: mark("Triaged"),
    IncidentState.DISPATCHED: mark("Dispatched"),
    IncidentState.ON_SCENE: mark("On scene"),
    IncidentState.UNDER_CONTROL: mark("Under control"),
    IncidentState.CLOSED: mark("Closed"),
    IncidentState.CANCELLED: mark("Cancelled"),
    IncidentState.MERGED: mark("Merged"),
}
PRIORITY = {1: mark("Life at risk"), 2: mark("Urgent"), 3: mark("Serious"), 4: mark("Minor"), 5: mark("Routine")}
ORDER = {
    OrderState.SENT: mark("Sent"),
    OrderState.READ: mark("Read"),
    OrderState.ACCEPTED: mark("Accepted"),
    OrderState.REFUSED: mark("Refused"),
    OrderState.DONE: mark("Done"),
    OrderState.WITHDRAWN: mark("Withdrawn"),
}
GRADE = {1: mark("Grade I, red"), 2: mark("Grade II, orange"), 3: mark("Grade III, yellow"), 4: mark("Grade IV, blue")}
SHAPE = {
    UnitStatus.AVAILABLE: "ring",
    UnitStatus.DISPATCHED: "triangle",
    UnitStatus.ENROUTE: "arrow",
    UnitStatus.ON_SCENE: "square",
    UnitStatus.TRANSPORTING: "diamond",
    UnitStatus.AT_FACILITY: "cross",
    UnitStatus.RETURNING: "arrow_back",
    UnitStatus.OUT_OF_SERVICE: "bar",
}
"""The shape painted for a status, so that it reads in greyscale."""
PLACE_KIND = {
    "address": mark("Address"),
    "street": mark("Street"),
    "crossing": mark("Crossing"),
    "place": mark("Place"),
    "poi": mark("Point of interest"),
    "coordinates": mark("Coordinates"),
}


ROLE_TITLES = frozenset(
    {mark("Supervisor"), mark("Dispatcher"), mark("Field commander"), mark("Logistics"), mark("Trainer"), mark("Partner"), mark("Observer")}
)


def role_word(role: str) -> str:
    """Return an operator's role in words, however its first letter was written."""
    title = (role[:1].upper() + role[1:]).replace("_", " ")
    return tr(title) if title in ROLE_TITLES else title


def order_word(state: OrderState | str) -> str:
    """Return how far a unit is with an order, in words; an unknown one from a newer program as it is."""
    return tr(ORDER[OrderState(state)]) if state in ORDER else str(state)


def status_word(status: UnitStatus | str) -> str:
    """Return a unit status in words; an unknown one from a newer program as it is."""
    return tr(STATUS[UnitStatus(status)]) if status in STATUS else str(status)


def state_word(state: IncidentState | str) -> str:
    """Return an incident state in words; an unknown one as it is."""
    return tr(STATE[IncidentState(state)]) if state in STATE else str(state)


def priority_word(priority: int) -> str:
    """Return a priority in words."""
    return tr(PRIORITY.get(priority, PRIORITY[5]))


def grade_word(grade: int) -> str:
    """Return a grade in words."""
    return tr(GRADE.get(grade, GRADE[4]))


def place_kind_word(kind: str) -> str:
    """Return what kind of search answer it is."""
    return tr(PLACE_KIND[kind]) if kind in PLACE_KIND else kind

"""Decisions as they were taken: what the engine had shown, what a person sent, and why it differed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.model.entries import Kind, Value
from commandcenter.model.ids import Id
from commandcenter.picture.fields import as_int, as_mapping, as_text
from commandcenter.picture.state import State

MOVE = "move_up"
"""The kind of decision that is about a move for coverage."""


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A recommendation that was accepted, as a whole or changed."""

    id: Id
    incident: Id | None
    """`None`: it was about coverage."""
    units: tuple[tuple[Id, str], ...]
    """(unit, slot) that were sent."""
    supplies: tuple[tuple[Id, str, int], ...]
    """(depot, item, quantity) that were promised."""
    shown: Mapping[str, Value]
    """The recommendation as it stood on screen (`dispatch.jsonform`); empty where there was none."""
    reason: str
    """Why it differed; empty where it did not."""
    catalogue: str
    """Version of plans and policies."""
    by: Id
    wall_ms: int
    weighed: Mapping[str, Value]
    """What was worked out only after the units were sent (`dispatch.jsonform.fragility_json`); empty where nothing was."""
    policy: str = ""
    """The version of the policy that sent it by itself; empty: a person did."""
    move: bool = False
    """Whether it was about a move for coverage;"""
    station: Id | None = None
    """then where the unit was ordered to; `None`: nobody was moved."""
    order: Id | None = None
    """The order that came of it."""


def decision_view(state: State, id_: Id) -> DecisionView | None:
    """Return a decision; `None` before it is known what it is."""
    fields = state.fields(Kind.DECISION, id_)
    what = as_mapping(fields.value("what"))
    incident = what.get("incident")
    move = what.get("kind") == MOVE
    if not isinstance(incident, str) and not move:
        return None
    return DecisionView(
        id=id_,
        incident=_id(incident),
        units=tuple((Id(as_text(row[0])), as_text(row[1])) for row in _rows(what.get("units"), 2)),
        supplies=tuple((Id(as_text(row[0])), as_text(row[1]), as_int(row[2])) for row in _rows(what.get("supplies"), 3)),
        shown=as_mapping(what.get("shown")),
        reason=as_text(what.get("reason")),
        catalogue=as_text(what.get("catalogue")),
        by=Id(as_text(what.get("by"))),
        wall_ms=as_int(what.get("ms")),
        weighed=as_mapping(fields.value("weighed")),
        policy=as_text(what.get("policy")),
        move=move,
        station=_id(what.get("station")),
        order=_id(what.get("order")),
    )


def _id(value: Value) -> Id | None:
    return Id(value) if isinstance(value, str) and value else None


def _rows(value: Value, size: int) -> list[Sequence[Value]]:
    rows = value if isinstance(value, Sequence) and not isinstance(value, str | bytes) else ()
    return [row for row in rows if isinstance(row, Sequence) and not isinstance(row, str | bytes) and len(row) == size]

"""Roads that may not be used."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import places, put
from commandcenter.model.commands import CloseRoad, ReopenRoad
from commandcenter.model.entries import Draft, EntryType, Kind, Value
from commandcenter.model.errors import Refused
from commandcenter.picture.picture import Picture


def close_road(picture: Picture, command: CloseRoad, now: Now) -> list[Draft]:
    """Close a point, a line or a polygon."""
    if not command.shape:
        raise Refused("A closure needs at least one point.")
    shape = [lookup.check_place(p) for p in command.shape]
    closed_ring = len(shape) > 1 and shape[0] == shape[-1]
    if closed_ring and len(shape) < 4:
        raise Refused("An area needs at least three corners.")
    if command.until_ms is not None and command.until_ms <= max(now.wall_ms, command.from_ms or 0):
        raise Refused("The closure would be over before it begins.")
    what: dict[str, Value] = {
        "shape": places(shape),
        "name": command.name,
        "reason": command.reason,
        "from_ms": command.from_ms,
        "until_ms": command.until_ms,
        "exempt": list(command.exempt_profiles),
    }
    return [Draft(EntryType.ROAD_CLOSED, put(Kind.CLOSURE, now.new_id(), {"what": what}))]


def reopen_road(picture: Picture, command: ReopenRoad, now: Now) -> list[Draft]:
    """Lift a closure."""
    closure = lookup.closure(picture, command.closure_id)
    if closure.reopened:
        raise Refused("This closure has been lifted already.")
    return [Draft(EntryType.ROAD_REOPENED, put(Kind.CLOSURE, closure.id, {"reopened": True}))]

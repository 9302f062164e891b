"""Moves of free units to other stations, for coverage: the order and the decision in one entry."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.dispatch import lookup
from commandcenter.dispatch.goods_advised import rows_of
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import DeclineMove, OrderMove
from commandcenter.model.entries import Draft, EntryType, Kind, Value
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.picture.decisions import MOVE
from commandcenter.picture.picture import Picture


def order_move(picture: Picture, command: OrderMove, now: Now) -> list[Draft]:
    """Order a free unit to a station; what was suggested is kept, and why it is otherwise."""
    unit = lookup.unit(picture, command.unit_id)
    station = next((one for one in picture.stations() if one.id == command.station_id), None)
    if station is None:
        raise Refused("This station is not known here.")
    if unit.incident is not None or unit.status not in now.catalogue.rules.sendable:
        raise Refused("{callsign} is not free; only a free unit moves up.", callsign=unit.callsign)
    reason = command.reason.strip()
    if not reason and _advised(command.shown) not in (None, (unit.id, station.id)):
        raise Refused("Say why the choice differs from the recommendation.")
    order_id, decision_id = now.new_id(), now.new_id()
    body: dict[str, Value] = {
        "text": lookup.check_text(command.text, say("The order")),
        "units": [unit.id],
        "incident": None,
        "urgent": False,
        "decision": decision_id,
        "by": now.actor,
        "ms": now.wall_ms,
    }
    what = {**_what(command.shown, reason, now), "units": [[unit.id, ""]], "station": station.id, "order": order_id}
    writes = put(Kind.ORDER, order_id, {"body": body}) + put(Kind.DECISION, decision_id, {"what": what})
    about: dict[str, Value] = {"to": unit.callsign, "station": station.id, "unit": unit.id}
    return [Draft(EntryType.MOVE_ORDERED, writes, about={**about, "reason": reason} if reason else about)]


def decline_move(picture: Picture, command: DeclineMove, now: Now) -> list[Draft]:
    """Keep that a suggestion was not followed, and why."""
    if _advised(command.shown) is None:
        raise Refused("Nothing was suggested.")
    reason = lookup.check_text(command.reason, say("The reason"))
    row = rows_of(command.shown, "units")[0]
    about: dict[str, Value] = {"advised": f"{row.get('callsign')} → {row.get('station')}", "reason": reason}
    return [Draft(EntryType.MOVE_DECLINED, put(Kind.DECISION, now.new_id(), {"what": _what(command.shown, reason, now)}), about=about)]


def _what(shown: Mapping[str, Value], reason: str, now: Now) -> dict[str, Value]:
    return {"kind": MOVE, "units": [], "shown": dict(shown), "reason": reason, "catalogue": now.catalogue.version, "by": now.actor, "ms": now.wall_ms}


def _advised(shown: Mapping[str, Value]) -> tuple[Id, Id] | None:
    """Return the unit and the station that were suggested; `None` where there was nothing."""
    rows = rows_of(shown, "units")
    return (Id(str(rows[0].get("unit_id"))), Id(str(rows[0].get("station_id")))) if rows else None

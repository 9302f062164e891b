"""A recommendation accepted: all units, all goods and the decision itself, in one batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from commandcenter.dispatch import lookup
from commandcenter.dispatch.goods_advised import goods_of, goods_shown
from commandcenter.dispatch.handlers.assignments import assignment_writes, dispatched_writes
from commandcenter.dispatch.handlers.automatic import SENT, check_may_be_sent
from commandcenter.dispatch.handlers.stock import check_free, reserved_draft
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import AcceptRecommendation, AssignUnit, ReserveStock, WeighDecision
from commandcenter.model.entries import Draft, EntryType, Kind, Value
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.picture.incidents import AUTOMATIC
from commandcenter.picture.picture import Picture


def accept_recommendation(picture: Picture, command: AcceptRecommendation, now: Now) -> list[Draft]:
    """Send everything chosen, or nothing; what was on the screen is kept with the decision."""
    incident = lookup.open_incident(picture, command.incident_id)
    if not command.units and not command.supplies:
        raise Refused("Nothing has been chosen.")
    if not command.reason.strip() and _differs(command):
        raise Refused("Say why the choice differs from the recommendation.")
    if len({unit_id for unit_id, _ in command.units}) != len(command.units):
        raise Refused("A unit has been chosen twice.")
    if command.by_policy:
        check_may_be_sent(picture, incident, command, now)
    _check_crews(picture, command)
    _check_goods(picture, command, now)
    drafts = [_decision(command, now)]
    diverted = _diverted(command)
    for n, (unit_id, slot) in enumerate(command.units):
        unit = picture.unit(unit_id)
        divert = unit is not None and unit.incident is not None and diverted.get(unit_id) == unit.incident
        one = AssignUnit(incident.id, unit_id, slot, divert, command.reason)
        writes = assignment_writes(picture, incident, one, now)
        about: dict[str, Value] = {**_by_policy(command, now), **({"divert": True} if divert else {})}
        drafts.append(Draft(EntryType.UNIT_ASSIGNED, writes + (dispatched_writes(incident, now) if n == 0 else ()), about=about))
    for depot_id, item, quantity in command.supplies:
        drafts.append(reserved_draft(ReserveStock(depot_id, item, quantity, incident.id), now))
    return drafts


def weigh_decision(picture: Picture, command: WeighDecision, now: Now) -> list[Draft]:
    """Write what was worked out while the order went out already; once only: what was known is not written anew."""
    decision = picture.decision(command.decision_id)
    if decision is None:
        raise Refused("This decision is not known here.")
    if decision.weighed:
        raise Refused("What was known at this decision is written already.")
    return [Draft(EntryType.DECISION_WEIGHED, put(Kind.DECISION, decision.id, {"weighed": dict(command.weighed)}))]


def _check_crews(picture: Picture, command: AcceptRecommendation) -> None:
    crews: dict[str, str] = {}
    for unit_id, _ in command.units:
        unit = lookup.unit(picture, unit_id)
        if unit.shared_crew and unit.shared_crew in crews:
            raise Refused("{callsign} and {other} have one crew between them; choose one.", callsign=crews[unit.shared_crew], other=unit.callsign)
        crews[unit.shared_crew] = unit.callsign


def _decision(command: AcceptRecommendation, now: Now) -> Draft:
    what: dict[str, Value] = {
        "incident": command.incident_id,
        "units": [[unit_id, slot] for unit_id, slot in command.units],
        "supplies": [[depot_id, item, quantity] for depot_id, item, quantity in command.supplies],
        "shown": dict(command.shown),
        "reason": command.reason,
        "catalogue": now.catalogue.version,
        "by": now.actor,
        "ms": now.wall_ms,
    }
    writes = put(Kind.DECISION, now.new_id(), {"what": {**what, **_by_policy(command, now)}})
    if command.by_policy:
        writes += put(Kind.INCIDENT, command.incident_id, {AUTOMATIC: {"state": SENT, "ms": now.wall_ms}})
    return Draft(EntryType.RECOMMENDATION_ACCEPTED, writes, about=_by_policy(command, now))


def _by_policy(command: AcceptRecommendation, now: Now) -> dict[str, Value]:
    """Return the version of the policy where it was that which sent."""
    return {"policy": now.catalogue.version} if command.by_policy else {}


def _differs(command: AcceptRecommendation) -> bool:
    """Return whether other units go than shown, or other goods are promised."""
    rows, goods = _shown_rows(command), goods_shown(command.shown)
    if rows is not None and {row.get("unit_id") for row in rows} != {unit_id for unit_id, _ in command.units}:
        return True
    return goods is not None and goods != goods_of(command.supplies)


def _diverted(command: AcceptRecommendation) -> dict[Value, Value]:
    """Return the units that were shown as taken off an incident, and off which one: only what was seen is agreed to."""
    return {row.get("unit_id"): row.get("divert_from") for row in _shown_rows(command) or ()}


def _shown_rows(command: AcceptRecommendation) -> list[Mapping[str, Value]] | None:
    """Return the units on the screen (`shown` is `to_json` of the recommendation), `None` where there was nothing."""
    rows = command.shown.get("units")
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list | tuple) else None


def _check_goods(picture: Picture, command: AcceptRecommendation, now: Now) -> None:
    wanted: Counter[tuple[Id, str]] = Counter()
    for depot_id, item, quantity in command.supplies:
        lookup.check_whole(quantity, say("The quantity"), 1, 10_000_000)
        wanted[depot_id, item] += quantity
    for (depot_id, item), quantity in wanted.items():
        check_free(lookup.depot(picture, depot_id), item, quantity, now.catalogue, now.today)

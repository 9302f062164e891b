"""A recommendation as plain values: for `--json`, for the decision kept in the log. Stable; keys are only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from commandcenter.dispatch.fragility import Fragility
from commandcenter.dispatch.recommendation import Recommendation, RecommendedUnit, Rejection, SupplySource, Unfilled
from commandcenter.model.entries import Value
from commandcenter.model.ids import Id


def to_json(recommendation: Recommendation, fragile: Mapping[Id, Fragility] = MappingProxyType({})) -> dict[str, Value]:
    """Return the documented form.

    `units` (best first): `rank`, `unit_id`, `callsign`, `slot`, `capability`, `distance_m` (by road, whole metres),
    `eta_s` (turnout and driving), `off_road_m`, `status`, `position_age_s`, `reason`, `runner_up`, `margin_s`,
    `divert_from` (id of the less urgent incident it is taken off, or null), `diversion`.
    `rejected`: `unit_id`, `callsign`, `reason`, `eta_s`. `supplies`: `depot_id`, `depot`, `item`, `quantity`,
    `distance_m`, `eta_s`, `reason`. `unfilled`: `slot`, `capability`, `missing`, `reason`. Also `type`, `at`
    (`[lon, lat]`), `incident_id`, `plan`, `notes`. Sentences are in English. `binding` says what decided (see `Binding`),
    `rule` which rule chose the plan, `alarm_level` the level as it holds, `as_of_ms` the moment whose picture was answered,
    `closures` how many were in force, `oldest_position_s` how old the oldest position of a chosen unit was, `fragility` what the
    worst single closure would do to each unit's way, as far as it had been worked out.
    """
    return {
        "type": recommendation.type,
        "at": [recommendation.at[0], recommendation.at[1]],
        "incident_id": recommendation.incident_id,
        "plan": recommendation.plan,
        "units": [_unit(u) for u in recommendation.units],
        "rejected": [_rejection(r) for r in recommendation.rejected],
        "supplies": [_supply(s) for s in recommendation.supplies],
        "unfilled": [_unfilled(u) for u in recommendation.unfilled],
        "notes": [str(n) for n in recommendation.notes],
        "alarm_level": recommendation.alarm_level,
        "rule": None if recommendation.rule is None else str(recommendation.rule),
        "as_of_ms": recommendation.as_of_ms,
        "closures": recommendation.closures,
        "oldest_position_s": _whole(recommendation.oldest_position_s),
        "fragility": {unit: _fragility(found) for unit, found in fragile.items()},
    }


def _unit(unit: RecommendedUnit) -> Value:
    return {
        "rank": unit.rank,
        "unit_id": unit.unit_id,
        "callsign": unit.callsign,
        "slot": unit.slot,
        "capability": unit.capability,
        "distance_m": round(unit.distance_m),
        "eta_s": round(unit.eta_s, 1),
        "off_road_m": round(unit.off_road_m),
        "status": unit.status,
        "position_age_s": _whole(unit.position_age_s),
        "reason": str(unit.reason),
        "runner_up": unit.runner_up,
        "margin_s": None if unit.margin_s is None else round(unit.margin_s, 1),
        "divert_from": unit.divert_from,
        "diversion": None if unit.diversion is None else str(unit.diversion),
        "binding": unit.binding.value,
    }


def _whole(seconds: float | None) -> Value:
    return None if seconds is None else round(seconds)


def _fragility(found: Fragility) -> Value:
    return {"worst_s": None if found.worst_s is None else round(found.worst_s, 1), "street": found.street, "sentence": str(found.sentence)}


def _rejection(rejection: Rejection) -> Value:
    eta_s = None if rejection.eta_s is None else round(rejection.eta_s, 1)
    return {"unit_id": rejection.unit_id, "callsign": rejection.callsign, "reason": str(rejection.reason), "eta_s": eta_s}


def _supply(source: SupplySource) -> Value:
    return {
        "depot_id": source.depot_id,
        "depot": source.depot,
        "item": source.item,
        "quantity": source.quantity,
        "distance_m": round(source.distance_m),
        "eta_s": round(source.eta_s, 1),
        "reason": str(source.reason),
    }


def _unfilled(unfilled: Unfilled) -> Value:
    return {"slot": unfilled.slot, "capability": unfilled.capability, "missing": unfilled.missing, "reason": str(unfilled.reason)}

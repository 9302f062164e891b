"""A recommendation as plain values: for `--json`, for the decision kept in the log. Stable; keys are only ever added."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from commandcenter.dispatch.coverage import MoveUp
from commandcenter.dispatch.fragility import Fragility
from commandcenter.dispatch.kept_rejections import pack_rejections
from commandcenter.dispatch.kept_sentences import Kept
from commandcenter.dispatch.recommendation import Binding, Recommendation, RecommendedUnit, Rejection, SupplySource, Unfilled
from commandcenter.dispatch.relief import Relief
from commandcenter.dispatch.slots import capability_of
from commandcenter.model.entries import Value
from commandcenter.model.ids import Id
from commandcenter.picture.decisions import MOVE


def kept_json(recommendation: Recommendation, fragile: Mapping[Id, Fragility] = MappingProxyType({}), sent: Collection[Id] = ()) -> dict[str, Value]:
    """Return what the log keeps with a decision: `to_json`, but every rejection in `rejected_packed` (see `kept_rejections`).

    In `rejected` stand only those who are `sent` in spite. With thousands of units this takes a while: not for the Qt thread. Safe in any thread.
    """
    every = recommendation.rejected
    return {**_form(recommendation, [r for r in every if r.unit_id in sent], fragile), "rejected_packed": pack_rejections(every)}


def to_json(recommendation: Recommendation, fragile: Mapping[Id, Fragility] = MappingProxyType({})) -> dict[str, Value]:
    """Return the documented form.

    `units` (best first): `rank`, `unit_id`, `callsign`, `slot`, `capability`, `distance_m` (by road, whole metres),
    `eta_s` (turnout and driving), `off_road_m`, `status`, `position_age_s`, `reason`, `runner_up`, `margin_s`,
    `divert_from` (id of the less urgent incident it is taken off, or null), `diversion`.
    `rejected`: `unit_id`, `callsign`, `reason`, `eta_s`; `rejected_count`: how many there were. `supplies`: `depot_id`, `depot`, `item`, `quantity`,
    `distance_m`, `eta_s`, `reason`. `unfilled`: `slot`, `capability`, `missing`, `reason`. Also `type`, `at`
    (`[lon, lat]`), `incident_id`, `plan`, `notes`. Sentences are in English. `binding` says what decided (see `Binding`),
    `rule` which rule chose the plan, `alarm_level` the level as it holds, `as_of_ms` the moment whose picture was answered,
    `closures` how many were in force, `oldest_position_s` how old the oldest position of a chosen unit was, `fragility` what the
    worst single closure would do to each unit's way, as far as it had been worked out. Beside each sentence (`reason`,
    `diversion`, `sentence`, `rule`, `notes`) stands its number (`reason_no` …) among `sentences`, where it can be read in
    either language (see `kept_sentences`).
    """
    return _form(recommendation, recommendation.rejected, fragile)


def fragility_json(fragile: Mapping[Id, Fragility]) -> dict[str, Value]:
    """Return what the worst single closure would do to each unit's way, as `to_json` has it, with the sentences it names."""
    kept = Kept()
    return {"fragility": {unit: _fragility(found, kept) for unit, found in fragile.items()}, "sentences": kept.sentences}


def relief_json(relief: Relief) -> dict[str, Value]:
    """Return what the log keeps when one unit takes over from another: as `to_json`, with `kind` "relief" and only who was looked at.

    `rejected`: who else is free and next in time, and who is relieved. `margin_s` is how much later the `runner_up` would be there.
    """
    kept = Kept()
    row: dict[str, Value] = {
        "rank": 1,
        "unit_id": relief.unit_id,
        "callsign": relief.callsign,
        "slot": relief.slot,
        "capability": capability_of(relief.slot),
        "eta_s": round(relief.eta_s, 1),
        "reason": str(relief.reason),
        "reason_no": kept.number(relief.reason),
        "runner_up": relief.runner_up,
        "margin_s": None if relief.margin_s is None else round(relief.margin_s, 1),
        "divert_from": None,
        "diversion": None,
        "binding": (Binding.FIRST if relief.runner_up else Binding.ONLY).value,
    }
    return {
        "kind": "relief",
        "incident_id": relief.incident_id,
        "units": [row],
        "rejected": [_rejection(r, kept) for r in relief.rejected],
        "rejected_count": len(relief.rejected),
        "as_of_ms": relief.as_of_ms,
        "closures": relief.closures,
        "oldest_position_s": _whole(relief.oldest_position_s),
        "sentences": kept.sentences,
    }


def move_json(move: MoveUp, capability: str) -> dict[str, Value]:
    """Return what the log keeps when a unit is moved up: as `to_json`, with `kind` "move_up", and no incident.

    The unit's row has `station_id` and `station` too, and its `margin_share` is how much less the `runner_up`'s move would add.
    `gain` and `covered` are shares of the region: what the move adds, and what was expected to be covered before it.
    """
    kept = Kept()
    row: dict[str, Value] = {
        "rank": 1,
        "unit_id": move.unit_id,
        "callsign": move.callsign,
        "station_id": move.station_id,
        "station": move.station,
        "capability": capability,
        "eta_s": round(move.eta_s, 1),
        "position_age_s": _whole(move.position_age_s),
        "reason": str(move.reason),
        "reason_no": kept.number(move.reason),
        "runner_up": move.runner_up,
        "margin_s": None,
        "margin_share": None if move.margin is None else round(move.margin, 4),
        "binding": move.binding.value,
    }
    return {
        "kind": MOVE,
        "units": [row],
        "rejected": [_rejection(r, kept) for r in move.rejected],
        "rejected_count": len(move.rejected),
        "gain": round(move.gain, 4),
        "covered": round(move.covered, 4),
        "as_of_ms": move.as_of_ms,
        "closures": move.closures,
        "oldest_position_s": _whole(move.position_age_s),
        "sentences": kept.sentences,
    }


def _form(recommendation: Recommendation, rejected: Sequence[Rejection], fragile: Mapping[Id, Fragility]) -> dict[str, Value]:
    kept = Kept()
    return {
        "type": recommendation.type,
        "at": [recommendation.at[0], recommendation.at[1]],
        "incident_id": recommendation.incident_id,
        "plan": recommendation.plan,
        "units": [_unit(u, kept) for u in recommendation.units],
        "rejected": [_rejection(r, kept) for r in rejected],
        "rejected_count": len(recommendation.rejected),
        "supplies": [_supply(s, kept) for s in recommendation.supplies],
        "unfilled": [_unfilled(u, kept) for u in recommendation.unfilled],
        "notes": [str(n) for n in recommendation.notes],
        "notes_no": kept.numbers(recommendation.notes),
        "alarm_level": recommendation.alarm_level,
        "rule": None if recommendation.rule is None else str(recommendation.rule),
        "rule_no": kept.number(recommendation.rule),
        "as_of_ms": recommendation.as_of_ms,
        "closures": recommendation.closures,
        "oldest_position_s": _whole(recommendation.oldest_position_s),
        "fragility": {unit: _fragility(found, kept) for unit, found in fragile.items()},
        "sentences": kept.sentences,
    }


def _unit(unit: RecommendedUnit, kept: Kept) -> Value:
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
        "reason_no": kept.number(unit.reason),
        "runner_up": unit.runner_up,
        "margin_s": None if unit.margin_s is None else round(unit.margin_s, 1),
        "divert_from": unit.divert_from,
        "diversion": None if unit.diversion is None else str(unit.diversion),
        "diversion_no": kept.number(unit.diversion),
        "binding": unit.binding.value,
    }


def _whole(seconds: float | None) -> Value:
    return None if seconds is None else round(seconds)


def _fragility(found: Fragility, kept: Kept) -> Value:
    return {
        "worst_s": None if found.worst_s is None else round(found.worst_s, 1),
        "street": str(found.street),
        "sentence": str(found.sentence),
        "sentence_no": kept.number(found.sentence),
    }


def _rejection(rejection: Rejection, kept: Kept) -> Value:
    eta_s = None if rejection.eta_s is None else round(rejection.eta_s, 1)
    return {
        "unit_id": rejection.unit_id,
        "callsign": rejection.callsign,
        "reason": str(rejection.reason),
        "reason_no": kept.number(rejection.reason),
        "eta_s": eta_s,
    }


def _supply(source: SupplySource, kept: Kept) -> Value:
    return {
        "depot_id": source.depot_id,
        "depot": source.depot,
        "item": source.item,
        "quantity": source.quantity,
        "distance_m": round(source.distance_m),
        "eta_s": round(source.eta_s, 1),
        "reason": str(source.reason),
        "reason_no": kept.number(source.reason),
    }


def _unfilled(unfilled: Unfilled, kept: Kept) -> Value:
    return {
        "slot": unfilled.slot,
        "capability": unfilled.capability,
        "missing": unfilled.missing,
        "reason": str(unfilled.reason),
        "reason_no": kept.number(unfilled.reason),
    }

"""A recommendation without an operation: for the command line and for trying out a region."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from commandcenter.dispatch.choice import Chosen
from commandcenter.dispatch.eligibility import candidate_of
from commandcenter.dispatch.explain import Explainer
from commandcenter.dispatch.fragility import Fragility, fragility
from commandcenter.dispatch.recommend import Engine
from commandcenter.dispatch.recommendation import Recommendation, Rejections, Slot
from commandcenter.dispatch.situation import Request, Situation
from commandcenter.dispatch.slots import OpenNeeds, all_slots
from commandcenter.model.commands import AddDepot, AddStation, AddUnit, Command, MoveStock
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.ports import Roads
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.picture.views import DepotView, StockView, UnitView
from commandcenter.resources.catalogue import Catalogue

MOST_WEIGHED = 20
"""Units whose ways are looked at; each takes some 40 ms."""


def recommend_at(situation: Situation, catalogue: Catalogue, roads: Roads, at: LonLat, kind: str, k: int | None = None) -> Recommendation:
    """Return who should go to a place for an incident type (code, APCO code or name).

    Without `k`: the response plan, filled exactly. With `k`: the first k units to arrive, by road and turnout,
    that can fill any need of the plan. Raises `Refused` for an unknown type or k < 1.
    """
    request = Request(catalogue.find_type(kind).code, at)
    engine = Engine(situation, catalogue, roads)
    if k is None:
        return engine.recommend(request)
    if k < 1:
        raise Refused("At least one unit must be asked for, not {k}.", k=k)
    return _first(request, engine, k)


def fragility_at(situation: Situation, catalogue: Catalogue, roads: Roads, answer: Recommendation) -> dict[Id, Fragility]:
    """Return what the worst single closure would do to the ways of those an answer would send, of the first `MOST_WEIGHED`."""
    units = {unit.id: unit for unit in situation.units}
    found: dict[Id, Fragility] = {}
    for one in answer.units[:MOST_WEIGHED]:
        unit = units[one.unit_id]
        worst = fragility(roads, situation.shapes, candidate_of(unit, situation, catalogue).at, answer.at, unit.profile)
        if worst is not None:
            found[unit.id] = worst
    return found


def situation_from(commands: Iterable[Command], now_ms: int = 0) -> Situation:
    """Return the situation that a default fleet or an import would bring about: all units available at their stations."""
    units: list[UnitView] = []
    stations: dict[Id, LonLat] = {}
    depots: dict[Id, DepotView] = {}
    for command in commands:
        match command:
            case AddStation(station_id=str() as station_id):
                stations[Id(station_id)] = command.at
            case AddUnit():
                units.append(_unit(command, now_ms))
            case AddDepot():
                depot_id = command.depot_id or derived_id("depot", command.name)
                depots[depot_id] = DepotView(depot_id, command.name, command.at, (), {}, command.names)
            case MoveStock() if command.depot_id in depots:
                depot = depots[command.depot_id]
                line = StockView(command.item, command.unit, command.batch, command.expires, command.quantity)
                depots[depot.id] = replace(depot, stock=(*depot.stock, line))
    return Situation(tuple(units), {}, stations, tuple(depots.values()), {}, (), now_ms)


def _unit(command: AddUnit, now_ms: int) -> UnitView:
    return UnitView(
        id=command.unit_id or derived_id("unit", command.callsign),
        callsign=command.callsign,
        kind=command.kind,
        capabilities=command.capabilities,
        crew=command.crew,
        station=command.station_id,
        profile=command.profile,
        at=command.at,
        status=UnitStatus.AVAILABLE,
        status_ms=now_ms,
        shared_crew=command.shared_crew,
    )


def _first(request: Request, engine: Engine, k: int) -> Recommendation:
    whole = engine.recommend(request)
    ask = engine.ask(request)
    slots = {slot.capability: slot for slot in reversed(all_slots(ask.response.need))}
    wanted = sorted(slots.values(), key=lambda s: (s.tier, s.name))
    candidates = ask.field.candidates
    able = tuple(i for i, c in enumerate(candidates) if any(c.can(s.capability) for s in wanted))
    order = ask.reach.first(able, k + 1)
    for reached in order[:k]:
        slot: Slot = next(s for s in wanted if candidates[reached.index].can(s.capability))
        ask.chosen.append(Chosen(slot, reached, reached, order[k] if len(order) > k else None))
    ask.needs = OpenNeeds(tuple(wanted))
    explainer = Explainer(ask, engine.situation, engine.catalogue, {})
    rows = sorted(explainer.rows(), key=lambda r: (r.eta_s, r.rank))
    return replace(
        whole,
        units=tuple(replace(row, rank=rank) for rank, row in enumerate(rows, start=1)),
        rejected=Rejections(len(engine.situation.units) - len(ask.chosen), explainer.rejections),
        notes=explainer.notes(),
    )

"""Fills an operation with stations, units and incidents of all ages."""

from __future__ import annotations

from commandcenter.dispatch.desk import Desk
from commandcenter.model.clock import FakeClock
from commandcenter.model.commands import AddDepot, AddStation, AddUnit, AssignUnit, MoveStock, ReportIncident, SetUnitStatus
from commandcenter.model.ids import Id
from commandcenter.model.words import UnitStatus

from .ground import STREETS, StreetGazetteer, street_at


async def populate(desk: Desk, clock: FakeClock, *, stations: int = 8, units: int = 80, incidents: int = 30) -> None:
    """Fill an operation: stations, units of all kinds, incidents of all ages, some of them with units on them."""
    kinds = ["engine", "engine", "ladder", "ambulance", "ambulance", "command", *desk.catalogue.kinds]
    bases = []
    for n in range(stations):
        name = f"{('North', 'South', 'Harbour', 'Old Town', 'West Hill', 'Airport', 'River', 'Forest')[n % 8]} station" + (
            f" {n // 8 + 1}" if n >= 8 else ""
        )
        zh = f"{('北', '南', '港口', '老城', '西山', '机场', '河滨', '森林')[n % 8]}站"
        done = await desk.submit(AddStation(name, "fire_station", street_at(n % 8, 10 + n), names={"en": name, "zh": zh}))
        bases.append((done.created[0], street_at(n % 8, 10 + n)))
    made = []
    for n in range(units):
        kind = desk.catalogue.kinds[kinds[n % len(kinds)]]
        station, at = bases[n % stations]
        done = await desk.submit(
            AddUnit(f"{kind.prefix}{n // stations + 1}-{n % stations + 1}", kind.code, kind.capabilities, kind.crew, station, at, kind.profile)
        )
        made.append(done.created[0])
    depot = await desk.submit(AddDepot("Central depot", street_at(3, 40), names={"zh": "中心仓库"}))
    for item in list(desk.catalogue.items.values())[:12]:
        await desk.submit(MoveStock(depot.created[0], item.code, item.depot_stock, item.unit))
    await take_in(desk, clock, made, incidents)


async def take_in(desk: Desk, clock: FakeClock, units: list[Id], count: int) -> None:
    """Let incidents come in; the first few get units, which drive and arrive."""
    types = list(desk.catalogue.types)
    free = iter(units[1::2])
    steps = (UnitStatus.ENROUTE, UnitStatus.ON_SCENE, UnitStatus.TRANSPORTING)
    for n in range(count):
        clock.advance(127 if count < 200 else 1)
        place = StreetGazetteer().search(f"{STREETS[n % 8]} {3 * n + 2}")[0]
        text = "Smoke from the second floor, two people at the window" if n % 2 else ""
        done = await desk.submit(
            ReportIncident(types[n * 5 % len(types)], place.at, place.name, text=text, caller_name="Jo Fisher", caller_phone="0151 555 0199")
        )
        incident = next(i for i in done.created if desk.picture.incident(i) is not None)
        if n % 3 and n < 24:
            for k in range(1 + n % 3):
                unit = next(free, None)
                if unit is None:
                    break
                clock.advance(9)
                await desk.submit(AssignUnit(incident, unit))
                for status in steps[: (n + k) % 4]:
                    clock.advance(31)
                    await desk.submit(SetUnitStatus(unit, status))
    for unit in units[2:20:8]:
        view = desk.picture.unit(unit)
        if view is not None and view.status == UnitStatus.AVAILABLE:
            await desk.submit(SetUnitStatus(unit, UnitStatus.OUT_OF_SERVICE))
    clock.advance(20)

"""Twelve hours of a flood and a tenement fire: many incidents, orders, messages in two languages, a mayday, closures, supplies, late entries."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from commandcenter.dispatch.desk import Desk
from commandcenter.model.clock import FakeClock
from commandcenter.model.commands import (
    AddDepot,
    AddFacility,
    AddNote,
    AddStation,
    AddUnit,
    AnswerOrder,
    AnswerRollCall,
    AssignUnit,
    CloseRoad,
    Command,
    DeclareMayday,
    EndMayday,
    EndReservation,
    EndRollCall,
    EnterLate,
    MoveStock,
    ReleaseUnit,
    ReportCapacity,
    ReportIncident,
    ReportSituation,
    ReserveStock,
    SendMessage,
    SendOrder,
    SetIncidentState,
    SetUnitStatus,
    StartRollCall,
)
from commandcenter.model.ids import Id
from commandcenter.model.words import IncidentState, OrderState, UnitStatus

from .ground import STREETS, StreetGazetteer, street_at

LONG_EN = (
    "Caller says the cellar of the north wing is flooded to the third step, water is still rising about 5 cm every ten minutes; two people who use "
    "wheelchairs are on the ground floor and cannot leave by themselves, the lift is out of order, and there is a smell of heating oil at the stair."
)
LONG_ZH = (
    "报警人称北翼地下室已进水至第三级台阶，水位仍以每十分钟约五厘米的速度上涨；一层有两名轮椅使用者无法自行撤离，电梯已停运，楼梯口闻到燃油气味，"
    "请求增派橡皮艇和排水泵；物业已切断一至三层电源，四层以上仍有住户约四十人未撤离。"
)
ORDERS = (
    "Search the second and third floor, left hand first, report every room",
    "从东侧入口进入，先搜救一层行动不便的居民，每五分钟报告一次人数和气瓶压力",
    "Lay a line from the hydrant at the corner of Harbour Road, keep the junction free for the ladder",
    "Take over the water supply for sections A and B and hand over to the crew of the reserve at half past the hour; mind the open manhole covers "
    "under water along the whole of River Walk, they are marked with a red buoy only as far as the school",
    "撤出建筑物，到北侧停车场集合点清点人数",
    "Pump out the cellar of the transformer station, do not enter before the grid operator has confirmed that the power is off",
)
HOUR_S = 3600
UNWORDED = "Superfragmentabrollcontainerwagenumlaufverzögerungsmeldung/Ref:2026-09-21T18:44:07+02:00#0123456789abcdef0123456789abcdef"
"""A word without a place to break, as people paste them."""


@dataclass
class Shift:
    """What the shift made, by name."""

    tenement: Id
    units: list[Id]
    stations: list[Id]


async def long_shift(desk: Desk, clock: FakeClock, *, incidents: int = 42, orders: int = 210, notes: int = 60) -> Shift:
    """Work through the shift; every entry is made by the real commands."""
    clock.advance(_until_evening_s(clock.wall_ms()))
    begun_ms = clock.wall_ms()
    stations, units = await _forces(desk)
    depot = await _goods(desk)
    (tenement,) = await _does(
        desk,
        ReportIncident("fire.apartment", street_at(3, 18), "Castle Hill 18, rear building, second stair", 1, LONG_EN, "Jo Fisher", "0151 555 0199"),
    )
    crews = units[: max(6, len(units) // 4)]
    await _respond(desk, clock, tenement, crews, leave=False)
    others = await _calls(desk, clock, units[len(crews) :], incidents - 1)
    clock.advance(max(0, begun_ms // 1000 + 8 * HOUR_S - clock.wall_ms() // 1000))
    await _mayday(desk, clock, tenement, crews)
    await _orders(desk, clock, tenement, crews, orders)
    await _talk(desk, clock, tenement, others, crews, notes)
    await _roads_and_goods(desk, clock, tenement, depot)
    await desk.submit(SetIncidentState(tenement, IncidentState.UNDER_CONTROL))
    clock.advance(max(0, begun_ms // 1000 + 12 * HOUR_S - clock.wall_ms() // 1000))
    return Shift(tenement, units, stations)


def _until_evening_s(now_ms: int) -> int:
    """Return the seconds until the next 18 o'clock of this computer."""
    now = datetime.fromtimestamp(now_ms / 1000)
    return (18 * HOUR_S - now.hour * HOUR_S - now.minute * 60 - now.second) % (24 * HOUR_S)


async def _does(desk: Desk, command: Command) -> Sequence[Id]:
    done = await desk.submit(command)
    return [one for one in done.created if desk.picture.incident(one) is not None] or done.created


async def _forces(desk: Desk) -> tuple[list[Id], list[Id]]:
    kinds = [desk.catalogue.kinds[code] for code in ("engine", "ladder", "ambulance", "rescue", "command", "boat", "pump_unit", "hazmat")]
    stations, units = [], []
    for n, (name, zh) in enumerate((("North", "北站"), ("Harbour", "港口站"), ("Old Town and Castle Hill volunteer station", "老城与城堡山志愿站"))):
        done = await desk.submit(AddStation(name, "fire_station", street_at(n, 10 + n), names={"en": name, "zh": zh}))
        stations.append(done.created[0])
    for n in range(24):
        kind, home = kinds[n % len(kinds)], n % len(stations)
        place = street_at(home, 10 + home)
        made = AddUnit(f"{kind.prefix}{n // 8 + 1}-{home + 1}", kind.code, kind.capabilities, kind.crew, stations[home], place, kind.profile)
        units.append((await desk.submit(made)).created[0])
    hospital = (await desk.submit(AddFacility("General Hospital", "hospital", street_at(5, 3), names={"zh": "综合医院"}))).created[0]
    await desk.submit(ReportCapacity(hospital, "emergency", 24, 19))
    return stations, units


async def _goods(desk: Desk) -> Id:
    depot = (await desk.submit(AddDepot("Central depot", street_at(3, 40), names={"zh": "中心仓库"}))).created[0]
    for item in list(desk.catalogue.items.values()):
        await desk.submit(MoveStock(depot, item.code, item.depot_stock, item.unit))
    return depot


async def _respond(desk: Desk, clock: FakeClock, incident: Id, units: Sequence[Id], *, leave: bool) -> None:
    """Send units, let them drive and work; those that leave are released."""
    for n, unit in enumerate(units):
        clock.advance(21 + 13 * n % 50)
        await desk.submit(AssignUnit(incident, unit))
    for n, unit in enumerate(units):
        clock.advance(40 + 7 * n % 30)
        await desk.submit(SetUnitStatus(unit, UnitStatus.ENROUTE))
    for n, unit in enumerate(units):
        clock.advance(90 + 37 * n % 80)
        await desk.submit(SetUnitStatus(unit, UnitStatus.ON_SCENE))
    if leave:
        clock.advance(240)
        await desk.submit(SetIncidentState(incident, IncidentState.UNDER_CONTROL))
        for unit in units:
            clock.advance(30)
            await desk.submit(ReleaseUnit(unit))
        await desk.submit(SetIncidentState(incident, IncidentState.CLOSED))


async def _calls(desk: Desk, clock: FakeClock, units: Sequence[Id], count: int) -> list[Id]:
    """Return the incidents that were reported while the tenement burned; the last ones are still open."""
    types, turn, made = list(desk.catalogue.types), itertools.cycle(units), []
    for n in range(count):
        clock.advance(300 + 97 * n % 400)
        place = StreetGazetteer().search(f"{STREETS[n % 8]} {3 * n + 2}")[0]
        text = (LONG_ZH, "", "Smoke from the second floor", LONG_EN)[n % 4]
        answered_ms = clock.wall_ms()
        clock.advance(25)
        (incident,) = await _does(desk, ReportIncident(types[n * 5 % len(types)], place.at, place.name, text=text, answered_ms=answered_ms))
        made.append(incident)
        if n % 7 != 6:
            await _respond(desk, clock, incident, [next(turn) for _ in range(1 + n % 3)] if n < count - 6 else [], leave=True)
    return made


async def _mayday(desk: Desk, clock: FakeClock, incident: Id, crews: Sequence[Id]) -> None:
    clock.advance(60)
    await desk.submit(DeclareMayday(crews[0], "Floor gave way, one of us hangs on the ladder, second stair"))
    roll_call = (await desk.submit(StartRollCall(incident))).created[0]
    for unit in desk.picture.incident(incident).units:  # type: ignore[union-attr] # it was made
        clock.advance(11)
        view = desk.picture.unit(unit)
        assert view is not None
        await desk.submit(AnswerRollCall(roll_call, unit, view.crew))
    await desk.submit(EndMayday(crews[0], "All out, seen by the section leader, 一人轻伤"))
    await desk.submit(EndRollCall(roll_call))


async def _orders(desk: Desk, clock: FakeClock, incident: Id, crews: Sequence[Id], count: int) -> None:
    for n in range(count):
        clock.advance(35)
        to = crews if n % 29 == 28 else (crews[n % len(crews)],)
        order = (await desk.submit(SendOrder(f"{ORDERS[n % len(ORDERS)]} ({n + 1})", tuple(to), incident, urgent=n % 11 == 0))).created[0]
        if n % 5 == 0:
            await desk.submit(AnswerOrder(order, to[0], OrderState.REFUSED, "no air left, 气瓶压力不足"))
        elif n % 5 < 4:
            await desk.submit(AnswerOrder(order, to[0], OrderState.ACCEPTED))


async def _talk(desk: Desk, clock: FakeClock, incident: Id, others: Sequence[Id], crews: Sequence[Id], notes: int) -> None:
    for n in range(notes):
        clock.advance(40)
        await desk.submit(AddNote(f"{LONG_ZH if n % 3 == 0 else LONG_EN} [{n}]" if n % 6 == 0 else f"Water at gauge {n} cm 水位 {n} 厘米", incident))
        if n % 4 == 0:
            await desk.submit(SendMessage(f"Message {n}: {LONG_EN if n % 8 else UNWORDED}", incident, unit_ids=tuple(crews[:2])))
        if n % 9 == 0:
            await desk.submit(SendMessage("The roof is open, we go in 屋顶已打开，进入内攻", incident, crews[1], from_unit=True))
        if n % 10 == 0:
            await desk.submit(AddNote("pumps are running", others[n % len(others)]))
    counts = {"injured": 3, "rescued": 11, "missing": 1, "evacuated": 46}
    await desk.submit(ReportSituation(crews[2], "controlled", counts, ("breathing_air",), "Fire is held at the third floor 火势控制在三层"))
    late = SetUnitStatus(crews[-1], UnitStatus.RETURNING)
    await desk.submit(EnterLate(late, clock.wall_ms() - 900_000))
    await desk.submit(EnterLate(AddNote("Gas was shut off by the neighbour", incident), clock.wall_ms() - 3 * HOUR_S * 1000))


async def _roads_and_goods(desk: Desk, clock: FakeClock, incident: Id, depot: Id) -> None:
    until_ms = clock.wall_ms() + 6 * HOUR_S * 1000
    await desk.submit(CloseRoad((street_at(5, 1), street_at(5, 80)), "River Walk 河滨道", "under water, 积水 60 厘米", until_ms=until_ms))
    await desk.submit(CloseRoad((street_at(7, 20),), "Bridge Street", "Bridge is being checked"))
    for item, quantity in (("blanket", 40), ("ration", 120), ("sandbag", 400), ("water_bottled", 200)):
        clock.advance(30)
        held = (await desk.submit(ReserveStock(depot, item, quantity, incident))).created[0]
        if item != "sandbag":
            await desk.submit(EndReservation(held, delivered=True, received_by="M. Okafor"))

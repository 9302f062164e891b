"""A small town for exercises: the dispatch tests' grid of streets, two stations, a hospital, a few units."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, TypeVar

from commandcenter.exercise.course import Course, Ground, Settings, run_key
from commandcenter.exercise.memory import in_memory
from commandcenter.exercise.rules import parse_rules
from commandcenter.exercise.scenario import Inject, InjectKind, Scenario, Text, Trigger, When
from commandcenter.model.commands import AddDepot, AddFacility, AddStation, AddUnit, Command, MoveStock
from commandcenter.model.ids import derived_id
from commandcenter.model.ports import Place
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import default_catalogue
from tests.unit.dispatch.conftest import GridRoads, at, cell

START_MS = 1_790_000_000_000
MINUTE = 60_000
T = TypeVar("T")


class Streets:
    """Knows `x,y` crossings as `<x> Grid Street <y>`."""

    def search(self, text: str, *, near: LonLat | None = None, limit: int = 10) -> list[Place]:
        words = text.split(" Grid Street ")
        if len(words) != 2 or not all(word.isdecimal() for word in words):
            return []
        return [Place(text, "crossing", at(int(words[0]), int(words[1])), score=1.0)]

    def reverse(self, where: LonLat) -> Place | None:
        x, y = cell(where)
        return Place(f"{x} Grid Street {y}", "crossing", at(x, y), score=1.0)

    def street(self, name: str, at: LonLat) -> tuple[tuple[LonLat, ...], ...]:
        return ()


def fleet(*units: tuple[str, str, int, int]) -> list[Command]:
    kinds = default_catalogue().kinds
    commands: list[Command] = []
    for callsign, kind, x, y in units:
        station_id = derived_id("station", str(x), str(y))
        commands.append(AddStation(f"Station {x}-{y}", "fire_station", at(x, y), station_id))
        k = kinds[kind]
        commands.append(AddUnit(callsign, kind, k.capabilities, k.crew, station_id, at(x, y), k.profile, derived_id("unit", callsign)))
    commands.append(AddFacility("Hospital", "hospital", at(11, 0), derived_id("hospital")))
    depot = derived_id("depot")
    commands += [AddDepot("Depot", at(6, 2), depot), MoveStock(depot, "sandbag", 100, move_id=derived_id("move"))]
    return commands


TOWN = (("E1", "engine", 0, 0), ("E2", "engine", 11, 3), ("A1", "ambulance", 2, 0), ("A2", "ambulance", 10, 6), ("P1", "police", 5, 1))


def inject(number: str, minutes: float, kind: str = "call", type_: str = "medical.fall", x: int = 5, y: int = 0, **more: Any) -> Inject:
    trigger = more.pop("trigger", None)
    when = trigger.split() if trigger else None
    deadline = more.pop("deadline", None)
    return Inject(
        number=number,
        row=int(number) + 1 if number.isdecimal() else 2,
        kind=InjectKind(kind),
        time=f"M+{minutes:g}",
        offset_ms=round(minutes * MINUTE),
        inject=Text({"en": f"inject {number}", "zh": f"注入{number}"}),
        type=type_,
        place=more.pop("place", f"{x} Grid Street {y}"),
        match=parse_rules(more.pop("match", "")),
        deadline_ms=None if deadline is None else round(deadline * MINUTE),
        trigger=Trigger(When(when[0]), when[1]) if when else None,
        **more,
    )


def scenario(*injects: Inject, minutes: float = 120, **more: Any) -> Scenario:
    name = Text({"en": "Test", "zh": "测试"})
    return Scenario("test", name, Text(), "grid", START_MS, minutes, 1, tuple(injects), digest="d" * 64, **more)


def make_course(scenario_: Scenario, *, seed: int = 1, player: bool = False, units: Iterable[tuple[str, str, int, int]] = TOWN) -> Course:
    settings = Settings(seed, virtual_player=player)
    return Course(scenario_, Ground(default_catalogue(), GridRoads(), Streets(), fleet(*units)), settings, in_memory(run_key(scenario_, settings)))


def play(work: Callable[[Course], Coroutine[Any, Any, T]], scenario_: Scenario, **how: Any) -> T:
    """Begin a run, do something with it, close it."""

    async def whole() -> T:
        course = make_course(scenario_, **how)
        assert await course.begin() == []
        result = await work(course)
        await course.close()
        return result

    return asyncio.run(whole())

"""The exercise that the benchmarks play: units and calls by chance over Heidelberg, the engine as the dispatcher."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.exercise.scenario import Inject, InjectKind, Scenario, Text
from commandcenter.exercise.streams import Streams
from commandcenter.model.commands import AddFacility, AddStation, AddUnit, Command
from commandcenter.model.ids import derived_id
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import default_catalogue

WEST, SOUTH, EAST, NORTH = 8.64, 49.38, 8.74, 49.43
KINDS = ("engine", "ambulance", "als", "police", "ladder", "engine", "ambulance", "rescue", "command", "doctor")
TYPES = ("medical.chest_pain", "medical.fall", "medical.sick", "fire.alarm", "traffic.collision", "medical.stroke", "fire.structure", "order.assault")
START_MS = 1_790_000_000_000
HOUR_MS = 3_600_000
CALLS_PER_HOUR = 30


@dataclass(frozen=True)
class Size:
    """How large an exercise is."""

    hours: int
    units: int
    calls_per_hour: int = CALLS_PER_HOUR

    def __str__(self) -> str:
        """Return it as the rows name it."""
        return f"{self.hours} h, {self.units} units, {self.calls_per_hour} calls an hour"


def scenario_of(size: Size, region: str) -> Scenario:
    """Return the exercise; the same size is the same exercise."""
    streams = Streams(9)
    resources = tuple(_fleet(size.units, streams))
    injects, at_ms = [], 0
    for n in range(1, size.hours * size.calls_per_hour + 1):
        at_ms += round(streams.exponential("gap", HOUR_MS / size.calls_per_hour))
        where = _place(streams)
        type_ = TYPES[int(streams.share("type") * len(TYPES))]
        injects.append(Inject(str(n), n, InjectKind.CALL, f"S+{at_ms // 1000}", at_ms, type=type_, place=f"{where.lon},{where.lat}"))
    name = Text({"en": "Bench"})
    return Scenario("bench", name, Text(), region, START_MS, size.hours * 60.0, 1, tuple(injects), resources=resources)


def _fleet(units: int, streams: Streams) -> list[Command]:
    catalogue = default_catalogue()
    fleet: list[Command] = [AddFacility(f"Hospital {n}", "hospital", _place(streams), derived_id("hospital", str(n))) for n in range(4)]
    for n in range(units):
        kind, at, station = catalogue.kinds[KINDS[n % len(KINDS)]], _place(streams), derived_id("station", str(n))
        fleet.append(AddStation(f"Station {n}", "fire_station", at, station))
        fleet.append(AddUnit(f"{kind.prefix}{n}", kind.code, kind.capabilities, kind.crew, station, at, kind.profile, derived_id("unit", str(n))))
    return fleet


def _place(streams: Streams) -> LonLat:
    return LonLat(WEST + (EAST - WEST) * streams.share("lon"), SOUTH + (NORTH - SOUTH) * streams.share("lat"))

"""Adopted driving times reach the roads, by the time of day; where units were is read in the store's own thread."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from commandcenter.app.catalogue_drafts import CatalogueDrafts
from commandcenter.app.speeds import SpeedKeeper
from commandcenter.app.trails import Trails
from commandcenter.dispatch.desk import Desk
from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.log.tracks import SqliteTracks
from commandcenter.model.clock import FakeClock
from commandcenter.model.ids import Id
from commandcenter.model.speeds import SpeedPolicy
from commandcenter.model.words import LonLat, Position, PositionSource
from commandcenter.resources.catalogue import Catalogue, default_catalogue
from commandcenter.resources.changed import build, shipped_texts

WEST, EAST = LonLat(8.60, 49.40), LonLat(8.61, 49.40)


@dataclass
class Seen:
    """The part of a picture that says what was adopted."""

    policy: SpeedPolicy = field(default_factory=SpeedPolicy)
    operation: str = "c" * 32
    vehicles: tuple[str, ...] = ("engine",)

    def units(self) -> list[SimpleNamespace]:
        return [SimpleNamespace(profile=vehicle) for vehicle in self.vehicles]

    def speeds(self) -> SpeedPolicy:
        return self.policy


@dataclass
class PlainDesk:
    """The part of a desk that the keeper touches."""

    roads: RoadNetwork
    clock: FakeClock
    picture: Seen = field(default_factory=Seen)
    catalogue: Catalogue = field(default_factory=default_catalogue)

    def subscribe(self, callback: Any) -> Any:
        return lambda: None


def road() -> RoadNetwork:
    return RoadNetwork(RoadGraph.from_arrays([WEST.lon, EAST.lon], [WEST.lat, EAST.lat], [0], [1], [725.0], oneway=0))


def driven_s(desk: PlainDesk) -> float:
    route = desk.roads.route(WEST, EAST, "engine")
    assert route is not None
    return route.eta_s


def at_hour(hour: int) -> int:
    """A Monday on this computer's own clock: the time of day is what the wall says."""
    return int(datetime(2026, 11, 23, hour, 30).astimezone().timestamp() * 1000)


def test_the_roads_follow_policy_and_time_of_day() -> None:
    shipped = road()
    clock = FakeClock(at_hour(12))
    desk = PlainDesk(shipped, clock)
    keeper = SpeedKeeper(cast(Desk, desk), shipped)
    asyncio.run(keeper.look())
    assert desk.roads is shipped
    usual = driven_s(desk)
    desk.picture.policy = SpeedPolicy({"local": 1.5}, {"peak": 1.2})
    asyncio.run(keeper.look())
    assert round(driven_s(desk) / usual, 2) == 1.5
    in_use = desk.roads
    asyncio.run(keeper.look())
    assert desk.roads is in_use  # nothing is made anew without need
    clock.advance((at_hour(17) - at_hour(12)) / 1000)
    asyncio.run(keeper.look())
    assert round(driven_s(desk) / usual, 2) == 1.8
    desk.picture.policy = SpeedPolicy()
    asyncio.run(keeper.look())
    assert driven_s(desk) == usual


def test_roads_are_made_ready_for_the_vehicles_that_units_drive_and_serve_all() -> None:
    shipped = road()
    desk = PlainDesk(shipped, FakeClock(at_hour(12)))
    keeper = SpeedKeeper(cast(Desk, desk), shipped)
    desk.picture.policy = SpeedPolicy({"local": 1.5})
    asyncio.run(keeper.look())
    assert desk.roads._base._travels.keys() == {"engine"}
    assert desk.roads.route(WEST, EAST, "ambulance") is not None
    desk.picture.vehicles = ()
    desk.picture.policy = SpeedPolicy({"local": 1.4})
    asyncio.run(keeper.look())
    assert desk.roads._base._travels.keys() == shipped.profiles.keys()


def test_the_roads_follow_the_vehicles_of_the_catalogue() -> None:
    shipped, clock = road(), FakeClock(at_hour(12))
    desk = PlainDesk(shipped, clock)
    keeper = SpeedKeeper(cast(Desk, desk), shipped)
    asyncio.run(keeper.look())
    usual = driven_s(desk)
    slow = shipped_texts()["profiles.toml"].replace("top_kph = 100", "top_kph = 10", 1)
    desk.catalogue = build({"profiles.toml": slow})
    asyncio.run(keeper.look())
    assert driven_s(desk) > 2 * usual
    desk.picture.policy = SpeedPolicy({"local": 2.0})
    asyncio.run(keeper.look())
    assert driven_s(desk) > 4 * usual
    desk.catalogue, desk.picture.policy = default_catalogue(), SpeedPolicy()
    asyncio.run(keeper.look())
    assert desk.roads is shipped


def test_a_draft_is_tried_on_roads_with_its_own_vehicles(tmp_path: Path) -> None:
    shipped = road()
    desk = PlainDesk(shipped, FakeClock(at_hour(12)))
    drafts = CatalogueDrafts(cast(Desk, desk), tmp_path, shipped)
    assert drafts.roads(default_catalogue()) is shipped
    slow = build({"profiles.toml": shipped_texts()["profiles.toml"].replace("top_kph = 100", "top_kph = 10", 1)})
    way = drafts.roads(slow).route(WEST, EAST, "engine")
    assert way is not None and way.eta_s > 2 * driven_s(desk)


def test_trails_are_read_where_the_store_lives(tmp_path: Path) -> None:
    writer = ThreadPoolExecutor(1)
    tracks = writer.submit(SqliteTracks, tmp_path / "tracks.db", bytes(32)).result()
    unit, other = Id("a" * 32), Id("b" * 32)
    for n in range(3):
        tracks.put({unit: Position(LonLat(8.6 + n / 100, 49.4), PositionSource.GPS, 1_000 * (n + 1))})
    found = asyncio.run(Trails(tracks, writer).trails([unit, other], 2_000))
    assert [position.wall_ms for position in found[unit]] == [2_000, 3_000]
    assert list(found[other]) == []
    writer.submit(tracks.close).result()
    writer.shutdown()

"""A dispatcher's first shift in Heidelberg: the river between the banks decides who is near."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

import pytest
from pyproj import Geod

from commandcenter.__main__ import main
from commandcenter.app.home import Home
from commandcenter.model.words import IncidentState, LonLat, UnitStatus
from commandcenter.picture.views import IncidentView

from .conftest import Play
from .player import Player, at_the_desk

WGS84 = Geod(ellps="WGS84")
STATIONS = """name,kind,lat,lon
Altstadt,ambulance_station,49.4112,8.7095
Ziegelhäuser Landstraße,ambulance_station,49.4148,8.7035
Bismarckplatz,ambulance_station,49.4095,8.6930
Handschuhsheim,ambulance_station,49.4270,8.6880
"""
UNITS = """callsign,kind,station
OLD,als,Altstadt
NB,als,Ziegelhäuser Landstraße
BIS,als,Bismarckplatz
HAN,als,Handschuhsheim
"""
NORTH_BANK, SOUTH_BANK, BRIDGEHEAD = "49.4152, 8.7110", "49.4120, 8.7040", "49.4158, 8.6945"
ACROSS_THE_BRIDGE = (LonLat(8.6908, 49.4135), LonLat(8.6948, 49.4135))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, data_dir: Path) -> Home:
    """A desk that imported the city and its own ambulances, as its owner would on the first day."""
    source = data_dir / "osm" / "heidelberg.osm.pbf"
    if not source.is_file():
        pytest.skip("heidelberg.osm.pbf is not here")
    root = tmp_path_factory.mktemp("home")
    files = tmp_path_factory.mktemp("csv")
    (files / "stations.csv").write_text(STATIONS, encoding="utf-8")
    (files / "units.csv").write_text(UNITS, encoding="utf-8")
    assert main(["region", "import", str(source), "--name", "heidelberg", "--home", str(root)]) == 0
    assert main(["resources", "import", str(files), "--region", "heidelberg", "--home", str(root)]) == 0
    return Home.open(root)


def metres_by_air(a: LonLat, b: LonLat) -> float:
    return float(WGS84.inv(a.lon, a.lat, b.lon, b.lat)[2])


def nearest_by_air(player: Player, incident: IncidentView) -> str:
    return min(player.picture.units(), key=lambda unit: metres_by_air(unit.at, incident.at)).callsign


def is_now(player: Player, callsign: str, status: UnitStatus) -> bool:
    return player.unit(callsign).status is status


async def send_the_best(player: Player, incident: IncidentView) -> str:
    """Accept the recommendation with Enter; return who was sent."""
    best = (await player.recommended())[0]
    await player.accept()
    await player.see(lambda: player.unit(best).status is UnitStatus.DISPATCHED, f"{best} dispatched")
    assert player.sent_to(incident) == [best]
    return best


async def first_shift(home: Home) -> bytes:
    async with at_the_desk(home, "heidelberg") as player:
        north = await player.new_incident("chest pain", NORTH_BANK)
        assert nearest_by_air(player, north) == "OLD"
        assert (await player.recommended())[0] == "NB"
        south = await player.new_incident("chest pain", SOUTH_BANK)
        assert nearest_by_air(player, south) == "NB"
        assert await send_the_best(player, south) == "OLD"

        bridgehead = await player.new_incident("chest pain", BRIDGEHEAD)
        assert (await player.recommended())[0] == "BIS"
        player.map.fly_to(LonLat(8.6926, 49.4135), 15)
        await asyncio.sleep(1.5)
        await player.command("closure line burst main")
        await player.draw_line(*ACROSS_THE_BRIDGE)
        await player.see(lambda: any(not closure.reopened for closure in player.picture.closures()), "the closure")
        await player.see(lambda: player.advice()[:1] not in ([], ["BIS"]), "another choice")
        assert player.window.incident.recommend.changed_card.isVisible()
        sent = await send_the_best(player, bridgehead)
        assert sent == "NB"

        for word, reached in (("er", UnitStatus.ENROUTE), ("os", UnitStatus.ON_SCENE)):
            await player.command(f"{sent} {word}")
            await player.see(partial(is_now, player, sent, reached), f"{sent} {word}")
        assert player.incident(bridgehead).state is IncidentState.ON_SCENE
        await player.command(f"rel {sent}")
        await player.see(lambda: not player.sent_to(bridgehead), "the release")
        await player.command(f"close {bridgehead.number} treated on scene")
        await player.see(lambda: player.incident(bridgehead).state is IncidentState.CLOSED, "closed")
        times = player.picture.assignments(incident=bridgehead.id)[0].times_ms
        assert list(times) == sorted(times, key=lambda name: times[name])
        return player.picture.digest()


async def next_morning(home: Home, digest: bytes) -> None:
    async with at_the_desk(home, "heidelberg") as player:
        assert player.picture.digest() == digest
        assert [incident.state for incident in player.picture.incidents()] == [IncidentState.REPORTED, IncidentState.DISPATCHED, IncidentState.CLOSED]
        assert player.window.queue.list.model().rowCount() == 2


def test_two_banks(home: Home, play: Play[None], capsys: pytest.CaptureFixture[str]) -> None:
    async def story() -> None:
        digest = await first_shift(home)
        await next_morning(home, digest)

    play(story())
    assert main(["log", "verify", "--region", "heidelberg", "--home", str(home.root)]) == 0
    assert "as they were signed" in capsys.readouterr().out

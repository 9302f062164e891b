"""A newcomer's first minutes in the training region: an incident waits, Enter sends, crews drive their routes and report."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from commandcenter.__main__ import main
from commandcenter.app.home import Home
from commandcenter.geo.pack import RegionPack
from commandcenter.model.words import IncidentState, PositionSource, UnitStatus

from .conftest import Play
from .player import at_the_desk

SPEED = 40


class FastClock:
    """Forty minutes pass in one."""

    def __init__(self) -> None:
        self._began_s = time.monotonic()
        self._began_ms = time.time_ns() // 1_000_000

    def wall_ms(self) -> int:
        return self._began_ms + round((time.monotonic() - self._began_s) * 1000 * SPEED)

    def monotonic_s(self) -> float:
        return (time.monotonic() - self._began_s) * SPEED


@pytest.fixture
def home(tmp_path: Path, training_pack: RegionPack) -> Home:
    found = Home.open(tmp_path / "home")
    shutil.copytree(training_pack.path, found.regions / "training")
    return found


async def first_minutes(home: Home) -> None:
    async with at_the_desk(home, "training", clock=FastClock()) as player:
        waiting = player.picture.incidents()
        assert [incident.state for incident in waiting] == [IncidentState.REPORTED]
        assert len(player.picture.stations()) > 20
        assert len(player.picture.units()) > 60
        assert len(player.picture.depots()) >= 4
        await player.see(lambda: player.window.seat.incident == waiting[0].id, "the waiting incident, chosen")
        advised = await player.recommended()
        await player.accept()
        await player.see(lambda: player.sent_to(waiting[0]), "units sent")
        assert set(player.sent_to(waiting[0])) == set(advised)

        first = player.unit(advised[0])
        await player.see(lambda: player.unit(advised[0]).status is UnitStatus.ENROUTE, "the first unit en route")
        await player.see(lambda: player.unit(advised[0]).status is not UnitStatus.ENROUTE, "the first unit there")
        track = player.session.writer.submit(player.session.tracks.history, first.id).result()
        assert {position.source for position in track} == {PositionSource.SIMULATED}
        assert len({position.at for position in track}) >= 2, "it is seen on its way"
        await player.see(lambda: player.incident(waiting[0]).state is IncidentState.ON_SCENE, "on scene")
        player.press(Qt.Key.Key_F1)
        await player.see(player.window.overlay.isVisible, "the list of keys")


def test_first_start(home: Home, play: Play[None]) -> None:
    play(first_minutes(home))
    assert main(["log", "verify", "--region", "training", "--home", str(home.root)]) == 0

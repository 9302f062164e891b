"""A dispatcher's hour in the real window, by keyboard."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from commandcenter.app.home import Home
from commandcenter.geo.pack import RegionPack
from commandcenter.model.clock import FakeClock
from commandcenter.model.words import IncidentState

from .album import Album
from .conftest import Play
from .dispatchers_hour import dispatchers_hour
from .player import at_the_desk


@pytest.mark.xdist_group("stories")
def test_a_dispatchers_hour(tmp_path: Path, training_pack: RegionPack, play: Play[None]) -> None:
    home = Home.open(tmp_path / "home")
    shutil.copytree(training_pack.path, home.regions / "training")
    clock = FakeClock()

    async def story() -> None:
        async with at_the_desk(home, "training", clock=clock) as player:
            worked = await dispatchers_hour(player, clock, Album())
            assert [player.incident(one).state for one in worked] == [IncidentState.CLOSED] * 2
            said = player.picture.digest()
        async with at_the_desk(home, "training", clock=clock) as player:
            assert player.picture.digest() == said, "the next shift sees what this one did"
        (paper,) = (home.root / "prints").glob("*.pdf")
        assert paper.stat().st_size > 10_000

    play(story())

"""An exercise of the same home, played while a live desk is open: live log, live figures and live files are as if it had never been."""

from __future__ import annotations

import asyncio
from pathlib import Path

from commandcenter.app.exercises import play
from commandcenter.app.home import Home
from commandcenter.app.session import open_session
from commandcenter.exercise.course import Settings
from commandcenter.exercise.folder import read_scenario, shipped
from commandcenter.geo.pack import RegionPack
from commandcenter.model.commands import OpenOperation, ReportIncident
from commandcenter.model.ids import is_exercise
from commandcenter.model.words import LonLat
from commandcenter.monitor.statistics import calls_by_type, whole_period
from commandcenter.resources.catalogue import default_catalogue


def files_of(home: Home) -> dict[str, bytes]:
    """Return every file of live work."""
    return {str(path.relative_to(home.operations)): path.read_bytes() for path in home.operations.rglob("*") if path.is_file()}


def test_an_exercise_of_the_same_home_touches_nothing_live(tmp_path: Path, training_pack: RegionPack) -> None:
    home = Home.open(tmp_path)
    for name in ("training", "city"):
        (home.regions / name).symlink_to(training_pack.path, target_is_directory=True)
    west, south, east, north = training_pack.info.focus
    with open_session(home, "city") as session:
        desk = session.desk
        assert not is_exercise(session.log.operation)

        async def live_work() -> None:
            await desk.submit(OpenOperation("city", "city"))
            await desk.submit(ReportIncident("medical.fall", LonLat((west + east) / 2, (south + north) / 2), "Live Street 1"))

        asyncio.run(live_work())

        def counted() -> object:
            return calls_by_type(desk.picture, whole_period(desk.picture, desk.clock.wall_ms())), session.log.count()

        before, figures = files_of(home), counted()
        played = play(home, read_scenario(shipped() / "quiet-shift", default_catalogue()), Settings(1, virtual_player=True))
        assert files_of(home) == before
        assert counted() == figures
        assert calls_by_type(desk.picture, whole_period(desk.picture, desk.clock.wall_ms())) == [("medical.fall", 1)]
        assert is_exercise(played.operation) and home.operations not in played.log.parents

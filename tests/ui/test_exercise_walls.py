"""What the players of an exercise see can be shared on walls: they follow the run, carry the mark, and go with its window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from commandcenter.app.exercise_walls import Walls
from commandcenter.log.signing import DeviceKey
from commandcenter.model.commands import ReportIncident
from commandcenter.model.ids import counting_ids, founded_id
from commandcenter.model.marks import MARK

from .world import ACTOR, HOME, PlainMap, make_world, populate


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_players_see_is_shared_on_a_wall(qapp: QApplication, language: str) -> None:
    operation = founded_id(DeviceKey(bytes(32)).id, exercise=True, new_id=counting_ids(3))
    with make_world(qapp, operation) as world:
        world.run(populate(world.desk, world.clock, units=8, incidents=3))
        window = world.open_window()
        window.use_language(language)
        walls = Walls(world.desk, ACTOR, window, PlainMap)  # type: ignore[arg-type] # a map without a browser
        window.wall_wanted.emit()
        window.wall_wanted.emit()
        first, second = walls.open_walls
        assert all(MARK in wall.windowTitle() for wall in (first, second))
        before = int(first.numbers["open"].figure.text())
        world.run(world.desk.submit(ReportIncident("fire.structure", HOME, "Mill Lane 1")))
        assert [int(wall.numbers["open"].figure.text()) for wall in (first, second)] == [before + 1] * 2
        first.close()
        assert walls.open_walls == [second]
        walls.close()
        world.wait_for(lambda: not isValid(first) and not isValid(second))
        assert walls.open_walls == []

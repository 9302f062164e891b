"""The wall view: figures that are right, a queue that follows, nothing that can be changed."""

from __future__ import annotations

from commandcenter.model.commands import AssignUnit, ReportIncident, SetUnitStatus
from commandcenter.model.words import UnitStatus
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wall.figures import figures
from commandcenter.ui.wall.window import WallWindow

from .world import ACTOR, HOME, PlainMap, World, populate


def test_the_figures_count_what_happened(world: World) -> None:
    desk, clock = world.desk, world.clock
    world.run(populate(desk, clock, units=10, incidents=0))
    empty = figures(desk.picture, clock.now_ms)
    assert (empty.open, empty.waiting, empty.longest_wait_s, empty.in_time, empty.arrival_s) == (0, 0, None, None, None)
    quick, slow, left = (
        next(i for i in world.run(desk.submit(ReportIncident("fire.structure", HOME, f"Mill Lane {n}"))).created if desk.picture.incident(i))
        for n in (1, 2, 3)
    )
    first, second = [u.id for u in desk.picture.units() if u.status == UnitStatus.AVAILABLE][:2]
    clock.advance(30)
    world.run(desk.submit(AssignUnit(quick, first)))
    clock.advance(60)
    world.run(desk.submit(AssignUnit(slow, second)))
    for unit, after_s in ((first, 100), (second, 200)):
        world.run(desk.submit(SetUnitStatus(unit, UnitStatus.ENROUTE)))
        clock.advance(after_s)
        world.run(desk.submit(SetUnitStatus(unit, UnitStatus.ON_SCENE)))
    found = figures(desk.picture, clock.now_ms)
    assert (found.open, found.waiting, found.longest_wait_s) == (3, 1, 390.0)
    assert found.in_time == 0.5
    assert found.arrival_s == (190 + 390) / 2
    assert (found.busy, found.free + found.busy + found.out) == (2, found.units)
    assert sum(found.by_priority) == 3
    assert desk.picture.incident(left) is not None


def test_the_wall_follows_the_operation(busy: World) -> None:
    look = Look()
    wall = WallWindow(busy.desk, PlainMap(), look=look, standing=Standing("Heidelberg", "Day shift", "Anna Berg", "Dispatcher"), actor=ACTOR)
    wall.show()
    before = int(wall.numbers["open"].figure.text())
    assert wall.rows.rowCount() == before
    busy.run(busy.desk.submit(ReportIncident("fire.structure", HOME, "Mill Lane 1")))
    assert int(wall.numbers["open"].figure.text()) == before + 1
    assert wall.rows.rowCount() == before + 1
    window = busy.window
    assert window is not None
    window.use_language("zh_CN")
    busy.settle(0.1)
    assert wall.numbers["open"].caption.text() == "未结事件"
    wall.close()
    wall.deleteLater()
    busy.settle()


def test_the_wall_of_an_exercise_fits_a_small_projector(busy: World) -> None:
    who = Standing("Training region", "A quiet shift", "Anna Berg", "Dispatcher", exercise=True)
    wall = WallWindow(busy.desk, PlainMap(), look=Look(), standing=who, actor=ACTOR)
    for number, figure in zip(wall.numbers.values(), ("3", "0", "–", "86 / 90", "4", "100 %", "2:38"), strict=True):
        number.figure.setText(figure)
    wall.show()
    wall.resize(1280, 720)
    assert wall.width() == 1280
    wall.close()
    wall.deleteLater()
    busy.settle()

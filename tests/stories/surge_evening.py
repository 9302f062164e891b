"""A surge: a storm brings sixty calls within minutes; one plan for all, duplicates merged, the wall shows it, and the line stays quick."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.model.commands import ReportIncident
from commandcenter.model.ids import Id
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.map.view import MapView
from commandcenter.ui.queue.surge import SurgeWindow
from commandcenter.ui.wall.window import WallWindow
from tests.ui.world import ACTOR, PlainMap, World, street_at

from .album import Album

CALLS = 60
KINDS = ("rescue.tree_down", "fire.rubbish", "medical.fall", "traffic.collision")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def surge_evening(world: World, album: Album, new_map: Callable[[], MapView | PlainMap] = PlainMap) -> None:
    """Take the calls in, work the list off, by keyboard; the wall gets a map of its own."""
    window = world.window
    assert window is not None
    calls = [_call(world, n) for n in range(CALLS)]
    twin = _twin(world)
    world.wait_for(lambda: all(window.queue.rows.row_of(one) >= 0 for one in (*calls, twin)), 20)
    album.add(window, "sixty-calls")
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    world.wait_for(lambda: "surge" in window.beside.open_windows)
    surge = cast(SurgeWindow, window.beside.open_windows["surge"])
    _merge(world, surge, twin)
    _send_all(world, surge, album)
    _wall(world, album, new_map())
    surge.close()
    window.focus_command_line()
    QTest.keyClicks(window.command_bar, "note the storm has passed")
    QTest.keyClick(window.command_bar, Qt.Key.Key_Return)
    world.wait_for(lambda: world.desk.picture.lines(1)[0].summary.get("text") == "the storm has passed")


def _call(world: World, number: int) -> Id:
    world.clock.advance(7)
    types = world.desk.catalogue.types
    kind = next((k for k in KINDS[number % len(KINDS) :] if k in types), "fire.structure")
    done = world.run(world.desk.submit(ReportIncident(kind, street_at(number % 8, 3 * number), f"Storm Street {number}", text=f"call {number}")))
    return next(made for made in done.created if world.desk.picture.incident(made) is not None)


def _twin(world: World) -> Id:
    """The same tree is reported twice."""
    found = []
    for text in ("a tree lies across the tram line at the theatre", "tree across the tram line, theatre"):
        done = world.run(world.desk.submit(ReportIncident("fire.rubbish", street_at(7, 88), "Theatre", text=text)))
        found.append(next(made for made in done.created if world.desk.picture.incident(made) is not None))
    return found[-1]


def _merge(world: World, surge: SurgeWindow, twin: Id) -> None:
    world.wait_for(lambda: surge.rows.pair(twin) is not None, 20)
    surge.table.setCurrentIndex(surge.rows.index(surge.rows.row_of(twin), 0))
    QTest.keyClick(surge.table, Qt.Key.Key_M)
    world.wait_for(lambda: surge.rows.row_of(twin) < 0)


def _send_all(world: World, surge: SurgeWindow, album: Album) -> None:
    """One plan for all; Shift+S sends all of it."""
    QTest.keyClick(surge.table, Qt.Key.Key_P)
    world.wait_for(lambda: bool(surge.rows.plan()), 30)
    album.add(surge, "one-plan")
    plan = surge.rows.plan()
    sent = [unit.unit_id for found in plan for unit in found.units]
    assert len(sent) == len(set(sent)) > 3, "no unit is sent twice"
    QTest.keyClick(surge.table, Qt.Key.Key_S, SHIFT)
    world.wait_for(lambda: not surge.rows.plan(), 30)
    for found in plan:
        assert found.incident_id is not None
        incident = world.desk.picture.incident(found.incident_id)
        assert incident is not None and {unit.unit_id for unit in found.units} <= set(incident.units)


def _wall(world: World, album: Album, wall_map: MapView | PlainMap) -> None:
    """The room sees how many wait."""
    assert world.window is not None
    wall = WallWindow(world.desk, wall_map, look=world.window.look, standing=Standing("Heidelberg", "Storm", "", "", exercise=True), actor=ACTOR)
    wall.closed.connect(wall_map.shut_down)
    wall.resize(1280, 720)
    wall.show()
    waiting = sum(one.open and not one.units for one in world.desk.picture.incidents())
    world.wait_for(lambda: wall.numbers["waiting"].figure.text() == str(waiting))
    album.add(wall, "wall")
    wall.close()
    wall.deleteLater()
    world.settle()

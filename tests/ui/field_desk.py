"""The field window of one unit over a small operation, and what its tests do often."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from commandcenter.model.commands import (
    AssignUnit,
    ReportIncident,
)
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.theme.look import Look

from .world import ACTOR, PlainMap, World, populate


@contextmanager
def opened_field(world: World) -> Iterator[FieldWindow]:
    """Yield the field window over an operation with 12 units and 3 incidents; the first free unit is ours."""
    world.run(populate(world.desk, world.clock, units=12, incidents=3))
    look, language = Look(), Language()
    look.apply()
    language.use("en")
    standing = Standing("Heidelberg", "Day shift", "Anna Berg", "Dispatcher", exercise=True)
    window = FieldWindow(world.desk, PlainMap(), world.settings, look=look, standing=standing, actor=ACTOR)
    window.open()
    free = next(unit for unit in world.desk.picture.units() if unit.status == UnitStatus.AVAILABLE)
    window.unit.setCurrentIndex(window.unit.findData(free.id))
    window.unit.activated.emit(window.unit.currentIndex())
    yield window
    language.use("en")
    window.close()
    window.deleteLater()
    world.settle()


def mine(window: FieldWindow) -> Id:
    unit = window.my_unit()
    assert unit is not None
    return unit.id


def sent_to(world: World, window: FieldWindow) -> Id:
    incident = world.run(world.desk.submit(ReportIncident("fire.structure", LonLat(8.69, 49.41), "Castle Hill 3", 1, "smoke"))).created[-1]
    world.run(world.desk.submit(AssignUnit(incident, mine(window))))
    return incident


def overlays(window: FieldWindow) -> dict[str, list[Any]]:
    return cast(PlainMap, window.map_view).overlays


def wait_for_words(world: World, window: FieldWindow, words: str) -> None:
    world.wait_for(lambda: words in window.strip.text())

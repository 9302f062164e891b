"""Sketches on the desk's map: drawn, chosen, corrected, moved, removed, undone; kept from sight; into files and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QLabel, QMenu

from commandcenter.model.commands import ChangeSketch, DrawSketch
from commandcenter.model.drawings import Hazard, SketchKind, Tactical
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Write
from commandcenter.model.ids import Id, exercise_id
from commandcenter.model.words import LonLat
from commandcenter.picture.history import picture_at
from commandcenter.picture.picture import Picture
from commandcenter.picture.sketches import SketchView
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.layers.legend import in_use, signs
from commandcenter.ui.past.window import PastWindow
from commandcenter.ui.sketch.exchange import read_sketches, write_sketches
from commandcenter.ui.sketch.panel import SketchPanel
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wall.window import WallWindow

from .world import ACTOR, HOME, PlainMap, World

NEAR, FAR = LonLat(8.691, 49.411), LonLat(8.71, 49.42)
AREA = (HOME, NEAR, LonLat(8.7, 49.4), HOME)


def panel(world: World) -> SketchPanel:
    if world.window is None:
        world.open_window()
    assert world.window is not None
    found = world.window.panels.sketches
    assert isinstance(found, SketchPanel)
    return found


def the_map(world: World) -> PlainMap:
    assert world.window is not None
    return cast(PlainMap, world.window.map_view)


def wait_for_words(world: World, words: str) -> None:
    assert world.window is not None
    window = world.window
    world.wait_for(lambda: words in window.strip.text.text())


def undo(world: World) -> None:
    assert world.window is not None
    task = world.window.seat.undo()
    world.wait_for(task.done)


def only(world: World) -> SketchView:
    (found,) = world.desk.picture.sketches()
    return found


def draw(world: World, kind: SketchKind, shape: tuple[LonLat, ...], **said: str) -> SketchView:
    form = panel(world).form
    form.choose(kind, said.get("symbol", ""))
    form.text.setText(said.get("text", ""))
    form.radius.setText(said.get("radius", ""))
    form.until.setText(said.get("until", ""))
    before = len(world.desk.picture.sketches())
    form.draw_button.click()
    hand = {1: "point", 2: "line"}.get(len(shape), "polygon")
    assert the_map(world).shown["drawing"] == hand
    the_map(world).drawn.emit(hand, shape)
    world.wait_for(lambda: len(world.desk.picture.sketches()) == before + 1)
    return world.desk.picture.sketches()[-1]


def test_a_hazard_is_drawn_shown_and_said_who_drew_it(world: World) -> None:
    made = draw(world, SketchKind.HAZARD, (HOME,), symbol="gas", text="smells", radius="250", until="+2 h")
    assert (made.symbol, made.radius_m, made.by, made.until_ms) == ("gas", 250.0, ACTOR, world.clock.wall_ms() + 7_200_000)
    ground, sign = the_map(world).overlays["hazards"]
    assert (ground.kind, ground.hatched, sign.symbol, sign.frame) == ("area", True, "gas", "triangle")
    assert "Anna Berg" in sign.title and "Gas" in sign.label
    assert panel(world).table.rows.rows == [made]


def test_every_kind_has_its_layer(world: World) -> None:
    draw(world, SketchKind.SYMBOL, (HOME,), symbol="staging", text="North lot")
    draw(world, SketchKind.LINE, (HOME, NEAR), text="hose")
    draw(world, SketchKind.AREA, AREA, text="cordon")
    draw(world, SketchKind.HAZARD, AREA, symbol="flood")
    draw(world, SketchKind.NOTE, (NEAR,), text="key at the neighbour's")
    shown = the_map(world).overlays
    assert [shape.kind for shape in shown["sketch"]] == ["point", "line", "area"]
    assert [shape.label for shape in shown["notes"]] == ["key at the neighbour's"]
    assert len(shown["hazards"]) == 2


def test_a_sketch_is_corrected_moved_redrawn_and_removed_and_all_of_it_undone(world: World) -> None:
    made = draw(world, SketchKind.NOTE, (HOME,), text="gate open")
    the_map(world).clicked.emit("overlay:notes", made.id)
    assert panel(world).table.current() == made and panel(world).form.text.text() == "gate open"
    panel(world).form.text.setText("gate shut")
    panel(world).form.change_button.click()
    world.wait_for(lambda: only(world).text == "gate shut")
    wait_for_words(world, "Changed")
    panel(world).move_tool.click()
    the_map(world).drawn.emit("point", (FAR,))
    world.wait_for(lambda: only(world).shape[0].lon == pytest.approx(FAR.lon))
    wait_for_words(world, "Moved")
    panel(world).redraw_tool.click()
    the_map(world).drawn.emit("point", (NEAR,))
    world.wait_for(lambda: only(world).shape == (NEAR,))
    wait_for_words(world, "Changed")
    panel(world).remove_tool.click()
    wait_for_words(world, "Removed")
    assert not world.desk.picture.sketches()
    for text, at in (("gate shut", NEAR), ("gate shut", FAR), ("gate shut", HOME), ("gate open", HOME)):
        undo(world)
        assert (only(world).text, round(only(world).shape[0].lon, 9)) == (text, at.lon)
    undo(world)
    assert world.desk.picture.sketches() == ()


def test_a_hazard_closes_roads_when_somebody_says_so(world: World) -> None:
    draw(world, SketchKind.HAZARD, (HOME,), symbol="gas", radius="250")
    assert the_map(world).shown["closures"] == []
    panel(world).table.setCurrentIndex(panel(world).table.rows.index(0, 0))
    panel(world).close_tool.click()
    world.wait_for(lambda: len(the_map(world).shown["closures"]) == 1)
    assert panel(world).table.rows.texts()[1][3] == "closed"
    panel(world).remove_tool.click()
    world.wait_for(lambda: the_map(world).shown["closures"] == [])


def test_what_is_wrong_in_the_form_is_said(world: World) -> None:
    assert panel(world) and world.window is not None
    for radius, until in (("many", ""), ("50", "soon")):
        form = panel(world).form
        form.choose(SketchKind.HAZARD, "gas")
        form.radius.setText(radius)
        form.until.setText(until)
        form.draw_button.click()
        assert (radius if radius == "many" else until) in world.window.strip.text.text()
        assert the_map(world).shown.get("drawing") is None
    panel(world).move_tool.click()
    assert "Choose one" in world.window.strip.text.text()


def test_two_editors_are_shown_as_a_conflict(world: World) -> None:
    made = draw(world, SketchKind.NOTE, (HOME,), text="gate open")

    def theirs(picture: Any) -> Draft:
        value = {**picture.value(Key(Kind.SKETCH, made.id, "what")), "text": "gate shut"}
        return Draft(EntryType.SKETCH_CHANGED, (Write(Key(Kind.SKETCH, made.id, "what"), value),))

    world.meanwhile(theirs, world.desk.submit(ChangeSketch(made.id, {"text": "gate locked"})))
    world.wait_for(lambda: "⚠" in the_map(world).overlays["notes"][0].label)
    assert world.window is not None
    words = " ".join(label.text() for label in world.window.conflicts.findChildren(QLabel))
    assert "Note: gate shut" in words and "Note: gate locked" in words
    world.wait_for(lambda: any("disagree" in str(alarm.text.template) for alarm in world.window.watch.alarms))


def test_the_menu_of_the_map_draws_a_hazard_and_removes_it(world: World) -> None:
    panel(world)
    assert world.window is not None
    menu = world.window.map_actions.menu_for("", "", HOME)
    act(menu, "Hazard here").trigger()
    world.wait_for(lambda: len(world.desk.picture.sketches()) == 1)
    menu = world.window.map_actions.menu_for("overlay:hazards", f"{only(world).id}.sign", HOME)
    act(menu, "Remove it").trigger()
    world.wait_for(lambda: not world.desk.picture.sketches())


def act(menu: QMenu, words: str) -> Any:
    return next(action for action in menu.actions() if words in action.text())


@pytest.mark.parametrize("name", ["map.geojson", "map.gpx"])
def test_into_a_file_and_back(world: World, tmp_path: Path, name: str) -> None:
    draw(world, SketchKind.SYMBOL, (HOME,), symbol="staging", text="North lot")
    draw(world, SketchKind.HAZARD, AREA, symbol="flood", text="rising")
    panel(world).export_file(tmp_path / name)
    wait_for_words(world, "written into")
    before = world.desk.picture.sketches()
    panel(world).import_file(tmp_path / name)
    wait_for_words(world, f"drawn from {name}")
    again = world.desk.picture.sketches()[2:]
    assert {one.shape for one in again} == {one.shape for one in before}
    assert {(one.kind, one.symbol) for one in again} >= {(SketchKind.SYMBOL, "staging")}
    undo(world)
    assert world.desk.picture.sketches() == before


def test_a_broken_file_is_refused_in_the_strip(world: World, tmp_path: Path) -> None:
    panel(world)
    (tmp_path / "x.geojson").write_text("{", encoding="utf-8")
    panel(world).import_file(tmp_path / "x.geojson")
    world.wait_for(lambda: world.window is not None and "GeoJSON" in world.window.strip.text.text())
    panel(world).import_file(tmp_path / "none.gpx")
    world.wait_for(lambda: world.window is not None and "none.gpx" in world.window.strip.text.text())


@pytest.mark.parametrize("name", ["map.geojson", "map.gpx"])
def test_what_comes_from_an_exercise_is_not_drawn_into_live_work(world: World, tmp_path: Path, name: str) -> None:
    draw(world, SketchKind.SYMBOL, (HOME,), symbol="staging", text="North lot")
    drawn, drill = world.desk.picture.sketches(), exercise_id()
    write_sketches(tmp_path / name, drawn, str, drill)
    panel(world).import_file(tmp_path / name)
    wait_for_words(world, f"{name} comes from an exercise")
    assert world.desk.picture.sketches() == drawn
    assert read_sketches(tmp_path / name, world.clock.wall_ms(), drill), "another exercise may take it"


def test_what_is_over_fades_by_itself(world: World) -> None:
    draw(world, SketchKind.HAZARD, (HOME,), symbol="gas", radius="100", until="+1 h")
    world.clock.advance(3_601)
    assert world.window is not None
    world.window.seat.ticked.emit(world.clock.wall_ms())
    assert {shape.tone for shape in the_map(world).overlays["hazards"]} == {"text_muted"}


def test_the_legend_says_what_is_drawn(world: World) -> None:
    panel(world)
    world.run(world.desk.submit(DrawSketch(SketchKind.SYMBOL, (HOME,), "", Tactical.LANDING)))
    world.run(world.desk.submit(DrawSketch(SketchKind.HAZARD, (HOME,), "", Hazard.POWER_LINE, 30.0)))
    assert world.window is not None
    context = world.window.context
    used = in_use(world.desk.picture, world.desk.catalogue)
    words = {sign.words for sign in signs(world.window.look, context.layers, used)}
    assert {"Landing zone", "Power line down"} <= words and "Staging area" not in words
    context.layers.show("hazards", False)
    assert "Power line down" not in {sign.words for sign in signs(world.window.look, context.layers, used)}
    assert Id(only_hazard(world).id)


def only_hazard(world: World) -> SketchView:
    return next(one for one in world.desk.picture.sketches() if one.kind is SketchKind.HAZARD)


def test_the_wall_shows_sketches_and_the_past_only_those_of_its_moment(world: World) -> None:
    look = Look()
    look.apply()
    world.run(world.desk.submit(DrawSketch(SketchKind.NOTE, (HOME,), "first")))
    noon = world.clock.wall_ms()
    world.clock.advance(60)
    world.run(world.desk.submit(DrawSketch(SketchKind.NOTE, (NEAR,), "second")))
    standing = Standing("Heidelberg", "Day shift", "Anna Berg", "Dispatcher", exercise=True)
    wall_map, past_map = PlainMap(), PlainMap()
    wall = WallWindow(world.desk, wall_map, look=look, standing=standing, actor=ACTOR)
    assert [shape.label for shape in wall_map.overlays["notes"]] == ["first", "second"]

    async def at(moment_ms: int) -> Picture:
        return picture_at(world.log.operation, world.log.entries(), moment_ms)

    past = PastWindow(world.desk, past_map, at, look=look, actor=ACTOR)
    past.go_to(noon)
    world.wait_for(lambda: [shape.label for shape in past_map.overlays["notes"]] == ["first"])
    for window in (wall, past):
        window.close()
        window.deleteLater()
    world.settle()


def test_a_form_that_wraps_takes_no_height_from_the_map_while_its_panel_is_behind_another(busy: World) -> None:
    form = panel(busy).form
    needed = form.minimumSizeHint().height()
    form.resize(form.minimumSizeHint().width(), 400)
    busy.settle()
    assert form.heightForWidth(form.width()) > needed
    assert form.minimumSizeHint().height() == needed

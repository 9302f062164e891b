"""Overlays: what panels draw on the map is painted, found under the pointer and gone when hidden."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from commandcenter.model.words import LonLat
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.theme.tokens import load

from .driver import CENTER, Driver

INSIDE = LonLat(CENTER.lon, CENTER.lat + 0.002)
OUTSIDE = LonLat(CENTER.lon + 0.012, CENTER.lat)
OVERLAYS = "Object.values(map_desk._layers).find(layer => layer.overlays)"
HOLE = LonLat(CENTER.lon, CENTER.lat)


def square(half: float) -> tuple[LonLat, ...]:
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    return tuple(LonLat(CENTER.lon + dx * half * 1.5, CENTER.lat + dy * half) for dx, dy in corners)


def area(name: str = "a", half: float = 0.004, **given: object) -> OverlayShape:
    return OverlayShape(name, "area", (square(half), square(half / 4)), filled=True, title="Hot zone\nsince 10:00", **given)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def bare(driver: Driver) -> Iterator[None]:
    view = driver.view
    driver.look_home()
    yield
    for name in ("zones", "team"):
        view.hide_overlay(name)
    view.select("", "")
    wait_drawn(driver, 0)


def drawn(driver: Driver) -> object:
    return driver.run(f"{OVERLAYS}.drawn.map(seen => seen.shape.layer + '/' + seen.shape.id)")


def wait_drawn(driver: Driver, count: int) -> None:
    driver.wait(lambda: isinstance(found := drawn(driver), list) and len(found) == count)
    driver.painted()


def colour_at(driver: Driver, at: LonLat) -> list[int]:
    point = driver.pixel(at)
    found = driver.run(
        f"(l => {{const p = l.fromContainer(L.point({point.x()}, {point.y()})); "
        f"return [...l._context.getImageData(p.x * l._ratio, p.y * l._ratio, 1, 1).data]}})({OVERLAYS})"
    )
    assert isinstance(found, list)
    return found


def test_an_area_is_filled_in_its_tone_but_for_its_hole(driver: Driver) -> None:
    driver.view.show_overlay("zones", [area(tone="danger")])
    wait_drawn(driver, 1)
    danger = load("dark").ui["danger"]
    assert [int(danger[i : i + 2], 16) for i in (1, 3, 5)] == pytest.approx(colour_at(driver, INSIDE)[:3], abs=4)
    assert colour_at(driver, HOLE)[3] == 0
    assert colour_at(driver, OUTSIDE)[3] == 0


def test_a_click_in_an_area_names_it_and_gives_the_place(driver: Driver) -> None:
    driver.view.show_overlay("zones", [area()])
    wait_drawn(driver, 1)
    clicked: list[tuple[str, str]] = []
    places: list[tuple[float, float]] = []
    driver.view.clicked.connect(lambda *what: clicked.append(what))
    driver.view.map_clicked.connect(lambda *at: places.append(at))
    driver.click(INSIDE)
    driver.wait(lambda: bool(places))
    assert clicked == [("overlay:zones", "a")]
    assert places[0] == pytest.approx(INSIDE, abs=2e-4)
    driver.click(HOLE)
    driver.wait(lambda: len(places) == 2)
    assert len(clicked) == 1


@pytest.mark.parametrize("kind", ["point", "line"])
def test_points_and_lines_are_things_not_ground(driver: Driver, kind: str) -> None:
    parts = ((INSIDE,),) if kind == "point" else ((CENTER, INSIDE, OUTSIDE),)
    shape = OverlayShape("t-1", kind, parts, label="Team 1", symbol="flag", tone="priority.2")  # type: ignore[arg-type]
    driver.view.show_overlay("team", [shape])
    wait_drawn(driver, 1)
    heard: list[str] = []
    driver.view.clicked.connect(lambda kind, ident: heard.append(f"{kind}/{ident}"))
    driver.view.map_clicked.connect(lambda *_at: heard.append("ground"))
    driver.click(INSIDE)
    driver.wait(lambda: bool(heard))
    driver.click(LonLat(CENTER.lon - 0.012, CENTER.lat))
    driver.wait(lambda: len(heard) == 2)
    assert heard == ["overlay:team/t-1", "ground"]


def test_the_pointer_is_told_what_it_is_over(driver: Driver) -> None:
    driver.view.show_overlay("zones", [area()])
    wait_drawn(driver, 1)
    hovered: list[tuple[str, str]] = []
    driver.view.hovered.connect(lambda *what: hovered.append(what))
    driver.hover(INSIDE, ("overlay:zones", "a"))
    driver.wait(lambda: hovered[-1:] == [("overlay:zones", "a")])
    assert driver.run("document.querySelector('.tip').innerText") == "Hot zone\nsince 10:00"
    driver.hover(OUTSIDE, ("", ""))
    driver.wait(lambda: hovered[-1] == ("", ""))


def test_the_right_button_asks_for_the_shape_s_menu(driver: Driver) -> None:
    driver.view.show_overlay("zones", [area()])
    wait_drawn(driver, 1)
    asked: list[tuple[str, str, float, float]] = []
    driver.view.context_requested.connect(lambda *what: asked.append(what))
    driver.click(INSIDE, ("overlay:zones", "a"), Qt.MouseButton.RightButton)
    driver.wait(lambda: bool(asked))
    assert asked[0][:2] == ("overlay:zones", "a")


def test_only_the_difference_travels_and_hiding_ends_it(driver: Driver) -> None:
    deltas: list[str] = []
    driver.view._bridge.changed.connect(deltas.append)
    first, second = area("first"), area("second", half=0.003)
    driver.view.show_overlay("zones", [first, second])
    driver.view.show_overlay("zones", [first, second])
    driver.view.show_overlay("zones", [second])
    assert len(deltas) == 2
    wait_drawn(driver, 1)
    assert drawn(driver) == ["overlay:zones/second"]
    driver.view.hide_overlay("zones")
    wait_drawn(driver, 0)
    assert list(driver.view._scene.snapshot())[-1].startswith('{"layer":"incidents"')


def test_two_overlays_do_not_mix_and_the_later_lies_above(driver: Driver) -> None:
    driver.view.show_overlay("zones", [area("same")])
    driver.view.show_overlay("team", [area("same", tone="ok")])
    wait_drawn(driver, 2)
    clicked: list[tuple[str, str]] = []
    driver.view.clicked.connect(lambda *what: clicked.append(what))
    driver.click(INSIDE)
    driver.wait(lambda: bool(clicked))
    assert clicked == [("overlay:team", "same")]


def test_the_page_marks_what_is_selected(driver: Driver) -> None:
    line = OverlayShape("l", "line", ((CENTER, INSIDE),))
    driver.view.show_overlay("zones", [line])
    driver.view.select("overlay:zones", "l")
    wait_drawn(driver, 1)
    driver.wait(lambda: driver.run(f"{OVERLAYS}.marks.selected") == "overlay:zones/l")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: OverlayShape("has space", "point", ((CENTER,),)),
        lambda: OverlayShape("a", "area", ((CENTER, INSIDE),)),
        lambda: OverlayShape("a", "point", ()),
        lambda: OverlayShape("a", "point", ((CENTER,),), tone="pink"),
        lambda: OverlayShape("a", "point", ((CENTER,),), tone="priority.9"),
    ],
)
def test_what_the_page_would_not_take_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"id|points|tone"):
        wrong()  # type: ignore[operator]


def test_an_overlay_has_a_plain_name(driver: Driver) -> None:
    with pytest.raises(ValueError, match="name"):
        driver.view.show_overlay("Two Words", [])

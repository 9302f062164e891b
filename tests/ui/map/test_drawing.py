"""Drawing with the mouse and with the keyboard alone."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt

from commandcenter.model.words import LonLat

from .driver import CENTER, Drawn, Driver

CORNERS = [LonLat(CENTER.lon + dx, CENTER.lat + dy) for dx, dy in ((-0.004, -0.002), (0.004, -0.002), (0.004, 0.002))]


def drawing(driver: Driver) -> bool:
    return bool(driver.run("map_desk.getContainer().classList.contains('drawing')"))


def start(driver: Driver, kind: str) -> None:
    driver.view.start_drawing(kind)
    driver.wait(lambda: drawing(driver))


def vertices(driver: Driver) -> object:
    return driver.run("document.querySelectorAll('.draft-vertex').length")


def has_vertices(driver: Driver, count: int) -> bool:
    return vertices(driver) == count


def click_corners(driver: Driver, corners: list[LonLat]) -> None:
    for count, corner in enumerate(corners, start=1):
        driver.click(corner)
        driver.wait(partial(has_vertices, driver, count))


def test_a_polygon_by_mouse_is_closed_by_enter(driver: Driver, drawn: Drawn) -> None:
    start(driver, "polygon")
    click_corners(driver, CORNERS)
    driver.press(Qt.Key.Key_Return)
    driver.wait(lambda: bool(drawn))
    kind, points = drawn[0]
    assert kind == "polygon"
    assert points[0] == points[-1]
    for point, corner in zip(points, CORNERS, strict=False):
        assert point == pytest.approx(corner, abs=2e-4)
    assert not drawing(driver)


def test_a_line_is_ended_by_a_double_click(driver: Driver, drawn: Drawn) -> None:
    start(driver, "line")
    click_corners(driver, CORNERS[:2])
    driver.double_click(CORNERS[2])
    driver.wait(lambda: bool(drawn))
    assert drawn[0][0] == "line"
    assert len(drawn[0][1]) == 3


def test_a_point_is_one_click_and_does_not_click_the_map(driver: Driver, drawn: Drawn) -> None:
    clicks: list[tuple[float, float]] = []
    driver.view.map_clicked.connect(lambda *at: clicks.append(at))
    start(driver, "point")
    driver.click(CORNERS[0])
    driver.wait(lambda: bool(drawn))
    assert drawn[0][0] == "point"
    assert drawn[0][1][0] == pytest.approx(CORNERS[0], abs=2e-4)
    assert clicks == []


def test_backspace_takes_the_last_point_back(driver: Driver, drawn: Drawn) -> None:
    start(driver, "line")
    click_corners(driver, CORNERS)
    driver.press(Qt.Key.Key_Backspace)
    driver.wait(lambda: vertices(driver) == 2)
    driver.press(Qt.Key.Key_Return)
    driver.wait(lambda: bool(drawn))
    assert len(drawn[0][1]) == 2


def test_escape_gives_up(driver: Driver, drawn: Drawn) -> None:
    cancelled: list[bool] = []
    driver.view.drawing_cancelled.connect(lambda: cancelled.append(True))
    start(driver, "polygon")
    click_corners(driver, CORNERS[:2])
    driver.press(Qt.Key.Key_Escape)
    driver.wait(lambda: cancelled == [True])
    assert drawn == []
    assert vertices(driver) == 0


def test_too_few_points_are_not_a_polygon(driver: Driver, drawn: Drawn) -> None:
    start(driver, "polygon")
    click_corners(driver, CORNERS[:2])
    driver.press(Qt.Key.Key_Return)
    assert vertices(driver) == 2
    assert drawing(driver)
    assert drawn == []


def test_a_line_by_keyboard_alone(driver: Driver, drawn: Drawn) -> None:
    start(driver, "line")
    driver.press(Qt.Key.Key_Space)
    driver.wait(lambda: vertices(driver) == 1)
    before = driver.view.state()["lon"]
    driver.press(Qt.Key.Key_Right)
    driver.wait(lambda: driver.view.state()["lon"] > before)
    driver.press(Qt.Key.Key_Space)
    driver.wait(lambda: vertices(driver) == 2)
    driver.press(Qt.Key.Key_Return)
    driver.wait(lambda: bool(drawn))
    assert drawn[0][1][1].lon > drawn[0][1][0].lon


def test_measuring_says_the_length_and_draws_nothing(driver: Driver, drawn: Drawn) -> None:
    start(driver, "measure")
    click_corners(driver, [CENTER])
    driver.point_at(driver.pixel(CENTER) + QPoint(100, 0), None)
    driver.wait(lambda: str(driver.run("document.querySelector('.hint').textContent")).startswith("62"))  # 100 px at zoom 14 and 49.41° N: 622 m
    driver.press(Qt.Key.Key_Escape)
    driver.wait(lambda: not drawing(driver))
    assert drawn == []


def test_an_unknown_shape_is_refused(driver: Driver) -> None:
    with pytest.raises(ValueError, match="circle"):
        driver.view.start_drawing("circle")

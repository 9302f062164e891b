"""Single corners of a line or an area: moved, added and taken away, with the mouse and with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest

from commandcenter.model.words import LonLat

from .driver import CENTER, Drawn, Driver

CORNERS = tuple(LonLat(CENTER.lon + dx, CENTER.lat + dy) for dx, dy in ((-0.008, -0.004), (0.008, -0.004), (0.008, 0.004)))
RING = (*CORNERS, CORNERS[0])


def handles(driver: Driver, name: str) -> object:
    return driver.run(f"document.querySelectorAll('.handle.{name}').length")


def start(driver: Driver, kind: str, shape: tuple[LonLat, ...]) -> None:
    driver.view.start_drawing(kind, shape)
    corners = len(shape) - (kind == "polygon")
    driver.wait(lambda: handles(driver, "corner") == corners)
    driver.painted()


def finish(driver: Driver, drawn: Drawn) -> tuple[LonLat, ...]:
    driver.press(Qt.Key.Key_Return)
    driver.wait(lambda: bool(drawn))
    assert handles(driver, "corner") == 0
    return drawn[0][1]


def drag(driver: Driver, start_at: QPoint, end: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    driver.move_to(start_at)
    driver.painted()
    driver.mouse(QEvent.Type.MouseButtonPress, start_at, left)
    for share in (0.25, 0.5, 0.75, 1.0):
        driver.mouse(QEvent.Type.MouseMove, start_at + (end - start_at) * share, left)
        driver.painted()
    driver.mouse(QEvent.Type.MouseButtonRelease, end, left)
    driver.painted()


def test_a_corner_is_dragged_and_the_others_stay(driver: Driver, drawn: Drawn) -> None:
    start(driver, "polygon", RING)
    target = LonLat(CENTER.lon + 0.012, CENTER.lat + 0.006)
    drag(driver, driver.pixel(CORNERS[2]), driver.pixel(target))
    shape = finish(driver, drawn)
    assert drawn[0][0] == "polygon"
    assert shape[0] == shape[-1]
    for found, wanted in zip(shape, (*CORNERS[:2], target), strict=False):
        assert found == pytest.approx(wanted, abs=2e-4)


def test_a_dot_between_two_corners_becomes_one(driver: Driver, drawn: Drawn) -> None:
    start(driver, "line", CORNERS)
    assert handles(driver, "middle") == 2
    target = LonLat(CENTER.lon, CENTER.lat - 0.007)
    drag(driver, driver.pixel(LonLat(CENTER.lon, CENTER.lat - 0.004)), driver.pixel(target))
    driver.wait(lambda: handles(driver, "corner") == 4)
    shape = finish(driver, drawn)
    assert len(shape) == 4
    assert shape[1] == pytest.approx(target, abs=2e-4)


def test_by_keyboard_alone(driver: Driver, drawn: Drawn) -> None:
    start(driver, "line", CORNERS)
    driver.press(Qt.Key.Key_Tab)
    driver.press(Qt.Key.Key_Up)
    driver.press(Qt.Key.Key_Plus)
    driver.wait(lambda: handles(driver, "corner") == 4)
    driver.press(Qt.Key.Key_Delete)
    driver.wait(lambda: handles(driver, "corner") == 3)
    shape = finish(driver, drawn)
    assert shape[0] == pytest.approx(CORNERS[0], abs=1e-6)
    assert shape[1].lat > CORNERS[1].lat + 1e-4
    assert shape[2] == pytest.approx(CORNERS[2], abs=1e-6)


def test_undo_takes_the_last_step_back(driver: Driver, drawn: Drawn) -> None:
    start(driver, "polygon", (*RING[:3], LonLat(CENTER.lon - 0.008, CENTER.lat + 0.004), RING[0]))
    driver.press(Qt.Key.Key_Delete)
    driver.wait(lambda: handles(driver, "corner") == 3)
    driver.press(Qt.Key.Key_Delete)  # three corners are the least
    driver.painted()
    assert handles(driver, "corner") == 3
    QTest.keyClick(driver.surface, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: handles(driver, "corner") == 4)
    assert len(finish(driver, drawn)) == 5


def test_escape_leaves_it_as_it_was(driver: Driver, drawn: Drawn) -> None:
    cancelled: list[bool] = []
    driver.view.drawing_cancelled.connect(lambda: cancelled.append(True))
    start(driver, "line", CORNERS)
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Escape)
    driver.wait(lambda: cancelled == [True])
    assert drawn == []


def test_a_point_has_no_corners(driver: Driver) -> None:
    with pytest.raises(ValueError, match="point"):
        driver.view.start_drawing("point", CORNERS[:1])

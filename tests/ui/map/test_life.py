"""A crash of the renderer, a hidden view, thousands of units, the end."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from commandcenter.model.ids import counting_ids
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.ui.map.symbols import unit_symbol
from commandcenter.ui.map.things import MapIncident
from commandcenter.ui.map.view import MapView

from .driver import CENTER, Driver

PAINTED = (
    "(c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v > 0))(document.querySelector('.leaflet-units-pane canvas'))"
)
ALL_PAINTED = (
    "[...document.querySelectorAll('canvas')].filter(c => c.width && "
    "c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v > 0)).length"
)
"""How many canvases show something."""


@pytest.fixture
def own(qapp: QApplication) -> Iterator[Driver]:
    """A map of one's own, for tests that break it."""
    driver = Driver()
    driver.wait_ready()
    yield driver
    driver.view.shut_down()
    driver.view.deleteLater()


def show_units(view: MapView, count: int, shift: float = 0.0) -> None:
    new_id = counting_ids(3)
    spread = np.linspace(-0.02, 0.02, count)
    symbols = np.full(count, unit_symbol("engine", UnitStatus.ENROUTE), np.uint32)
    ids = [new_id() for _ in range(count)]
    view.set_units(ids, CENTER.lon + spread + shift, CENTER.lat + spread[::-1] / 2, np.zeros(count), symbols, [f"E{i}" for i in range(count)])


def test_a_crash_is_logged_shown_and_mended_with_all_that_was_there(own: Driver, caplog: pytest.LogCaptureFixture) -> None:
    show_units(own.view, 5)
    own.view.set_incidents([MapIncident(counting_ids(9)(), CENTER, "42", "fire.structure", 1)])
    own.view.fly_to(LonLat(CENTER.lon + 0.01, CENTER.lat), 15)
    own.wait(lambda: own.view.state()["zoom"] == 15)
    crashes: list[bool] = []
    ready: list[bool] = []
    own.view.crashed.connect(lambda: crashes.append(own.view._banner.isVisible()))
    own.view.ready.connect(lambda: ready.append(True))
    with caplog.at_level(logging.ERROR):
        own.crash()
        own.wait(lambda: bool(crashes))
    assert crashes == [True]
    assert "renderer ended" in caplog.text
    own.wait(lambda: bool(ready))
    assert not own.view._banner.isVisible()
    own.wait(lambda: own.view.pump.acknowledged > 0)
    assert own.run("map_desk.getZoom()") == 15
    own.wait(lambda: own.reached() == "42 ")
    assert own.run(PAINTED) is True


def test_after_a_crash_in_a_surge_all_three_thousand_are_back_in_order(own: Driver) -> None:
    new_id, spread = counting_ids(9), np.linspace(-0.03, 0.03, 3_000)
    many = [MapIncident(new_id(), LonLat(CENTER.lon + at, CENTER.lat + at / 3), str(n), "animal", 4) for n, at in enumerate(spread, 1)]
    many[1_499] = MapIncident(new_id(), CENTER, "1500", "fire.structure", 1)
    own.view.set_incidents(many)
    own.wait(lambda: own.reached() == "1500 ")
    own.crash()
    own.wait(lambda: not own.view.is_ready)
    own.view.set_incidents(many[:-1])  # what is told meanwhile is not lost
    own.wait(lambda: own.view.is_ready)
    own.wait(lambda: own.reached() == "1500 ")
    own.wait(lambda: own.run(PAINTED.replace("units", "incidents")) is True)
    own.view.set_incidents(many[:1])
    own.wait(lambda: own.run("getComputedStyle(document.querySelector('.incident-reach')).display") == "none" or own.reached() == "1 ")


LOSE = (
    "document.querySelectorAll('canvas').forEach(c => { c.getContext('2d').reset(); "
    "c.dispatchEvent(new Event('contextlost', { cancelable: true })); })"
)
RESTORE = "document.querySelectorAll('canvas').forEach(c => c.dispatchEvent(new Event('contextrestored')))"


def test_a_lost_graphics_card_takes_the_drawing_and_the_page_draws_it_anew(own: Driver) -> None:
    """What the page is told when the card's process is gone: every canvas is empty, then it may be drawn on again. The desk sends nothing new."""
    show_units(own.view, 50)
    own.view.set_incidents([MapIncident(counting_ids(9)(), CENTER, "42", "fire.structure", 1)])
    own.wait(lambda: own.run(PAINTED) is True)
    drawn = own.run(ALL_PAINTED)
    assert isinstance(drawn, int) and drawn >= 2
    own.run(LOSE)
    assert own.run(ALL_PAINTED) == 0
    own.run(RESTORE)
    own.wait(lambda: own.run(ALL_PAINTED) == drawn)
    assert own.view.is_ready


def test_a_hidden_view_is_left_alone_and_gets_the_newest_when_shown(own: Driver) -> None:
    show_units(own.view, 3)
    own.wait(lambda: own.view.pump.in_flight is None)
    own.view.hide()
    for step in range(5):
        show_units(own.view, 3, step / 1000)
    assert own.view.pump.in_flight is None
    before = own.view.pump.acknowledged
    own.view.show()
    own.wait(lambda: own.view.pump.acknowledged == before + 5)


def test_two_thousand_units_are_painted_tick_by_tick(own: Driver) -> None:
    for step in range(10):
        show_units(own.view, 2_000, step / 10_000)
        own.wait(lambda: own.view.pump.in_flight is None)
        assert own.view.pump.acknowledged == step + 1
    assert own.run(PAINTED) is True


def test_updates_faster_than_the_page_are_skipped_not_queued(own: Driver) -> None:
    offers: list[int] = []
    own.view.pump.offer.connect(offers.append)
    for step in range(100):
        show_units(own.view, 200, step / 10_000)
    own.wait(lambda: own.view.pump.acknowledged == 100)
    assert len(offers) <= 3


def test_shutting_down_twice_is_harmless_and_ends_the_page(own: Driver) -> None:
    own.view.shut_down()
    own.view.shut_down()
    show_units(own.view, 3)
    assert not own.view.is_ready


def test_a_view_that_was_never_shut_down_can_still_be_deleted(qapp: QApplication) -> None:
    driver = Driver()
    driver.wait_ready()
    gone: list[bool] = []
    driver.view.destroyed.connect(lambda: gone.append(True))
    driver.view.deleteLater()
    driver.wait(lambda: bool(gone))


def test_state_is_kept_before_the_page_is_up(qapp: QApplication) -> None:
    driver = Driver()
    driver.view.restore({"lon": 8.7, "lat": 49.4, "zoom": 12, "other": 1})
    driver.wait_ready()
    driver.wait(lambda: driver.run("map_desk.getZoom()") == 12)
    assert driver.view.state() == pytest.approx({"lon": 8.7, "lat": 49.4, "zoom": 12}, abs=1e-4)
    driver.view.shut_down()
    driver.view.deleteLater()


def test_a_map_that_was_shut_down_hears_of_a_theme_without_harm(own: Driver) -> None:
    own.view.shut_down()
    own.view.set_theme("light")
    own.view.set_theme("dark")

"""Which tile addresses are ours, and what happens to tiles nobody waits for any more."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from commandcenter.ui.map.ports import TileAddress
from commandcenter.ui.map.scheme import CONTENT_SECURITY_POLICY, tile_address
from commandcenter.ui.map.view import MapView

from .driver import BOUNDS, CENTER, Driver
from .plain_tiles import plain_png


def test_a_tile_address_is_read() -> None:
    assert tile_address("tiles/dark/zh/14/8587/5597@2x.png") == TileAddress("dark", "zh", 14, 8587, 5597, 2)
    assert tile_address("tiles/dark/zh/14/8587/5597.png") == TileAddress("dark", "zh", 14, 8587, 5597, 1)


@pytest.mark.parametrize(
    "path",
    [
        "tiles/pink/en/1/0/0@2x.png",
        "tiles/dark/fr/1/0/0@2x.png",
        "tiles/dark/en/1/2/0@2x.png",
        "tiles/dark/en/1/0/2@2x.png",
        "tiles/dark/en/20/0/0@2x.png",
        "tiles/dark/en/-1/0/0@2x.png",
        "tiles/dark/en/1/0/0@2x.png\n",
        "tiles/dark/en/1/0/0@3x.png",
        "x/tiles/dark/en/1/0/0@2x.png",
        "tiles/dark/en/١/0/0@2x.png",
    ],
)
def test_anything_else_is_not_a_tile(path: str) -> None:
    assert tile_address(path) is None


def test_the_policy_lets_nothing_run_that_is_not_a_file_of_ours() -> None:
    rules = dict(rule.strip().split(" ", 1) for rule in CONTENT_SECURITY_POLICY.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"


class SlowTiles:
    """Keeps every request until told to answer."""

    attribution = "Slow tiles"
    max_zoom = 17

    def __init__(self) -> None:
        self.open: dict[int, Callable[[bytes | None], None]] = {}
        self.withdrawn = 0
        self._numbers = count()

    def request(self, address: TileAddress, done: Callable[[bytes | None], None]) -> Callable[[], None]:
        self.open[next(self._numbers)] = done

        def withdraw() -> None:
            self.withdrawn += 1

        return withdraw

    def answer(self) -> None:
        for number in tuple(self.open):
            self.open.pop(number)(plain_png("#123456", 256))


def test_tiles_that_left_the_view_are_withdrawn_and_late_answers_dropped(driver: Driver) -> None:
    tiles = SlowTiles()
    view = MapView(tiles, "dark", CENTER, BOUNDS, zoom=14)
    view.resize(800, 600)
    view.show()
    driver.wait(lambda: view.is_ready and view._scheme.waiting > 0)
    view.fly_to(CENTER, 9)
    driver.wait(lambda: tiles.withdrawn > 0)

    def answered() -> bool:
        tiles.answer()
        return view.grab_image().pixelColor(200, 200).name() == "#123456"

    driver.wait(answered)
    driver.wait(lambda: view._scheme.waiting == 0)
    view.shut_down()
    view.deleteLater()

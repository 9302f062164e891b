"""The sea lies to the right of the coast, however the extract has cut it."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandcenter.geo.basemap.kinds import Kind
from commandcenter.geo.basemap.mercator import box_of

from .world import Points, Sheet, at, drawn, shape_of, square, whole

Place = tuple[float, float]
STRAIGHT: dict[str, tuple[Points, Place, Place]] = {
    "sea in the south": ([(-5, 40), (105, 40)][::-1], (50, 10), (50, 90)),
    "sea in the north": ([(-5, 60), (105, 60)], (50, 90), (50, 10)),
    "sea in the west": ([(40, -5), (40, 105)], (90, 50), (10, 50)),
    "sea in the east": ([(60, -5), (60, 105)][::-1], (10, 50), (90, 50)),
}


@pytest.mark.parametrize("side", STRAIGHT)
def test_a_coast_from_edge_to_edge(tmp_path: Path, side: str) -> None:
    coast, first, second = STRAIGHT[side]
    wet, dry = _sides(coast, first, second)

    def draw(sheet: Sheet) -> None:
        sheet.frame()
        sheet.way(coast, natural="coastline")

    sea = shape_of(whole(drawn(tmp_path, draw)), Kind.SEA)
    assert sea.contains(at(*wet))
    assert not sea.contains(at(*dry))


def _sides(coast: Points, one: tuple[float, float], two: tuple[float, float]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Tell which of two places lies to the right of the coast, by hand: the sign of the cross product."""
    (ax, ay), (bx, by) = coast
    right = (bx - ax) * (one[1] - ay) - (by - ay) * (one[0] - ax) < 0
    return (one, two) if right else (two, one)


def test_a_coast_that_ends_short_of_the_edge_is_led_to_it(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.frame()
        sheet.way([(97, 50), (60, 55)], natural="coastline")
        sheet.way([(60, 55), (3, 50)], natural="coastline")

    sea = shape_of(whole(drawn(tmp_path, draw)), Kind.SEA)
    assert sea.contains(at(50, 80))
    assert sea.contains(at(1, 90))
    assert not sea.contains(at(50, 20))


def test_an_island_in_a_cut_sea_stays_dry(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.frame()
        sheet.way([(-5, 60), (105, 60)], natural="coastline")  # land in the north
        sheet.way(square(40, 20, 60, 40), natural="coastline")  # counter-clockwise: land inside

    sea = shape_of(whole(drawn(tmp_path, draw)), Kind.SEA)
    assert sea.contains(at(10, 30))
    assert not sea.contains(at(50, 30))
    assert not sea.contains(at(50, 80))


def test_around_an_island_everything_is_sea(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.way(square(30, 30, 70, 70), highway="residential")
        sheet.way(square(20, 20, 80, 80), natural="coastline")

    index = drawn(tmp_path, draw)
    assert not shape_of(whole(index), Kind.SEA).contains(at(50, 50))
    far = index.query(box_of((-60.0, -40.0, -59.0, -39.0)), 12)
    assert far.heads["kind"].tolist()
    assert set(far.heads["kind"].tolist()) == {int(Kind.SEA)}


def test_a_lagoon_drawn_as_coast_is_water_in_land(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.frame()
        sheet.way(square(40, 40, 60, 60)[::-1], natural="coastline")  # clockwise: sea inside

    sea = shape_of(whole(drawn(tmp_path, draw)), Kind.SEA)
    assert sea.contains(at(50, 50))
    assert not sea.contains(at(20, 20))


def test_without_coast_there_is_no_sea(tmp_path: Path) -> None:
    index = drawn(tmp_path, lambda sheet: sheet.frame())
    assert Kind.SEA not in whole(index).heads["kind"]

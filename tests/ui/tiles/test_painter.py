"""The painted pixels: water is water-coloured, bridges lie above it, labels are whole, in three styles and two languages."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor

from commandcenter.geo.basemap.kinds import Kind
from commandcenter.geo.basemap.mercator import TILE_PX, to_units, units_per_px
from commandcenter.geo.importing.region import import_region
from commandcenter.model.progress import NoProgress
from commandcenter.ui.map.tiles.glyphs import Face, along, broken, measured
from commandcenter.ui.map.tiles.labels import Labels
from commandcenter.ui.map.tiles.painter import TilePainter
from commandcenter.ui.map.tiles.palette import palette
from commandcenter.ui.map.tiles.widths import width_px

from .world import ZOOM, Sheet, X, Y, drawn, hexes, pixels, square

pytestmark = pytest.mark.usefixtures("qapp")
STYLES = ("light", "dark", "night")


def _harbour(sheet: Sheet) -> None:
    sheet.way(square(-50, -50, 300, 300), highway="path")
    sheet.area(square(20, 20, 236, 236), square(100, 100, 150, 150), natural="water", type="multipolygon")
    sheet.way([(60, -20), (60, 280)], highway="primary", bridge="yes")


@pytest.mark.parametrize("style", STYLES)
def test_water_land_and_the_bridge_above(tmp_path: Path, style: str) -> None:
    image = TilePainter(drawn(tmp_path, _harbour)).paint(ZOOM, X, Y, style)
    colours = palette(style)
    assert hexes(image, 200, 60) == colours["water"].name()
    assert hexes(image, 125, 125) == colours["land"].name()
    assert hexes(image, 10, 128) == colours["land"].name()
    assert hexes(image, 60, 128) == colours["primary"].name()
    edge = 60 + round(width_px(Kind.PRIMARY, ZOOM) / 2) + 1
    assert QColor(hexes(image, edge, 128)).lightness() < QColor(hexes(image, 60, 128)).lightness()


def test_water_is_blue_by_day_and_red_at_night() -> None:
    assert palette("light")["sea"].blue() > palette("light")["sea"].red()
    assert palette("dark")["sea"].blue() > 2 * palette("dark")["sea"].red()
    assert all(colour.red() >= max(colour.green(), colour.blue()) for colour in palette("night").colours.values())


def test_every_theme_has_the_same_colours() -> None:
    assert len({frozenset(palette(style).colours) for style in STYLES}) == 1
    assert all(colour.isValid() for style in STYLES for colour in palette(style).colours.values())


def test_the_higher_bridge_covers_the_lower_road(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.way([(128, -20), (128, 280)], highway="motorway")
        sheet.way([(-20, 128), (280, 128)], highway="tertiary", bridge="yes", layer="2")

    image = TilePainter(drawn(tmp_path, draw)).paint(ZOOM, X, Y, "light")
    assert hexes(image, 128, 128) == palette("light")["tertiary"].name()
    assert hexes(image, 128, 60) == palette("light")["motorway"].name()


def test_a_tunnel_is_paler_and_below(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.way([(128, -20), (128, 280)], highway="primary", tunnel="yes")
        sheet.way([(-20, 128), (280, 128)], highway="residential")

    image = TilePainter(drawn(tmp_path, draw)).paint(ZOOM, X, Y, "light")
    colours = palette("light")
    assert hexes(image, 128, 128) == colours["minor"].name()
    assert hexes(image, 128, 60) == colours.mixed("primary", "land", 0.55).name()


def test_arrows_point_along_one_way_traffic(tmp_path: Path) -> None:
    ahead = drawn(tmp_path / "a", lambda sheet: sheet.way([(-20, 128), (280, 128)], highway="secondary", oneway="yes"))
    against = drawn(tmp_path / "b", lambda sheet: sheet.way([(-20, 128), (280, 128)], highway="secondary", oneway="-1"))
    both = drawn(tmp_path / "c", lambda sheet: sheet.way([(-20, 128), (280, 128)], highway="secondary"))
    one, two, plain = (pixels(TilePainter(index).paint(ZOOM, X, Y, "light")).astype(int) for index in (ahead, against, both))
    assert (one != plain).any()
    assert (two != plain).any()
    assert (one != two).any()
    far_ahead, far_both = (pixels(TilePainter(index).paint(15, X // 2, Y // 2, "light")) for index in (ahead, both))
    assert np.array_equal(far_ahead, far_both)


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).mkdir()


def _land() -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    land = palette("light")["land"]
    return np.array([land.red(), land.green(), land.blue()], np.uint8)


def _row(painter: TilePainter, lang: str = "en", tiles: int = 4) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    return np.hstack([pixels(painter.paint(ZOOM, X + i, Y, "light", lang)) for i in range(-2, tiles - 2)])


def test_a_place_name_on_a_tile_border_is_whole(tmp_path: Path) -> None:
    """The same name drawn in the middle of a tile and across a border (a block border, too) gives the same ink."""
    inked = []
    for number, x in enumerate((128.0, 0.0, 256.0)):
        index = drawn(tmp_path / "abc"[number], lambda sheet, x=x: sheet.node(x, 128, place="town", name="Merrowhaven"))  # type: ignore[misc]
        row = _row(TilePainter(index))
        ink = (row != _land()).any(axis=2)
        columns = np.flatnonzero(ink.any(axis=0))
        inked.append((int(np.ptp(columns)), int(ink.sum())))
    assert inked[0][0] > 60
    assert inked[1] == inked[0]
    assert inked[2] == inked[0]


def test_labels_other_than_places_stay_inside_their_block(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        for y in range(-1500, 1500, 45):
            sheet.way([(-3000, y), (3000, y + 40)], highway="residential", name=f"Street number {y}")
        for x in range(-1500, 1500, 90):
            sheet.node(x, 77, amenity="pharmacy", name=f"Pharmacy {x}")

    labels = Labels(drawn(tmp_path, draw))
    placed = {label.reach for dx in range(-5, 6) for dy in range(-5, 6) for label in labels.of_tile(ZOOM, X + dx, Y + dy, "en")}
    assert len(placed) > 50
    block = 4 * TILE_PX
    for left, top, right, bottom in placed:
        assert left // block == (right - 1e-6) // block
        assert top // block == (bottom - 1e-6) // block
    shuffled = Labels(labels._features)
    again = {label.reach for dy in range(5, -6, -1) for dx in range(5, -6, -1) for label in shuffled.of_tile(ZOOM, X + dx, Y + dy, "en")}
    assert again == placed


def test_labels_do_not_overlap(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        for number in range(150):
            sheet.node(20 + number % 15 * 14, 20 + number // 15 * 21, place="village", name=f"Village {number}")

    labels = list(Labels(drawn(tmp_path, draw)).of_tile(ZOOM, X, Y, "en"))
    assert len(labels) > 4
    for number, one in enumerate(labels):
        for other in labels[number + 1 :]:
            apart = (
                one.reach[2] <= other.reach[0] or other.reach[2] <= one.reach[0] or one.reach[3] <= other.reach[1] or other.reach[3] <= one.reach[1]
            )
            assert apart


def test_the_larger_place_wins(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.node(128, 128, place="village", name="Small", population="900")
        sheet.node(130, 130, place="village", name="Large", population="9000")

    index = drawn(tmp_path, draw)
    (label,) = Labels(index).of_tile(ZOOM, X, Y, "en")
    centre = (label.reach[0] + label.reach[2]) / 2
    expected = (index.query((0, 0, 2**31 - 1, 2**31 - 1), 15).points[:, 0] / units_per_px(ZOOM)).max()
    assert centre == pytest.approx(expected, abs=0.6)


def test_chinese_names_are_drawn_and_differ_from_english(tmp_path: Path) -> None:
    index = drawn(tmp_path, lambda sheet: sheet.node(128, 128, place="town", name="Merrowhaven", name__zh="梅罗港"))
    english, chinese = (pixels(TilePainter(index).paint(ZOOM, X, Y, "light", lang)) for lang in ("en", "zh"))
    ink = [(picture != picture[0, 0]).any(axis=2) for picture in (english, chinese)]
    assert np.ptp(np.flatnonzero(ink[0].any(axis=0))) > np.ptp(np.flatnonzero(ink[1].any(axis=0))) > 20


def test_around_what_the_region_knows_the_ground_has_another_tone(tmp_path: Path) -> None:
    index = drawn(tmp_path, lambda sheet: sheet.way([(40, 40), (200, 200)], highway="primary"))
    picture = pixels(TilePainter(index).paint(ZOOM, X, Y, "light", "en"))
    assert (picture[60, 180] == _land()).all()
    assert (picture[20, 20] != _land()).any()


def test_words_break_evenly_and_chinese_between_characters() -> None:
    face = Face(11)
    lines = broken("Johns Hopkins Bayview Medical Center", face, 90.0)
    assert len(lines) > 1
    assert " ".join(lines) == "Johns Hopkins Bayview Medical Center"
    assert all(measured(line, face).width <= 90.0 for line in lines)
    characters = broken("梅罗港大学附属第一人民医院", face, 70.0)
    assert len(characters) > 1
    assert "".join(characters) == "梅罗港大学附属第一人民医院"


def test_street_names_read_from_left_to_right_either_way() -> None:
    line = np.array([(0.0, 0.0), (150.0, 10.0), (300.0, 0.0)])
    length = 2 * float(np.hypot(150, 10))
    one, two = (along("Mill Lane", Face(12), way, length / 2) for way in (line, line[::-1]))
    assert one is not None
    assert two is not None
    assert one[1].boxes[0][0] < one[1].boxes[-1][0]
    assert np.allclose(two[0], one[0], atol=0.01)
    assert np.allclose(two[1].boxes, one[1].boxes, atol=0.01)


def test_no_name_around_a_sharp_corner_or_beyond_the_end() -> None:
    corner = np.array([(0.0, 0.0), (60.0, 0.0), (20.0, 50.0)])
    assert along("Mill Lane", Face(12), corner, 60.0) is None
    assert along("Mill Lane", Face(12), np.array([(0.0, 0.0), (20.0, 0.0)]), 10.0) is None


def test_hidpi_tiles_show_the_same_map(tmp_path: Path) -> None:
    painter = TilePainter(drawn(tmp_path, _harbour))
    small, large = painter.paint(ZOOM, X, Y, "light"), painter.paint(ZOOM, X, Y, "light", scale=2)
    assert (large.width(), large.height()) == (512, 512)
    assert hexes(large, 400, 120) == hexes(small, 200, 60)
    assert hexes(large, 250, 250) == hexes(small, 125, 125)


def test_painting_in_four_threads_gives_the_same_pixels(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        _harbour(sheet)
        for y in range(0, 256, 30):
            sheet.way([(-100, y), (400, y)], highway="residential", name=f"Street {y}")

    index = drawn(tmp_path, draw)
    alone = pixels(TilePainter(index).paint(ZOOM, X, Y, "dark"))
    together = TilePainter(index)
    found: list[bool] = []

    def work() -> None:
        found.append(np.array_equal(pixels(together.paint(ZOOM, X, Y, "dark")), alone))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 4


def test_helsinki_harbour_is_blue_and_the_park_is_not(data_dir: Path, tmp_path: Path) -> None:
    source = data_dir / "osm/helsinki.osm.pbf"
    if not source.is_file():
        pytest.skip("helsinki.osm.pbf is not here")
    features = import_region(source, "helsinki", tmp_path, progress=NoProgress()).features()
    painter = TilePainter(features)

    def colour(lon: float, lat: float) -> str:
        ((x, y),) = (to_units(np.array([lon]), np.array([lat])) / units_per_px(16)).tolist()
        return hexes(painter.paint(16, int(x // 256), int(y // 256), "light"), int(x % 256), int(y % 256))

    assert colour(24.94274, 60.17806) == palette("light")["sea"].name()  # Kaisaniemenlahti, a bay of the sea
    assert colour(24.95296, 60.16713) == palette("light")["sea"].name()  # the South Harbour's basin at the market
    assert colour(24.94317, 60.17497) == palette("light")["pitch"].name()  # Kaisaniemi's sports ground

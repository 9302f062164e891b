"""What goes in comes out: at its place, at its zooms, with its names, holes and directions."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.geo.basemap.features import FeatureIndex
from commandcenter.geo.basemap.kinds import Flag, Kind
from commandcenter.geo.basemap.levels import BANDS
from commandcenter.geo.basemap.mercator import WORLD, box_of, tile_box, to_degrees, to_units
from commandcenter.geo.basemap.spill import Spill
from commandcenter.geo.basemap.store import hilbert
from commandcenter.model.errors import KnownError

from .world import SOUTH, STEP, WEST, Points, Sheet, at, drawn, shape_of, square, whole


def test_a_harbour_with_an_island_keeps_its_hole_at_every_zoom(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.frame()
        sheet.area(square(10, 10, 90, 90), square(40, 40, 60, 60), natural="water", type="multipolygon")

    index = drawn(tmp_path, draw)
    for zoom in (11, 13, 15, 18):
        water = shape_of(whole(index, zoom), Kind.WATER)
        assert water.contains(at(20, 50))
        assert not water.contains(at(50, 50))
        assert not water.contains(at(5, 50))


def test_a_huge_area_is_split_without_gaps(tmp_path: Path) -> None:
    turns = np.linspace(0, 2 * np.pi, 3000)
    ring = [(50 + 40 * float(np.cos(t)) + float(np.sin(40 * t)), 50 + 40 * float(np.sin(t))) for t in turns]
    ring[-1] = ring[0]

    def draw(sheet: Sheet) -> None:
        sheet.frame()
        sheet.area(ring, natural="wood")

    batch = whole(drawn(tmp_path, draw))
    assert batch.heads["points"].max() < 400
    forest = shape_of(batch, Kind.FOREST)
    assert all(forest.contains(at(x, y)) for x in range(25, 76, 5) for y in range(25, 76, 5))


def test_roads_show_by_class_and_zoom(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.frame()
        sheet.way([(0, 10), (100, 10)], highway="motorway", ref="M1")
        sheet.way([(0, 30), (100, 30)], highway="footway")

    index = drawn(tmp_path, draw)
    assert Kind.MOTORWAY in whole(index, 8).heads["kind"]
    assert Kind.MINOR not in whole(index, 8).heads["kind"]
    assert Kind.PATH not in whole(index, 14).heads["kind"]
    assert {int(Kind.PATH), int(Kind.MINOR), int(Kind.ROAD_REF)} <= set(whole(index, 16).heads["kind"].tolist())


def test_against_direction_one_ways_are_turned(tmp_path: Path) -> None:
    index = drawn(tmp_path, lambda sheet: sheet.way([(0, 50), (100, 50)], highway="primary", oneway="-1"))
    batch = whole(index)
    road = int(np.flatnonzero(batch.heads["kind"] == Kind.PRIMARY)[0])
    assert batch.heads["flags"][road] & int(Flag.ONEWAY)
    assert batch.line(road)[0, 0] > batch.line(road)[-1, 0]


def test_bridges_and_tunnels_have_heights(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.way([(0, 50), (100, 50)], highway="primary", bridge="yes")
        sheet.way([(0, 60), (100, 60)], highway="secondary", tunnel="yes")
        sheet.way([(0, 70), (100, 70)], highway="tertiary", bridge="yes", layer="3")

    heads = whole(drawn(tmp_path, draw)).heads
    assert {int(head["kind"]): int(head["layer"]) for head in heads if head["kind"] <= Kind.MOTORWAY} == {
        Kind.PRIMARY: 1,
        Kind.SECONDARY: -1,
        Kind.TERTIARY: 3,
    }


def test_names_by_language(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.frame()
        sheet.node(50, 50, place="town", name="Altstadt", name__en="Old Town", name__zh="老城")
        sheet.node(60, 50, place="village", name="Neudorf")

    index = drawn(tmp_path, draw)
    batch = whole(index, 13)
    names = {int(head["kind"]): int(head["name"]) for head in batch.heads if head["kind"] in {Kind.TOWN, Kind.VILLAGE}}
    assert [index.names.text(names[Kind.TOWN], language) for language in ("local", "en", "zh")] == ["Altstadt", "Old Town", "老城"]
    assert [index.names.text(names[Kind.VILLAGE], language) for language in ("local", "en", "zh")] == ["Neudorf"] * 3


def test_pieces_of_a_street_carry_one_name(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        for x in range(0, 100, 10):
            sheet.way([(x, 50), (x + 10, 50)], highway="residential", name="Mill Lane")

    batch = whole(drawn(tmp_path, draw))
    (named,) = np.flatnonzero(batch.heads["kind"] == Kind.STREET_NAME).tolist()
    assert np.ptp(batch.line(named)[:, 0]) > 0.99 * (at(100, 50).x - at(0, 50).x)


def test_a_building_gives_its_number_and_a_hospital_its_label(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.area(square(10, 10, 12, 12), building="yes", addr__housenumber="12a")
        sheet.area(square(30, 30, 40, 40), amenity="hospital", name="St. Mary")

    index = drawn(tmp_path, draw)
    batch = whole(index)
    labels = {int(head["kind"]): index.names.text(int(head["name"])) for head in batch.heads if head["kind"] >= Kind.CITY}
    assert labels == {Kind.HOUSE_NUMBER: "12a", Kind.POI_HOSPITAL: "St. Mary"}
    assert {int(Kind.BUILDING), int(Kind.HOSPITAL)} <= set(batch.heads["kind"].tolist())


def test_a_query_equals_looking_at_every_feature(tmp_path: Path) -> None:
    random = np.random.default_rng(7)

    def draw(sheet: Sheet) -> None:
        for x, y, length in random.uniform(0, 100, (700, 3)).tolist():
            sheet.way([(x, y), (x + length / 10, y + length / 20)], highway="residential")

    index = drawn(tmp_path, draw)
    boxes = whole(index).boxes()
    for x, y in random.uniform(0, 100, (40, 2)).tolist():
        box = box_of((WEST + x * STEP, SOUTH + y * STEP, WEST + (x + 9) * STEP, SOUTH + (y + 7) * STEP))
        left, top, right, bottom = box
        touching = (boxes[:, 0] <= right) & (boxes[:, 2] >= left) & (boxes[:, 1] <= bottom) & (boxes[:, 3] >= top)
        assert len(index.query(box, 17)) == int(touching.sum())


def test_the_extent_ignores_a_few_far_ends(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        for number in range(2000):
            sheet.way([(number % 100, number // 20), (number % 100 + 1, number // 20)], highway="residential")
        sheet.way([(50, 50), (2000, 50)], highway="primary")

    west, south, east, north = drawn(tmp_path, draw).bbox
    assert east < WEST + 110 * STEP
    assert west < WEST + STEP
    assert south < SOUTH + STEP
    assert north > SOUTH + 99 * STEP


def test_a_damaged_index_is_refused_with_a_sentence(tmp_path: Path) -> None:
    drawn(tmp_path, lambda sheet: sheet.frame())
    folder = tmp_path / "pack" / "basemap"
    (folder / "names.npy").write_bytes(b"not an array")
    with pytest.raises(KnownError, match="Import the region again"):
        FeatureIndex.open(folder)
    (folder / "basemap.json").write_text(json.dumps({"format": 999}))
    with pytest.raises(KnownError, match="another version"):
        FeatureIndex.open(folder)
    with pytest.raises(KnownError):
        FeatureIndex.open(tmp_path)


_spot = st.tuples(st.integers(0, 5), st.integers(0, 5))
_line = st.lists(_spot, min_size=1, max_size=8)
_tags = st.sampled_from(
    (
        {"highway": "primary", "name": "A", "ref": "1"},
        {"waterway": "river", "name": "B"},
        {"natural": "coastline"},
        {"highway": "tertiary", "bridge": "yes"},
    ),
)
_uses = st.sampled_from(
    ({"natural": "water", "name": "C"}, {"building": "yes", "addr:housenumber": "1"}, {"landuse": "forest"}, {"amenity": "hospital"})
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_line, _tags), max_size=6), st.lists(st.tuples(_line, st.lists(_line, max_size=2), _uses), max_size=6))
def test_no_shape_breaks_the_import(ways: list[tuple[Points, dict[str, str]]], areas: list[tuple[Points, list[Points], dict[str, str]]]) -> None:
    """Crossing, folded, empty and overlapping shapes on a coarse grid: whatever people draw, the rest of the map is made."""

    def draw(sheet: Sheet) -> None:
        sheet.frame()
        for points, tags in ways:
            sheet.way(points, **tags)
        for outer, holes, tags in areas:
            sheet.area([*outer, outer[0]], *([*hole, hole[0]] for hole in holes), **tags)

    with tempfile.TemporaryDirectory() as folder:
        index = drawn(Path(folder), draw)
        for band in BANDS:
            batch = whole(index, band.top_zoom)
            assert batch.rings.sum() == batch.heads["points"].sum() == len(batch.points)
        assert Kind.MINOR in whole(index).heads["kind"]


def test_an_empty_map_has_an_empty_index(tmp_path: Path) -> None:
    index = drawn(tmp_path, lambda sheet: None)
    assert [len(index.query((0, 0, WORLD - 1, WORLD - 1), band.top_zoom)) for band in BANDS] == [0] * len(BANDS)


def test_a_spill_larger_than_its_buffer_comes_back_in_order(tmp_path: Path) -> None:
    lines = [np.full((n % 50 + 2, 2), n, np.int32) for n in range(9000)]
    with Spill(tmp_path / "spill") as spill:
        for number, line in enumerate(lines):
            spill.add(Kind.MINOR, [line], name=number)
        batches = list(spill.batches(points=10_000))
    assert len(batches) > 10
    names = np.concatenate([batch.heads["name"] for batch in batches])
    assert names.tolist() == list(range(9000))
    assert all((batch.line(i) == batch.heads["name"][i]).all() for batch in batches for i in range(len(batch)))


def test_the_hilbert_curve_visits_every_cell_in_single_steps() -> None:
    xs, ys = (axis.ravel().astype(np.int64) for axis in np.meshgrid(np.arange(16), np.arange(16)))
    order = np.argsort(hilbert(xs, ys, bits=4))
    assert sorted(hilbert(xs, ys, bits=4).tolist()) == list(range(256))
    steps = np.abs(np.diff(xs[order])) + np.abs(np.diff(ys[order]))
    assert steps.tolist() == [1] * 255


@given(st.floats(-179.9, 179.9), st.floats(-85, 85))
def test_units_are_finer_than_two_centimetres(lon: float, lat: float) -> None:
    ((x, y),) = to_units(np.array([lon]), np.array([lat])).tolist()
    back = to_degrees(x, y)
    assert back == pytest.approx((lon, lat), abs=2e-7)


def test_tiles_are_the_well_known_ones() -> None:
    """Heidelberg's bridge: tile 15/17175/11196 by the formula of the OpenStreetMap wiki, Slippy map tilenames."""
    ((x, y),) = to_units(np.array([8.6944]), np.array([49.4105])).tolist()
    left, top, right, bottom = tile_box(15, 17175, 11196)
    assert left <= x < right
    assert top <= y < bottom

"""GeoJSON and GPX: what is written is read again; what is broken or hostile is refused in words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.geo.exchange.feature import MOST_FEATURES, Feature
from commandcenter.geo.exchange.geojson import read_geojson, write_geojson
from commandcenter.geo.exchange.gpx import read_gpx, write_gpx
from commandcenter.model.errors import KnownError
from commandcenter.model.words import LonLat

A, B, C = LonLat(8.69, 49.41), LonLat(8.7, 49.41), LonLat(8.7, 49.42)
POINT, LINE, AREA = Feature((A,), {"name": "Key & <lock>", "symbol": "staging"}), Feature((A, B, C)), Feature((A, B, C, A), {"name": "水"})
TRACK = Feature((A, B), {"name": "E1"}, (1_790_000_000_000, 1_790_000_060_500))

places = st.builds(LonLat, st.integers(-1799999, 1799999).map(lambda n: n / 1e4), st.integers(-899999, 899999).map(lambda n: n / 1e4))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(places, min_size=1, max_size=6), min_size=1, max_size=5))
def test_shapes_survive_both_formats(shapes: list[list[LonLat]]) -> None:
    features = [Feature(tuple(shape)) for shape in shapes]
    assert [one.shape for one in read_geojson(write_geojson(features))] == [one.shape for one in features]
    assert sorted(one.shape for one in read_gpx(write_gpx(features))) == sorted(one.shape for one in features)


def test_what_is_said_of_things_survives() -> None:
    assert [(one.shape, one.properties) for one in read_geojson(write_geojson([POINT, LINE, AREA]))] == [
        (one.shape, one.properties) for one in (POINT, LINE, AREA)
    ]
    point, area, track = read_gpx(write_gpx([TRACK, AREA, POINT]))
    assert (point.properties, area.is_area, area.properties["name"]) == (POINT.properties, True, "水")
    assert (track.times_ms, track.shape) == (TRACK.times_ms, TRACK.shape)


def test_parts_of_several_become_several_and_holes_are_left_out() -> None:
    ring = [[0, 0], [1, 0], [1, 1], [0, 0]]
    text = json.dumps({"type": "MultiPolygon", "coordinates": [[ring, ring], [ring[:-1]]]})
    assert [one.is_area for one in read_geojson(text)] == [True, True]
    assert len(read_geojson('{"type": "MultiPoint", "coordinates": [[1, 2], [3, 4, 500]]}')) == 2


def test_gpx_of_older_programs_is_read() -> None:
    point = '<trkpt lat="1" lon="2"><time>no</time></trkpt>'
    old = f'<gpx version="1.0"><wpt lat="1" lon="2"><name>x</name></wpt><trk><trkseg/><trkseg>{point}</trkseg></trk></gpx>'
    assert [(one.shape, one.times_ms) for one in read_gpx(old)] == [((LonLat(2, 1),), ()), ((LonLat(2, 1),), (None,))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "nonsense",
        '{"type": "Topology"}',
        '{"type": "FeatureCollection", "features": []}',
        '{"type": "Point", "coordinates": [1]}',
        '{"type": "Point", "coordinates": ["1", "2"]}',
        '{"type": "Point", "coordinates": [3500000, 5400000]}',
        '{"type": "Point", "coordinates": [NaN, 1]}',
        '{"type": "LineString", "coordinates": []}',
        '{"type": "Polygon", "coordinates": []}',
        '{"type": "Feature", "geometry": {"type": "Circle"}}',
        "[" * 100_000,
        '{"type": "MultiPoint", "coordinates": [' + ",".join(["[1, 2]"] * (MOST_FEATURES + 1)) + "]}",
    ],
)
def test_a_broken_geojson_is_refused(text: str) -> None:
    with pytest.raises(KnownError):
        read_geojson(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<gpx",
        "<kml/>",
        "<gpx/>",
        '<gpx><wpt lat="x" lon="2"/></gpx>',
        '<gpx><wpt lat="91" lon="2"/></gpx>',
        '<gpx><wpt lon="2"/></gpx>',
        "<gpx><rte/></gpx>",
        '<!DOCTYPE gpx [<!ENTITY a "b">]><gpx><wpt lat="1" lon="2"><name>&a;</name></wpt></gpx>',
    ],
)
def test_a_broken_or_hostile_gpx_is_refused(text: str) -> None:
    with pytest.raises(KnownError):
        read_gpx(text)

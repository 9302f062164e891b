"""Coordinates in all notations, exact on the published vectors."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from commandcenter.geo.gazetteer import coordinates, gcj02, grids, open_location_code
from commandcenter.model.words import LonLat

GEOD = Geod(ellps="WGS84")

positions = st.builds(LonLat, st.floats(-179.99, 179.99), st.floats(-79.9, 83.9))


def rows(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a vector file without its comments."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from (row for row in csv.reader(file) if row and not row[0].startswith("#"))


def apart_m(one: LonLat, other: LonLat) -> float:
    return float(GEOD.inv(*one, *other)[2])


def test_encoding_vectors(data_dir: Path) -> None:
    wrong = []
    for lat, lon, lat_units, lon_units, digits, code in rows(data_dir / "geo/olc/encoding.csv"):
        if not code:
            with pytest.raises(ValueError, match="digits"):
                open_location_code.encode(LonLat(float(lon), float(lat)), int(digits))
            continue
        if open_location_code.encode_units(int(lat_units), int(lon_units), int(digits)) != code:
            wrong.append((lat, lon, code))
        if open_location_code.encode(LonLat(float(lon), float(lat)), int(digits)) != code:
            wrong.append((lat, lon, code))
    assert wrong == []


def test_decoding_vectors(data_dir: Path) -> None:
    count = 0
    for code, digits, south, west, north, east in rows(data_dir / "geo/olc/decoding.csv"):
        cell = open_location_code.decode(code)
        assert cell.digits == min(int(digits), 15)
        assert (cell.south, cell.west, cell.north, cell.east) == pytest.approx((float(south), float(west), float(north), float(east)), abs=1e-10)
        count += 1
    assert count > 10


def test_short_code_vectors(data_dir: Path) -> None:
    for full, lat, lon, short, kind in rows(data_dir / "geo/olc/shortCodeTests.csv"):
        reference = LonLat(float(lon), float(lat))
        if kind in "SB":
            assert open_location_code.shorten(full, reference) == short
        if kind in "RB":
            assert open_location_code.recover(short, reference) == full


def test_validity_vectors(data_dir: Path) -> None:
    for code, valid, short, full in rows(data_dir / "geo/olc/validityTests.csv"):
        found = (open_location_code.is_valid(code), open_location_code.is_short(code), open_location_code.is_full(code))
        assert found == (valid == "true", short == "true", full == "true"), code


def test_mgrs_and_utm_vectors(data_dir: Path) -> None:
    seen = set()
    for op, lat, lon, value, _ in list(rows(data_dir / "geo/mgrs_utm_vectors.csv"))[1:]:
        seen.add(op)
        if op == "MGRS":
            assert grids.to_mgrs(LonLat(float(lon), float(lat))) == value
        elif op == "MGRS_inverse":
            at = coordinates.parse(value)
            assert at is not None
            assert at.lat == pytest.approx(float(lat), abs=1e-7)
            if lon:
                assert at.lon == pytest.approx(float(lon), abs=1e-7)
        elif op == "UTM->latlon":
            at = coordinates.parse(value)
            assert at is not None
            assert apart_m(at, LonLat(float(lon), float(lat))) < 0.01
        else:
            utm = grids.to_utm(LonLat(float(lon), float(lat)))
            assert utm is not None
            assert f"{utm.zone} {'N' if utm.north else 'S'} {utm.easting_m:.0f} {utm.northing_m:.0f}" == value
    assert seen == {"MGRS", "MGRS_inverse", "UTM->latlon", "latlon->UTM"}


def test_gcj02_vectors(data_dir: Path) -> None:
    """The formulas agree with the published pairs to 0.1 mm, and back to the same."""
    for wgs_lat, wgs_lon, gcj_lat, gcj_lon, _ in list(rows(data_dir / "geo/gcj02_vectors.csv"))[1:]:
        wgs, gcj = LonLat(float(wgs_lon), float(wgs_lat)), LonLat(float(gcj_lon), float(gcj_lat))
        assert apart_m(gcj02.from_wgs84(wgs), gcj) < 0.0001
        assert apart_m(gcj02.to_wgs84(gcj), wgs) < 0.0001


def test_gcj02_shifts_only_in_china() -> None:
    heidelberg = LonLat(8.69, 49.41)
    assert gcj02.from_wgs84(heidelberg) == heidelberg == gcj02.to_wgs84(heidelberg)


HEIDELBERG = LonLat(8.690792, 49.407677)


@pytest.mark.parametrize(
    "text",
    [
        "49.407677, 8.690792",
        "49.407677 8.690792",
        "49,407677 8,690792",
        "49.407677°, 8.690792°",
        "geo:49.407677,8.690792",
        "N49.407677 E8.690792",
        "8.690792E, 49.407677N",
        "49°24'27.637\"N 8°41'26.851\"E",
        "49° 24′ 27.637″ N, 8° 41′ 26.851″ E",
        "N 49 ° 24.46062 ' E 8° 41.44752'",
        "北纬49度24分27.637秒 东经8度41分26.851秒",
        "32U 477568.9 5472822.9",
        "32 N 477568.9 5472822.9",
        "32U 477569mE 5472823mN",
        "32UMV7756872822",
        "32U MV 77568 72822",
        "mgrs 32u mv 77568 72822",
    ],
)
def test_every_notation_finds_the_same_place(text: str) -> None:
    at = coordinates.parse(text)
    assert at is not None
    assert apart_m(at, HEIDELBERG) < 1.5


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hauptstraße 12",
        "12/45",
        "91.5, 181.0",
        "49°61'00\"N 8°00'00\"E",
        "49N 8N",
        "99U 477562 5472748",
        "12",
        "12 45",
        "9QCJ+2V",
        "32IMV7756",
        "B 37",
        "St 2244",
    ],
)
def test_what_is_no_position_is_left_to_the_names(text: str) -> None:
    assert coordinates.parse(text) is None


def test_longitude_first_is_understood_where_only_that_can_be_meant() -> None:
    assert coordinates.parse("121.47370, 31.23040") == LonLat(121.4737, 31.2304)


def test_a_southern_s_is_a_hemisphere_and_a_band() -> None:
    """`17S` is a band where its northing fits the band, else the hemisphere."""
    sydney = coordinates.parse("56S 334368 6250948")
    san_francisco = coordinates.parse("10S 551130 4180998")
    assert sydney is not None
    assert san_francisco is not None
    assert sydney.lat == pytest.approx(-33.87, abs=0.01)
    assert san_francisco.lat == pytest.approx(37.77, abs=0.01)


def test_short_codes_need_a_reference() -> None:
    full = open_location_code.encode(HEIDELBERG)
    at = coordinates.parse(full[4:], near=LonLat(8.7, 49.4))
    assert at is not None
    assert apart_m(at, HEIDELBERG) < 15


@pytest.mark.parametrize("lat", [-1.4660386373140553e-08, -5e-324, -9.9e-8, -1e-7, -0.0, 0.0, 1e-9])
@pytest.mark.parametrize("lon", [0.0, 3.0, -75.3, 179.99])
@pytest.mark.parametrize("digits", [1, 3, 5])
def test_a_step_south_of_the_equator_has_a_reference(lat: float, lon: float, digits: int) -> None:
    at = LonLat(lon, lat)
    back = grids.from_mgrs(grids.to_mgrs(at, digits))
    assert back is not None
    assert apart_m(back, at) < 1.5 * 10 ** (5 - digits)


@given(positions)
def test_what_is_shown_can_be_typed(at: LonLat) -> None:
    shown = coordinates.format_all(at)
    limits_m = {"lat_lon": 1.0, "dms": 3.0, "utm": 1.0, "mgrs": 1.5, "olc": 12.0}
    assert shown.keys() == limits_m.keys()
    for notation, limit_m in limits_m.items():
        back = coordinates.parse(shown[notation])
        assert back is not None, shown[notation]
        assert apart_m(back, at) < limit_m, (notation, shown[notation])


@given(st.builds(LonLat, st.floats(-180, 180), st.floats(-90, 90)))
def test_everywhere_on_earth_has_notations(at: LonLat) -> None:
    shown = coordinates.format_all(at)
    assert all(shown[notation] for notation in ("lat_lon", "dms", "mgrs", "olc"))


@given(st.builds(LonLat, st.floats(73, 135), st.floats(4, 53)))
def test_gcj02_there_and_back(at: LonLat) -> None:
    assert apart_m(gcj02.to_wgs84(gcj02.from_wgs84(at)), at) < 0.001

"""Finding places in a small bilingual town."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from commandcenter.geo.gazetteer.gazetteer import SearchIndex
from commandcenter.geo.pack import RegionPack
from commandcenter.model.errors import KnownError
from commandcenter.model.ports import Gazetteer, Place
from commandcenter.model.words import LonLat

WEST, SOUTH, STEP = 113.25, 23.10, 0.002


@pytest.fixture(scope="module")
def town(town_pack: RegionPack) -> Gazetteer:
    return town_pack.gazetteer()


def first(town: Gazetteer, text: str, near: LonLat | None = None) -> Place:
    found = town.search(text, near=near)
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "磨坊巷",
        "磨坊",
        "Mill Lane",
        "mill ln",
        "MILL LANE",
        "mil lane",
        "Mill Lnae",
        "mfx",
        "mofangxiang",
        "mofang xiang",
        "mo fang xiang",
        "MFX",
        "Mill",
    ],
)
def test_both_languages_pinyin_initials_and_typos_find_a_street(town: Gazetteer, text: str) -> None:
    place = first(town, text)
    assert (place.kind, place.name) == ("street", "磨坊巷")
    assert place.names == {"en": "Mill Lane", "zh": "磨坊巷"}
    assert place.detail == "Old Town, Newport"


@pytest.mark.parametrize(
    "text", ["Schloßstraße", "Schlossstrasse", "schloßstr.", "Schlossstr", "schloss str", "Schlosstraße", "Schloss-Straße", "城堡街", "cbj"]
)
def test_german_spellings(town: Gazetteer, text: str) -> None:
    assert first(town, text).name == "Schloßstraße"


@pytest.mark.parametrize("text", ["Müllergasse", "Muellergasse", "Mullergasse", "müllergase"])
def test_umlauts(town: Gazetteer, text: str) -> None:
    assert first(town, text).name == "Müllergasse"


@pytest.mark.parametrize(
    "text", ["磨坊巷 5", "磨坊巷5号", "磨坊巷5", "Mill Lane 5", "5 Mill Lane", "mill ln 5, Newport", "Mill Lane 5 Newport", "mil lane 5", "mfx 5"]
)
def test_addresses(town: Gazetteer, text: str) -> None:
    place = first(town, text)
    assert (place.kind, place.name) == ("address", "磨坊巷 5")
    assert place.at == pytest.approx((WEST + 0.001, SOUTH + 0.0001))
    assert place.names == {"en": "Mill Lane 5", "zh": "磨坊巷5号"}


def test_a_house_mapped_as_a_building(town: Gazetteer) -> None:
    place = first(town, "Schloßstr. 7a")
    assert (place.kind, place.name, place.score) == ("address", "Schloßstraße 7a", 1.0)
    assert place.at == pytest.approx((WEST + 0.0012, SOUTH + 0.0032), abs=2e-6)


def test_a_number_between_known_ones_is_interpolated_and_says_so(town: Gazetteer) -> None:
    place = first(town, "Mill Lane 9")
    assert place.name == "磨坊巷 9"
    assert place.detail.startswith("≈ 5–11")
    assert place.at == pytest.approx((WEST + 0.0018, SOUTH + 0.0001))
    assert place.score < 0.9


def test_the_even_side_is_interpolated_on_the_even_side(town: Gazetteer) -> None:
    place = first(town, "Mill Lane 6")
    assert place.at == pytest.approx((WEST + 0.0012, SOUTH - 0.0001))


def test_a_number_just_past_the_last_one_gives_the_nearest_house_and_says_so(town: Gazetteer) -> None:
    place = first(town, "Mill Lane 17")
    assert (place.kind, place.name) == ("address", "磨坊巷 11")
    assert place.detail.startswith("17 ≈ 11")
    assert place.score < first(town, "Mill Lane 11").score


def test_a_number_far_outside_the_known_ones_gives_the_street(town: Gazetteer) -> None:
    place = first(town, "Mill Lane 99")
    assert (place.kind, place.name) == ("street", "磨坊巷")


def test_a_letter_that_is_unknown_gives_its_house(town: Gazetteer) -> None:
    place = first(town, "Mill Lane 5c")
    assert (place.name, place.score < 1) == ("磨坊巷 5", True)


@pytest.mark.parametrize(
    "text",
    [
        "中山路 / 解放路",
        "中山路与解放路",
        "中山路和解放路交叉口",
        "Zhongshan Road / Jiefang Road",
        "Jiefang Rd & Zhongshan Rd",
        "zhongshan road and jiefang road",
        "zhongshan rd at jiefang rd",
        "zsl / jfl",
        "Zhongshan Road und Jiefang Road",
    ],
)
def test_crossings(town: Gazetteer, text: str) -> None:
    place = first(town, text)
    assert place.kind == "crossing"
    assert place.at == pytest.approx((WEST + 2 * STEP, SOUTH + 3 * STEP))
    assert sorted(place.name.split(" / ")) == ["Jiefang Road", "中山路"]


def test_streets_that_do_not_meet_have_no_crossing(town: Gazetteer) -> None:
    assert all(place.kind != "crossing" for place in town.search("Mill Lane / Harbour Street"))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("人民医院", "人民医院", "poi"),
        ("People's Hospital", "人民医院", "poi"),
        ("peoples hospital", "人民医院", "poi"),
        ("hospitl", "人民医院", "poi"),
        ("rmyy", "人民医院", "poi"),
        ("Newport", "Newport", "place"),
        ("新港", "Newport", "place"),
        ("xingang", "Newport", "place"),
        ("fire station", "Fire Station 1", "poi"),
        ("北库", "North Depot", "poi"),
        ("lake", "Lake", "poi"),
    ],
)
def test_places_and_pois(town: Gazetteer, text: str, name: str, kind: str) -> None:
    place = first(town, text)
    assert (place.name, place.kind) == (name, kind)


def test_a_thing_mapped_twice_is_found_once(town: Gazetteer) -> None:
    assert [place.name for place in town.search("人民医院")].count("人民医院") == 1


@pytest.mark.parametrize("text", ["23.104, 113.254", "49QGF3010", "23°06'14.4\"N 113°15'14.4\"E", "7PJP4734+"])
def test_coordinates_come_first(town: Gazetteer, text: str) -> None:
    assert first(town, text).kind == "coordinates"


def test_short_code_with_its_town(town: Gazetteer) -> None:
    place = first(town, "4733+2V Newport")
    assert place.kind == "coordinates"
    assert abs(place.at.lon - WEST) < 0.1


@pytest.mark.parametrize("text", ["", "   ", "???", "\x00", "'; drop table entity; --", "x" * 100_000, "/", "& &", "号", "%", "qqqqzzzz"])
def test_odd_texts_find_nothing_and_harm_nothing(town: Gazetteer, text: str) -> None:
    assert town.search(text) == []
    assert first(town, "Mill Lane").name == "磨坊巷"


def test_limit(town: Gazetteer) -> None:
    assert len(town.search("Road", limit=2)) == 2
    assert town.search("Road", limit=0) == []


def test_near_decides_between_equals(tmp_path: Path, twin_pack: RegionPack) -> None:
    gazetteer = twin_pack.gazetteer()
    for lon in (10.0, 10.5):
        found = gazetteer.search("Main Street", near=LonLat(lon, 50.0))
        assert len(found) == 2
        assert found[0].at.lon == pytest.approx(lon, abs=0.01)
    assert [place.detail for place in gazetteer.search("Main Street, Westville") if place.name == "Main Street"] == ["Westville", "Eastville"]
    assert gazetteer.search("Main Street 3 Eastville")[0].at.lon == pytest.approx(10.5, abs=0.01)


@pytest.mark.parametrize(
    ("text", "lon"),
    [
        ("西柳镇人民路", 10.0),
        ("东柳镇人民路", 10.5),
        ("东柳镇 人民路", 10.5),
        ("东柳，人民路", 10.5),
        ("东柳 人民路", 10.5),
        ("河源市东柳镇人民路", 10.5),
        ("人民路，东柳镇", 10.5),
        ("东柳镇人民路3号", 10.5),
        ("西柳镇人民路3号", 10.0),
        ("东柳镇，人民路3号", 10.5),
    ],
)
def test_a_chinese_town_before_a_street_decides_between_equals(twin_pack: RegionPack, text: str, lon: float) -> None:
    """The town is known by its Chinese name only; where one sits does not outweigh what was typed."""
    found = twin_pack.gazetteer().search(text, near=LonLat(20.5 - lon, 50.0))
    assert found[0].at.lon == pytest.approx(lon, abs=0.01) and found[0].kind in ("street", "address")
    assert found[0].kind == ("address" if "3" in text else "street")


@pytest.mark.parametrize("text", ["人民路", "人民路市", "市人民路", "镇镇镇镇镇镇", "市，区，镇"])
def test_odd_chinese_towns_harm_nothing(twin_pack: RegionPack, text: str) -> None:
    assert all(place.score > 0 for place in twin_pack.gazetteer().search(text))


def test_towns_and_districts_are_named_in_each_language(training_pack: RegionPack) -> None:
    gazetteer = training_pack.gazetteer()
    street = gazetteer.search("磨坊小街")[0]
    assert (street.called("zh"), street.called("en")) == ("磨坊小街", "Mill Lane")
    assert (street.where("zh"), street.where("en"), street.where("de")) == ("西岸，梅洛港", "Westbank, Merrowhaven", "Westbank, Merrowhaven")
    house = gazetteer.reverse(street.at)
    assert house is not None and house.where("zh") == "西岸，梅洛港"
    assert gazetteer.search("磨坊小街999")[0].where("zh") == "西岸，梅洛港"


def test_reverse_names_house_street_and_nothing(town: Gazetteer) -> None:
    house = town.reverse(LonLat(WEST + 0.001, SOUTH + 0.00012))
    street = town.reverse(LonLat(WEST + 0.0035, SOUTH + 3 * STEP + 0.0002))
    assert house is not None
    assert (house.kind, house.name) == ("address", "磨坊巷 5")
    assert street is not None
    assert (street.kind, street.name, street.names) == ("street", "中山路", {"en": "Zhongshan Road", "zh": "中山路"})
    assert street.at == pytest.approx((WEST + 0.0035, SOUTH + 3 * STEP), abs=1e-6)
    assert town.reverse(LonLat(0.0, 0.0)) is None
    assert town.reverse(LonLat(0.0, 90.0)) is None


def test_many_threads_at_once(town: Gazetteer) -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.extend(first(town, "Mill Lane 5").name for _ in range(20))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["磨坊巷 5"] * 80


def test_a_missing_index_is_a_known_error(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be opened"):
        SearchIndex(tmp_path / "search")


@pytest.mark.data
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hauptstr", "Hauptstraße"),
        ("Hauptstrasse / Grabengasse", "Hauptstraße / Grabengasse"),
        ("bergheimer str & römerstr", "Bergheimer Straße / Römerstraße"),
        ("Teodor Heuss Bruecke", "Theodor-Heuss-Brücke"),
        ("im neuenheimer feld", "Im Neuenheimer Feld"),
        ("heidelberg hbf", "Heidelberg Hauptbahnhof"),
    ],
)
def test_heidelberg(text: str, name: str, heidelberg_pack: RegionPack) -> None:
    assert name in [place.name for place in heidelberg_pack.gazetteer().search(text, near=LonLat(8.69, 49.41))][:3]

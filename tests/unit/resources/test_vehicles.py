"""Vehicles of the catalogue: read as shipped; every slip is named by file, line and key."""

from __future__ import annotations

import pytest

from commandcenter.geo.roads.profiles import default_profiles
from commandcenter.model.errors import KnownError
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.changed import build, line_of, shipped_texts
from commandcenter.resources.vehicles import VEHICLES_FILE

TEXT = shipped_texts()[VEHICLES_FILE]

SLIPS = (
    ("height_m = 3.3", "height_m = 33", "height_m must be a number from 0.0 to 10.0"),
    ("motorway = 90", "motorwai = 90", "there is no class of road “motorwai”"),
    ("motorway = 1.1", "motorway = 99", "motorway must be a number from 0.05 to 10.0"),
    ("trunk = 1.15", "trunk = true", "trunk must be a number from 0.05 to 10.0"),
    ('mode = "hgv"', 'mode = "tank"', "there is no way of travelling “tank”"),
    ('"gate", "bollard"]', '"gote"]', "there is no barrier “gote”"),
    ("private = true", "private = 3", "private must be true or false"),
    ("top_kph = 100", "top_khp = 1", "“top_khp” is not known here"),
    ('policy = "convoy"', 'policy = "slow"', "there is no policy “slow”"),
    ('speeds = "walk"', "", "speeds is missing"),
)


def test_the_catalogue_has_the_vehicles_that_the_roads_use() -> None:
    assert default_catalogue().profiles == default_profiles()


def test_a_change_reaches_the_profile() -> None:
    changed = build({VEHICLES_FILE: TEXT.replace("height_m = 3.3", "height_m = 3.9", 1)})
    assert changed.profiles["engine"].height_m == 3.9
    assert changed.profiles["ladder"] == default_profiles()["ladder"]
    assert changed.version != default_catalogue().version


@pytest.mark.parametrize(("right", "slip", "says"), SLIPS, ids=[slip for _, slip, _ in SLIPS])
def test_a_slip_is_named_where_it_stands(right: str, slip: str, says: str) -> None:
    assert right in TEXT
    with pytest.raises(KnownError) as raised:
        build({VEHICLES_FILE: TEXT.replace(right, slip, 1)})
    name, line = line_of(raised.value)
    assert name == VEHICLES_FILE and says in str(raised.value.sentence)
    if slip:
        assert slip in TEXT.replace(right, slip, 1).splitlines()[line - 1]


def test_a_kind_of_unit_needs_a_vehicle_that_there_is() -> None:
    with pytest.raises(KnownError, match="there is no vehicle profile “ladder”"):
        build({VEHICLES_FILE: TEXT.replace("[profiles.ladder]", "[profiles.crane]", 1)})


@pytest.mark.parametrize("text", ["", "[speeds.car]\nroad = 20\n", "profiles = 3\n", "[profiles]\nengine = 3\n", "[wheels.round]\n", "[profiles.a\n"])
def test_what_is_no_list_of_vehicles_is_refused(text: str) -> None:
    with pytest.raises(KnownError, match=VEHICLES_FILE):
        build({VEHICLES_FILE: text})

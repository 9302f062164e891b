"""Stations, hospitals, hydrants and depots of a map."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from commandcenter.geo.facilities import FILE, kind_of, read_facilities
from commandcenter.geo.importing.region import import_region
from commandcenter.geo.pack import RegionPack
from commandcenter.model.errors import KnownError
from commandcenter.model.progress import NoProgress
from commandcenter.model.words import FacilityKind, LonLat


def test_kinds_of_a_town(town_pack: RegionPack) -> None:
    found = Counter(facility.kind for facility in town_pack.facilities())
    assert found == {FacilityKind.HOSPITAL: 1, FacilityKind.FIRE_STATION: 1, FacilityKind.DEPOT: 1, FacilityKind.HYDRANT: 2}


def test_an_area_wins_over_the_node_in_it(town_pack: RegionPack) -> None:
    hospital = next(facility for facility in town_pack.facilities() if facility.kind is FacilityKind.HOSPITAL)
    assert (hospital.name, hospital.names) == ("人民医院", {"en": "People's Hospital"})
    assert hospital.at == pytest.approx(LonLat(113.2532, 23.1012), abs=2e-6)


def test_ids_are_the_same_at_every_import(town_pack: RegionPack, town_file: Path, tmp_path: Path) -> None:
    again = import_region(town_file, "again", tmp_path / "regions", progress=NoProgress())
    assert again.facilities() == town_pack.facilities()


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"amenity": "fire_station"}, FacilityKind.FIRE_STATION),
        ({"amenity": "police"}, FacilityKind.POLICE_STATION),
        ({"emergency": "ambulance_station"}, FacilityKind.AMBULANCE_STATION),
        ({"amenity": "hospital", "emergency": "yes"}, FacilityKind.HOSPITAL),
        ({"healthcare": "hospital"}, FacilityKind.HOSPITAL),
        ({"amenity": "social_facility", "social_facility": "shelter"}, FacilityKind.SHELTER),
        ({"emergency": "assembly_point"}, FacilityKind.SHELTER),
        ({"amenity": "shelter", "shelter_type": "public_transport"}, None),
        ({"emergency": "fire_hydrant"}, FacilityKind.HYDRANT),
        ({"aeroway": "helipad"}, FacilityKind.HELIPAD),
        ({"emergency": "supply_depot"}, FacilityKind.DEPOT),
        ({"disused:amenity": "hospital"}, None),
    ],
)
def test_what_tags_mean(tags: dict[str, str], kind: FacilityKind | None) -> None:
    assert kind_of(tags) is kind


@pytest.mark.parametrize("text", ["", "[{}]", '[{"id":"x"}]', "{"])
def test_a_broken_file_is_a_known_error(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text(text)
    with pytest.raises(KnownError, match="cannot be read"):
        read_facilities(tmp_path)


@pytest.mark.data
def test_heidelberg(heidelberg_pack: RegionPack) -> None:
    found = Counter(facility.kind for facility in heidelberg_pack.facilities())
    assert found[FacilityKind.HOSPITAL] == 5
    assert found[FacilityKind.HYDRANT] == 12
    assert all(heidelberg_pack.covers(facility.at) for facility in heidelberg_pack.facilities())

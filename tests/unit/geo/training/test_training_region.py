"""The training region, read back from the file that was written."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import numpy as np
import osmium
import pytest
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from shapely.geometry import LineString, Polygon

from commandcenter.geo.training.first_incident import first_incident
from commandcenter.geo.training.generate import write_training_region
from commandcenter.model.errors import Cancelled
from commandcenter.model.progress import CancelAfter

pytestmark = pytest.mark.xdist_group("training region")  # one process reads the region once for all

CAR_ROADS = frozenset(
    (*("motorway", "motorway_link", "trunk", "primary", "secondary", "tertiary"), *("unclassified", "residential", "living_street", "service"))
)


@dataclass(frozen=True)
class Way:
    nodes: list[int]
    points: list[tuple[float, float]]
    tags: dict[str, str]


@dataclass
class City(osmium.SimpleHandler):
    nodes: dict[int, dict[str, str]] = field(default_factory=dict)
    at: dict[int, tuple[float, float]] = field(default_factory=dict)
    ways: dict[int, Way] = field(default_factory=dict)
    relations: list[tuple[dict[str, str], list[tuple[str, int, str]]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def node(self, node: osmium.osm.Node) -> None:
        self.at[node.id] = (node.location.lon, node.location.lat)
        if len(node.tags):
            self.nodes[node.id] = dict(node.tags)

    def way(self, way: osmium.osm.Way) -> None:
        refs = [node.ref for node in way.nodes]
        self.ways[way.id] = Way(refs, [self.at[ref] for ref in refs], dict(way.tags))

    def relation(self, relation: osmium.osm.Relation) -> None:
        self.relations.append((dict(relation.tags), [(member.type, member.ref, member.role) for member in relation.members]))

    def tagged(self, key: str, value: str) -> list[dict[str, str]]:
        found = [way.tags for way in self.ways.values()] + list(self.nodes.values()) + [tags for tags, _ in self.relations]
        return [tags for tags in found if tags.get(key) == value]

    def roads(self, wanted: Callable[[dict[str, str]], bool]) -> list[Way]:
        return [way for way in self.ways.values() if "highway" in way.tags and "area" not in way.tags and wanted(way.tags)]

    def car_roads(self) -> list[Way]:
        return self.roads(lambda tags: tags["highway"] in CAR_ROADS and tags.get("access") != "private")


@pytest.fixture(scope="module")
def city(training_file: Path) -> City:
    read = City()
    read.apply_file(str(training_file))
    return read


def test_the_same_seed_gives_the_same_file(training_file: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.osm.pbf"
    write_training_region(again, seed=1)
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(training_file.read_bytes()).digest()


def test_its_head_says_what_it_is_and_of_when(training_file: Path) -> None:
    head = osmium.FileProcessor(str(training_file)).header
    assert head.get("generator") == "commandcenter training region"
    assert datetime.fromisoformat(head.get("osmosis_replication_timestamp")).year >= 2026


def test_it_is_small_enough_to_ship(training_file: Path) -> None:
    assert training_file.stat().st_size < 6_000_000


def test_cancelling_leaves_no_file(tmp_path: Path) -> None:
    target = tmp_path / "never.osm.pbf"
    with pytest.raises(Cancelled):
        write_training_region(target, progress=CancelAfter(1))
    assert not target.exists()


def test_it_has_a_real_towns_number_of_junctions(city: City) -> None:
    degree: Counter[int] = Counter()
    for way in city.car_roads():
        for a, b in pairwise(way.nodes):
            degree[a] += 1
            degree[b] += 1
    assert sum(count != 2 for count in degree.values()) >= 8_000


def test_every_car_can_get_nearly_everywhere_and_back(city: City) -> None:
    number: dict[int, int] = {}
    pairs: list[tuple[int, int]] = []
    for way in city.car_roads():
        refs = [number.setdefault(ref, len(number)) for ref in way.nodes]
        pairs.extend(pairwise(refs))
        if way.tags.get("oneway") != "yes":
            pairs.extend((b, a) for a, b in pairwise(refs))
    ends = np.array(pairs)
    graph = coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(len(number), len(number)))
    parts = connected_components(graph, directed=True, connection="strong")[1]
    assert np.bincount(parts).max() / len(number) > 0.99


def test_few_bridges_cross_the_river(city: City) -> None:
    names = {way.tags["bridge:name"] for way in city.roads(lambda tags: "bridge:name" in tags)}
    assert names == {"Exchange Bridge", "Old Bridge", "Mill Bridge", "Harbour Bridge", "Fell Bridge"}
    river = _river(city)
    crossing = [way for way in city.roads(lambda tags: tags["highway"] != "footway") if river.intersects(LineString(way.points))]
    assert all(way.tags.get("bridge") == "yes" for way in crossing)


def test_every_street_has_a_name_of_its_own_in_both_languages(city: City) -> None:
    chinese = defaultdict(set)
    unnamed = {"service", "motorway_link"}
    for way in city.car_roads():
        if way.tags["highway"] not in unnamed:
            assert way.tags["name"] == way.tags["name:en"]
            chinese[way.tags["name"]].add(way.tags["name:zh"])
    assert all(len(names) == 1 for names in chinese.values())
    assert len({name for names in chinese.values() for name in names}) == len(chinese) > 2_000
    assert all("一" <= letter <= "鿿" for names in chinese.values() for name in names for letter in name)


def test_house_numbers_are_odd_on_one_side_and_even_on_the_other(city: City) -> None:
    straight = [way for way in city.car_roads() if "name" in way.tags and len(way.nodes) > 2 and way.tags["highway"] == "residential"]
    lines = {name: LineString(way.points) for way in straight for name in [way.tags["name"]]}
    wrong = checked = 0
    for way in city.ways.values():
        line = lines.get(way.tags.get("addr:street", ""))
        if line is None:
            continue
        middle = Polygon(way.points).centroid
        along = line.project(middle)
        before, after = line.interpolate(max(0.0, along - 1e-5)), line.interpolate(min(line.length, along + 1e-5))
        side = (after.x - before.x) * (middle.y - before.y) - (after.y - before.y) * (middle.x - before.x)
        checked += 1
        wrong += (side > 0) != (int(way.tags["addr:housenumber"]) % 2 == 1)
    assert checked > 5_000
    assert wrong / checked < 0.01


def test_no_address_is_given_twice(city: City) -> None:
    addresses = Counter((way.tags["addr:street"], way.tags["addr:housenumber"]) for way in city.ways.values() if "addr:housenumber" in way.tags)
    assert len(addresses) > 15_000
    assert max(addresses.values()) == 1


def test_houses_stand_clear_of_water_roads_and_each_other(city: City) -> None:
    houses = [way for way in city.ways.values() if "addr:housenumber" in way.tags]
    shapes = shapely.polygons([[*way.points] for way in houses if len(way.points) == 5])
    assert not shapely.intersects(_river(city), shapes).any()
    roads = [LineString(way.points) for way in city.roads(lambda tags: tags["highway"] != "footway")]
    assert shapely.STRtree(shapes).query(roads, predicate="intersects").size == 0
    inside = shapely.centroid(shapes)
    one, two = shapely.STRtree(shapes).query(inside, predicate="within")
    assert (one == two).all()


@pytest.mark.parametrize(
    ("key", "value", "least", "most"),
    [
        ("amenity", "fire_station", 9, 12),
        ("emergency", "ambulance_station", 5, 7),
        ("amenity", "police", 5, 6),
        ("amenity", "hospital", 3, 4),
        ("social_facility", "shelter", 10, 20),
        ("emergency", "supply_depot", 4, 6),
        ("aeroway", "helipad", 3, 6),
        ("emergency", "fire_hydrant", 600, 5000),
        ("amenity", "school", 15, 40),
        ("amenity", "restaurant", 50, 200),
        ("man_made", "works", 1, 1),
        ("route", "ferry", 1, 2),
        ("natural", "peak", 5, 10),
        ("place", "city", 1, 1),
        ("railway", "station", 6, 12),
        ("junction", "roundabout", 8, 200),
    ],
)
def test_what_an_emergency_service_needs_is_there(city: City, key: str, value: str, least: int, most: int) -> None:
    assert least <= len(city.tagged(key, value)) <= most


@pytest.mark.parametrize("kind", ["fire_station", "police", "hospital"])
def test_facilities_are_named_in_both_languages(city: City, kind: str) -> None:
    assert all(tags["name:en"] and tags["name:zh"] for tags in city.tagged("amenity", kind))


def test_limits_are_on_the_roads(city: City) -> None:
    low = [float(way.tags["maxheight"]) for way in city.roads(lambda tags: "maxheight" in tags and "tunnel" not in tags)]
    assert low
    assert min(low) == 3.2
    assert {way.tags["maxweight"] for way in city.roads(lambda tags: "maxweight" in tags)} == {"7.5"}
    assert city.roads(lambda tags: tags.get("tunnel") == "yes")
    assert city.roads(lambda tags: tags["highway"] == "pedestrian" and tags.get("emergency") == "yes")
    assert city.roads(lambda tags: tags.get("access") == "private")


def test_turn_restrictions_join_ways_that_meet(city: City) -> None:
    rules = [(tags["restriction"], members) for tags, members in city.relations if tags.get("type") == "restriction"]
    assert {kind for kind, _ in rules} == {"no_left_turn", "only_straight_on", "no_u_turn"}
    assert any(kind == "w" and role == "via" for _, members in rules for kind, _, role in members)
    for _, members in rules:
        of = {role: (kind, ref) for kind, ref, role in members}
        ends = {role: {city.ways[of[role][1]].nodes[0], city.ways[of[role][1]].nodes[-1]} for role in ("from", "to")}
        via_kind, via = of["via"]
        joints = {via} if via_kind == "n" else {city.ways[via].nodes[0], city.ways[via].nodes[-1]}
        assert ends["from"] & joints
        assert ends["to"] & joints


def test_the_coast_has_land_on_its_left(city: City) -> None:
    coasts = [way for way in city.ways.values() if way.tags.get("natural") == "coastline"]
    assert len(coasts) >= 4
    assert all(way.nodes[0] == way.nodes[-1] and Polygon(way.points).exterior.is_ccw for way in coasts)


def test_the_first_incident_lies_across_the_river_from_the_nearest_station(city: City) -> None:
    at = first_incident().at
    stations = [Polygon(way.points).centroid for way in city.ways.values() if way.tags.get("amenity") == "fire_station"]
    squeeze = np.cos(np.radians(at.lat))
    nearest = min(stations, key=lambda station: np.hypot((station.x - at.lon) * squeeze, station.y - at.lat))
    assert LineString([at, nearest.coords[0]]).intersects(_river(city))


def _river(city: City) -> Polygon:
    return max((Polygon(way.points) for way in city.ways.values() if way.tags.get("water") == "river"), key=lambda shape: shape.area)

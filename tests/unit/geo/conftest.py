"""A small invented town as OSM XML, for tests that need every kind of object but no real city."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

from commandcenter.geo.importing.region import import_region
from commandcenter.geo.pack import RegionPack
from commandcenter.model.progress import NoProgress

WEST, SOUTH, STEP = 113.25, 23.10, 0.002
"""South-west corner and distance between streets, degrees."""

STREETS_EAST = [("Mill Lane", "磨坊巷"), ("Harbour Street", "海港街"), ("Market Road", "市场路"), ("Zhongshan Road", "中山路")]
STREETS_NORTH = [("Bridge Avenue", "桥大道"), ("Schloßstraße", "城堡街"), ("Jiefang Road", "解放路"), ("Müllergasse", "米勒巷")]


class Town:
    """Collects objects and writes them as XML."""

    def __init__(self) -> None:
        self.nodes: list[str] = []
        self.ways: list[str] = []
        self.relations: list[str] = []
        self._next = 1

    def node(self, lon: float, lat: float, **tags: str) -> int:
        self._next += 1
        self.nodes.append(_with(f'<node id="{self._next}" lat="{lat:.7f}" lon="{lon:.7f}"', _tags(tags), "node"))
        return self._next

    def way(self, nodes: list[int], **tags: str) -> int:
        self._next += 1
        refs = "".join(f'<nd ref="{node}"/>' for node in nodes)
        self.ways.append(_with(f'<way id="{self._next}"', refs + _tags(tags), "way"))
        return self._next

    def relation(self, members: list[tuple[str, int, str]], **tags: str) -> int:
        self._next += 1
        body = "".join(f'<member type="{kind}" ref="{ref}" role="{role}"/>' for kind, ref, role in members)
        self.relations.append(_with(f'<relation id="{self._next}"', body + _tags(tags), "relation"))
        return self._next

    def square(self, lon: float, lat: float, size: float = 0.0004, **tags: str) -> int:
        corners = [self.node(lon + x * size, lat + y * size) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
        return self.way([*corners, corners[0]], **tags)

    def xml(self) -> str:
        rows = "\n".join([*self.nodes, *self.ways, *self.relations])
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6" generator="test" timestamp="2026-01-02T03:04:05Z">\n{rows}\n</osm>\n'


def _with(head: str, body: str, name: str) -> str:
    return f"{head}>{body}</{name}>"


def _tags(tags: dict[str, str]) -> str:
    return "".join(f"<tag k={quoteattr(key.replace('__', ':'))} v={quoteattr(value)}/>" for key, value in tags.items())


def build_town() -> Town:
    """Return a grid of 4 × 4 bilingual streets with houses, stations, a lake with an island and a coast."""
    town = Town()
    grid = {(x, y): town.node(WEST + x * STEP, SOUTH + y * STEP) for x in range(5) for y in range(5)}
    for y, (english, chinese) in enumerate(STREETS_EAST):
        nodes = [grid[x, y] for x in range(5)]
        for part in (nodes[:3], nodes[2:]):
            town.way(part, highway="residential", name=f"{chinese}", name__en=english, name__zh=chinese)
    for x, (english, chinese) in enumerate(STREETS_NORTH):
        town.way([grid[x, y] for y in range(5)], highway="secondary", name=english, name__zh=chinese)
    for number in (1, 3, 5, 11, 2, 4, 8):
        at = WEST + 0.0002 * number, SOUTH + (0.0001 if number % 2 else -0.0001)
        town.node(*at, addr__housenumber=str(number), addr__street="磨坊巷", addr__city="Newport")
    town.square(WEST + 0.001, SOUTH + 0.003, building="yes", addr__housenumber="7a", addr__street="Schloßstraße")
    town.node(WEST + 0.004, SOUTH + 0.004, place="town", name="Newport", name__zh="新港")
    town.node(WEST + 0.001, SOUTH + 0.001, place="suburb", name="Old Town", name__zh="老城")
    town.square(WEST + 0.003, SOUTH + 0.001, amenity="hospital", building="hospital", name="人民医院", name__en="People's Hospital")
    town.node(WEST + 0.0032, SOUTH + 0.0012, amenity="hospital", name="人民医院")
    town.node(WEST + 0.005, SOUTH + 0.001, amenity="fire_station", name="Fire Station 1")
    town.node(WEST + 0.005, SOUTH + 0.003, emergency="supply_depot", name="North Depot", name__zh="北库")
    town.node(WEST + 0.005, SOUTH + 0.005, emergency="fire_hydrant")
    town.node(WEST + 0.0051, SOUTH + 0.005, emergency="fire_hydrant")
    town.node(WEST + 0.002, SOUTH + 0.005, amenity="shelter", shelter_type="public_transport")
    lake = town.square(WEST + 0.0021, SOUTH + 0.0041, 0.0016)
    island = town.square(WEST + 0.0025, SOUTH + 0.0045, 0.0004)
    town.relation([("way", lake, "outer"), ("way", island, "inner")], type="multipolygon", natural="water", name="Lake")
    town.way([town.node(WEST - 0.001, SOUTH - 0.002), town.node(WEST + 0.009, SOUTH - 0.002)], natural="coastline")
    return town


@pytest.fixture(scope="session")
def town_xml() -> str:
    """The town as OSM XML text."""
    return build_town().xml()


@pytest.fixture
def town_file(tmp_path: Path, town_xml: str) -> Path:
    """The town as an .osm file."""
    path = tmp_path / "town.osm"
    path.write_text(town_xml, "utf-8")
    return path


@pytest.fixture
def osm_file(tmp_path: Path) -> Callable[[str], Path]:
    """Writes an .osm file around some objects."""

    def write(body: str) -> Path:
        path = tmp_path / "made.osm"
        path.write_text(f'<osm version="0.6">{body}</osm>', "utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def town_pack(town_xml: str, tmp_path_factory: pytest.TempPathFactory) -> RegionPack:
    """The town as a region pack; read only."""
    folder = tmp_path_factory.mktemp("town")
    path = folder / "town.osm"
    path.write_text(town_xml, "utf-8")
    return import_region(path, "town", folder / "regions", progress=NoProgress())


@pytest.fixture(scope="session")
def twin_pack(tmp_path_factory: pytest.TempPathFactory) -> RegionPack:
    """Two towns 36 km apart, each with a Main Street; named in Chinese, too."""
    town = Town()
    for lon, name, name_zh in ((10.0, "Westville", "西柳镇"), (10.5, "Eastville", "东柳镇")):
        ends = [town.node(lon + step * 0.002, 50.0) for step in range(3)]
        town.way(ends, highway="residential", name="Main Street", name__zh="人民路")
        town.node(lon, 50.001, place="town", name=name, name__zh=name_zh)
        town.node(lon + 0.001, 50.0001, addr__housenumber="3", addr__street="Main Street")
    folder = tmp_path_factory.mktemp("twins")
    path = folder / "twins.osm"
    path.write_text(town.xml(), "utf-8")
    return import_region(path, "twins", folder / "regions", progress=NoProgress())

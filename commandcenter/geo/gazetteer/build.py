"""Makes the search database of a pack from the rows that the import collected."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.gazetteer import store
from commandcenter.geo.gazetteer.crossings import crossings
from commandcenter.geo.gazetteer.folding import fold
from commandcenter.geo.gazetteer.spelling_index import SpellingIndex, spellings
from commandcenter.geo.gazetteer.streets import Cluster, clusters, nearest_cluster
from commandcenter.geo.gazetteer.towns import Towns
from commandcenter.model.progress import Progress
from commandcenter.model.words import LonLat

STREET_WEIGHT = 0.3
ROWS_HELD = 4000
SAME_THING_DEG = 0.003
"""Two POIs of one name and class this near (about 300 m) are one, mapped twice."""

_DIGITS = re.compile(r"\d{1,9}")

_Thing = tuple[str, str, str, str, str, float, float, float]
"""Name, class, kind, names (JSON), others (JSON), lon, lat, weight."""


class Builder:
    """Builds one `search.db`. One thread, used once."""

    def __init__(self, raw: sqlite3.Connection, nodes: Path, folder: Path, progress: Progress) -> None:
        """`raw` and `nodes` are the sink's scratch files; `folder` takes the database."""
        self._raw = raw
        self._nodes = nodes
        self._folder = folder
        self._progress = progress
        self._index = SpellingIndex()
        self._entities = 0
        self._addresses = 0
        self._segments = 0
        self._waiting: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)
        """Rows by table."""

    def build(self) -> Mapping[str, int | float | str]:
        """Write the database; return its counts."""
        ways = self._count("way")
        self._total = max(ways + self._count("thing") + self._count("address"), 1)
        self._done = 0
        self._street_of_way = np.full(ways, -1, np.int32)
        self._out = store.create(self._folder)
        try:
            self._towns = Towns(self._raw)
            self._streets()
            streets = self._entities
            self._streets_known_by_addresses_only()
            self._things()
            found = self._crossings()
            self._pass_on()
            self._index.write(self._out)
            self._out.execute("commit")
            self._out.executescript(store.INDEXES)
            self._out.execute("analyze")
        finally:
            self._out.close()
        return {"streets": streets, "addresses": self._addresses, "crossings": found, "places_and_pois": self._count("thing")}

    def _count(self, table: str) -> int:
        return int(self._raw.execute(f"select count(*) from {table}").fetchone()[0])

    def _step(self, count: int) -> None:
        self._done += count
        self._progress.report("search", self._done, self._total)

    def _streets(self) -> None:
        """One entity for each connected street: equal names in two towns stay two."""
        rows = self._raw.execute("select key, id, name, names, others, points from way order by key, id")
        for key, group in groupby(rows, key=lambda row: row[0]):
            ways = list(group)
            lines = [np.frombuffer(row[5]).reshape(-1, 2) for row in ways]
            found = clusters(lines)
            ids = []
            for cluster in found:
                members = [ways[at] for at in cluster.members]
                street = self._street(members[0][2], [row[3] for row in members], [row[4] for row in members], cluster.at)
                ids.append(street)
                for at in cluster.members:
                    self._street_of_way[ways[at][1]] = street
                    self._segment(street, lines[at])
            self._attach_addresses(key, found, ids)
            self._step(len(ways))

    def _street(self, name: str, names_json: list[str], others_json: list[str], at: LonLat) -> int:
        names = {language: text for row in set(names_json) if row for language, text in json.loads(row).items()}
        others = [text for row in set(others_json) if row for text in json.loads(row)]
        return self._entity("street", name, names, others, at, STREET_WEIGHT)

    def _entity(self, kind: str, name: str, names: dict[str, str], others: list[str], at: LonLat, weight: float) -> int:
        self._entities += 1
        shown = {language: names[language] for language in ("en", "zh") if language in names}
        self._waiting["entity"].append((self._entities, kind, name, store.as_json(shown), at.lon, at.lat, weight))
        for folded in sorted(spellings(name, names, others)):
            self._waiting["spelling"].append((self._index.add(folded), self._entities, folded))
        if len(self._waiting["entity"]) >= ROWS_HELD:
            self._pass_on()
        return self._entities

    def _segment(self, street: int, line: NDArray[np.float64]) -> None:
        self._segments += 1
        self._waiting["segment"].append((self._segments, street, line.tobytes()))
        (west, south), (east, north) = np.rint(np.stack([line.min(axis=0), line.max(axis=0)]) * store.DEGREES).astype(np.int64).tolist()
        self._waiting["near_segment"].append((self._segments, west, east, south, north))

    def _attach_addresses(self, key: str, found: list[Cluster], ids: list[int]) -> None:
        for number, city, lon, lat in self._raw.execute("select number, city, lon, lat from address where key = ?", (key,)):
            self._address(ids[nearest_cluster(found, LonLat(lon, lat))], number, city, LonLat(lon, lat))

    def _address(self, street: int, number: str, city: str, at: LonLat) -> None:
        self._addresses += 1
        digits = _DIGITS.search(number)
        row = (self._addresses, street, number, fold(number).replace(" ", ""), int(digits[0]) if digits else 0, city, at.lon, at.lat)
        self._waiting["address"].append(row)
        lon, lat = round(at.lon * store.DEGREES), round(at.lat * store.DEGREES)
        self._waiting["near_address"].append((self._addresses, lon, lon, lat, lat))
        if len(self._waiting["address"]) >= ROWS_HELD:
            self._pass_on()

    def _pass_on(self) -> None:
        """Write the rows that wait; what town an entity lies in is looked up for all of them at once."""
        entities = self._waiting["entity"]
        towns = self._towns.details(np.array([row[4:6] for row in entities], np.float64).reshape(-1, 2), [str(row[2]) for row in entities])
        self._waiting["entity"] = [(*row[:3], town, *row[3:]) for row, town in zip(entities, towns, strict=True)]
        for table, rows in self._waiting.items():
            if rows:
                self._out.executemany(f"insert into {table} values ({','.join('?' * len(rows[0]))})", rows)
        self._waiting.clear()

    def _streets_known_by_addresses_only(self) -> None:
        """Village squares, and streets whose way has no name: their addresses stand for them."""
        rows = self._raw.execute("select key, street, number, city, lon, lat from address where key not in (select key from way) order by key, rowid")
        for _, group in groupby(rows, key=lambda row: row[0]):
            addresses = list(group)
            points = [np.array([row[4:6]]) for row in addresses]
            for cluster in clusters(points):
                street = self._street(addresses[0][1], [], [], cluster.at)
                for at in cluster.members:
                    _, _, number, city, lon, lat = addresses[at]
                    self._address(street, number, city, LonLat(lon, lat))
            self._step(len(addresses))

    def _things(self) -> None:
        rows = self._raw.execute("select name, class, kind, names, others, lon, lat, weight from thing order by name, class, rowid")
        for _, group in groupby(rows, key=lambda row: row[:2]):
            things = list(group)
            for row in _without_doubles(things):
                name, _, kind, names, others, lon, lat, weight = row
                self._entity(kind, name, json.loads(names or "{}"), json.loads(others or "[]"), LonLat(lon, lat), weight)
            self._step(len(things))

    def _crossings(self) -> int:
        found = 0
        for a, b, at in crossings(self._nodes, self._street_of_way):
            self._waiting["crossing"].append((a, b, *at))
            if len(self._waiting["crossing"]) >= ROWS_HELD:
                self._pass_on()
            found += 1
        return found


def _without_doubles(things: list[_Thing]) -> Iterator[_Thing]:
    """Yield one of each that are the same: the one that has most names."""
    kept: list[tuple[float, float]] = []
    for row in sorted(things, key=lambda row: -len(row[3])):
        lon, lat = row[5], row[6]
        if not any(abs(lon - other[0]) < SAME_THING_DEG and abs(lat - other[1]) < SAME_THING_DEG for other in kept):
            kept.append((lon, lat))
            yield row

"""One streaming read of a map file that feeds all sinks.

Two extra light passes read only relations: before (areas need their members) and after (a sink gets relations
when it has seen the ways they name, whatever the order in the file). Node positions wait on disk, not in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import osmium
from numpy.typing import NDArray

from commandcenter.geo.importing import pbf
from commandcenter.geo.importing.clip import Clip
from commandcenter.geo.importing.extent import Extent
from commandcenter.geo.importing.sinks import Member, Sink
from commandcenter.geo.importing.source import Source
from commandcenter.model.errors import KnownError
from commandcenter.model.progress import Progress

PART_BYTES = 2 << 20
REPORT_EVERY = 500
"""Objects between two reports: a few milliseconds."""

_LINESTRING_HEAD = 9
"""Bytes before the coordinates in a WKB line: byte order, type, count."""

if TYPE_CHECKING:
    from osmium._osmium import HandlerLike
    from osmium.osm.types import OSMEntity

T = TypeVar("T")

_UNREADABLE = (RuntimeError, ValueError, osmium.InvalidLocationError)
"""How libosmium says that it cannot read on; a name that is no UTF-8 is a `ValueError` too."""


class MapStream:
    """Feeds the objects of one file to sinks. One thread; osmium unpacks in its own."""

    def __init__(self, source: Source, sinks: Sequence[Sink], clip: Clip, progress: Progress) -> None:
        """Prepare; nothing is read yet."""
        self._source = source
        self._sinks = sinks
        self._clip = clip
        self._progress = progress
        self._wkb = osmium.geom.WKBFactory()
        self._seen = 0
        self._part = 0.0
        self.extent = Extent()
        """Where the kept roads lie."""
        self.date = ""
        """ISO date of the data: the file head's, else of the newest object; empty where neither is known."""
        self._date_unknown = True
        self.generator = ""
        """The program that the file's head names."""
        self.without_place = 0
        """Ways of which no node has a position."""

    def _read_head(self) -> None:
        """Take date and generator from the file's head."""
        with _reading(self._source), osmium.io.Reader(str(self._source.path), osmium.osm.NOTHING) as reader:
            header = reader.header()
        self.date = header.get("osmosis_replication_timestamp") or header.get("timestamp") or self._source.date
        self._date_unknown = not self.date
        self.generator = header.get("generator")

    def run(self, index_file: Path) -> None:
        """Read everything; `index_file` takes the node positions. Raises `KnownError` for a broken file, `Cancelled`."""
        self._read_head()
        areas = osmium.area.AreaManager()
        for reader, done in self._readers(osmium.osm.RELATION):
            with _reading(self._source):
                osmium.apply(reader, areas.first_pass_handler())
            self._progress.report("areas", done, 1.0)
        self._nodes_and_ways(areas, index_file)
        tagged = osmium.filter.EmptyTagFilter()
        for reader, done in self._readers(osmium.osm.RELATION):
            for relation in _objects(self._source, reader, tagged):
                if isinstance(relation, osmium.osm.Relation):
                    self._relation(relation)
            self._progress.report("relations", done, 1.0)

    def _nodes_and_ways(self, areas: osmium.area.AreaManager, index_file: Path) -> None:
        index = osmium.index.create_map(f"sparse_file_array,{index_file}")
        locations = osmium.NodeLocationsForWays(index)
        locations.ignore_errors()
        tagged = osmium.filter.EmptyTagFilter()
        finished = osmium.BufferIterator(tagged)
        second = areas.second_pass_to_buffer(finished)
        for reader, done in self._readers(osmium.osm.NODE | osmium.osm.WAY):
            for thing in _objects(self._source, reader, locations, second, tagged):
                if self._date_unknown and isinstance(thing, osmium.osm.OSMObject):
                    self._newer(thing)
                if isinstance(thing, osmium.osm.Way):
                    self._way(thing)
                elif isinstance(thing, osmium.osm.Node):
                    self._node(thing)
                if finished:
                    self._areas(finished)
                self._tick()
            self._areas(finished)
            self._part = done
            self._progress.report("read", done, 1.0)

    def _readers(self, entities: osmium.osm.osm_entity_bits) -> Iterator[tuple[osmium.io.Reader, float]]:
        """Yield (reader, share of the file behind it): a pbf in small parts, XML as a whole."""
        source = self._source
        if source.format == "pbf":
            with source.path.open("rb") as file:
                for data, end in pbf.parts(file, source.bytes, source.path.name, PART_BYTES):
                    with _reading(source), osmium.io.Reader(osmium.io.FileBuffer(data, "pbf"), entities) as reader:
                        yield reader, end / source.bytes
        else:
            with _reading(source), osmium.io.Reader(osmium.io.File(str(source.path), source.format), entities) as reader:
                yield reader, 1.0

    def _tick(self) -> None:
        self._seen += 1
        if self._seen % REPORT_EVERY == 0:
            share = self._part if self._source.format == "pbf" else min(self._seen / self._source.objects, 1.0)
            self._progress.report("read", share, 1.0)

    def _newer(self, thing: osmium.osm.OSMObject[Any]) -> None:
        edited = thing.timestamp
        if edited.timestamp() > 0:
            self.date = max(self.date, edited.strftime("%Y-%m-%dT%H:%M:%SZ"))

    def _node(self, node: osmium.osm.Node) -> None:
        place = node.location
        if place.valid() and self._clip.has_point(place.lon, place.lat):
            tags = self._tags(node)
            for sink in self._sinks:
                sink.node(node.id, tags, place.lon, place.lat)

    def _way(self, way: osmium.osm.Way) -> None:
        if _is_building_only(way):
            return
        ids, lonlats = self._line(way)
        if len(ids) < 2:
            self.without_place += 1
            return
        lons, lats = np.ascontiguousarray(lonlats[:, 0]), np.ascontiguousarray(lonlats[:, 1])
        if self._clip.has_any(lons, lats):
            tags = self._tags(way)
            if "highway" in tags:
                self.extent.add(lons, lats)
            for sink in self._sinks:
                sink.way(way.id, tags, ids, lons, lats)

    def _line(self, way: osmium.osm.Way) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        nodes = way.nodes
        try:
            line = bytes.fromhex(self._wkb.create_linestring(way, osmium.geom.use_nodes.ALL))
        except (osmium.InvalidLocationError, RuntimeError):  # nodes outside the extract, or a way of a single node
            known = [(node.ref, node.lon, node.lat) for node in nodes if node.location.valid()]
            return np.array([k[0] for k in known], np.int64), np.array([k[1:] for k in known], np.float64).reshape(-1, 2)
        return np.fromiter((node.ref for node in nodes), np.int64, len(nodes)), np.frombuffer(line, "<f8", offset=_LINESTRING_HEAD).reshape(-1, 2)

    def _areas(self, finished: osmium.BufferIterator) -> None:
        for area in _guarded(finished, self._source):
            if not isinstance(area, osmium.osm.Area) or area.num_rings()[0] == 0:  # its borders do not close, or cross themselves
                continue
            rings = _rings(bytes.fromhex(self._wkb.create_multipolygon(area)))
            if self._clip.has_rings(rings):
                tags = self._tags(area)
                osm_id = area.orig_id() if area.from_way() else -area.orig_id()
                for sink in self._sinks:
                    sink.area(osm_id, tags, rings)

    def _tags(self, thing: osmium.osm.OSMObject[Any]) -> dict[str, str]:
        try:
            return dict(thing.tags)
        except UnicodeDecodeError as error:
            raise _unreadable(self._source, error) from error

    def _relation(self, relation: osmium.osm.Relation) -> None:
        tags = self._tags(relation)
        members = [Member(member.type, member.ref, member.role) for member in relation.members]
        for sink in self._sinks:
            sink.relation(relation.id, tags, members)


def _is_building_only(way: osmium.osm.Way) -> bool:
    """Return whether a way is the outline of a building and nothing else: it comes as an area, and most ways of a town are of this kind."""
    return "building" in way.tags and "highway" not in way.tags and way.is_closed()


Rings = list[tuple[NDArray[np.float64], list[NDArray[np.float64]]]]


def _rings(wkb: bytes) -> Rings:
    """Return (outer, inners) of each polygon of a little-endian WKB multipolygon."""
    at = 9
    found: Rings = []
    for _ in range(int.from_bytes(wkb[5:9], "little")):
        count = int.from_bytes(wkb[at + 5 : at + 9], "little")
        at += 9
        rings = []
        for _ in range(count):
            points = int.from_bytes(wkb[at : at + 4], "little")
            rings.append(np.frombuffer(wkb, "<f8", points * 2, at + 4).reshape(-1, 2))
            at += 4 + points * 16
        found.append((rings[0], rings[1:]))
    return found


def _objects(source: Source, reader: osmium.io.Reader, *handlers: HandlerLike) -> Iterator[OSMEntity]:
    """Read through handlers; they stay referenced here because osmium's iterator does not keep them alive."""
    with _reading(source):
        things = osmium.OsmFileIterator(reader, *handlers)
    yield from _guarded(things, source)


def _guarded(things: Iterable[T], source: Source) -> Iterator[T]:
    """Pass on what osmium reads; only its own complaints become a sentence, never a sink's."""
    iterator = iter(things)
    while True:
        try:
            thing = next(iterator, None)
        except _UNREADABLE as error:
            raise _unreadable(source, error) from error
        if thing is None:
            return
        yield thing


@contextmanager
def _reading(source: Source) -> Iterator[None]:
    """Turn libosmium's complaints about the content into one sentence."""
    try:
        yield
    except _UNREADABLE as error:
        raise _unreadable(source, error) from error


def _unreadable(source: Source, error: Exception) -> KnownError:
    if "out of order" in str(error):
        return KnownError("The objects in {file} are not in order; sort it (nodes, ways, relations by id) and try again.", file=source.path.name)
    return KnownError("{file} is not a readable OpenStreetMap file ({why}).", file=source.path.name, why=str(error).strip())

"""From a map file to a region pack: all or nothing."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sqlite3
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import shapely

from commandcenter.geo.importing.clip import Clip
from commandcenter.geo.importing.lock import only_import
from commandcenter.geo.importing.sinks import Closing, Sink
from commandcenter.geo.importing.source import Source, inspect
from commandcenter.geo.importing.stream import MapStream
from commandcenter.geo.pack import RegionPack, check_name, write_manifest
from commandcenter.model.clock import Clock, SystemClock
from commandcenter.model.errors import KnownError
from commandcenter.model.progress import Progress

ATTRIBUTION = "© OpenStreetMap contributors, ODbL"
ATTRIBUTIONS = {"commandcenter training region": "Invented training region, commandcenter"}
"""By the generator that a file's head names; files of all other generators hold OpenStreetMap data."""

BUILDING = ".importing-"
OLD = ".replaced-"

FREE_BYTES_MIN = 64 << 20
SPACE_PER_UNPACKED_BYTE = {"pbf": 13.0, "osm": 2.0, "osm.gz": 2.0, "osm.bz2": 2.0}
"""Pack, node positions and scratch together, as measured at their peak on the real extracts; XML is wordier than pbf."""


def import_region(
    source: Path,
    name: str,
    regions: Path,
    *,
    progress: Progress,
    boundary: shapely.Geometry | None = None,
    clock: Clock | None = None,
    attribution: str | None = None,
) -> RegionPack:
    """Build the pack `regions/name` from a map file (.osm.pbf, .osm, .osm.gz, .osm.bz2) and open it.

    `boundary` (WGS-84) keeps only what lies in it. Without an `attribution` the file's own head decides. Blocking, for a worker
    thread or process. An older pack of that name stays until the new one is complete. Raises `KnownError` or `Cancelled`; then
    nothing was left behind and no pack was changed.
    """
    check_name(name)
    with _known_failures(source), only_import(regions):
        sweep(regions)
        building = regions / f"{BUILDING}{secrets.token_hex(4)}"
        building.mkdir()
        try:
            _build(source, name, building, progress, boundary, clock or SystemClock(), attribution)
            _put_in_place(building, regions / name)
        except BaseException as error:
            traceback.clear_frames(error.__traceback__)  # Windows deletes no file that a left frame still maps
            raise
        finally:
            shutil.rmtree(building, ignore_errors=True)
    return RegionPack.open(regions / name)


def sweep(regions: Path) -> None:
    """Remove what a crashed import left; bring a pack back whose replacement was interrupted half-way."""
    for old in regions.glob(f"{OLD}*"):
        home = regions / old.name.removeprefix(OLD).partition("~")[2]
        if home.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(home)
    for rest in regions.glob(f"{BUILDING}*"):
        shutil.rmtree(rest, ignore_errors=True)


def all_sinks() -> list[Sink]:
    """Return one fresh sink for each part of a pack."""
    from commandcenter.geo.basemap.sink import GeometrySink
    from commandcenter.geo.facilities import FacilitySink
    from commandcenter.geo.gazetteer.sink import SearchSink
    from commandcenter.geo.roads.sink import RoadSink

    return [RoadSink(), GeometrySink(), SearchSink(), FacilitySink()]


_STAGES = ("roads", "map", "search", "facilities")


class _Stage:
    """Gives a sink's reports the stage's name."""

    def __init__(self, progress: Progress, stage: str) -> None:
        self._progress = progress
        self._stage = stage

    def report(self, stage: str, done: float, total: float) -> None:
        self._progress.report(self._stage, done, total)


def _build(path: Path, name: str, pack: Path, progress: Progress, boundary: shapely.Geometry | None, clock: Clock, attribution: str | None) -> None:
    source = inspect(path, progress)
    _check_space(pack, source)
    scratch = pack / "scratch"
    stream, facts = _fill(source, pack, scratch, progress, Clip(boundary))
    shutil.rmtree(scratch)
    progress.report("save", 0, 1)
    head = {
        "name": name,
        "source": path.name,
        "source_sha256": source.sha256,
        "source_date": stream.date,
        "imported_ms": clock.wall_ms(),
        "attribution": attribution or ATTRIBUTIONS.get(stream.generator, ATTRIBUTION),
        "bbox": stream.extent.bounds,
        "focus": stream.extent.focus,
    }
    write_manifest(pack, {**head, **facts})
    progress.report("save", 1, 1)


def _fill(source: Source, pack: Path, scratch: Path, progress: Progress, clip: Clip) -> tuple[MapStream, dict[str, int | float | str]]:
    """Feed all sinks and let them write; return the stream for what it saw, and the facts for the manifest."""
    sinks = all_sinks()
    stream = MapStream(source, sinks, clip, progress)
    facts: dict[str, int | float | str] = {}
    with ExitStack() as held:
        for stage, sink in zip(_STAGES, sinks, strict=True):
            (scratch / stage).mkdir(parents=True)
            sink.begin(scratch / stage)
            if isinstance(sink, Closing):
                held.callback(sink.close)
        stream.run(scratch / "nodes")
        _check_content(source, stream, clip)
        for stage, sink in zip(_STAGES, sinks, strict=True):
            progress.report(stage, 0, 1)
            facts |= sink.finish(pack, _Stage(progress, stage))
            progress.report(stage, 1, 1)
            if facts.get("junctions") == 0:
                raise KnownError("{file} has no roads that a vehicle can use, so no region was made of it.", file=source.path.name)
    return stream, facts


def _check_content(source: Source, stream: MapStream, clip: Clip) -> None:
    if stream.extent.roads:
        return
    if clip.cuts:
        raise KnownError("Within the boundary {file} has no roads, so no region was made of it.", file=source.path.name)
    if stream.without_place:
        raise KnownError("{file} has ways but not their nodes before them: export it again, complete and sorted.", file=source.path.name)
    raise KnownError("{file} has no roads, so no region was made of it.", file=source.path.name)


def _check_space(folder: Path, source: Source) -> None:
    need = FREE_BYTES_MIN + int(SPACE_PER_UNPACKED_BYTE[source.format] * source.unpacked_bytes)
    free = shutil.disk_usage(folder).free
    if free < need:
        raise KnownError("The import needs about {need_mb} MB of free disk space; there are {free_mb} MB.", need_mb=need >> 20, free_mb=free >> 20)


def _put_in_place(building: Path, target: Path) -> None:
    """Make the finished pack the one of that name: at each moment either the old or the new one is whole."""
    if not target.exists():
        building.rename(target)
    else:
        old = target.with_name(f"{OLD}{secrets.token_hex(4)}~{target.name}")
        target.rename(old)
        try:
            building.rename(target)
        except OSError:
            old.rename(target)
            raise
        shutil.rmtree(old, ignore_errors=True)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":  # Windows has no such thing and needs none
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _known_failures(source: Path) -> Iterator[None]:
    try:
        yield
    except MemoryError as error:
        raise KnownError("There is not enough memory to import {file}.", file=source.name) from error
    except (OSError, sqlite3.OperationalError) as error:
        if getattr(error, "errno", None) == errno.ENOSPC or "disk is full" in str(error):
            raise KnownError("The disk is full; {file} was not imported.", file=source.name) from error
        raise KnownError("{file} was not imported: {why}", file=source.name, why=str(error)) from error

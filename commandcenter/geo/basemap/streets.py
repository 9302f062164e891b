"""Joins the pieces of a street or river that share a name, so that its name can run along the whole of it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import shapely
from numpy.typing import NDArray

from commandcenter.geo.basemap.batch import Batch
from commandcenter.geo.basemap.kinds import Flag, Kind
from commandcenter.geo.basemap.spill import Spill

_TUNNEL = int(Flag.TUNNEL)


def name_lines(batches: Iterable[Batch], target: Spill) -> None:
    """Append one `STREET_NAME` or `WATER_NAME` line for each joined run; `rank` is the kind of the road."""
    pieces: dict[tuple[int, int], list[NDArray[np.int32]]] = {}
    for batch in batches:
        kinds, names = batch.heads["kind"], batch.heads["name"]
        water = (kinds == Kind.RIVER) | (kinds == Kind.STREAM)
        road = (kinds >= Kind.PATH) & (kinds <= Kind.MOTORWAY)
        for index in np.flatnonzero((names > 0) & (water | road)).tolist():
            key = (int(kinds[index]), int(names[index]))
            pieces.setdefault(key, []).append(batch.line(index))
    for (kind, name), lines in pieces.items():
        as_kind = Kind.WATER_NAME if kind in {Kind.RIVER, Kind.STREAM} else Kind.STREET_NAME
        for line in joined(lines):
            target.add(as_kind, [line], name=name, rank=kind)


def joined(lines: list[NDArray[np.int32]]) -> list[NDArray[np.int32]]:
    """Return the lines put together end to end wherever exactly two meet."""
    if len(lines) == 1:
        return lines
    merged = shapely.line_merge(shapely.multilinestrings([shapely.LineString(line) for line in lines]))
    return [np.rint(shapely.get_coordinates(part)).astype(np.int32) for part in shapely.get_parts(merged)]

"""Painting map tiles: time per tile as the map page asks for them, and the index query below it."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np

from bench.row import Row

DATA = Path(os.environ.get("COMMANDCENTER_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data")) / "osm"
SPOTS = {"heidelberg": (8.694, 49.4105), "baltimore": (-76.6, 39.283), "liechtenstein": (9.5215, 47.139)}
ZOOMS = (12, 14, 15, 16, 17)
GOAL_MS = 30.0
"""For a 256-px tile: the upper end of what the prototype of this painter took without labels."""


def rows(quick: bool) -> list[Row]:
    """Measure tiles of real cities around their centres; none where the data are missing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    _app = QGuiApplication.instance() or QGuiApplication([])
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in list(SPOTS)[: 1 if quick else None]:
            if (DATA / f"{name}.osm.pbf").is_file():
                found += _region(name, Path(folder), ZOOMS[1::2] if quick else ZOOMS)
    return found


def _region(name: str, regions: Path, zooms: tuple[int, ...]) -> list[Row]:
    from commandcenter.geo.importing.region import import_region
    from commandcenter.model.progress import NoProgress

    features = import_region(DATA / f"{name}.osm.pbf", name, regions, progress=NoProgress()).features()
    found = []
    for zoom in zooms:
        tiles = _around(SPOTS[name], zoom)
        ms = _paint_ms(features, tiles, 1)
        typical = statistics.median(ms)
        met = typical <= GOAL_MS
        found.append(Row(f"{name}, zoom {zoom}: 256-px tile with labels, median of {len(ms)}", typical, "ms", goal=f"≤ {GOAL_MS:g} ms", met=met))
        found.append(Row(f"{name}, zoom {zoom}: slowest (lays out the labels of 16 tiles)", max(ms), "ms"))
        found.append(Row(f"{name}, zoom {zoom}: 512-px tile for HiDPI, median", statistics.median(_paint_ms(features, tiles, 2)), "ms"))
        query = statistics.median(_query_ms(features, tiles))
        found.append(Row(f"{name}, zoom {zoom}: index query, median", query, "ms", goal="≤ 3 ms", met=query <= 3.0))
    return found


def _around(spot: tuple[float, float], zoom: int, side: int = 6) -> list[tuple[int, int, int]]:
    from commandcenter.geo.basemap.mercator import TILE_PX, to_units, units_per_px

    ((x, y),) = (to_units(np.array([spot[0]]), np.array([spot[1]])) / units_per_px(zoom) / TILE_PX).astype(int).tolist()
    return [(zoom, x + i - side // 2, y + j - side // 2) for i in range(side) for j in range(side)]


def _paint_ms(features: object, tiles: list[tuple[int, int, int]], scale: int) -> list[float]:
    from commandcenter.geo.basemap.features import FeatureIndex
    from commandcenter.ui.map.tiles.painter import TilePainter
    from commandcenter.ui.map.tiles.source import png_of

    assert isinstance(features, FeatureIndex)
    painter = TilePainter(features)
    taken = []
    for zoom, x, y in tiles:
        start_s = time.perf_counter()
        png_of(painter.paint(zoom, x, y, "light", "en", scale))
        taken.append((time.perf_counter() - start_s) * 1e3)
    return taken


def _query_ms(features: object, tiles: list[tuple[int, int, int]]) -> list[float]:
    from commandcenter.geo.basemap.features import FeatureIndex
    from commandcenter.geo.basemap.mercator import tile_box

    assert isinstance(features, FeatureIndex)
    taken = []
    for zoom, x, y in tiles:
        start_s = time.perf_counter()
        features.query(tile_box(zoom, x, y), zoom)
        taken.append((time.perf_counter() - start_s) * 1e3)
    return taken

"""Labels of the basemap: decluttered, with halos, the same on both sides of every tile border.

Labels are laid out in blocks of 4×4 tiles. Place names may cross block borders: each block settles those anchored
in it by looking at all blocks around. Everything else stays inside its block, so no tile ever cuts a label.
"""

from __future__ import annotations

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator

import numpy as np

from commandcenter.geo.basemap.batch import Batch
from commandcenter.geo.basemap.features import FeatureIndex
from commandcenter.geo.basemap.kinds import PLACES
from commandcenter.geo.basemap.mercator import TILE_PX, WORLD_BITS
from commandcenter.ui.map.tiles.candidates import Candidate, lines_of, points_of
from commandcenter.ui.map.tiles.placement import Placed, Room
from commandcenter.ui.map.tiles.shapes import View
from commandcenter.ui.map.tiles.wording import PRIORITY

BLOCK_TILES = 4
_BLOCK_PX = float(BLOCK_TILES * TILE_PX)
_KEPT_BLOCKS = 256
_TURNS = 16
_EDGE_PX = 3.0
_ALL = np.zeros(256, np.bool_)
_ALL[[kind for kind in PRIORITY if kind not in PLACES]] = True
_PLACE = np.zeros(256, np.bool_)
_PLACE[list(PLACES)] = True

BlockKey = tuple[int, int, int, str]
"""Zoom, block column and row, language."""


class Labels:
    """Lays out labels of one region and remembers recent blocks. Safe in any thread."""

    def __init__(self, features: FeatureIndex) -> None:
        """Label from this index."""
        self._features = features
        self._lock = threading.Lock()
        self._turns = [threading.Lock() for _ in range(_TURNS)]
        """Two tiles of one block wait for each other instead of laying it out twice."""
        self._blocks: OrderedDict[tuple[str, BlockKey], tuple[Placed, ...]] = OrderedDict()

    def of_tile(self, zoom: int, x: int, y: int, lang: str) -> Iterator[Placed]:
        """Yield the labels that touch a tile, least important first."""
        left, top = x * TILE_PX, y * TILE_PX
        column, row = x // BLOCK_TILES, y // BLOCK_TILES
        around = [self._kept("places", (zoom, column + i, row + j, lang)) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        for block in (self._kept("all", (zoom, column, row, lang)), *around):
            for label in reversed(block):
                a, b, c, d = label.reach
                if a < left + TILE_PX and c > left and b < top + TILE_PX and d > top:
                    yield label

    def _kept(self, what: str, key: BlockKey) -> tuple[Placed, ...]:
        with self._lock:
            if (what, key) in self._blocks:
                self._blocks.move_to_end((what, key))
                return self._blocks[what, key]
            turn = self._turns[hash((what, key)) % _TURNS]
        with turn if what == "all" else contextlib.nullcontext():
            with self._lock:
                if (what, key) in self._blocks:
                    return self._blocks[what, key]
            made = self._places(key) if what == "places" else self._others(key)
            with self._lock:
                self._blocks[what, key] = made
                while len(self._blocks) > _KEPT_BLOCKS:
                    self._blocks.popitem(last=False)
        return made

    def _query(self, key: BlockKey, kinds: np.ndarray[tuple[int], np.dtype[np.bool_]], margin_px: float) -> tuple[Batch, View]:
        zoom, column, row, _ = key
        side = BLOCK_TILES << (WORLD_BITS - zoom)
        view = View(zoom, (column * side, row * side, (column + 1) * side, (row + 1) * side))
        return self._features.query(view.grown(margin_px), zoom, kinds), view

    def _places(self, key: BlockKey) -> tuple[Placed, ...]:
        batch, view = self._query(key, _PLACE, _BLOCK_PX)
        room = Room(_BLOCK_PX, _BLOCK_PX)
        placed = []
        for candidate in _ranked(points_of(batch, view, self._features.names, key[3])):
            boxes = candidate.boxes()
            if not room.free(boxes, 6.0):
                continue
            room.take(boxes)
            x, y = candidate.at
            if 0 <= x < _BLOCK_PX and 0 <= y < _BLOCK_PX:
                placed.append(candidate.placed(key[1] * _BLOCK_PX, key[2] * _BLOCK_PX))
        return tuple(placed)

    def _others(self, key: BlockKey) -> tuple[Placed, ...]:
        zoom, column, row, lang = key
        left, top = column * _BLOCK_PX, row * _BLOCK_PX
        batch, view = self._query(key, _ALL, 0.0)
        room = Room(_BLOCK_PX, 0.0)
        for block in [self._kept("places", (zoom, column + i, row + j, lang)) for i in (-1, 0, 1) for j in (-1, 0, 1)]:
            room.take([(a - left, b - top, c - left, d - top) for a, b, c, d in (label.reach for label in block)])
        names = self._features.names
        candidates = [*points_of(batch, view, names, lang), *lines_of(batch, view, names, lang)]
        placed = []
        shown: dict[str, list[tuple[float, float]]] = {}
        for candidate in _ranked(candidates):
            fitting = candidate.nudged(_BLOCK_PX, _EDGE_PX)
            boxes = fitting.boxes()
            if not room.holds(boxes, _EDGE_PX) or fitting.repeats(shown) or not room.free(boxes, fitting.pad_px):
                continue
            room.take(boxes)
            shown.setdefault(fitting.text, []).append(fitting.at)
            placed.append(fitting.placed(left, top))
        return tuple(placed)


def _ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda candidate: candidate.order)

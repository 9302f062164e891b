"""Valhalla embedded in this process (`pip install pyvalhalla`, optional): one time matrix over all units for each incident.

Each request carries and snaps all its places anew, as there is no other way to ask, while our figures are of units pinned
before; and it holds the busy units too, about half of its time. Reading the answer is not timed.
"""

from __future__ import annotations

import importlib
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np
import shapely
from numpy.typing import NDArray

from bench.road_rivals import Question
from commandcenter.geo.roads.graph import RoadGraph
from commandcenter.geo.roads.layout import ARC, E_ORIGIN, E_STATE, TAIL

Place = dict[str, float]
UNREACHED_SHARE = 0.1
"""Of the targets; about one in a hundred is on ways closed to a private car."""


@dataclass(frozen=True)
class Embedded:
    """Valhalla on the map that a graph was imported from."""

    matrix: Callable[[str], str]
    graph: RoadGraph

    def ask(self, question: Question) -> NDArray[np.float64]:
        """Return milliseconds for each target; NaN where its car reaches fewer than k units (an ambulance may use more roads).

        The matrix is of `timedistancematrix`, many times quicker here than the default.
        """
        units = self._units(question)
        requests = [json.dumps(_request(units, self._target(question, int(target)))) for target in question.targets]
        self.matrix(requests[0])
        took = np.empty(len(requests))
        for i, request in enumerate(requests):
            begin = time.perf_counter()
            answer = self.matrix(request)
            took[i] = (time.perf_counter() - begin) * 1000
            reached = sum(row[0] is not None for row in json.loads(answer)["sources_to_targets"]["durations"])
            took[i] = took[i] if reached >= question.k else np.nan
        if np.isnan(took).mean() > UNREACHED_SHARE:
            raise AssertionError(f"Valhalla reached {np.count_nonzero(took >= 0)} of {len(took)} targets: not the same map?")
        return took

    def _units(self, question: Question) -> list[Place]:
        crowd = question.pinned.crowd
        _, entries = np.unique(crowd.entries[:, E_ORIGIN], return_index=True)
        arcs = question.travel.view.rows[crowd.entries[entries, E_STATE], ARC]
        return [self._place(arc, share) for arc, share in zip(arcs.tolist(), crowd.place[entries].tolist(), strict=True)]

    def _target(self, question: Question, junction: int) -> Place:
        rows = question.travel.view.rows
        return self._place(int(rows[np.argmax(rows[:, TAIL] == junction), ARC]), 0.0)

    def _place(self, arc: int, share: float) -> Place:
        """Return where a share of an arc's length lies behind."""
        points = self.graph.shape(arc >> 1)[:: -1 if arc & 1 else 1]
        squeeze = np.array([math.cos(math.radians(float(points[0, 1]))), 1.0])
        at = shapely.LineString(points * squeeze).interpolate(share, normalized=True)
        return {"lon": round(float(at.x / squeeze[0]), 7), "lat": round(float(at.y), 7)}


def _request(units: list[Place], target: Place) -> dict[str, object]:
    return {"sources": units, "targets": [target], "costing": "auto", "verbose": False}


@contextmanager
def embedded(source: Path, graph: RoadGraph) -> Iterator[Embedded | None]:
    """Build Valhalla's own tiles of an OSM file for as long as the context lasts; `None` without the package."""
    package = _package()
    if package is None:
        yield None
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Embedded(package.Actor(_built(package, source, Path(folder))).matrix, graph)


def _package() -> ModuleType | None:
    try:
        return importlib.import_module("valhalla")
    except ImportError:
        return None


def _built(package: ModuleType, source: Path, folder: Path) -> Path:
    """Return the configuration of freshly built tiles."""
    tiles = folder / "tiles"
    tiles.mkdir()
    settings = package.get_config(tile_extract="", tile_dir=tiles)
    settings["thor"]["source_to_target_algorithm"] = "timedistancematrix"
    config = folder / "valhalla.json"
    config.write_text(json.dumps(settings), "utf-8")
    programs = Path(str(package.__file__)).parent / "bin"
    path = os.pathsep.join([str(programs), os.environ.get("PATH", "")])  # it looks for its own programs there
    subprocess.run(
        [sys.executable, "-m", "valhalla", "valhalla_build_tiles", "-c", str(config), str(source)],
        check=True,
        capture_output=True,
        env={**os.environ, "PATH": path},
    )
    return config

"""Features on their way to the index, kept on disk: memory stays flat however large the map is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.basemap.batch import HEAD, Batch, join

_FLUSH_POINTS = 200_000


class Spill:
    """An append-only file of features. Not thread-safe."""

    def __init__(self, folder: Path) -> None:
        """Create the files in a new folder."""
        folder.mkdir(parents=True)
        self._paths = [folder / name for name in ("heads", "rings", "points")]
        self._files = [path.open("w+b") for path in self._paths]
        self._heads: list[tuple[int, int, int, int, int, int, int]] = []
        self._rings: list[int] = []
        self._points: list[NDArray[np.int32]] = []
        self._waiting = 0
        self.count = 0

    def __enter__(self) -> Spill:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the files."""
        self.close()

    def add(self, kind: int, rings: Sequence[NDArray[np.int32]], *, layer: int = 0, flags: int = 0, name: int = 0, rank: int = 0) -> None:
        """Append one feature; `rings` are n×2 in units (a line or a point is one ring)."""
        sizes = [len(ring) for ring in rings]
        total = sum(sizes)
        self._heads.append((kind, layer, flags, name, rank, len(sizes), total))
        self._rings.extend(sizes)
        self._points.extend(rings)
        self._waiting += total
        self.count += 1
        if self._waiting >= _FLUSH_POINTS:
            self._flush()

    def extend(self, batch: Batch) -> None:
        """Append a whole batch."""
        self._flush()
        self._write(batch)
        self.count += len(batch)

    def batches(self, points: int = 400_000) -> Iterator[Batch]:
        """Yield everything in order, about this many points at a time (one larger feature comes alone)."""
        self._flush()
        for file in self._files:
            file.seek(0)
        heads_path = self._paths[0]
        if not self.count:
            return
        heads = np.memmap(heads_path, HEAD, "r")
        ends = np.cumsum(heads["points"], dtype=np.int64)
        first = 0
        while first < len(heads):
            base = int(ends[first - 1]) if first else 0
            last = max(first + 1, int(np.searchsorted(ends, base + points, "right")))
            some = np.array(heads[first:last])
            rings = np.fromfile(self._files[1], np.uint32, int(some["rings"].sum()))
            flat = np.fromfile(self._files[2], np.int32, 2 * int(some["points"].sum()))
            yield Batch(some, rings, flat.reshape(-1, 2))
            first = last

    def whole(self) -> Batch:
        """Return everything at once; for the small spills."""
        return join(list(self.batches()))

    def mapped_points(self) -> NDArray[np.int32]:
        """Return all points (n×2) without loading them."""
        self._flush()
        if not self.count:
            return np.empty((0, 2), np.int32)
        return np.memmap(self._paths[2], np.int32, "r").reshape(-1, 2)

    def close(self) -> None:
        """Close the files; they stay until the scratch folder goes."""
        for file in self._files:
            file.close()

    def _flush(self) -> None:
        if not self._heads:
            return
        heads = np.array(self._heads, HEAD)
        self._write(Batch(heads, np.array(self._rings, np.uint32), np.concatenate(self._points)))
        self._heads, self._rings, self._points, self._waiting = [], [], [], 0

    def _write(self, batch: Batch) -> None:
        for file, array in zip(self._files, (batch.heads, batch.rings, batch.points), strict=True):
            file.seek(0, 2)
            np.ascontiguousarray(array).tofile(file)
            file.flush()

"""Records on their way to the graph, kept on disk so that memory does not grow with the map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

_WAITING_BYTES = 1 << 22


class Spill:
    """An append-only file of records of one type. Not thread-safe."""

    def __init__(self, path: Path, dtype: DTypeLike) -> None:
        """Create the file."""
        self.dtype = np.dtype(dtype)
        self._path = path
        self._file = path.open("w+b")
        self._waiting: list[NDArray[Any]] = []
        self._bytes = 0
        self.count = 0

    def append(self, records: NDArray[Any]) -> None:
        """Append an array of records."""
        records = np.ascontiguousarray(records, self.dtype)
        self._waiting.append(records)
        self._bytes += records.nbytes
        self.count += len(records)
        if self._bytes >= _WAITING_BYTES:
            self._write()

    def _write(self) -> None:
        for records in self._waiting:
            self._file.write(records.tobytes())
        self._waiting, self._bytes = [], 0

    def read(self) -> NDArray[Any]:
        """Return all records, memory-mapped."""
        self._write()
        self._file.flush()
        return np.memmap(self._path, self.dtype, "r", shape=(self.count,)) if self.count else np.empty(0, self.dtype)

    def save(self, path: Path) -> None:
        """Write all records as a `.npy` file, in pieces."""
        records = self.read()
        if not len(records):
            np.save(path, records)
            return
        target = np.lib.format.open_memmap(path, "w+", self.dtype, records.shape)
        step = max(1, _WAITING_BYTES // self.dtype.itemsize)
        for begin in range(0, len(records), step):
            target[begin : begin + step] = records[begin : begin + step]
        target.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

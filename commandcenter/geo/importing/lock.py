"""A lock between processes that a crash cannot leave behind."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from commandcenter.model.errors import KnownError

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def only_one(path: Path) -> Iterator[bool]:
    """Hold the lock file `path`; yields whether we got it. The system frees it when the process ends."""
    with path.open("ab") as file:
        try:
            _lock(file)
        except OSError:
            yield False
        else:
            yield True


@contextmanager
def only_import(regions: Path) -> Iterator[None]:
    """Hold the folder of regions for one import or copy; `KnownError` while another runs."""
    regions.mkdir(parents=True, exist_ok=True)
    with only_one(regions / ".lock") as ours:
        if not ours:
            raise KnownError("Another import is running in {folder}; wait for it or cancel it.", folder=str(regions))
        yield

"""A lock between processes that a crash cannot leave behind."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

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
    """Hold the lock file `path`; yields whether we got it. The system frees it when the process ends. Raises `OSError` where it cannot be made."""
    with path.open("ab") as file:
        try:
            _lock(file)
        except OSError:
            yield False
        else:
            yield True

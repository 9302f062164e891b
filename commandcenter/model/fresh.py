"""A file under a name that no other has: what was written before is never written over. Any thread, any process."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def fresh_file(wanted: Path) -> Iterator[Path]:
    """Yield this path, or where it is taken the next free one (`name-2.pdf`); the block writes the path's `part_of` and moves it there.

    The name is ours from the moment its part was made: whoever else asks gets another one. Where the block fails, nothing stays.
    Raises `OSError`.
    """
    wanted.parent.mkdir(parents=True, exist_ok=True)
    path = next(path for path in _names(wanted, wanted.suffix) if _taken(path))
    done = False
    try:
        yield path
        done = True
    finally:
        if not done:
            part_of(path).unlink(missing_ok=True)


def part_of(path: Path) -> Path:
    """Return the file in which another one grows until it is whole."""
    return path.with_name(path.name + ".part")


def fresh_folder(wanted: Path) -> Path:
    """Make a folder of this name, or where it is taken the next free one; return it. Raises `OSError`."""
    wanted.parent.mkdir(parents=True, exist_ok=True)
    return next(path for path in _names(wanted, "") if _made(path))


def _names(wanted: Path, ending: str) -> Iterator[Path]:
    yield wanted
    stem = wanted.name.removesuffix(ending)
    yield from (wanted.with_name(f"{stem}-{number}{ending}") for number in itertools.count(2))


def _made(folder: Path) -> bool:
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    return True


def _taken(path: Path) -> bool:
    """Take a name where it is free. A part is moved in one step: whoever finds no part and then no file is the first."""
    try:
        part_of(path).touch(exist_ok=False)
    except FileExistsError:
        return False
    if not path.exists():
        return True
    part_of(path).unlink(missing_ok=True)
    return False

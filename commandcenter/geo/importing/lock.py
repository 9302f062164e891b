"""One import into a folder of regions at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from commandcenter.model.errors import KnownError
from commandcenter.model.only_one import only_one


@contextmanager
def only_import(regions: Path) -> Iterator[None]:
    """Hold the folder of regions for one import or copy; `KnownError` while another runs."""
    regions.mkdir(parents=True, exist_ok=True)
    with only_one(regions / ".lock") as ours:
        if not ours:
            raise KnownError("Another import is running in {folder}; wait for it or cancel it.", folder=str(regions))
        yield

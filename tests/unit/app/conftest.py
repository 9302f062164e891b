"""Home folders with a region in them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from commandcenter.app.home import Home
from commandcenter.geo.pack import RegionPack

REPORT = b"Situation at 14:00\nall quiet\n" * 400
"""What stands in `report`."""


@pytest.fixture
def home(tmp_path: Path, heidelberg_pack: RegionPack) -> Home:
    """A fresh home folder whose only region is Heidelberg."""
    found = Home.open(tmp_path / "home")
    shutil.copytree(heidelberg_pack.path, found.regions / "heidelberg")
    return found


@pytest.fixture
def homes(tmp_path: Path, training_pack: RegionPack, lan_on_loopback: None) -> Callable[[str], Home]:
    """Fresh home folders by name, with the training region; their desks may be neighbours."""

    def make(name: str) -> Home:
        made = Home.open(tmp_path / name)
        (made.regions / "training").symlink_to(training_pack.path, target_is_directory=True)
        return made

    return make


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A small file to attach."""
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT)
    return path

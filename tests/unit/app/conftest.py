"""A home folder with Heidelberg in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from commandcenter.app.home import Home
from commandcenter.geo.pack import RegionPack


@pytest.fixture
def home(tmp_path: Path, heidelberg_pack: RegionPack) -> Home:
    """A fresh home folder whose only region is Heidelberg."""
    found = Home.open(tmp_path / "home")
    shutil.copytree(heidelberg_pack.path, found.regions / "heidelberg")
    return found

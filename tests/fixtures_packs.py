"""Region packs that many tests share, imported once and kept between runs."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from commandcenter import geo
from commandcenter.geo.importing.region import import_region
from commandcenter.geo.pack import RegionPack
from commandcenter.geo.training.generate import write_training_region
from commandcenter.model.assets import assets_dir
from commandcenter.model.only_one import only_one
from commandcenter.model.progress import NoProgress

LOCK_WAIT_S = 240
KEPT = 3
"""Older packs are deleted: each change of the import makes a new one."""


def _cache() -> Path:
    folder = Path(os.environ.get("COMMANDCENTER_TEST_CACHE", Path(tempfile.gettempdir()) / "commandcenter-test-packs"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _fingerprint(source: Path) -> str:
    """Name the pack by what it is made of: the map and the code that reads it."""
    return hashlib.sha256(source.read_bytes() + _code_fingerprint().encode()).hexdigest()[:16]


def _code_fingerprint() -> str:
    digest = hashlib.sha256()
    root = Path(str(geo.__file__)).parent
    for path in sorted([*root.rglob("*.py"), *(assets_dir() / "training").iterdir()]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Wait until no other process makes what belongs into a folder."""
    home.mkdir(exist_ok=True)
    deadline_s = time.monotonic() + LOCK_WAIT_S
    while True:
        with only_one(home / ".building") as ours:
            if ours:
                yield
                return
        if time.monotonic() > deadline_s:
            pytest.fail(f"another process is still making {home.name}")
        time.sleep(0.2)


def shared_pack(source: Path, name: str) -> RegionPack:
    """Return the pack of a map file, imported by whichever test process comes first."""
    home = _cache() / f"{name}-{_fingerprint(source)}"
    with _alone(home):
        if not (home / name).exists():
            import_region(source, name, home, progress=NoProgress())
            _forget_old(name)
    return RegionPack.open(home / name)


def _forget_old(name: str) -> None:
    homes = sorted(_cache().glob(f"{name}-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in homes[KEPT:]:
        shutil.rmtree(old, ignore_errors=True)


@pytest.fixture(scope="session")
def heidelberg_pack(data_dir: Path) -> RegionPack:
    """Heidelberg as a region pack; read only."""
    source = data_dir / "osm/heidelberg.osm.pbf"
    if not source.is_file():
        pytest.skip("heidelberg.osm.pbf is not here")
    return shared_pack(source, "heidelberg")


@pytest.fixture(scope="session")
def training_file() -> Path:
    """The built-in training region as a map file, generated once and kept between runs; read only."""
    home = _cache() / f"region-{_code_fingerprint()}"
    kept = home / "training.osm.pbf"
    with _alone(home):
        if not kept.exists():
            fresh = home / "fresh.osm.pbf"
            write_training_region(fresh)
            fresh.replace(kept)
            _forget_old("region")
    return kept


@pytest.fixture(scope="session")
def training_pack(training_file: Path) -> RegionPack:
    """The built-in training region as a pack, imported once and kept between runs; read only."""
    return shared_pack(training_file, "training")

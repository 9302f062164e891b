"""The hub's disk fills: who sends is told so and keeps it, what was acknowledged stays, and with room again all goes on by itself."""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.fixtures_postgres import Postgres, binaries, running_postgres

from .conftest import RunningHub, SyncedDesk, wait_for
from .test_processes import held

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a small disk is mounted as Linux does")


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """A file system of a few megabytes."""

    path: Path

    def resize(self, megabytes: int) -> None:
        subprocess.run(["mount", "-o", f"remount,size={megabytes}M", str(self.path)], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    path = tmp_path / "small"
    path.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1M,mode=777", "none", str(path)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("a small disk cannot be mounted here (needs root)")
    try:
        yield SmallDisk(path)
    finally:
        subprocess.run(["umount", "-l", str(path)], check=True)


def test_a_full_disk_under_sqlite(
    disk: SmallDisk, start_hub: Callable[..., RunningHub], new_desk: Callable[..., SyncedDesk], caplog: pytest.LogCaptureFixture
) -> None:
    hub = start_hub(f"sqlite:///{disk.path / 'hub.db'}")
    _fill_and_go_on(disk, f"sqlite:///{disk.path / 'hub.db'}", hub, new_desk, caplog)


def test_a_full_disk_under_postgresql(
    disk: SmallDisk, start_hub: Callable[..., RunningHub], new_desk: Callable[..., SyncedDesk], caplog: pytest.LogCaptureFixture
) -> None:
    """On a server of its own, whose tables lie on the small disk."""
    if binaries() is None:
        pytest.skip("PostgreSQL is not installed here (Debian package: postgresql)")
    with running_postgres() as server:
        url = server.new_database()
        hub = start_hub(url)
        _move_tables(server, url, disk.path)
        _fill_and_go_on(disk, url, hub, new_desk, caplog)
        hub.stop()


def _move_tables(server: Postgres, url: str, disk: Path) -> None:
    for folder in disk.parents:  # the server may run as a user who cannot look into ours
        if "pytest" in str(folder):
            folder.chmod(folder.stat().st_mode | 0o111)
    place = disk / "tables"
    place.mkdir()
    if server.user:
        shutil.chown(place, server.user)
    engine = sa.create_engine(url.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE TABLESPACE small LOCATION '{place}'")
        connection.exec_driver_sql("ALTER TABLE entries SET TABLESPACE small")
    engine.dispose()


def _fill_and_go_on(disk: SmallDisk, url: str, hub: RunningHub, new_desk: Callable[..., SyncedDesk], caplog: pytest.LogCaptureFixture) -> None:
    ann = new_desk(1, hub.url)
    ann.client.start()
    failed = functools.partial(_failures, caplog)
    while not failed():
        ann.write(100)
        wait_for(lambda: bool(failed()) or held(url) == (ann.count(), ann.digest()))
    assert all("disk of the hub's database is full" in why for why in failed())
    acknowledged, written = held(url)[0], ann.count()
    assert 0 < acknowledged < written
    disk.resize(64)
    wait_for(lambda: held(url) == (written, ann.digest()))
    wait_for(lambda: ann.says() == "In step")


def _failures(caplog: pytest.LogCaptureFixture) -> set[str]:
    return {record.fields["why"] for record in tuple(caplog.records) if record.getMessage() == "failed"}  # type: ignore[attr-defined]

"""A real PostgreSQL server of our own, in a temporary folder, reached over its socket only. The benchmarks use it too."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa

_FOLDERS = (*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), *map(Path, os.environ.get("PATH", "").split(os.pathsep)))


@dataclass(slots=True)
class Postgres:
    """A cluster that can be stopped hard and started again."""

    binaries: Path
    folder: Path
    user: str | None
    fsync: bool = False
    """Whether a commit waits for the disk; a test that kills processes, and no computer, needs no disk."""
    databases: int = 0

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def run(self, program: str, *args: str) -> None:
        done = subprocess.run([self.binaries / program, *args], user=self.user, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses= -c fsync={'on' if self.fsync else 'off'}"
        self.run("pg_ctl", "start", "-w", "-t", "240", "-s", "-D", str(self.data), "-l", str(self.folder / "log"), "-o", options)

    def stop(self, mode: str = "immediate") -> None:
        self.run("pg_ctl", "stop", "-t", "240", "-s", "-D", str(self.data), "-m", mode)

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://tests@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """Return the URL of an empty database."""
        self.databases += 1
        name = f"hub{self.databases}"
        engine = sa.create_engine(self.url().replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        engine.dispose()
        return self.url(name)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running server; skips where PostgreSQL is not installed."""
    if binaries() is None:
        pytest.skip("PostgreSQL is not installed here (Debian package: postgresql)")
    with running_postgres() as cluster:
        yield cluster


def binaries() -> Path | None:
    """Return where PostgreSQL's programs are, if they are."""
    return next((folder for folder in _FOLDERS if (folder / "initdb").exists()), None) if hasattr(os, "geteuid") else None


@contextmanager
def running_postgres(*, fsync: bool = False, parent: Path | None = None) -> Iterator[Postgres]:
    """Run a server in a new folder until the block ends."""
    programs = binaries()
    assert programs is not None, "PostgreSQL is not installed"
    user = _other_user() if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="commandcenter-postgres-", dir=parent))
    if user is not None:
        shutil.chown(folder, user)
    cluster = Postgres(programs, folder, user, fsync)
    try:
        cluster.run("initdb", "-D", str(cluster.data), "-U", "tests", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")
        cluster.start()
        yield cluster
        cluster.stop()  # nobody needs what is in it
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _other_user() -> str:
    """Return a user to run the server as: it refuses to run as root."""
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"

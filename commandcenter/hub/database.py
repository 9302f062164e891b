"""The hub's database: PostgreSQL for any number of hub processes, or one SQLite file for one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlcipher

from commandcenter.hub.migrations import migrate
from commandcenter.log.database import check_sqlite
from commandcenter.log.failures import FULL, result_code
from commandcenter.model.errors import KnownError
from commandcenter.model.only_one import only_one

POSTGRES_CONNECTIONS = 8
"""Of one hub process."""
POSTGRES_PACKAGE = "psycopg[binary]>=3.2,<4"
_BUSY_MS = 10_000
_POSTGRES_FULL, _POSTGRES_FORBIDS = "53100", "42501"
_SQLITE_BROKEN = {11, 26}
"""Damaged, or not a database at all."""
_SQLITE = "sqlite:///"
_OUTSIDE = (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.InternalError)
"""Server away, disk or file broken, standby that only reads, deadlock: not our fault, and worth another try. Other errors are bugs."""


class HubDatabase:
    """An open database. Raises `KnownError` wherever it fails; then a transaction has left nothing."""

    def __init__(self, url: str, key: bytes) -> None:
        """Connect and bring the tables up to date. `url`: `postgresql://…` or `sqlite:///FILE`; `key`: 32 bytes that encrypt the file."""
        self.threads = POSTGRES_CONNECTIONS
        """How many threads may use it at once."""
        self.shared = not url.startswith(_SQLITE)
        """Whether other hub processes may be at work on it."""
        if url.startswith(_SQLITE):
            self.threads = 1
            self._engine = _sqlite(Path(url.removeprefix(_SQLITE)), key)
        elif url.startswith(("postgresql://", "postgres://")):
            self._engine = _postgres(url)
        else:
            raise KnownError("A hub's database is named postgresql://… or sqlite:///FILE, not {url}.", url=url.partition("://")[0])
        with ExitStack() as opened:
            opened.callback(self.close)
            with self.writing() as connection:
                migrate(connection)
            opened.pop_all()

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Commit all that is written inside, durably, or nothing."""
        with _known(), self._engine.begin() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Read one moment's state."""
        with _known(), self._engine.connect() as connection:
            yield connection

    def close(self) -> None:
        """Release all connections."""
        self._engine.dispose()


@contextmanager
def only_server(url: str) -> Iterator[None]:
    """Be the one process that serves a SQLite file; PostgreSQL takes any number. Raises `KnownError` where there is one already.

    Commands that look into the database or write a few rows, such as a revocation, may run beside it.
    """
    if not url.startswith(_SQLITE):
        yield
        return
    path = Path(url.removeprefix(_SQLITE)).resolve()
    with ExitStack() as held:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            ours = held.enter_context(only_one(path.with_name(f"{path.name}.lock")))
        except OSError as error:
            raise _cannot_open(path, error.strerror or str(error)) from error
        if not ours:
            raise KnownError(
                "Another hub process serves {file} already. A SQLite file is for one process; end that one, or use PostgreSQL for several.",
                file=path.name,
            )
        yield


@contextmanager
def _known() -> Iterator[None]:
    try:
        yield
    except sa.exc.DBAPIError as error:
        why = str(error.orig).strip().partition("\n")[0]
        if _is_full(error):
            raise KnownError("The disk of the hub's database is full, nothing was kept: {why}", why=why) from error
        if isinstance(error, _OUTSIDE) or _state(error) == _POSTGRES_FORBIDS or result_code(error) in _SQLITE_BROKEN:
            raise KnownError("The hub's database does not answer: {why}", why=why) from error
        raise
    except sa.exc.TimeoutError as error:
        raise KnownError("The hub's database does not answer: {why}", why="all connections are in use") from error


def _state(error: sa.exc.DBAPIError) -> str | None:
    """Return PostgreSQL's SQLSTATE (Appendix A of its manual)."""
    return getattr(error.orig, "sqlstate", None)


def _is_full(error: sa.exc.DBAPIError) -> bool:
    """Return whether PostgreSQL's SQLSTATE or SQLite's result code says so."""
    return _state(error) == _POSTGRES_FULL or result_code(error) == FULL


def _postgres(url: str) -> sa.Engine:
    try:
        return sa.create_engine(
            "postgresql+psycopg://" + url.partition("://")[2], pool_size=POSTGRES_CONNECTIONS, max_overflow=0, pool_pre_ping=True, pool_timeout=10
        )
    except ModuleNotFoundError as error:
        raise KnownError("A hub on PostgreSQL needs one more package: pip install '{package}'.", package=POSTGRES_PACKAGE) from error


def _sqlite(path: Path, key: bytes) -> sa.Engine:
    check_sqlite()
    full_fsync = int(sys.platform == "darwin")

    def connect() -> sqlcipher.Connection:
        connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for name, value in (("busy_timeout", _BUSY_MS), ("journal_mode", "WAL"), ("synchronous", "FULL"), ("fullfsync", full_fsync)):
            connection.execute(f"PRAGMA {name} = {value}")
        return connection

    engine = sa.create_engine("sqlite://", module=sqlcipher, creator=connect, poolclass=StaticPool)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        engine.connect().close()
    except (OSError, sa.exc.DBAPIError, sqlcipher.Error) as error:
        raise _cannot_open(path, str(error).partition("\n")[0]) from error
    return engine


def _cannot_open(path: Path, why: str) -> KnownError:
    return KnownError("The hub's database {file} cannot be opened: {why}", file=path.name, why=why)

"""A small log on disk that the tests of this folder share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, Key, Kind, Section, Write
from commandcenter.model.ids import derived_id

OpenLog = Callable[[], SqliteLog]


@pytest.fixture
def log_path(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


@pytest.fixture
def open_log(log_path: Path) -> Iterator[OpenLog]:
    """Opens the log at `log_path`; closes what was opened before."""
    opened: list[SqliteLog] = []

    def make() -> SqliteLog:
        for log in opened:
            log.close()
        opened.append(SqliteLog(log_path, device=DeviceKey(b"d" * 32), database_key=bytes(32), operation=derived_id("operation"), clock=FakeClock()))
        return opened[-1]

    yield make
    for log in opened:
        log.close()


@pytest.fixture
def drafts() -> list[Draft]:
    call, unit = derived_id("call"), derived_id("unit")
    return [
        Draft(
            "UnitAdded",
            (Write(Key(Kind.UNIT, unit, "callsign"), "E1"), Write(Key(Kind.UNIT, unit, "at"), [8.5, 49.25])),
            about={"import": "fleet.csv"},
        ),
        Draft("CallTaken", (Write(Key(Kind.CALL, call, "type"), "fire"), Write(Key(Kind.CALL, call, "caller_name"), "Eve", Section.PII))),
        Draft("UnitStatusChanged", (Write(Key(Kind.UNIT, unit, "status"), {"s": "available", "ms": 5}),)),
    ]

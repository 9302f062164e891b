"""`commandcenter log verify` on a file with a broken page."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app.home import Home
from commandcenter.app.own_log import log_path
from commandcenter.app.session import read_secrets
from commandcenter.log.store import SqliteLog
from tests.fault.logs import OPERATION, append
from tests.fault.test_bit_flips import PAGE


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose log has a broken page somewhere in its middle."""
    (tmp_path / "keys").mkdir()
    (tmp_path / "settings.json").write_text(json.dumps({"region": "town", "operation:town": OPERATION}))
    opened = Home.open(tmp_path)
    keys = read_secrets(opened)
    path = log_path(opened, OPERATION)
    with closing(SqliteLog(path, device=keys.device, database_key=keys.database_key, operation=OPERATION)) as log:
        append(log, range(100), 400)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // PAGE // 2 * PAGE + 50] ^= 4
    path.write_bytes(raw)
    return tmp_path


def test_the_entries_that_cannot_be_read_are_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["log", "verify", "--json", "--home", str(home)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["ok"] is False
    assert len(found["broken_pages"]) == 1
    bad = found["unreadable"]
    assert bad
    assert (found["entries"], found["first_bad"]["position"], found["faults"]) == (100, bad[0], len(bad))
    after = [position for position in range(bad[0], 101) if position not in bad]
    assert [one["position"] for one in found["consequences"]] == after  # one device's feed: all that follows rests on it
    assert found["consequence_count"] == len(after)
    assert main(["log", "verify", "--home", str(home)]) == 1
    said = capsys.readouterr().err
    assert "1 of its pages is not as it was written" in said
    assert f"cannot be read: {found['unreadable'][0]}" in said
    assert "log heal" in said

"""Two homes, a code and a stick, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app.home import Home
from commandcenter.app.own_log import log_path
from commandcenter.app.session import read_secrets
from commandcenter.log.store import SqliteLog
from commandcenter.model.entries import Draft, Key, Kind, Write
from commandcenter.model.ids import derived_id

OPERATION = derived_id("operation")


@pytest.fixture
def homes(tmp_path: Path) -> tuple[Path, Path]:
    """One that runs an operation with three entries, and a new one."""
    for name in ("ann", "ben"):
        (tmp_path / name / "keys").mkdir(parents=True)
    (tmp_path / "ann" / "settings.json").write_text(json.dumps({"region": "town", "operation:town": OPERATION}))
    home = Home.open(tmp_path / "ann")
    keys = read_secrets(home)
    log = SqliteLog(log_path(home, OPERATION), device=keys.device, database_key=keys.database_key, operation=OPERATION)
    for crew in range(3):
        log.append([Draft("UnitChanged", (Write(Key(Kind.UNIT, derived_id("E1"), "crew"), crew),))], actor=derived_id("ann"), heads=lambda _: ())
    log.close()
    return tmp_path / "ann", tmp_path / "ben"


def run(capsys: pytest.CaptureFixture[str], home: Path, *words: str) -> tuple[int, str]:
    code = main(["bundle", *words, "--home", str(home)])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_entries_travel_by_stick(homes: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ann, ben = homes
    stick, summary = str(tmp_path / "stick"), str(tmp_path / "summary")
    assert run(capsys, ann, "export", stick) == (0, f"3 entries are in {stick}.\n")
    assert run(capsys, ben, "import", stick, "--region", "town")[0] == 2
    _, code = run(capsys, ann, "code")
    assert run(capsys, ben, "join", code.strip(), "--region", "town")[0] == 0
    assert run(capsys, ben, "import", stick, "--region", "town") == (0, "3 entries are new, 0 were here already.\n")
    assert run(capsys, ben, "import", stick, "--region", "town") == (0, "0 entries are new, 3 were here already.\n")
    assert run(capsys, ben, "summary", summary, "--region", "town")[0] == 0
    assert run(capsys, ann, "export", stick, "--for", summary) == (0, f"0 entries are in {stick}.\n")


def test_the_code_is_printed_while_the_desk_is_open(homes: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    ann, _ = homes
    _, code = run(capsys, ann, "code")
    keys = read_secrets(Home.open(ann))
    log = SqliteLog(log_path(Home.open(ann), OPERATION), device=keys.device, database_key=keys.database_key, operation=OPERATION)
    try:
        assert run(capsys, ann, "code") == (0, code)
        assert run(capsys, ann, "summary", str(ann / "summary"))[0] == 2  # this needs the log
    finally:
        log.close()


def test_a_file_that_is_no_bundle_is_said(homes: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "stick").write_bytes(b"rubbish")
    code, said = run(capsys, homes[0], "import", str(tmp_path / "stick"))
    assert (code, "is not what it should be" in said) == (2, True)

"""Full, read-only and vanished disks: one sentence that names the file and the cause, in the window and on the command line."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from commandcenter.__main__ import main
from commandcenter.app.home import Home
from commandcenter.log.checkpoint_shelf import write_whole
from commandcenter.log.failures import known
from commandcenter.model.disk import disk_fault, on_disk, outside_fault
from commandcenter.model.errors import KnownError

FULL = Path("/dev/full")
CAUSES = [
    (errno.ENOSPC, "the disk is full"),
    (errno.EROFS, "write-protected"),
    (errno.EACCES, "no permission"),
    (errno.ENODEV, "taken away"),
    (errno.EIO, "reported an error"),
    (errno.EMFILE, "as it says"),
]


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let every writing of a file fail."""

    def refuse(number: int) -> None:
        def fail(*_args: object, **_named: object) -> None:
            raise OSError(number, "as it says")

        monkeypatch.setattr(Path, "write_text", fail)

    return refuse


@pytest.mark.parametrize(("number", "says"), CAUSES)
def test_every_cause_has_its_sentence_which_names_the_file(number: int, says: str) -> None:
    told = str(disk_fault(OSError(number, "as it says", "/stick/a.txt")))
    assert says in told and "/stick/a.txt" in told


@pytest.mark.parametrize(("number", "says"), CAUSES)
def test_settings_that_cannot_be_kept_say_why(tmp_path: Path, refusing: Callable[[int], None], number: int, says: str) -> None:
    home = Home.open(tmp_path)
    refusing(number)
    with pytest.raises(KnownError, match=says) as told:
        home.keep("region", "training")
    assert str(tmp_path / "settings.json") in str(told.value)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
def test_a_disk_that_is_really_full() -> None:
    with pytest.raises(KnownError, match="disk is full") as told, on_disk(FULL), FULL.open("wb", buffering=0) as file:
        file.write(b"x")
    assert "/dev/full" in str(told.value)


def test_a_checkpoint_for_a_stick_that_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "stick" / "our.checkpoint"
    with pytest.raises(KnownError, match="taken away") as told:
        write_whole(path, b"checkpoint")
    assert str(path) in str(told.value)


def test_the_command_line_says_it_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "regions/training")

    monkeypatch.setattr("commandcenter.app.cli.region.list_packs", fail)
    assert main(["region", "list", "--home", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said == "regions/training was not written: the disk is full. Delete what is not needed, then try again.\n"


def test_what_no_system_raised_is_ours() -> None:
    assert outside_fault(TimeoutError()) is None
    assert outside_fault(ValueError("x")) is None


def _sqlite(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("as it says")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize("code", [3, 7, 9, 15, 22, 23, 27])
def test_every_code_of_sqlite_has_a_sentence(code: int, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=rf"log\.db cannot be used \(SQLite error {code}\)"), known(tmp_path / "log.db"):
        raise OperationalError("COMMIT", {}, _sqlite(code))


@pytest.mark.parametrize("code", [1, 19, 21])
def test_wrong_sql_is_a_fault_of_ours(code: int, tmp_path: Path) -> None:
    with pytest.raises(IntegrityError), known(tmp_path / "log.db"):
        raise IntegrityError("COMMIT", {}, _sqlite(code))

"""Fault reports: what they say, what they never say, and that they come also from where nobody looked."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from commandcenter.app.crash import CrashReports, hard_crashes_kept
from commandcenter.app.crash_words import told_line, told_trace, without_folders
from commandcenter.app.journal import FILE_LINES, KEPT_LINES
from commandcenter.app.uncaught import uncaught_heard
from commandcenter.model.errors import BugError, KnownError

LOG = logging.getLogger("commandcenter.test")


@pytest.fixture
def reports(tmp_path: Path) -> Iterator[CrashReports]:
    made = CrashReports(tmp_path / "crashes")
    yield made
    made.close()


def _caught() -> Exception:
    name, words, nobody = "Jo Fisher", "call back 0151 555 0199", dict[str, str]()
    try:
        try:
            nobody[name]
        except KeyError as first:
            raise ValueError(words) from first
    except ValueError as error:
        return error
    return BugError("nothing was raised")


def test_a_report_says_where_and_never_who(reports: CrashReports) -> None:
    LOG.info("caller %s at %s, try %d", "Jo Fisher", 49.4123, 3)
    LOG.warning("known error: %s", KnownError("The paper {file} cannot be written: {why}", file="Jo Fisher.pdf", why="disk full"))
    path = reports.keep(_caught())
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert "test_crash.py" in text
    assert "_caught" in text
    assert text.index("KeyError") < text.index("ValueError")
    assert "caller ‹str› at ‹float›, try 3" in text
    assert "KnownError: The paper {file} cannot be written: {why}" in text
    for private in ("Jo Fisher.pdf", "Fisher at", "0151", "49.4123", "disk full", str(Path.home()) + os.sep):
        assert private not in text
    assert reports.reports() == [path]


def test_only_the_last_lines_are_kept_and_the_file_stays_small(reports: CrashReports) -> None:
    for number in range(FILE_LINES + 10):
        LOG.info("line %d", number)
    path = reports.keep(_caught())
    assert path is not None
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if " INFO " in line]
    assert len(kept) == KEPT_LINES
    assert kept[-1].endswith(f"line {FILE_LINES + 9}")
    (journal,) = reports.folder.glob("journal-*.txt")
    assert len(journal.read_text(encoding="utf-8").splitlines()) < FILE_LINES


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ('File "/home/anna/tools/commandcenter/app/x.py", line 3', 'File "commandcenter/app/x.py", line 3'),
        ('File "C:\\Users\\Anna\\commandcenter\\app\\x.py", line 3', 'File "commandcenter\\app\\x.py", line 3'),
        ('File "/home/anna/.venv/lib/python3.11/asyncio/events.py", line 3', 'File "python3.11/asyncio/events.py", line 3'),
        ('File "/home/anna/mine.py", line 3', 'File "…/mine.py", line 3'),
    ],
)
def test_folders_named_after_people_are_left_out(path: str, told: str) -> None:
    assert without_folders(path) == told


def test_a_line_with_named_values_and_a_trace() -> None:
    error = _caught()
    record = logging.LogRecord("x", logging.ERROR, "", 0, "%(who)s did %(n)5.1f", ({"who": "Jo", "n": 2.0},), (type(error), error, None))
    assert told_line(record).startswith("‹str› did ")
    assert "ValueError" in told_line(record)


def test_a_disk_that_takes_no_report_stops_nobody(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    reports = CrashReports(blocked / "crashes")
    LOG.info("still here")
    assert reports.keep(_caught()) is None
    assert reports.collect() == []
    reports.close()
    with hard_crashes_kept(blocked / "crashes"):
        assert blocked.is_file()


def test_a_hard_end_leaves_a_report_for_the_next_start(tmp_path: Path) -> None:
    program = (
        "import logging, os, signal, sys\n"
        "from pathlib import Path\n"
        "from commandcenter.app.crash import CrashReports, hard_crashes_kept\n"
        "folder = Path(sys.argv[1])\n"
        "with hard_crashes_kept(folder):\n"
        "    reports = CrashReports(folder)\n"
        "    logging.getLogger('commandcenter').info('%s was here', 'Jo Fisher')\n"
        "    os.abort()\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, check=False)
    assert done.returncode != 0
    reports = CrashReports(tmp_path)
    (path,) = reports.collect()
    text = path.read_text(encoding="utf-8")
    assert "Fatal Python error" in text
    assert "‹str› was here" in text
    assert reports.collect() == []
    assert [left.name for left in tmp_path.glob("hard-*")] == []
    reports.remove(path)
    assert reports.reports() == []
    reports.close()


def test_a_program_that_ends_in_order_leaves_nothing(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from commandcenter.app.crash import CrashReports, hard_crashes_kept\n"
        "with hard_crashes_kept(Path(sys.argv[1])):\n"
        "    CrashReports(Path(sys.argv[1])).close()\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True)
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_caught_is_heard_wherever_it_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    before: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: before.append(kind.__name__))
    monkeypatch.setattr(threading, "excepthook", lambda args: before.append(args.exc_type.__name__))
    heard: list[str] = []

    def fail() -> None:
        raise OverflowError

    async def work() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, context: before.append(type(context["exception"]).__name__))
        with uncaught_heard(lambda error: heard.append(type(error).__name__)):
            error = _caught()
            sys.excepthook(type(error), error, None)
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
            loop.call_soon(fail)
            while len(heard) < 3:
                await asyncio.sleep(0)

    asyncio.run(work())
    assert heard == before == ["ValueError", "OverflowError", "OverflowError"]
    assert "Jo Fisher" not in told_trace(_caught())

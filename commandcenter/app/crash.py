"""Keeps what is needed to mend a fault of ours: the trace and the last lines of the program's own journal, no personal data."""

from __future__ import annotations

import faulthandler
import logging
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from commandcenter import __version__
from commandcenter.app.crash_words import told_trace, without_folders
from commandcenter.app.journal import KEPT_LINES, Journal

CRASHES = "crashes"
"""The folder's name in a home."""
KEPT_REPORTS = 50
STALE_S = 7 * 86_400
"""Empty files of programs that were killed are taken away after this time; a younger one may belong to one that runs."""
LOGGER = "commandcenter"


class CrashReports:
    """Writes one file per fault into a folder. Any thread may keep a report."""

    def __init__(self, folder: Path) -> None:
        """Begin to remember the program's journal."""
        self.folder = folder
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        self._journal = Journal(folder / f"journal-{os.getpid()}-{id(self):x}.txt")
        logger = logging.getLogger(LOGGER)
        self._level = logger.level
        logger.setLevel(logging.INFO)
        logger.addHandler(self._journal)

    def keep(self, error: BaseException) -> Path | None:
        """Write a report and return its file; `None` when the disk takes none."""
        return self._write(told_trace(error), self._journal.lines)

    def reports(self) -> list[Path]:
        """Return the reports, newest first."""
        return sorted(self.folder.glob("fault-*.txt"), reverse=True)

    def remove(self, path: Path) -> None:
        """Take a report away. Raises `OSError`."""
        path.unlink(missing_ok=True)

    def collect(self) -> list[Path]:
        """Make reports of what earlier runs left when they were ended hard; return them. Only the newest reports are kept."""
        made = []
        for trace in sorted(self.folder.glob("hard-*.txt")):
            if trace.stat().st_size:
                journal = self._journal_of(trace)
                lines = journal.read_text(encoding="utf-8", errors="replace").splitlines() if journal is not None else []
                report = self._write(without_folders(trace.read_text(encoding="utf-8", errors="replace")), lines[-KEPT_LINES:])
                made += [report] if report is not None else []
                for done in (trace, journal):
                    if done is not None:
                        done.unlink(missing_ok=True)
        for old in (*self.reports()[KEPT_REPORTS:], *self._stale()):
            old.unlink(missing_ok=True)
        return made

    def close(self) -> None:
        """Stop remembering."""
        logger = logging.getLogger(LOGGER)
        logger.removeHandler(self._journal)
        logger.setLevel(self._level)
        self._journal.close()

    def _journal_of(self, trace: Path) -> Path | None:
        pid = trace.stem.removeprefix("hard-")
        return max(self.folder.glob(f"journal-{pid}-*.txt"), key=lambda path: path.stat().st_mtime, default=None)

    def _stale(self) -> Iterator[Path]:
        for path in (*self.folder.glob("hard-*.txt"), *self.folder.glob("journal-*.txt")):
            if time.time() - path.stat().st_mtime > STALE_S:
                yield path

    def _write(self, trace: str, lines: Iterable[str]) -> Path | None:
        now = datetime.now(UTC)
        path = self.folder / f"fault-{now:%Y%m%dT%H%M%S%f}.txt"
        head = f"commandcenter {__version__}, {now:%Y-%m-%d %H:%M:%S} UTC"
        try:
            path.write_text("\n".join((head, "", trace, "", *lines)) + "\n", encoding="utf-8")
        except OSError:
            return None
        return path


@contextmanager
def hard_crashes_kept(folder: Path) -> Iterator[None]:
    """Let the interpreter write where it stands when a signal ends it (a fault in native code); the next start makes a report of it."""
    path = folder / f"hard-{os.getpid()}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = path.open("w", encoding="utf-8")
    except OSError:  # a full disk must not keep anybody from working
        yield
        return
    faulthandler.enable(file)
    try:
        yield
    finally:
        faulthandler.disable()
        file.close()
        path.unlink(missing_ok=True)

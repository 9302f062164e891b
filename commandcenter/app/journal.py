"""The last lines of the program's own journal, in memory and in a file that outlives a hard crash; no personal data."""

from __future__ import annotations

import logging
from collections import deque
from pathlib import Path
from typing import TextIO

from commandcenter.app.crash_words import told_line

KEPT_LINES = 200
FILE_LINES = 20 * KEPT_LINES
"""After so many lines the file begins anew with the last ones."""


class Journal(logging.Handler):
    """Remembers the last lines. Any thread; `logging` locks."""

    def __init__(self, path: Path) -> None:
        """Begin a file; without it (the disk is full) the lines stay in memory."""
        super().__init__(logging.INFO)
        self.lines: deque[str] = deque(maxlen=KEPT_LINES)
        self.path = path
        self._file: TextIO | None = None
        self._written = 0
        self._clock = logging.Formatter("%(asctime)s")
        self._begin()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        line = f"{self._clock.formatTime(record)} {record.levelname} {record.name} {told_line(record)}"
        self.lines.append(line)
        self._write(line)

    def close(self) -> None:
        """Take the file away: a program that ends in order leaves none."""
        super().close()
        if self._file is not None:
            self._file.close()
            self._file = None
            self.path.unlink(missing_ok=True)

    def _begin(self) -> None:
        try:
            self._file = self.path.open("w", encoding="utf-8", buffering=1)
            self._file.writelines(f"{line}\n" for line in self.lines)
        except OSError:
            self._file = None
        self._written = len(self.lines)

    def _write(self, line: str) -> None:
        if self._written >= FILE_LINES and self._file is not None:
            self._file.close()
            self._begin()
            return
        if self._file is not None:
            try:
                self._file.write(f"{line}\n")
            except OSError:
                self._file = None
        self._written += 1

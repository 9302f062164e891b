"""Keeps what is needed to mend a fault of ours: the trace and the last lines of the program's own journal, no personal data."""

from __future__ import annotations

import logging
import traceback
from collections import deque
from datetime import UTC, datetime
from pathlib import Path

from commandcenter import __version__

KEPT_LINES = 200


class _Journal(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: deque[str] = deque(maxlen=KEPT_LINES)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


class CrashReports:
    """Writes one file per fault into a folder. Qt thread."""

    def __init__(self, folder: Path) -> None:
        """Begin to remember the program's journal."""
        self._folder = folder
        self._journal = _Journal()
        logging.getLogger("commandcenter").addHandler(self._journal)

    def keep(self, error: BaseException) -> Path:
        """Write a report and return its file."""
        self._folder.mkdir(parents=True, exist_ok=True)
        now = datetime.now(UTC)
        path = self._folder / f"{now:%Y%m%dT%H%M%S%f}.txt"
        trace = "".join(traceback.format_exception(error))
        path.write_text("\n".join((f"commandcenter {__version__}, {now:%Y-%m-%d %H:%M:%S} UTC", trace, *self._journal.lines)), encoding="utf-8")
        return path

    def close(self) -> None:
        """Stop remembering."""
        logging.getLogger("commandcenter").removeHandler(self._journal)

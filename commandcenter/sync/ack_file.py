"""Keeps acknowledgements over a restart, beside the log. They are worth nothing to others and may be lost: whoever meets tells them anew."""

from __future__ import annotations

import logging
import time
from pathlib import Path

from commandcenter.log.codec import MalformedError
from commandcenter.sync.acks import Ack, AckBook, AckNews, read_news, write_news

LOG = logging.getLogger(__name__)
WRITE_EVERY_S = 5.0


class AckFile:
    """One small file; without a path nothing is kept."""

    def __init__(self, path: Path | None) -> None:
        """Use a file; it need not be there."""
        self._path = path
        self._written_s = time.monotonic()

    def due(self) -> bool:
        """Return whether it is time to write."""
        return self._path is not None and time.monotonic() - self._written_s >= WRITE_EVERY_S

    def read(self) -> tuple[Ack, ...]:
        """Return what was kept; nothing where the file is damaged or missing."""
        if self._path is None or not self._path.exists():
            return ()
        try:
            return tuple(read_news(self._path.read_bytes()).acks)
        except (OSError, MalformedError) as error:
            LOG.warning("acknowledgements cannot be read and are learnt anew: %s", error)
            return ()

    def write(self, book: AckBook) -> None:
        """Replace what was kept; a full disk costs nothing but the memory of who has what."""
        if self._path is None:
            return
        self._written_s = time.monotonic()
        new = self._path.with_name(self._path.name + ".new")
        try:
            new.write_bytes(write_news(AckNews(book.operation, {}, book.fuller({}))))
            new.replace(self._path)
        except OSError as error:
            LOG.warning("acknowledgements cannot be kept: %s", error)

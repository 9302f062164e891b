"""The scenario that is being written, kept on the disk until it is saved or given up: a crash takes nothing that was entered."""

from __future__ import annotations

import logging
import shutil
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

from commandcenter.exercise.draft import Draft, read_draft, write_draft
from commandcenter.model.errors import KnownError

LOG = logging.getLogger(__name__)


class UnsavedScenario:
    """One draft in one folder. May be called in any thread; files are written in a thread of its own, in the order of the calls."""

    def __init__(self, folder: Path) -> None:
        """Keep it in this folder."""
        self._folder, self._new = folder, folder.with_name(f"new-{folder.name}")
        self._writer: Executor = ThreadPoolExecutor(1, thread_name_prefix="unsaved-scenario")

    def keep(self, draft: Draft) -> None:
        """Keep this state in place of the one before. A disk that takes nothing costs the draft only its second life."""
        self._writer.submit(self._write, draft)

    def forget(self) -> None:
        """It was saved, or given up."""
        self._writer.submit(self._remove)

    def read(self) -> Draft | None:
        """Return what was kept last; `None` where there is nothing."""
        return self._writer.submit(self._read).result()

    def _write(self, draft: Draft) -> None:
        try:
            shutil.rmtree(self._new, ignore_errors=True)
            write_draft(self._new, draft)
            shutil.rmtree(self._folder, ignore_errors=True)
            self._new.rename(self._folder)
        except (KnownError, OSError) as error:
            LOG.warning("the scenario being written is not kept: %s", error)

    def _remove(self) -> None:
        for folder in (self._folder, self._new):
            shutil.rmtree(folder, ignore_errors=True)

    def _read(self) -> Draft | None:
        if not self._folder.is_dir() and self._new.is_dir():
            self._new.rename(self._folder)  # it was whole before the other was taken away
        try:
            return read_draft(self._folder) if self._folder.is_dir() else None
        except KnownError as error:
            LOG.warning("the scenario that was being written cannot be read: %s", error)
            return None

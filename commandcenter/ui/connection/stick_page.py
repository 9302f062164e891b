"""A USB stick: write what the other side lacks, read what it brought, with progress."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from commandcenter.model.errors import Cancelled
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.connection.port import SyncPort
from commandcenter.ui.frame.parts import button, label, line
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.import_progress import ImportProgress, SignalProgress
from commandcenter.ui.leaving import ask_where
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Page

BUNDLE, SUMMARY = "*.bundle", "*.summary"


class StickPage(Page):
    """Export, import and the summary that keeps exports small."""

    def __init__(self, seat: Seat, sync: SyncPort, *, stacked: bool = False) -> None:
        """Offer the three; `stacked`: one button below the other, for a narrow place."""
        super().__init__()
        self._seat, self._sync = seat, sync
        self.ask_save: Callable[[str, str], Path | None] = self._save_dialog
        """(title, file name) → where to write; replaced in tests."""
        self.ask_open: Callable[[str, str], Path | None] = self._open_dialog
        """(title, pattern) → what to read."""
        self.lead, self.small = label("muted", wrap=True), label("muted", wrap=True)
        self.write_all, self.write_for, self.read, self.summary = button("primary"), button(), button("primary"), button()
        self.files = QCheckBox()
        self.progress, self.result = ImportProgress(), label("strong", wrap=True)
        self.progress.setVisible(False)
        self.box.addWidget(self.lead)
        self._put(stacked, self.write_all, self.write_for)
        self.box.addWidget(self.files)
        self._put(stacked, self.read)
        self.box.addWidget(line())
        self.box.addWidget(self.small)
        self._put(stacked, self.summary)
        self.box.addWidget(line())
        self.box.addWidget(self.progress)
        self.box.addWidget(self.result)
        self.box.addStretch(1)
        self.write_all.clicked.connect(self.export)
        self.write_for.clicked.connect(self.export_for)
        self.read.clicked.connect(self.import_)
        self.summary.clicked.connect(self.export_summary)
        self.retranslate()

    def _put(self, stacked: bool, *parts: QWidget) -> None:
        if not stacked:
            self.line(*parts, 1)
            return
        for part in parts:
            self.box.addWidget(part)

    def retranslate(self) -> None:
        """Say every text."""
        self.lead.setText(tr("Desks without any connection meet by a stick. It is encrypted: only desks of this operation can read it."))
        self.write_all.setText(tr("Write everything …"))
        self.write_for.setText(tr("Write what another desk lacks …"))
        self.files.setText(tr("With the attachments that are here, in a second file"))
        self.read.setText(tr("Read a stick …"))
        self.small.setText(tr("To keep the other side's stick small, give it the summary of what this desk has."))
        self.summary.setText(tr("Write this desk's summary …"))

    def export(self) -> asyncio.Task[object] | None:
        """Write everything."""
        return self._export(None)

    def export_for(self) -> asyncio.Task[object] | None:
        """Write what the desk lacks whose summary is chosen."""
        summary = self.ask_open(tr("Summary of the other desk"), SUMMARY)
        return self._export(summary) if summary is not None else None

    def import_(self) -> asyncio.Task[object] | None:
        """Read a stick."""
        path = self.ask_open(tr("Read a stick"), BUNDLE)
        return self._run(lambda progress: self._sync.read_bundle(path, progress)) if path is not None else None

    def export_summary(self) -> asyncio.Task[object] | None:
        """Write what this desk has."""
        path = self.ask_save(tr("Write this desk's summary"), "desk.summary")
        return self._run(lambda _progress: self._summary(path)) if path is not None else None

    def _export(self, summary: Path | None) -> asyncio.Task[object] | None:
        path = self.ask_save(tr("Write a stick"), "stick.bundle")
        return self._run(lambda progress: self._write(path, summary, progress)) if path is not None else None

    async def _write(self, path: Path, summary: Path | None, progress: Progress) -> Sentence:
        count = await self._sync.write_bundle(path, summary, progress, files=self.files.isChecked())
        return say("Entries in {file}: {count}.", count=f"{count:,}", file=path.name)

    async def _summary(self, path: Path) -> Sentence:
        await self._sync.write_summary(path)
        return say("The summary is in {file}. Give it to the other desk.", file=path.name)

    def _run(self, work: Callable[[Progress], Coroutine[Any, Any, Sentence]]) -> asyncio.Task[object]:
        return self._seat.run(self._carry_out(work))

    async def _carry_out(self, work: Callable[[Progress], Coroutine[Any, Any, Sentence]]) -> None:
        progress = SignalProgress()
        self.progress.follow(progress)
        self._busy(True)
        try:
            said = await work(progress)
        except Cancelled:
            said = say("Stopped. What was read before stays, and a stick that was begun is gone.")
        finally:
            self._busy(False)
        self._seat.notice(Level.DONE, said)

    def _busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        for part in (self.write_all, self.write_for, self.read, self.summary):
            part.setEnabled(not busy)

    def _save_dialog(self, title: str, name: str) -> Path | None:
        return ask_where(self, title, name, "", self._seat)

    def _open_dialog(self, title: str, pattern: str) -> Path | None:
        found, _ = QFileDialog.getOpenFileName(self, title, "", f"{pattern};;*")
        return Path(found) if found else None

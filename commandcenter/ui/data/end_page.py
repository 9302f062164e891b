"""The end of an operation: a last signed entry, its archive in one file, and archives of others to look at."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit

from commandcenter.model.commands import CloseOperation
from commandcenter.model.entries import Changes, Key, Kind
from commandcenter.model.errors import Cancelled, Refused
from commandcenter.model.sentences import say
from commandcenter.picture.fields import as_int, as_mapping, as_text
from commandcenter.ui.frame.parts import button, label, line
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.import_progress import ImportProgress, SignalProgress
from commandcenter.ui.leaving import ask_where
from commandcenter.ui.notice import Level
from commandcenter.ui.ports import EndingPort
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Field, Page

FILES = "*.archive"


class EndPage(Page):
    """What ending does is said before it can be done; a box to tick stands between."""

    def __init__(self, seat: Seat, ending: EndingPort) -> None:
        """Follow a seat."""
        super().__init__()
        self._seat, self._ending = seat, ending
        self.ask_save: Callable[[], Path | None] = self._save_dialog
        """Where to write the archive; replaced in tests."""
        self.ask_open: Callable[[], Path | None] = self._open_dialog
        self.state, self.does, self.kept = label("strong", wrap=True), label("muted", wrap=True), label("muted", wrap=True)
        self.reason, self.sure, self.end = QLineEdit(), QCheckBox(), button("danger")
        self.write, self.code, self.look = button("primary"), QLineEdit(), button()
        self.progress = ImportProgress()
        self.progress.hide()
        self._reason_field, self._code_field = Field(self.reason), Field(self.code, 320)
        self.box.addWidget(self.state)
        self.box.addWidget(self.does)
        self.line(self._reason_field)
        self.line(self.sure, 1, self.end)
        self.box.addWidget(line())
        self.box.addWidget(self.kept)
        self.line(self.write, 1, self._code_field, self.look)
        self.box.addWidget(self.progress)
        self.box.addStretch(1)
        self.end.needs(seat, CloseOperation)
        self.sure.toggled.connect(self._show)
        self.end.clicked.connect(self.finish)
        self.write.clicked.connect(self.archive)
        self.look.clicked.connect(self.look_at)
        seat.changed.connect(self._on_changes)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.does.setText(
            tr(
                "Ending signs a last entry. From then on nothing more is written in this operation, at any desk, except erasures of personal data. "
                "It cannot be taken back. The log stays here and at every other desk."
            )
        )
        self.kept.setText(
            tr(
                "The archive is one compressed file with every entry, every attachment that is on this computer and a signed checkpoint, encrypted "
                "to the operation and checked after it is written. It opens to look at on any computer that has the operation's key or its code."
            )
        )
        self._reason_field.say(tr("Reason"), tr("kept in the log"))
        self._code_field.say(tr("Code of the archive's operation"), tr("only where its key is not on this computer"))
        self.sure.setText(tr("Nothing more is to be written in this operation"))
        self.end.setText(tr("End the operation for good"))
        self.write.setText(tr("Write the archive …"))
        self.look.setText(tr("Look at an archive …"))
        self._show()

    def finish(self) -> asyncio.Task[object]:
        """End the operation."""
        return self._seat.run(self._finish())

    def archive(self) -> asyncio.Task[object] | None:
        """Write and check the archive."""
        path = self.ask_save()
        return self._seat.run(self._archive(path)) if path is not None else None

    def look_at(self) -> asyncio.Task[object] | None:
        """Open an archive."""
        path = self.ask_open()
        return self._seat.run(self._ending.look_at(path, self.code.text().strip())) if path is not None else None

    def _show(self) -> None:
        picture = self._seat.desk.picture
        still = sum(incident.open for incident in picture.incidents())
        ended = picture.closed()
        if ended:
            end = as_mapping(picture.value(Key(Kind.OPERATION, picture.operation, "closed")))
            said = tr("This operation was ended at {when}.", when=formats.moment(as_int(end.get("ms"))))
            self.state.setText(f"{said} {as_text(end.get('reason'))}".strip())
        else:
            self.state.setText(tr("Open incidents: {n}. Close or cancel them first.", n=still) if still else tr("Every incident is closed."))
        for part in (self.does, self._reason_field, self.sure, self.end):
            part.setVisible(not ended)
        self.sure.setEnabled(not still)
        self.end.setEnabled(self.sure.isChecked() and not still)
        self.write.setEnabled(ended)
        self.write.setToolTip("" if ended else tr("The operation has to be ended first."))

    async def _finish(self) -> None:
        if not self.sure.isChecked():
            raise Refused("Tick first that nothing more is to be written.")
        await self._seat.submit(CloseOperation(self.reason.text()), said=say("The operation is ended. Write its archive now."))
        self.reason.clear()
        self._show()

    async def _archive(self, path: Path) -> None:
        progress = SignalProgress()
        self.progress.follow(progress)
        self.progress.show()
        self.write.setEnabled(False)
        try:
            said = await self._ending.archive(path, progress)
        except Cancelled:
            self._seat.notice(Level.HINT, say("Stopped; there is no archive."))
            path.unlink(missing_ok=True)
        else:
            self._seat.notice(Level.DONE, said)
        finally:
            self.progress.hide()
            self._show()

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.INCIDENT) or changes.of(Kind.OPERATION):
            self._show()

    def _save_dialog(self) -> Path | None:
        return ask_where(self, tr("Write the archive …"), "operation.archive", FILES, self._seat)

    def _open_dialog(self) -> Path | None:
        found, _ = QFileDialog.getOpenFileName(self, tr("Look at an archive …"), "", f"{FILES};;*")
        return Path(found) if found else None

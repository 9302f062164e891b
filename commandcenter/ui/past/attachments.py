"""The attachments of an archive, for whoever looks at it: all of them into a folder, as they were given."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from commandcenter.model.sentences import Sentence
from commandcenter.ui.frame.parts import Translated, button, column
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat


class SaveAttachments(Translated):
    """One button; what became of it is said where the window says things."""

    def __init__(self, seat: Seat, count: int, save: Callable[[Path], Awaitable[Sentence]]) -> None:
        """Offer so many; `save` writes them into a folder and raises `KnownError`."""
        super().__init__()
        self._seat, self._count, self._save = seat, count, save
        self.ask_folder: Callable[[], Path | None] = self._folder_dialog
        """Where to; replaced in tests."""
        self.button = button()
        column(self).addWidget(self.button)
        self.button.clicked.connect(self.save)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.button.setText(tr("Save its attachments ({n}) …", n=formats.number(self._count)))

    def save(self) -> asyncio.Task[object] | None:
        """Write them into a folder."""
        folder = self.ask_folder()
        return self._seat.run(self._saved(folder)) if folder is not None else None

    async def _saved(self, folder: Path) -> None:
        self.button.setEnabled(False)
        try:
            self._seat.notice(Level.DONE, await self._save(folder))
        finally:
            self.button.setEnabled(True)

    def _folder_dialog(self) -> Path | None:
        found = QFileDialog.getExistingDirectory(self, tr("Save its attachments"))
        return Path(found) if found else None

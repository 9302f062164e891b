"""What was written into a file can be opened, and found in its folder, from where the strip says so. Qt thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from commandcenter.model.sentences import say
from commandcenter.ui.frame.parts import Translated, button, row
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level, Notice
from commandcenter.ui.seat import Seat


class WrittenFile(Translated):
    """Two buttons beside a notice about a file; their acts know the last file also when the notice has gone."""

    def __init__(self, seat: Seat) -> None:
        """Know of no file."""
        super().__init__()
        self._seat = seat
        self._last: Path | None = None
        self.opener: Callable[[QUrl], bool] = QDesktopServices.openUrl
        """Hands a file or a folder to the program that this computer has for it; replaced in tests."""
        self.setProperty("role", "clear")
        self.open_button, self.folder_button = button("plain"), button("plain")
        self.open_button.clicked.connect(self.open)
        self.folder_button.clicked.connect(self.show_folder)
        layout = row(self)
        for part in (self.open_button, self.folder_button):
            layout.addWidget(part)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.open_button.setText(tr("Open it (Ctrl+P, O)"))
        self.folder_button.setText(tr("Its folder (Ctrl+P, F)"))

    def about(self, notice: Notice | None) -> None:
        """Stand beside a notice that is about a file."""
        if notice is not None and notice.file is not None:
            self._last = notice.file
        self.setVisible(notice is not None and notice.file is not None)

    def open(self) -> None:
        """Open the file that was written last."""
        if self._last is None:
            self._nothing()
        elif not self.opener(QUrl.fromLocalFile(str(self._last))):
            self._seat.notice(Level.REFUSED, say("This computer has no program that opens {file}.", file=self._last.name))

    def show_folder(self) -> None:
        """Open the folder of the file that was written last."""
        if self._last is None:
            self._nothing()
        elif not self.opener(QUrl.fromLocalFile(str(self._last.parent))):
            self._seat.notice(Level.REFUSED, say("This computer has no program that opens {file}.", file=str(self._last.parent)))

    def _nothing(self) -> None:
        self._seat.notice(Level.REFUSED, say("Nothing was written into a file since the window was opened."))

"""A request or an approval in hand: as a QR code, as text to copy, as a file; and a place to put one in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QSizePolicy

from commandcenter.model.sentences import say
from commandcenter.ui.connection.code_page import QrCode
from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.identity.paper_file import PICTURE, TEXT, read_paper, write_paper
from commandcenter.ui.identity.port import Paper
from commandcenter.ui.leaving import ask_where, copy_code
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat


class PaperOut(Translated):
    """A paper to hand over; hidden until there is one."""

    def __init__(self, seat: Seat, file_name: str) -> None:
        """Offer to save it under this name."""
        super().__init__()
        self._seat, self._file_name = seat, file_name
        self._paper: Paper | None = None
        self.ask_save: Callable[[str, str], Path | None] = self._save_dialog
        """(title, file name) → where to write; replaced in tests."""
        self.code, self.hint, self.picture = label("large"), label("muted", wrap=True), QrCode()
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.picture.setMinimumHeight(220)
        self.copy, self.save = button(), button()
        layout = column(self, gap=6)
        layout.addWidget(self.hint)
        layout.addWidget(self.code)
        layout.addWidget(self.picture, 1)
        foot = row()
        foot.addWidget(self.save)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        layout.addLayout(foot)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(lambda: seat.run(self._write()))
        self.put(None)
        self.retranslate()

    def put(self, paper: Paper | None) -> None:
        """Show a paper, or nothing."""
        self._paper = paper
        self.picture.put("" if paper is None else paper.text)
        self.code.setText("" if paper is None else paper.code)
        self.setVisible(paper is not None)

    def retranslate(self) -> None:
        """Say every text."""
        self.hint.setText(tr("Hand this over as a picture or a file. Then read this number to the other person; it must be the same there:"))
        self.code.setAccessibleName(tr("Number to read aloud"))
        self.picture.setAccessibleName(tr("The paper as a QR picture"))
        self.copy.setText(tr("Copy"))
        self.save.setText(tr("Save as file …"))

    def _copy(self) -> None:
        if self._paper is not None:
            copy_code(self._paper.text)

    async def _write(self) -> None:
        path = self.ask_save(tr("Save as file …"), self._file_name + TEXT) if self._paper is not None else None
        if path is None or self._paper is None:
            return
        write_paper(path, self._paper.text)
        self._seat.notice(Level.DONE, say("Written into {file}", file=path.name))

    def _save_dialog(self, title: str, name: str) -> Path | None:
        return ask_where(self, title, name, f"*{TEXT};;*{PICTURE}", self._seat)


class PaperIn(Translated):
    """A place for a paper that was brought: pasted, scanned, or out of a file."""

    def __init__(self, seat: Seat) -> None:
        """Start empty."""
        super().__init__()
        self.ask_open: Callable[[str], Path | None] = self._open_dialog
        """title → what to read; replaced in tests."""
        self.text, self.open = QPlainTextEdit(), button()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(64)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = row(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        self.open.clicked.connect(lambda: seat.run(self._read()))
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.open.setText(tr("Open file …"))
        self.text.setPlaceholderText(tr("Paste it here, or let a scanner type it"))

    def name_it(self, name: str) -> None:
        """Say what belongs in here."""
        self.text.setAccessibleName(name)

    async def _read(self) -> None:
        path = self.ask_open(tr("Open file …"))
        if path is not None:
            self.text.setPlainText(read_paper(path))

    def _open_dialog(self, title: str) -> Path | None:
        found, _ = QFileDialog.getOpenFileName(self, title, "", f"*{TEXT};;*")
        return Path(found) if found else None

"""A fault of ours: says so calmly, where the report lies, and that the log is safe."""

from __future__ import annotations

import traceback
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from commandcenter.ui.frame.layout_memory import fitting, rooms
from commandcenter.ui.frame.parts import button, column, label, row
from commandcenter.ui.frame.titles import name_window
from commandcenter.ui.i18n.tr import tr


class CrashDialog(QDialog):
    """Not modal: work goes on beside it."""

    def __init__(self, parent: QWidget | None, error: BaseException, report: Path | None) -> None:
        """Describe a fault; `report` is the file it was written to."""
        super().__init__(parent)
        self.setModal(False)
        name_window(self, tr("A fault in the program"), None)
        self.resize(fitting(QSize(640, 380), rooms()))
        layout = column(self, margin=20, gap=10)
        layout.addWidget(label("large", tr("Something in the program went wrong")))
        layout.addWidget(
            label("muted", tr("Everything that was confirmed is safe in the log. You can go on working; if something looks odd, restart."), wrap=True)
        )
        if report is not None:
            layout.addWidget(label("muted", tr("The report lies in {path}", path=report), wrap=True))
        self.details = QPlainTextEdit("".join(traceback.format_exception(error)))
        self.details.setReadOnly(True)
        self.details.setAccessibleName(tr("Details of the fault"))
        layout.addWidget(self.details, 1)
        close = button("primary")
        close.setText(tr("Go on working"))
        close.clicked.connect(self.close)
        line = row()
        line.addStretch(1)
        line.addWidget(close)
        layout.addLayout(line)
        close.setFocus()

"""The window of the situation report: a draft that a person corrects, completes, prints and copies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from commandcenter.model.sentences import say
from commandcenter.monitor.statistics import Period
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, label, row, scrolling
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.leaving import copy_text
from commandcenter.ui.notice import Level
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.sheet import Sheet, Text
from commandcenter.ui.sitrep.draft import Part, draft

HOUR_MS = 3_600_000
PERIODS = ((mark("Last 12 hours"), 12), (mark("Last 24 hours"), 24), (mark("Last 7 days"), 168))
LINE_PX = 19


class SitrepWindow(Translated):
    """Parts as texts that can be written over; a new draft replaces them only when asked for. Qt thread."""

    def __init__(self, context: DeskContext) -> None:
        """Draft the last day."""
        super().__init__()
        self._seat = context.seat
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.period = QComboBox()
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.again, self.copy, self.print = button(), button(), button("primary")
        self.again.clicked.connect(self.draft_anew)
        self.copy.clicked.connect(self.copy_text)
        self.print.clicked.connect(self.print_report)
        self._page = QWidget()
        self._page.setProperty("role", "panel")
        self._lines = QVBoxLayout(self._page)
        self.parts: list[tuple[str, QPlainTextEdit]] = []
        self._lay_out()
        self._say()
        self.period.setCurrentIndex(1)
        self.draft_anew()

    def _lay_out(self) -> None:
        layout = column(self, margin=10, gap=8)
        top = row()
        top.addWidget(self.period)
        top.addWidget(self.again)
        top.addStretch(1)
        top.addWidget(self.copy)
        top.addWidget(self.print)
        layout.addLayout(top)
        layout.addWidget(scrolling(self._page), 1)

    def sizeHint(self) -> QSize:
        """Return a size in which a report can be read."""
        return QSize(820, 760)

    def retranslate(self) -> None:
        """Say the buttons; what a person wrote stays as it is, until a new draft is asked for."""
        self._say()

    def _say(self) -> None:
        kept = max(self.period.currentIndex(), 0)
        self.period.clear()
        for words, hours in PERIODS:
            self.period.addItem(tr(words), hours)
        self.period.setCurrentIndex(kept)
        self.period.setAccessibleName(tr("Period"))
        self.again.setText(tr("Draft anew"))
        self.again.setToolTip(tr("Replaces everything below by a new draft from the log, in the language in force"))
        self.copy.setText(tr("Copy"))
        self.print.setText(tr("Print"))

    def draft_anew(self) -> None:
        """Replace the texts by a new draft."""
        now_ms = self._seat.now_ms()
        self._show(draft(self._seat.desk, Period(now_ms - self.period.currentData() * HOUR_MS, now_ms)))

    def text(self) -> str:
        """Return the report as it stands, as plain text."""
        return "\n\n".join(f"{title}\n{field.toPlainText().strip() or '–'}" for title, field in self.parts)

    def copy_text(self) -> None:
        """Put the report on the clipboard."""
        copy_text(self.text(), self._seat.desk.picture.operation)
        self._seat.notice(Level.DONE, say("The report is on the clipboard"))

    def print_report(self) -> None:
        """Write the report as it stands now as PDF; the window may be closed at once."""
        self._seat.paper_wanted.emit(partial(_sheet, [Text(title, field.toPlainText()) for title, field in self.parts]))

    def _show(self, parts: list[Part]) -> None:
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.parts = []
        for part in parts:
            field = QPlainTextEdit(part.text)
            field.setAccessibleName(part.title)
            field.setTabChangesFocus(True)
            field.setMinimumHeight(LINE_PX * (min(part.text.count("\n") + part.text.count("。") // 3, 12) + 3))
            self._lines.addWidget(label("strong", part.title))
            self._lines.addWidget(field)
            self.parts.append((part.title, field))
        self._lines.addStretch(1)


def _sheet(parts: Sequence[Text], paper: Paper) -> Sheet:
    name, about = tr("Situation report"), f"{paper.about} · {formats.moment(paper.now_ms)}"
    return Sheet(name, name, about, parts, paper.prepared, paper.exercise)

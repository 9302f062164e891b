"""The guide of a scenario: hints one after the other, each shown until its rule is fulfilled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHeaderView, QTableWidget, QTableWidgetItem

from commandcenter.exercise.rules import parse_rules
from commandcenter.exercise.scenario import LANGUAGES, GuideStep, Scenario, Text
from commandcenter.model.errors import Refused
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Page

HEADS = (mark("English"), mark("Chinese"), mark("About inject"), mark("Until"), mark("Help, English"), mark("Help, Chinese"))
ABOUT, UNTIL, HELP = 2, 3, 4
LINES, ROW_MARGIN = 4, 16
"""Of a step's words in its row: as many as those of the shipped guide have at this width; a row can be drawn higher."""


class GuidePage(Page):
    """Qt thread. A cell is taken over when it is left; what cannot be is said, and stays until it can.

    Signals:
        edited(Scenario): with what was changed.
    """

    edited = Signal(object)

    def __init__(self, seat: Seat) -> None:
        """Start with no scenario."""
        super().__init__()
        self._seat = seat
        self._head: Scenario | None = None
        self.guided, self.hint = QCheckBox(), label("muted", wrap=True)
        self.steps = QTableWidget(0, len(HEADS))
        self.steps.setTabKeyNavigation(False)
        self.steps.setWordWrap(True)
        self.steps.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place in range(len(HEADS)):
            kind = QHeaderView.ResizeMode.Interactive if place in (ABOUT, UNTIL) else QHeaderView.ResizeMode.Stretch
            self.steps.horizontalHeader().setSectionResizeMode(place, kind)
        self.steps.setColumnWidth(UNTIL, 200)
        self.steps.verticalHeader().setDefaultSectionSize(LINES * self.steps.fontMetrics().lineSpacing() + ROW_MARGIN)
        self.add, self.up, self.down, self.remove = button(), button(), button(), button()
        self.line(self.guided, 1)
        self.box.addWidget(self.hint)
        self.box.addWidget(self.steps, 1)
        self.line(self.add, self.up, self.down, 1, self.remove)
        self.guided.clicked.connect(self._take)
        self.steps.itemChanged.connect(self._take)
        self.add.clicked.connect(self.add_step)
        self.up.clicked.connect(lambda: self.move_step(-1))
        self.down.clicked.connect(lambda: self.move_step(1))
        self.remove.clicked.connect(self.remove_step)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.guided.setText(tr("The exercise is guided: the steps are shown one at a time above the map"))
        stands = tr("A step stands until its rule holds, as “dispatched capability=als” or “closed”, for the incident of the inject that is named.")
        self.hint.setText(f"{stands} {tr('Its help is said besides when nothing is done for a while.')}")
        for made, text in ((self.add, tr("Add a step")), (self.up, tr("Earlier")), (self.down, tr("Later")), (self.remove, tr("Remove it"))):
            made.setText(text)
        self.steps.setHorizontalHeaderLabels([tr(head) for head in HEADS])
        self.steps.setAccessibleName(tr("Steps of the guide"))

    def show_head(self, head: Scenario) -> None:
        """Show a scenario."""
        changed = self._head is None or head.guide != self._head.guide or head.id != self._head.id
        self._head = head
        self.guided.setChecked(head.guided)
        if changed or self.steps.rowCount() != len(head.guide):
            self._show_steps(head.guide)

    def _show_steps(self, steps: tuple[GuideStep, ...]) -> None:
        chosen = self.steps.currentRow()
        self.steps.blockSignals(True)
        self.steps.setRowCount(len(steps))
        for place, step in enumerate(steps):
            texts = (*_by_language(step.text), step.about, "; ".join(map(str, step.until)), *_by_language(step.help))
            for n, text in enumerate(texts):
                self.steps.setItem(place, n, QTableWidgetItem(text))
        self.steps.blockSignals(False)
        self.steps.selectRow(min(chosen, len(steps) - 1))

    def add_step(self) -> None:
        """Add a step after the chosen one."""
        if self._head is not None:
            place = self.steps.currentRow() + 1 or len(self._head.guide)
            new = GuideStep(Text(), parse_rules("dispatched"), "")
            self._put((*self._head.guide[:place], new, *self._head.guide[place:]), place)

    def remove_step(self) -> None:
        """Take the chosen step out."""
        place = self.steps.currentRow()
        if self._head is not None and place >= 0:
            self._put((*self._head.guide[:place], *self._head.guide[place + 1 :]), place)

    def move_step(self, by: int) -> None:
        """Put the chosen step one place earlier (-1) or later (1)."""
        place = self.steps.currentRow()
        if self._head is not None and place >= 0 and 0 <= place + by < len(self._head.guide):
            steps = list(self._head.guide)
            steps[place], steps[place + by] = steps[place + by], steps[place]
            self._put(tuple(steps), place + by)

    def _put(self, steps: tuple[GuideStep, ...], place: int) -> None:
        if self._head is not None:
            self._head = replace(self._head, guide=steps)
            self._show_steps(steps)
            self.steps.selectRow(min(place, len(steps) - 1))
            self.edited.emit(self._head)

    def _take(self, _what: object = None) -> None:
        if self._head is None:
            return
        try:
            steps = tuple(self._step(place) for place in range(self.steps.rowCount()))
        except Refused as refused:
            self._seat.notice(Level.REFUSED, refused.sentence)
            return
        head = replace(self._head, guided=self.guided.isChecked(), guide=steps)
        if head != self._head:
            self._head = head
            self.edited.emit(head)

    def _step(self, place: int) -> GuideStep:
        cells = [item.text().strip() if (item := self.steps.item(place, n)) is not None else "" for n in range(len(HEADS))]
        return GuideStep(_text(cells[:ABOUT]), parse_rules(cells[UNTIL]), cells[ABOUT], _text(cells[HELP:]))


def _by_language(text: Text) -> Iterator[str]:
    return (text.by_language.get(language, "") for language in LANGUAGES)


def _text(cells: Sequence[str]) -> Text:
    return Text({language: words for language, words in zip(LANGUAGES, cells, strict=True) if words})

"""The after-action review in the window: expected and actual, speed and correctness apart, the player's decisions beside the engine's."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtWidgets import QTextBrowser

from commandcenter.exercise.report import Block, Grid, Heading, Lines, blocks
from commandcenter.exercise.review import Review
from commandcenter.model.progress import Progress
from commandcenter.ui.exercise.long_work import LongWork
from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Page
from commandcenter.ui.type_names import language

TABLE = "99%"
"""Width of a table: Qt rounds each column up, and over the whole width many columns come out a pixel too wide, which brings up a scroll bar."""


class ReviewPage(Page):
    """Shows the review as it stood when it was last asked for. Qt thread; the review is made in a worker thread, beside the run."""

    def __init__(self, seat: Seat, port: ExercisePort, work: LongWork) -> None:
        """Start empty; `work` shows how far a review is."""
        super().__init__()
        self._seat, self._port, self._work = seat, port, work
        self._review: Review | None = None
        self.hint, self.again, self.text = label("muted", wrap=True), button(), QTextBrowser()
        head = self.line(self.hint, self.again)
        head.setStretch(0, 1)
        self.box.addWidget(self.text, 1)
        self.again.clicked.connect(self.look)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.hint.setText(
            tr(
                "The run so far. Advice is what the engine would have said at the instant of each decision, with only what was known then; "
                "that it differs is no reproach."
            )
        )
        self.again.setText(tr("Review again"))
        self.text.setAccessibleName(tr("Review"))
        self._show()

    def look(self) -> None:
        """Review the run as it stands now."""
        self._seat.run(self._work.do(self._look))

    async def _look(self, progress: Progress) -> None:
        self._review = await self._port.review(progress)
        self._show()

    def _show(self) -> None:
        if self._review is not None:
            line = self._seat.look.colour("text_faint").name()
            self.text.setHtml("".join(_html(blocks(self._review, language(), spoken), line)))


def _html(found: list[Block], line: str) -> Iterator[str]:
    for block in found:
        match block:
            case Heading(text, level):
                yield f"<h{level + 1}>{escape(text)}</h{level + 1}>"
            case Lines(texts):
                yield from (f"<p>{escape(text)}</p>" for text in texts)
            case Grid(heads, rows):
                yield f'<table width="{TABLE}" cellspacing="0" cellpadding="4" border="1" '
                yield f'style="border-collapse: collapse; border-color: {line}"><tr>'
                yield from (f'<th align="left">{escape(head)}</th>' for head in heads)
                yield "</tr>"
                for row in rows:
                    yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
                yield "</table>"

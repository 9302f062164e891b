"""Notes: bookmarks, what was said in the hot wash, corrective actions."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit

from commandcenter.exercise.review import Bookmark, CorrectiveAction
from commandcenter.model.errors import Refused
from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.frame.parts import label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Page


class NotesPage(Page):
    """Qt thread. Enter keeps a line."""

    def __init__(self, seat: Seat, port: ExercisePort) -> None:
        """Write into a run's notebook."""
        super().__init__()
        self._seat, self._port = seat, port
        self.bookmark, self.hot_wash = QLineEdit(), QLineEdit()
        self.action, self.capability, self.owner, self.due = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.written = label("muted", wrap=True)
        self.box.addWidget(self.bookmark)
        self.box.addWidget(self.hot_wash)
        line = row()
        for part in (self.action, self.capability, self.owner, self.due):
            line.addWidget(part, 3 if part is self.action else 1)
        self.box.addLayout(line)
        self.box.addWidget(self.written)
        self.box.addStretch(1)
        self.bookmark.returnPressed.connect(self.add_bookmark)
        self.hot_wash.returnPressed.connect(self.add_hot_wash)
        self.due.returnPressed.connect(self.add_action)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        for field, text in (
            (self.bookmark, tr("Bookmark this moment; Enter keeps it")),
            (self.hot_wash, tr("Said in the hot wash; Enter keeps it")),
            (self.action, tr("Corrective action")),
            (self.capability, tr("Capability")),
            (self.owner, tr("Owner")),
            (self.due, tr("Due, 2026-12-01; Enter keeps it")),
        ):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        self.refresh()

    def refresh(self) -> None:
        """Show what is written."""
        book = self._port.notebook
        self.written.setText(
            "\n".join(
                (
                    *(f"{formats.clock(b.at_ms)}  {b.text}" for b in book.bookmarks),
                    *(f"– {note}" for note in book.hot_wash),
                    *(f"→ {a.text} ({a.owner}, {a.due})" for a in book.actions),
                )
            )
        )

    def add_bookmark(self) -> None:
        """Keep this moment."""
        kept = Bookmark(self._seat.now_ms(), self.bookmark.text().strip(), self._seat.desk.picture.operator_name(self._seat.actor))
        if kept.text:
            self._port.notebook.bookmarks.append(kept)
            self._port.noted(kept)
        self.bookmark.clear()
        self.refresh()

    def add_hot_wash(self) -> None:
        """Keep what was said."""
        said = self.hot_wash.text().strip()
        if said:
            self._port.notebook.hot_wash.append(said)
            self._port.noted(said)
        self.hot_wash.clear()
        self.refresh()

    def add_action(self) -> None:
        """Keep a corrective action: what, of which capability, by whom, until when."""
        fields = (self.action, self.owner, self.due, self.capability)
        text, owner, due, capability = (field.text().strip() for field in fields)
        try:
            checked_due(due)
            if not text or not owner:
                raise Refused("A corrective action needs what is to be done, and who does it.")
        except Refused as refused:
            self._seat.notice(Level.REFUSED, refused.sentence)
            return
        kept = CorrectiveAction(text, owner, due, capability)
        self._port.notebook.actions.append(kept)
        self._port.noted(kept)
        for field in fields:
            field.clear()
        self.refresh()


def checked_due(text: str) -> None:
    """Raise `Refused` unless a text is a day, as a due date must be."""
    try:
        date.fromisoformat(text)
    except ValueError:
        raise Refused("“{text}” is no day: write 2026-12-01.", text=text) from None

"""Notes: bookmarks, what was said in the hot wash, corrective actions. What is wrong in one is corrected; what stood before is kept."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from commandcenter.exercise.notes import Corrected, Note
from commandcenter.exercise.review import Bookmark, CorrectiveAction
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.frame.parts import button, label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Page

NOTE_ROLE = Qt.ItemDataRole.UserRole


class NotesPage(Page):
    """Qt thread. Enter keeps a line; in the list F2 corrects one and Del takes it out, Esc leaves it as it was."""

    def __init__(self, seat: Seat, port: ExercisePort) -> None:
        """Write into a run's notebook."""
        super().__init__()
        self._seat, self._port = seat, port
        self._shown: tuple[object, ...] = ()
        self._correcting: Note | None = None
        """The note whose words are in the fields; what is entered next takes its place."""
        self.bookmark, self.hot_wash = QLineEdit(), QLineEdit()
        self.action, self.capability, self.owner, self.due = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.written, self.before = QListWidget(), label("muted", wrap=True)
        self.written.setWordWrap(True)
        self.correct_button, self.withdraw_button, self.leave_button = button(), button(), button()
        self.box.addWidget(self.bookmark)
        self.box.addWidget(self.hot_wash)
        line = row()
        for part in (self.action, self.capability, self.owner, self.due):
            line.addWidget(part, 2 if part is self.action else 1)
        self.box.addLayout(line)
        self.box.addWidget(self.written, 1)
        self.box.addWidget(self.before)
        self.line(self.correct_button, self.withdraw_button, self.leave_button, 1)
        self._join()
        self.retranslate()

    def _join(self) -> None:
        self.bookmark.returnPressed.connect(self.add_bookmark)
        self.hot_wash.returnPressed.connect(self.add_hot_wash)
        self.due.returnPressed.connect(self.add_action)
        keys = ((self.correct_button, self.correct, "F2"), (self.withdraw_button, self.withdraw, "Del"), (self.leave_button, self.leave, "Esc"))
        for made, act, key in keys:
            made.clicked.connect(act)
            made.setToolTip(key)
            owner = self.written if key == "Del" else self
            QShortcut(QKeySequence(key), owner, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

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
        self.written.setAccessibleName(tr("Notes that are written"))
        self.correct_button.setText(tr("Correct it"))
        self.withdraw_button.setText(tr("Take it out"))
        self.leave_button.setText(tr("Leave it as it was"))
        self._shown = ()
        self.refresh()

    def refresh(self) -> None:
        """Show what is written, and what was corrected."""
        book = self._port.notebook
        shown = (*book.bookmarks, *book.hot_wash, *book.actions, *book.corrections)
        self.leave_button.setVisible(self._correcting is not None)
        if shown == self._shown:
            return
        self._shown = shown
        kept = self.written.currentRow()
        self.written.clear()
        notes: tuple[Note, ...] = (*book.bookmarks, *book.hot_wash, *book.actions)
        for note in notes:
            item = QListWidgetItem(_line(note))
            item.setData(NOTE_ROLE, note)
            self.written.addItem(item)
        self.written.setCurrentRow(min(kept, self.written.count() - 1))
        said = [tr("Was “{was}”, now “{now}” ({by})", was=c.was, now=c.now or "–", by=c.by) for c in book.corrections]
        self.before.setText("\n".join(said))
        self.before.setVisible(bool(said))

    def correct(self) -> None:
        """Put the chosen note into its fields; what is entered there takes its place."""
        note = self._chosen()
        match note:
            case None:
                return
            case Bookmark():
                self._fill((self.bookmark, note.text))
            case CorrectiveAction():
                self._fill((self.action, note.text), (self.capability, note.capability), (self.owner, note.owner), (self.due, note.due))
            case str():
                self._fill((self.hot_wash, note))
        self._correcting = note
        self.refresh()

    def withdraw(self) -> None:
        """Take the chosen note out; that it stood there is kept."""
        note = self._chosen()
        if note is not None:
            self._replace(note, None)

    def leave(self) -> None:
        """Correct nothing after all."""
        self._correcting = None
        self._clear()
        self.refresh()

    def _chosen(self) -> Note | None:
        if self.written.currentRow() < 0:
            self._seat.notice(Level.HINT, say("Choose a note in the list first."))
            return None
        found: Note = self.written.currentItem().data(NOTE_ROLE)
        return found

    def _fill(self, *texts: tuple[QLineEdit, str]) -> None:
        self._clear()
        for field, text in texts:
            field.setText(text)
        texts[0][0].setFocus()

    def _clear(self) -> None:
        for field in (self.bookmark, self.hot_wash, self.action, self.capability, self.owner, self.due):
            field.clear()

    def add_bookmark(self) -> None:
        """Keep this moment; of a corrected one the moment stays."""
        was, text = self._correcting, self.bookmark.text().strip()
        at_ms = was.at_ms if isinstance(was, Bookmark) else self._seat.now_ms()
        if text:
            self._keep(Bookmark(at_ms, text, self._name()))
        self._done(self.bookmark)

    def add_hot_wash(self) -> None:
        """Keep what was said."""
        said = self.hot_wash.text().strip()
        if said:
            self._keep(said)
        self._done(self.hot_wash)

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
        self._keep(CorrectiveAction(text, owner, due, capability))
        self._done(*fields)

    def _done(self, *fields: QLineEdit) -> None:
        for field in fields:
            field.clear()
        self.refresh()

    def _keep(self, note: Note) -> None:
        """Add a note, or put it in the place of the one of its kind that is being corrected."""
        was, book = self._correcting, self._port.notebook
        if was is not None and type(was) is type(note):
            self._correcting = None
            self._replace(was, note)
            return
        notes: list[Note] = {Bookmark: book.bookmarks, CorrectiveAction: book.actions, str: book.hot_wash}[type(note)]  # type: ignore[assignment]
        notes.append(note)
        self._port.noted(note)

    def _replace(self, was: Note, now: Note | None) -> None:
        corrected = Corrected(was, now, self._name(), self._seat.now_ms())
        if was != now and corrected.apply(self._port.notebook):
            self._port.noted(corrected)
        self.refresh()

    def _name(self) -> str:
        return self._seat.desk.picture.operator_name(self._seat.actor)


def _line(note: Note) -> str:
    match note:
        case Bookmark(at_ms, text, _):
            return f"{formats.clock(at_ms)}  {text}"
        case CorrectiveAction(text, owner, due, _):
            return f"→ {text} ({owner}, {due})"
    return f"– {note}"


def checked_due(text: str) -> None:
    """Raise `Refused` unless a text is a day, as a due date must be."""
    try:
        date.fromisoformat(text)
    except ValueError:
        raise Refused("“{text}” is no day: write 2026-12-01.", text=text) from None

"""The list of conflicts: pick one value, keep both texts, or ask. What was not picked stays in the log."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from commandcenter.model.commands import Command, EndReservation, ResolveConflict, SendMessage
from commandcenter.model.entries import Changes, Key, Kind, Value
from commandcenter.model.field_words import STOCK
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.views import ConflictView
from commandcenter.ui.conflicts.words import subject_words, value_words
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import EmptyNote, Flow, button, column, label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.seat import Seat

SHOWN = 40
"""Cards at once; the next follow as these are settled."""
JOINED = ("text", "address", "name")
"""Fields whose values may both be kept, one behind the other."""


class ConflictsPanel(Panel):
    """One card a conflict, the shown value first."""

    def __init__(self, seat: Seat) -> None:
        """Follow the seat's picture."""
        super().__init__(seat.look)
        self._seat = seat
        self._conflicts: tuple[ConflictView, ...] = ()
        self.choices: list[QWidget] = []
        """The buttons that settle, in the order of the cards."""
        self._page = QWidget()
        self._page.setProperty("role", "panel")
        self._cards = QVBoxLayout(self._page)
        self._cards.setContentsMargins(10, 8, 10, 8)
        self._cards.setSpacing(8)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self._page)
        column(self).addWidget(area)
        seat.changed.connect(self._on_changes)
        self.retranslate()

    def title(self) -> str:
        """Return the panel's name."""
        return tr("Conflicts")

    def focus_target(self) -> QWidget:
        """Return the first button."""
        return self.choices[0] if self.choices else self._page

    def retranslate(self) -> None:
        """Make all cards anew; a keyboard that was in here stays in here."""
        held = self.isAncestorOf(QApplication.focusWidget() or self)
        self._conflicts = self._seat.desk.picture.conflicts()
        while self._cards.count():
            item = self._cards.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = []
        for conflict in self._conflicts[:SHOWN]:
            self._cards.addWidget(self._card(conflict))
        if not self._conflicts:
            self._cards.addWidget(EmptyNote(self.look, tr("No desk disagrees with another."), icon="check-circle-outline"), 1)
        elif len(self._conflicts) > SHOWN:
            self._cards.addWidget(label("muted", tr("and {n} more", n=len(self._conflicts) - SHOWN)))
        if self._conflicts:
            self._cards.addStretch(1)
        self._page.setAccessibleName(self.title())
        if held:
            self.focus_target().setFocus()
        self.count_label.setText(str(len(self._conflicts) or ""))

    def _on_changes(self, changes: Changes) -> None:
        if self._seat.desk.picture.conflicts() != self._conflicts or (self._conflicts and changes.of(Kind.OPERATOR)):
            self.retranslate()

    def _card(self, conflict: ConflictView) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        layout = column(card, margin=8, gap=6)
        top = row()
        top.addWidget(label("warn", "⚠"))
        top.addWidget(label("strong", subject_words(self._seat.desk, conflict.key)), 1)
        layout.addLayout(top)
        stock = conflict.key.field.startswith(STOCK)
        for place, (_, author, stamp, value) in enumerate(conflict.values):
            layout.addWidget(self._line(conflict, value, author, stamp.ms, shown=place == 0 and not stock))
        more = QWidget()
        more.setProperty("role", "clear")
        flow = Flow(more)
        if conflict.key.field in JOINED:
            both = " / ".join(str(value) for _, _, _, value in reversed(conflict.values) if value)
            flow.addWidget(self._button(tr("Keep both"), tr("Keep both"), resolve(conflict, both), say("Settled; both values stay in the log")))
        if not stock:
            flow.addWidget(self._button(tr("Ask the others"), tr("Ask the others"), self._question(conflict.key), say("Asked")))
        layout.addWidget(more)
        return card

    def _line(self, conflict: ConflictView, value: Value, author: Id, ms: int, *, shown: bool) -> QWidget:
        made = QWidget()
        made.setProperty("role", "clear")
        line = row(made, gap=10)
        words = value_words(self._seat.desk, conflict.key, value)
        who = self._seat.desk.picture.operator_name(author) or tr("an unknown operator")
        line.addWidget(label("strong", words, wrap=True), 3)
        line.addWidget(label("muted", f"{who} · {formats.moment(ms)}" + (" · " + tr("shown now") if shown else ""), wrap=True), 3)
        if conflict.key.field.startswith(STOCK):
            command: Command | None = self._give_back(value)
            text, said = tr("Give back"), say("Given back")
        else:
            command, text, said = resolve(conflict, value), tr("Keep this"), say("Settled; both values stay in the log")
        if command is not None:
            made_button = self._button(text, f"{text}: {words}, {who}", command, said)
            line.addWidget(made_button)
            self.choices.append(made_button)
        return made

    def _button(self, text: str, name: str, command: Command, said: Sentence) -> QWidget:
        made = button()
        made.setText(text)
        made.setAccessibleName(name)
        made.clicked.connect(lambda: self._seat.perform(command, said=said))
        return made

    def _question(self, key: Key) -> Command:
        text = tr("Two desks disagree: {what}. What is right?", what=subject_words(self._seat.desk, key))
        return SendMessage(text, key.entity if key.kind == Kind.INCIDENT else None, key.entity if key.kind == Kind.UNIT else None)

    def _give_back(self, value: Value) -> Command | None:
        """Return what ends the reservation that a value writes."""
        wanted = dict(value) if isinstance(value, dict) else {}
        for promise in self._seat.desk.picture.reservations():
            facts = {"depot": promise.depot, "item": promise.item, "quantity": promise.quantity, "incident": promise.incident}
            if promise.state == "open" and facts == wanted:
                return EndReservation(promise.id, delivered=False)
        return None


def resolve(conflict: ConflictView, value: Value) -> ResolveConflict:
    """Return what settles a conflict with a value, over all heads that were shown."""
    return ResolveConflict(conflict.key, value, tuple(entry for entry, _, _, _ in conflict.values))

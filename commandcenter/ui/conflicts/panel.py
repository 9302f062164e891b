"""The list of conflicts: pick one value, keep what all say, or ask. What was not picked stays in the log."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from commandcenter.model.commands import Command
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.field_words import STOCK
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.views import ConflictView
from commandcenter.ui.conflicts.settling import SETTLED, Choice, dispute_of, is_medical
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import EmptyNote, Flow, button, column, label, row, scrolling
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.seeing import PATIENT, may_see

SHOWN = 40
"""Cards at once; the next follow as these are settled."""


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
        column(self).addWidget(scrolling(self._page))
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
        dispute, stock = dispute_of(self._seat.desk, conflict, medical=may_see(self._seat, PATIENT)), conflict.key.field.startswith(STOCK)
        if is_medical(conflict.key) and may_see(self._seat, PATIENT):
            self._seat.looked.emit(conflict.key.kind, conflict.key.entity)
        top = row()
        top.addWidget(label("warn", "⚠"))
        top.addWidget(label("strong", dispute.subject), 1)
        layout.addLayout(top)
        for place, choice in enumerate(dispute.picks):
            layout.addWidget(self._line(choice, tr("Give back") if stock else tr("Keep this"), shown=place == 0 and not stock))
        more = QWidget()
        more.setProperty("role", "clear")
        flow = Flow(more)
        if dispute.together is not None and dispute.together.command is not None:
            both = self._button(tr("Keep both"), f"{tr('Keep both')}: {dispute.together.words}", dispute.together.command, SETTLED)
            both.setToolTip(dispute.together.words)
            flow.addWidget(both)
        if dispute.ask is not None:
            flow.addWidget(self._button(tr("Ask the others"), tr("Ask the others"), dispute.ask, say("Asked")))
        layout.addWidget(more)
        return card

    def _line(self, choice: Choice, text: str, *, shown: bool) -> QWidget:
        made = QWidget()
        made.setProperty("role", "clear")
        line = row(made, gap=10)
        who = (self._seat.desk.picture.operator_name(choice.author) if choice.author else "") or tr("an unknown operator")
        line.addWidget(label("strong", choice.words, wrap=True), 3)
        line.addWidget(label("muted", f"{who} · {formats.moment(choice.ms)}" + (" · " + tr("shown now") if shown else ""), wrap=True), 3)
        if choice.command is not None:
            made_button = self._button(text, f"{text}: {choice.words}, {who}", choice.command, choice.said)
            line.addWidget(made_button)
            self.choices.append(made_button)
        return made

    def _button(self, text: str, name: str, command: Command, said: Sentence) -> QWidget:
        made = button()
        made.setText(text)
        made.setAccessibleName(name)
        made.clicked.connect(lambda: self._seat.perform(command, said=said))
        return made

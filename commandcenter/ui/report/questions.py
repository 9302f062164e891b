"""The questions of a type on the report form, and the priority that the answers suggest."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from commandcenter.resources.questions import Question, Suggestion
from commandcenter.ui.frame.parts import Flow, Translated, column, label
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.ports import DeskPort
from commandcenter.ui.type_names import language
from commandcenter.ui.words import priority_word


class QuestionsCard(Translated):
    """One row of answers a question; hidden while the type has none. Tab and Space reach every answer.

    Signals:
        answered(): an answer was given or taken back.
    """

    answered = Signal()

    def __init__(self, desk: DeskPort) -> None:
        """Start without a type."""
        super().__init__()
        self._desk = desk
        self._type = ""
        self.answers: dict[str, str] = {}
        self.buttons: dict[tuple[str, str], QToolButton] = {}
        self._rows = column(self, gap=3)
        self.advice = label("warn", wrap=True)
        self.advice.setParent(self)
        self.hide()

    def ask(self, incident_type: str, answers: dict[str, str] | None = None) -> None:
        """Show the questions of a type; answers to questions that stay asked are kept."""
        if incident_type == self._type and answers is None:
            return
        self._type = incident_type
        asked = {question.code for question in self._asked()}
        self.answers = {code: answer for code, answer in (self.answers if answers is None else answers).items() if code in asked}
        self.retranslate()

    @property
    def suggestion(self) -> Suggestion | None:
        """Return the priority that the answers suggest where it is not the type's own."""
        kind = self._desk.catalogue.types.get(self._type)
        return self._desk.catalogue.questions.suggest(self._type, int(kind.priority), self.answers) if kind is not None else None

    def retranslate(self) -> None:
        """Make the rows anew."""
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self.advice:
                widget.hide()
                widget.deleteLater()
        self.buttons = {}
        for question in self._asked():
            self._rows.addWidget(label("caption", question.name(language()), wrap=True))
            self._rows.addWidget(self._row(question))
        self._rows.addWidget(self.advice)
        self.setVisible(bool(self.buttons))
        self._advise()

    def _asked(self) -> list[Question]:
        return self._desk.catalogue.questions.of(self._type) if self._type else []

    def _row(self, question: Question) -> QWidget:
        made = QWidget()
        made.setProperty("role", "clear")
        flow, group = Flow(made, gap=4), QButtonGroup(made)
        group.setExclusive(True)
        for answer in question.answers:
            choice = QToolButton()
            choice.setProperty("kind", "segment")
            choice.setCheckable(True)
            choice.setText(answer.name(language()))
            choice.setAccessibleName(f"{question.name(language())} {answer.name(language())}")
            choice.setChecked(self.answers.get(question.code) == answer.code)
            choice.clicked.connect(lambda _checked=False, pair=(question.code, answer.code): self._answer(*pair))
            group.addButton(choice)
            flow.addWidget(choice)
            self.buttons[question.code, answer.code] = choice
        return made

    def _answer(self, question: str, answer: str) -> None:
        self.answers[question] = answer
        self._advise()
        self.answered.emit()

    def _advise(self) -> None:
        found = self.suggestion
        self.advice.setVisible(found is not None)
        if found is not None:
            why = found.why.name(language())
            self.advice.setText(tr("Priority {n}, {word}: {why}", n=found.priority, word=priority_word(found.priority), why=why))

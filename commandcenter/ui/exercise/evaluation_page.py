"""Evaluation: a rating and a note for each objective."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from commandcenter.exercise.review import Rating
from commandcenter.exercise.scenario import Objective
from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.frame.parts import column, label, row
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Page
from commandcenter.ui.type_names import language

GRADES = (
    ("P", mark("Performed")),
    ("S", mark("Performed with some challenges")),
    ("M", mark("Performed with major challenges")),
    ("U", mark("Unable")),
)
"""The ratings of HSEEP."""


class EvaluationPage(Page):
    """Qt thread. Objectives that come later, from the leading computer, get their lines when they are there."""

    def __init__(self, seat: Seat, port: ExercisePort) -> None:
        """Show a run's objectives."""
        super().__init__()
        self._seat, self._port = seat, port
        self._shown: tuple[Objective, ...] = ()
        self.grades: dict[str, tuple[QComboBox, QLineEdit]] = {}
        self._captions: dict[str, QLabel] = {}
        self._notes: dict[str, QLabel] = {}
        """What evaluators shall look at, by objective."""
        self.hint = label("muted", wrap=True)
        self._lines = column(lines := QWidget(), gap=6)
        self.box.addWidget(self.hint)
        self.box.addWidget(lines)
        self.box.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.refresh()
        self.hint.setText(
            tr("This exercise has no objectives to be rated.") if not self._shown else tr("What was shown, by objective; kept as you write.")
        )
        for objective in self._shown:
            self._captions[objective.code].setText(f"{objective.code}  {objective.text.get(language())}")
            grade, note = self.grades[objective.code]
            kept = max(grade.currentIndex(), 0)
            grade.clear()
            grade.addItem(tr("Not rated"), "")
            for letter, words in GRADES:
                grade.addItem(f"{letter}  {tr(words)}", letter)
            grade.setCurrentIndex(kept)
            grade.setAccessibleName(objective.code)
            note.setPlaceholderText(tr("What was seen"))
            note.setAccessibleName(f"{objective.code} {tr('What was seen')}")

    def _say_notes(self) -> None:
        """Say what evaluators shall look at in the injects of each objective."""
        told: dict[str, list[str]] = {code: [] for code in self._notes}
        for inject, _ in self._port.injects():
            if inject.note and inject.objective in told:
                told[inject.objective].append(tr("Inject {number}: {note}", number=inject.number, note=inject.note))
        for code, said in self._notes.items():
            words = "\n".join(told[code])
            if said.text() != words:
                said.setText(words)
            said.setVisible(bool(words))

    def refresh(self) -> None:
        """Add lines for objectives that are new, and notes of injects that are."""
        objectives = tuple(self._port.objectives)
        new = [one for one in objectives if one.code not in self.grades]
        self._shown = objectives
        for objective in new:
            self._add(objective.code)
        if new:
            self.retranslate()
        self._say_notes()

    def _add(self, code: str) -> None:
        title, grade, note = label("strong", wrap=True), QComboBox(), QLineEdit()
        self._notes[code] = said = label("muted", wrap=True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        self._captions[code], self.grades[code] = title, (grade, note)
        line = row()
        line.addWidget(grade)
        line.addWidget(note, 1)
        self._lines.addWidget(title)
        self._lines.addWidget(said)
        self._lines.addLayout(line)
        grade.activated.connect(lambda _index: self.rate(code))
        note.editingFinished.connect(lambda: self.rate(code))

    def rate(self, objective: str) -> None:
        """Keep what the evaluator says of an objective; the newest rating stands."""
        grade, note = self.grades[objective]
        ratings = self._port.notebook.ratings
        ratings[:] = [rating for rating in ratings if rating.objective != objective]
        rating = Rating(objective, str(grade.currentData() or ""), note.text(), self._seat.desk.picture.operator_name(self._seat.actor))
        if rating.grade:
            ratings.append(rating)
        self._port.noted(rating)

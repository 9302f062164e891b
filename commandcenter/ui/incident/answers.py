"""What the caller answered to the protocol's questions, on the incident's detail: shown to whom the data catalogue allows it, and correctable."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent

from commandcenter.model.commands import ChangeIncident
from commandcenter.model.entries import Kind
from commandcenter.model.sentences import say
from commandcenter.picture.views import IncidentView
from commandcenter.ui.frame.parts import Translated, column, label
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.report.questions import QuestionsCard
from commandcenter.ui.seat import Seat
from commandcenter.ui.seeing import PATIENT, may_see


class AnswersCard(Translated):
    """The questions of the incident's type with their answers; hidden where none is asked. An answer is written at once."""

    def __init__(self, seat: Seat) -> None:
        """Start without an incident."""
        super().__init__()
        self._seat = seat
        self._incident: IncidentView | None = None
        self.caption, self.withheld = label("muted"), label("muted", wrap=True)
        self.questions = QuestionsCard(seat.desk)
        layout = column(self, gap=4)
        for part in (self.caption, self.withheld, self.questions):
            layout.addWidget(part)
        self.questions.answered.connect(self._write)
        self.retranslate()

    def show_incident(self, incident: IncidentView) -> None:
        """Show an incident's answers."""
        self._incident = incident
        asked = {question.code for question in self._seat.desk.catalogue.questions.of(incident.type)}
        allowed = may_see(self._seat, PATIENT)
        answers = {code: answer for code, answer in incident.answers.items() if code in asked} if allowed else {}
        self.questions.ask(incident.type if allowed else "")
        if answers != self.questions.answers:
            self.questions.ask(incident.type, answers)
        self.questions.setEnabled(self._seat.lacks(ChangeIncident) is None)
        self.withheld.setVisible(not allowed)
        self.setVisible(bool(asked))
        self._note_look()

    def retranslate(self) -> None:
        """Say every text."""
        self.caption.setText(tr("Answers given on the telephone"))
        self.withheld.setText(tr("answers withheld"))

    def _write(self) -> None:
        incident = self._incident
        if incident is not None:
            answers = {**incident.answers, **self.questions.answers}
            self._seat.perform(ChangeIncident(incident.id, {"answers": answers}), said=say("Answers of {number} changed", number=incident.number))

    def _note_look(self) -> None:
        """Tell whose medical data is on the screen now."""
        if self._incident is not None and self.questions.answers and self.isVisible():
            self._seat.looked.emit(Kind.INCIDENT, self._incident.id)

    def showEvent(self, event: QShowEvent) -> None:
        """What was filled in behind another page is seen now."""
        super().showEvent(event)
        self._note_look()

"""The top of the incident panel: which incident this is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from commandcenter.model.commands import SetIncidentState
from commandcenter.model.field_words import field_said
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import IncidentState
from commandcenter.picture.views import IncidentView
from commandcenter.ui.frame.parts import Flow, Pill, Translated, button, column, label, restyle, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.shapes import paint_priority
from commandcenter.ui.type_names import type_name
from commandcenter.ui.words import grade_word, priority_word, state_word

ENDED = (IncidentState.CLOSED, IncidentState.CANCELLED, IncidentState.MERGED)


class PriorityBadge(QWidget):
    """A priority as shape, colour and number."""

    def __init__(self, seat: Seat) -> None:
        """Start with the lowest."""
        super().__init__()
        self._seat = seat
        self.priority = 5
        self.setFixedSize(QSize(32, 30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        look = self._seat.look
        painter = QPainter(self)
        paint_priority(painter, QRectF(self.rect()), self.priority, look.priority(self.priority), look.colour("panel"), look.font("large", bold=True))
        painter.end()


class IncidentHead(Translated):
    """Number, type, address, state; buttons for the next states."""

    def __init__(self, seat: Seat) -> None:
        """Start without an incident."""
        super().__init__()
        self._seat = seat
        self._incident: IncidentView | None = None
        self.badge = PriorityBadge(seat)
        self.title, self.address, self.facts, self.state = label("large", wrap=True), label("muted", wrap=True), label("faint", wrap=True), Pill()
        self.control, self.close_button, self.cancel, self.reopen = button(), button(), button(), button()
        self.control.clicked.connect(lambda: self._set(IncidentState.UNDER_CONTROL, say("{number} is under control", number=self._number())))
        self.close_button.clicked.connect(lambda: self._set(IncidentState.CLOSED, say("{number} closed", number=self._number())))
        self.cancel.clicked.connect(lambda: self._set(IncidentState.CANCELLED, say("{number} cancelled", number=self._number())))
        self.reopen.clicked.connect(lambda: self._set(IncidentState.REPORTED, say("{number} opened again", number=self._number())))
        for made in (self.control, self.close_button, self.cancel, self.reopen):
            made.needs(seat, SetIncidentState)
        layout = column(self, gap=4)
        layout.setContentsMargins(12, 10, 12, 8)
        top = row(gap=10)
        top.addWidget(self.badge)
        top.addWidget(self.title, 1)
        top.addWidget(self.state)
        layout.addLayout(top)
        layout.addWidget(self.address)
        layout.addWidget(self.facts)
        self._actions = QWidget()
        self._actions.setProperty("role", "clear")
        flow = Flow(self._actions)
        for made in (self.control, self.close_button, self.cancel, self.reopen):
            flow.addWidget(made)
        layout.addWidget(self._actions)
        seat.look.changed.connect(self.badge.update)

    def show_incident(self, incident: IncidentView) -> None:
        """Show an incident."""
        self._incident = incident
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        for made, text in (
            (self.control, tr("Under control")),
            (self.close_button, tr("Close")),
            (self.cancel, tr("Cancel incident")),
            (self.reopen, tr("Open again")),
        ):
            made.setText(text)
        incident = self._incident
        if incident is None:
            return
        self.badge.priority = incident.priority
        self.badge.setToolTip(priority_word(incident.priority))
        self.badge.setAccessibleName(priority_word(incident.priority))
        self.badge.update()
        name = incident.name or type_name(self._seat.desk.catalogue, incident.type)
        self.title.setText(f"{incident.number}  {name}")
        self.address.setText(incident.address)
        restyle(self.state, "pill", "plain" if incident.units or not incident.open else "warn")
        self.state.setText(state_word(incident.state))
        facts = [priority_word(incident.priority), grade_word(incident.grade), tr("Alarm level {n}", n=incident.alarm_level)]
        facts.append(tr("reported {time}", time=formats.clock(incident.reported_ms)))
        if incident.conflicts:
            facts.append(tr("⚠ desks disagree about {fields}", fields=formats.listed(spoken(field_said(field)) for field in incident.conflicts)))
        self.facts.setText(" · ".join(facts))
        allowed = self._seat.desk.catalogue.rules.incident_next[incident.state]
        self.control.setVisible(IncidentState.UNDER_CONTROL in allowed and incident.open)
        self.close_button.setVisible(IncidentState.CLOSED in allowed and incident.open)
        self.cancel.setVisible(IncidentState.CANCELLED in allowed and incident.open)
        self.reopen.setVisible(incident.state in ENDED and incident.state != IncidentState.MERGED)

    def _number(self) -> str:
        return self._incident.number if self._incident else ""

    def _set(self, state: IncidentState, said: Sentence) -> None:
        if self._incident is not None:
            self._seat.perform(SetIncidentState(self._incident.id, state), said=said)

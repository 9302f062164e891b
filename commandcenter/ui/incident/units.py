"""The units tab: who is on it, with all times, and one-click next steps."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from commandcenter.model.commands import ReleaseUnit, SetUnitStatus
from commandcenter.model.sentences import say
from commandcenter.model.words import UnitStatus
from commandcenter.picture.views import AssignmentView, IncidentView, UnitView
from commandcenter.ui.frame.parts import Flow, Translated, button, column, label, row, scrolling
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.closed_words import STATUS_SAID
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.incident.status_mark import StatusMark
from commandcenter.ui.logistics_words import marked
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import local_name, unit_kind_name
from commandcenter.ui.words import status_word

CARRIES_PEOPLE = "transport"
"""The capability of units that bring people to a hospital or shelter."""
ORDER = (UnitStatus.ENROUTE, UnitStatus.ON_SCENE, UnitStatus.TRANSPORTING, UnitStatus.AT_FACILITY, UnitStatus.RETURNING, UnitStatus.AVAILABLE)


class UnitsTab(Translated):
    """One card a unit."""

    def __init__(self, seat: Seat) -> None:
        """Start empty."""
        super().__init__()
        self._seat = seat
        self._incident: IncidentView | None = None
        self._page = QWidget()
        self._page.setProperty("role", "panel")
        self._cards = QVBoxLayout(self._page)
        self._cards.setContentsMargins(10, 10, 10, 10)
        self._cards.setSpacing(6)
        column(self).addWidget(scrolling(self._page))

    def show_incident(self, incident: IncidentView) -> None:
        """Show who is, and who was, on an incident."""
        self._incident = incident
        self.retranslate()

    def retranslate(self) -> None:
        """Make the cards anew; a handful at most."""
        while self._cards.count():
            item = self._cards.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        incident = self._incident
        assignments = self._seat.desk.picture.assignments(incident=incident.id) if incident else ()
        running = [a for a in assignments if a.ended_ms is None]
        for assignment in running:
            unit = self._seat.desk.picture.unit(assignment.unit)
            if unit is not None:
                self._cards.addWidget(self._card(unit, assignment))
        if not running:
            self._cards.addWidget(label("muted", tr("Nobody is on this incident now."), wrap=True))
        ended = [a for a in assignments if a.ended_ms is not None]
        if ended:
            self._cards.addWidget(label("caption", tr("Released")))
            self._cards.addWidget(label("muted", "\n".join(self._was(a) for a in ended), wrap=True))
        self._cards.addStretch(1)

    def _was(self, assignment: AssignmentView) -> str:
        unit = self._seat.desk.picture.unit(assignment.unit)
        return f"{unit.callsign if unit else '?'}   {_times(assignment)}   {tr('ended')} {formats.clock(assignment.ended_ms or 0, seconds=False)}"

    def _card(self, unit: UnitView, assignment: AssignmentView) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        layout = column(card, margin=8, gap=4)
        top = row()
        top.addWidget(StatusMark(self._seat.look, unit.status))
        top.addWidget(label("strong", marked(unit.callsign, unit.partner, self._seat.desk.picture)))
        top.addWidget(label("muted", unit_kind_name(self._seat.desk.catalogue, unit.kind)))
        top.addStretch(1)
        top.addWidget(label("", status_word(unit.status)))
        layout.addLayout(top)
        layout.addWidget(label("faint", _times(assignment), wrap=True))
        steps = QWidget()
        steps.setProperty("role", "clear")
        flow = Flow(steps, gap=4)
        allowed = self._seat.desk.catalogue.rules.unit_next[unit.status]
        for status in ORDER:
            if status in allowed:
                flow.addWidget(self._step(unit, status))
        flow.addWidget(self._release(unit))
        if CARRIES_PEOPLE in unit.capabilities:
            flow.addWidget(self._where_to(unit))
        layout.addWidget(steps)
        return card

    def _step(self, unit: UnitView, status: UnitStatus) -> QWidget:
        made = button("plain")
        made.setText(status_word(status))
        made.setAccessibleName(f"{unit.callsign}: {status_word(status)}")
        said = say("{units}: {status}", units=unit.callsign, status=STATUS_SAID[status])
        made.clicked.connect(lambda: self._seat.perform(SetUnitStatus(unit.id, status), said=said))
        made.needs(self._seat, SetUnitStatus)
        return made

    def _where_to(self, unit: UnitView) -> QWidget:
        """Offer the choice of a hospital or shelter for the people it carries."""
        going = next((p for p in self._seat.desk.picture.care.placements() if p.unit == unit.id and p.state == "reserved"), None)
        facility = self._seat.desk.picture.facility(going.facility) if going is not None else None
        made = button("plain")
        made.setText(tr("To {facility}", facility=local_name(facility.name, facility.names)) if facility is not None else tr("Choose hospital …"))
        made.setAccessibleName(f"{unit.callsign}: {made.text()}")
        made.clicked.connect(lambda: self._choose_facility(unit))
        made.needs(self._seat, SetUnitStatus)
        return made

    def _choose_facility(self, unit: UnitView) -> None:
        self._seat.choose_unit(unit.id)
        self._seat.window_wanted.emit("facilities")

    def _release(self, unit: UnitView) -> QWidget:
        made = button("plain")
        made.setText(tr("Release"))
        made.setAccessibleName(f"{unit.callsign}: {tr('Release')}")
        made.clicked.connect(lambda: self._seat.perform(ReleaseUnit(unit.id), said=say("{units} released", units=unit.callsign)))
        made.needs(self._seat, ReleaseUnit)
        return made

    def sizeHint(self) -> QSize:
        """Ask for little: the tab scrolls."""
        return QSize(300, 200)


def _times(assignment: AssignmentView) -> str:
    times = sorted(assignment.times_ms.items(), key=lambda pair: pair[1])
    return "  ".join(f"{status_word(status)} {formats.clock(ms)}" for status, ms in times)

"""The incident panel: the incident being worked on, in tabs."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStackedLayout, QTabWidget, QVBoxLayout, QWidget

from commandcenter.model.commands import ReportIncident
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.ports import Place
from commandcenter.picture.views import IncidentView
from commandcenter.ui.command_line.places import PlaceFinder
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.incident.detail import DetailTab
from commandcenter.ui.incident.head import IncidentHead
from commandcenter.ui.incident.lines import LinesTab
from commandcenter.ui.incident.route import RouteTab
from commandcenter.ui.incident.units import UnitsTab
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.recommend.panel import RecommendPanel
from commandcenter.ui.report.aside import ParkedPill
from commandcenter.ui.report.callbacks import CallbacksPill
from commandcenter.ui.report.drafts import Drafts
from commandcenter.ui.report.form import ReportForm
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import place_name

CALL_PLACE = "call_place"
"""The overlay of the place that is being looked up."""
DETAIL, RECOMMEND, UNITS, MESSAGES, TIMELINE, WAY = range(6)


class IncidentPanel(Panel):
    """Detail, recommendation, units, messages, timeline, way."""

    def __init__(self, seat: Seat, finder: PlaceFinder, drafts: Drafts, view: MapPort) -> None:
        """Follow the seat's incident; ways are shown on the map `view`."""
        super().__init__(seat.look)
        self._seat = seat
        self.reporting = False
        self.report, self.parked = ReportForm(seat, finder, drafts), ParkedPill(seat, drafts)
        self.callbacks = CallbacksPill(seat)
        for pill in (self.parked, self.callbacks):
            pill.pressed.connect(self.show_waiting)
        self.head = IncidentHead(seat)
        self.detail, self.recommend, self.units = DetailTab(seat, finder), RecommendPanel(seat), UnitsTab(seat)
        self.messages, self.timeline = LinesTab(seat, messages=True), LinesTab(seat, messages=False)
        self.way = RouteTab(seat, view)
        self._view = view
        self.report.place.previewed.connect(self._mark_place)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("incidentTabs")
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        for tab in (self.detail, self.recommend, self.units, self.messages, self.timeline, self.way):
            self.tabs.addTab(tab, "")
        self.tabs.setCurrentIndex(RECOMMEND)
        self.tabs.currentChanged.connect(lambda _i: self._show())
        self.nothing, self.new_button = label("muted", wrap=True), button("primary")
        self.new_button.needs(seat, ReportIncident)
        self._above = QVBoxLayout(self)
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.setSpacing(0)
        below = QWidget()
        self._above.addWidget(below, 1)
        self._stack = QStackedLayout(below)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._full())
        self._stack.addWidget(self.report)
        self.recommend.sent.connect(self._show_sent)
        seat.incident_chosen.connect(lambda _id: self._chosen())
        seat.changed.connect(self._on_changes)
        self.retranslate()

    def _empty(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addStretch(2)
        layout.addWidget(self.nothing)
        layout.addSpacing(8)
        layout.addWidget(self.new_button)
        layout.addStretch(3)
        return page

    def _full(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.tabs, 1)
        return page

    def put_above(self, part: QWidget) -> None:
        """Show a part above everything else of the panel."""
        self._above.insertWidget(0, part)

    def title(self) -> str:
        """Return the panel's name."""
        return tr("Incident")

    def focus_target(self) -> QWidget:
        """Return what has the keyboard in the tab shown."""
        targets = {
            RECOMMEND: self.recommend.list,
            MESSAGES: self.messages.text,
            TIMELINE: self.timeline.list,
            DETAIL: self.detail.address,
            WAY: self.way.rows,
        }
        return targets.get(self.tabs.currentIndex(), self.tabs) if self._incident() else self.new_button

    def show_tab(self, tab: int) -> None:
        """Show a tab and give it the keyboard."""
        self.tabs.setCurrentIndex(tab)
        self.focus_target().setFocus()

    def _show_sent(self) -> None:
        """Show who was sent; the keyboard stays in this panel: the unit board would take it and choose a unit that nobody chose."""
        if self.recommend.isAncestorOf(QApplication.focusWidget() or self):
            self.tabs.setFocus()
        self.tabs.setCurrentIndex(UNITS)

    def take_report(self) -> bool:
        """Show the form for a new incident in place of the present one; return whether it is free for one."""
        self.reporting = True
        self._show()
        return self.report.begin()

    def drop_call(self) -> None:
        """The line of the call on the form dropped: it is kept, to be rung back."""
        if self.reporting:
            self.report.drop()

    def show_waiting(self) -> None:
        """Show the form with the parked calls and those to be rung back above it; a call that is on it stays there."""
        if not self.reporting:
            self.take_report()
        self.report.focus_waiting()

    def end_report(self) -> None:
        """Show the incident again."""
        self.reporting = False
        self._view.hide_overlay(CALL_PLACE)
        self._show()

    def _mark_place(self, place: Place) -> None:
        """Mark on the map where the call may come from, before anything is opened there."""
        self._view.show_overlay(CALL_PLACE, [OverlayShape("place", "point", ((place.at,),), label=place_name(place), tone="warn")])

    def retranslate(self) -> None:
        """Say every text."""
        for place, text in enumerate((tr("Detail"), tr("Recommend"), tr("Units"), tr("Messages"), tr("Timeline"), tr("Way"))):
            self.tabs.setTabText(place, text)
            self.tabs.setTabToolTip(place, f"Ctrl+{place + 1}")
        self.tabs.setAccessibleName(self.title())
        self.nothing.setText(tr("No incident chosen. Choose one in the queue, on the map, or take a new one."))
        self.new_button.setText(tr("New incident (F2)"))
        self._show()

    def _incident(self) -> IncidentView | None:
        return self._seat.desk.picture.incident(self._seat.incident) if self._seat.incident else None

    def _chosen(self) -> None:
        incident = self._incident()
        self.count_label.setText(incident.number if incident else "")
        if incident is not None and self.tabs.currentIndex() == UNITS and not incident.units:
            self.tabs.setCurrentIndex(RECOMMEND)
        self._show()

    def _show(self) -> None:
        """Bring the head and the tab in sight up to date; the others follow when they are shown."""
        incident = self._incident()
        self._stack.setCurrentIndex(2 if self.reporting else 1 if incident else 0)
        if incident is None:
            return
        self.head.show_incident(incident)
        tab = self.tabs.currentWidget()
        if isinstance(tab, DetailTab | UnitsTab | LinesTab | RouteTab):
            tab.show_incident(incident)
        if tab is not self.way:
            self.way.leave()
        count = len(incident.units)
        self.tabs.setTabText(UNITS, tr("Units") + (f" {count}" if count else ""))

    def _on_changes(self, changes: Changes) -> None:
        incident = self._incident()
        touched = changes.of(Kind.INCIDENT) | changes.of(Kind.UNIT) | changes.of(Kind.CALL)
        moved = changes.of(Kind.ASSIGNMENT) or changes.of(Kind.PLACEMENT)
        if incident is not None and (moved or incident.id in touched or touched.intersection(incident.units)):
            self._show()

"""The way tab: how a unit gets to the incident, the other sensible ways, and every turn in words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QSizePolicy, QTreeWidgetItem, QVBoxLayout

from commandcenter.dispatch.eligibility import candidate_of
from commandcenter.dispatch.situation import situation_of
from commandcenter.dispatch.turn_list import Turn, turn_list
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.ids import Id
from commandcenter.model.ports import Route
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.ui.frame.parts import Translated, button, column, label, row, segment
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.incident import ways
from commandcenter.ui.incident.turns import AT_ROLE, TurnRows, text_of
from commandcenter.ui.latest import Latest
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.map_menu import copy_text
from commandcenter.ui.seat import Seat

MOST_WAYS = 3
Found = tuple[list[Route], Sentence | None]
"""The ways, or why there is none."""


class RouteTab(Translated):
    """Ways of one unit to the incident. Qt thread; searched in a worker thread while the tab is in sight.

    Signals:
        print_wanted(): the turn list is to be printed.
    """

    print_wanted = Signal()

    def __init__(self, seat: Seat, view: MapPort) -> None:
        """Start empty."""
        super().__init__()
        self._seat, self._view = seat, view
        self.incident: IncidentView | None = None
        self.ways: list[Route] = []
        self.turns: tuple[Turn, ...] = ()
        self._why_none: Sentence | None = None
        self._latest = Latest(seat, self)
        self.unit, self.said, self.rows = QComboBox(), label("muted", wrap=True), TurnRows(seat.look)
        self.copy_button, self.print_button = button(), button()
        self.choices = [segment() for _ in range(MOST_WAYS)]
        self._group = QButtonGroup(self)
        self._lay_out()
        self.unit.activated.connect(lambda _i: self._search())
        self.copy_button.clicked.connect(lambda: copy_text(self._seat, self.text()))
        self.print_button.clicked.connect(self.print_wanted)
        self.rows.itemActivated.connect(self._show_place)
        self.rows.itemClicked.connect(self._show_place)
        view.clicked.connect(self._clicked)
        seat.changed.connect(self._on_changes)
        self.retranslate()

    def _lay_out(self) -> None:
        layout = column(self, margin=10, gap=6)
        layout.addWidget(self.unit)
        choices = QVBoxLayout()
        choices.setSpacing(2)
        for n, choice in enumerate(self.choices):
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            choice.clicked.connect(partial(self._choose, n))
            self._group.addButton(choice)
            choices.addWidget(choice)
        layout.addLayout(choices)
        layout.addWidget(self.said)
        layout.addWidget(self.rows, 1)
        below = row()
        below.addStretch(1)
        below.addWidget(self.copy_button)
        below.addWidget(self.print_button)
        layout.addLayout(below)

    def show_incident(self, incident: IncidentView) -> None:
        """Show the ways to an incident."""
        other = self.incident is None or (incident.id, incident.at) != (self.incident.id, self.incident.at)
        self.incident = incident
        before = self.unit.currentData()
        self._fill_units()
        if other or self.unit.currentData() != before or not (self.ways or self._why_none):
            self._search()
        else:
            self._paint()

    def leave(self) -> None:
        """Take the ways off the map: the tab is out of sight."""
        self._latest.stop()
        self.ways, self.turns, self._why_none = [], (), None
        self._view.hide_overlay(ways.OVERLAY)

    @property
    def chosen(self) -> int:
        """Return which way is chosen, 0 the fastest."""
        return max(0, next((n for n, choice in enumerate(self.choices) if choice.isChecked()), 0))

    def text(self) -> str:
        """Return the turn list as plain text in the language in force."""
        return text_of(self.heading(), self.turns)

    def heading(self) -> str:
        """Return from whom to where, and how long it takes."""
        where = self.incident.address if self.incident else ""
        words = ways.way_words(self.ways, self.chosen) if self.ways else ""
        return tr("{callsign} to {where}: {words}", callsign=self.unit.currentText(), where=where, words=words)

    def retranslate(self) -> None:
        """Say every text."""
        self.unit.setAccessibleName(tr("Unit"))
        self.rows.setAccessibleName(tr("Turns"))
        self.copy_button.setText(tr("Copy"))
        self.print_button.setText(tr("Print"))
        self._paint()

    def _fill_units(self) -> None:
        """Offer the incident's units first, then everybody else who can be sent, in order of callsign."""
        picture, incident = self._seat.desk.picture, self.incident
        units = sorted(picture.units(), key=lambda u: (incident is None or u.incident != incident.id, u.callsign))
        with QSignalBlocker(self.unit):
            kept = self.unit.currentData() or self._seat.unit
            self.unit.clear()
            for unit in units:
                self.unit.addItem(unit.callsign, unit.id)
            self.unit.setCurrentIndex(max(0, self.unit.findData(kept)))

    def show_unit(self, unit: Id) -> None:
        """Choose whose ways are shown."""
        place = self.unit.findData(unit)
        if place >= 0 and place != self.unit.currentIndex():
            self.unit.setCurrentIndex(place)
            self._search()

    def _unit(self) -> UnitView | None:
        ident = self.unit.currentData()
        return self._seat.desk.picture.unit(ident) if ident else None

    def _search(self) -> None:
        unit, incident, desk = self._unit(), self.incident, self._seat.desk
        if unit is None or incident is None:
            return
        situation = situation_of(desk.picture, desk.tracks.latest(), desk.clock.wall_ms())
        start, target, profile = candidate_of(unit, situation, desk.catalogue).at, incident.at, unit.profile
        shapes, roads = situation.shapes, desk.roads

        def work(_stopped: object) -> Found:
            now = roads.with_closures(shapes)
            if profile not in now.profiles:
                return [], say("No road data for its vehicle profile {profile}.", profile=profile)
            found = now.routes(start, target, profile, MOST_WAYS)
            return found, None if found else now.why_unreachable(start, target, profile)

        self._latest.run(work, self._take)

    def _take(self, found: Found) -> None:
        self.ways, self._why_none = found
        self.choices[0].setChecked(True)
        self._paint()

    def _choose(self, n: int, _checked: bool = False) -> None:
        self.choices[n].setChecked(True)
        self._paint()

    def _paint(self) -> None:
        """Show the ways, and the chosen one's turns and warnings."""
        for n, choice in enumerate(self.choices):
            choice.setVisible(n < len(self.ways))
            if n < len(self.ways):
                choice.setText(f"{n + 1}   {ways.way_words(self.ways, n)}")
                choice.setAccessibleName(tr("Way {n}: {words}", n=n + 1, words=ways.way_words(self.ways, n)))
        chosen = self.ways[self.chosen] if self.ways else None
        self.turns = turn_list(chosen) if chosen else ()
        self.rows.show_turns(self.turns)
        warnings = [spoken(warning) for warning in chosen.warnings] if chosen else []
        self.said.setText("\n".join(warnings) or (spoken(self._why_none) if self._why_none else ""))
        self.said.setVisible(bool(self.said.text()))
        for made in (self.copy_button, self.print_button):
            made.setEnabled(chosen is not None)
        if self.ways and self.isVisible():
            self._view.show_overlay(ways.OVERLAY, ways.shapes(self.ways, self.chosen))
        else:
            self._view.hide_overlay(ways.OVERLAY)

    def _show_place(self, item: QTreeWidgetItem) -> None:
        at = item.data(0, AT_ROLE)
        self._seat.place_shown.emit(at[0], at[1], 17)

    def _clicked(self, kind: str, ident: str) -> None:
        if kind == f"overlay:{ways.OVERLAY}":
            self._choose(int(ident.removeprefix("way")))

    def _on_changes(self, changes: Changes) -> None:
        if self.ways and self.isVisible() and changes.of(Kind.CLOSURE):
            self._search()

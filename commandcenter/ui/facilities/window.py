"""The facilities window: places on top, the choice in the middle, who goes where below; all on one screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSplitter, QVBoxLayout, QWidget

from commandcenter.model.commands import MovePlacement
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.sentences import say
from commandcenter.model.words import FacilityKind
from commandcenter.picture.care import PlacementView
from commandcenter.ui.facilities.choice import ChoicePart
from commandcenter.ui.facilities.report import ReportForm
from commandcenter.ui.facilities.rows import Places, facility_name, placement_columns, places_columns, places_of
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.seeing import PATIENT, may_see
from commandcenter.ui.tables.page import NoticeLine
from commandcenter.ui.tables.view import Table

KINDS = (FacilityKind.HOSPITAL, FacilityKind.SHELTER)
ENDED = ("released", "cancelled")
ACTS = {"arrived": say("Arrived"), "released": say("Let go"), "cancelled": say("Called off")}


class FacilitiesWindow(Translated):
    """Three parts over one line that says how a command went."""

    def __init__(self, context: DeskContext) -> None:
        """Work at a seat."""
        super().__init__()
        self._seat = seat = context.seat
        self.setProperty("role", "window")
        self.filter, self.only_reported = QLineEdit(), QCheckBox()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self.reload())
        self.only_reported.toggled.connect(lambda _on: self.reload())
        self.places: Table[Places] = Table(seat.look, places_columns(seat), lambda p: (p.facility.id, p.care))
        self.places.chosen.connect(self._chosen)
        self.places.activated.connect(lambda _index: self._show_on_map())
        self.form, self.choice = ReportForm(seat), ChoicePart(seat)
        self.placements: Table[PlacementView] = Table(seat.look, placement_columns(seat), lambda p: p.id)
        self.acts = {state: button() for state in ACTS}
        self.placements.keys = {
            Qt.Key.Key_A: lambda: self.step("arrived"),
            Qt.Key.Key_L: lambda: self.step("released"),
            Qt.Key.Key_C: lambda: self.step("cancelled"),
        }
        for state, made in self.acts.items():
            made.clicked.connect(lambda _checked=False, state=state: self.step(state))
            made.needs(seat, MovePlacement)
        self.placements.chosen.connect(self._offer)
        self._caption, self.who = label("caption"), label("muted", wrap=True)
        self.notice = NoticeLine(seat)
        self._lay_out()
        QShortcut(QKeySequence("Esc"), self, self.close)
        seat.changed.connect(self._on_changes)
        seat.rights_changed.connect(self._say_who)
        self.resize(1160, 860)
        self.retranslate()

    def _lay_out(self) -> None:
        (upper, top), (between, middle), (lower, low) = _part(), _part(), _part()
        line = row()
        line.addWidget(self.filter, 1)
        line.addWidget(self.only_reported)
        top.addLayout(line)
        top.addWidget(self.places, 1)
        top.addWidget(self.form)
        middle.addWidget(self.choice)
        acts = row()
        acts.addWidget(self._caption, 1)
        for made in self.acts.values():
            acts.addWidget(made)
        low.addLayout(acts)
        low.addWidget(self.placements, 1)
        low.addWidget(self.who)
        parts = QSplitter(Qt.Orientation.Vertical)
        for page in (upper, between, lower):
            parts.addWidget(page)
        parts.setSizes([330, 330, 200])
        layout = column(self)
        layout.addWidget(parts, 1)
        layout.addWidget(self.notice)

    def reload(self) -> None:
        """Show all places and people; people on the way first."""
        picture, wanted = self._seat.desk.picture, self.filter.text().casefold().strip()
        facilities = [f for f in picture.facilities() if f.kind in KINDS and wanted in facility_name(f).casefold()]
        if self.only_reported.isChecked():
            facilities = [f for f in facilities if f.places]
        self.places.show_rows([line for facility in facilities for line in places_of(facility)])
        placements = picture.care.placements()
        self.placements.show_rows(sorted(placements, key=lambda p: (p.state in ENDED, p.state != "reserved", -p.reserved_ms, p.id)))
        going = sum(p.people for p in placements if p.state == "reserved")
        there = sum(p.people for p in placements if p.state == "arrived")
        self._caption.setText(tr("Who goes where: {going} on the way, {there} there", going=going, there=there))

    def step(self, state: str) -> None:
        """Write down that the chosen people arrived, left or do not come."""
        placement = self.placements.current()
        if placement is not None:
            self._seat.perform(MovePlacement(placement.id, state), said=say("{n} people: {state}", n=placement.people, state=ACTS[state]))

    def retranslate(self) -> None:
        """Say every text."""
        self.filter.setPlaceholderText(tr("Filter facilities"))
        self.filter.setAccessibleName(tr("Filter facilities"))
        self.only_reported.setText(tr("Only those that reported places"))
        self.places.name_it(
            tr("Beds and places"),
            tr("No hospital or shelter is known"),
            tr("They come with the region's map, or from facilities.csv."),
            "hospital-building",
        )
        self.placements.name_it(tr("Who goes where"), tr("Nobody is on the way to a facility"), tr("Keep places above."), "bed-outline")
        for made, text in zip(self.acts.values(), (tr("Arrived (A)"), tr("Let go (L)"), tr("Call off (C)")), strict=True):
            made.setText(text)
        self.reload()
        self._offer()

    def _chosen(self) -> None:
        places = self.places.current()
        self.form.show_facility(places.facility if places is not None else None, places.care if places is not None else "")

    def _offer(self) -> None:
        placement = self.placements.current()
        state = placement.state if placement is not None else ""
        self.acts["arrived"].setEnabled(state == "reserved")
        self.acts["cancelled"].setEnabled(state == "reserved")
        self.acts["released"].setEnabled(state == "arrived")
        self._say_who()

    def _say_who(self) -> None:
        """Say who the people of the chosen line are: to whose role the data catalogue allows it, and noted as a look."""
        placement = self.placements.current()
        known = placement is not None and bool(placement.who)
        allowed = may_see(self._seat, PATIENT)
        self.who.setVisible(known)
        self.who.setText(tr("Who they are: {who}", who=placement.who if allowed else tr("not shown to your role")) if placement is not None else "")
        if known and allowed and placement is not None and self.isVisible():
            self._seat.looked.emit(Kind.PLACEMENT, placement.id)

    def showEvent(self, event: QShowEvent) -> None:
        """What was filled in before is seen now."""
        super().showEvent(event)
        self._say_who()

    def _show_on_map(self) -> None:
        places = self.places.current()
        if places is not None:
            self._seat.place_shown.emit(places.facility.at.lon, places.facility.at.lat, 16)

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.FACILITY) or changes.of(Kind.PLACEMENT):
            self.reload()
            self.choice.think()


def _part() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    page.setProperty("role", "panel")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return page, column(page, margin=10, gap=8)

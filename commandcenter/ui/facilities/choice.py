"""Who should go where: what the people need, the facilities ranked by road time and load, Enter keeps the places."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from commandcenter.dispatch.facility_choice import Choice, Need, choose
from commandcenter.model.commands import ReservePlaces
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.ports import Shape
from commandcenter.model.sentences import ProperName, say
from commandcenter.model.words import LonLat
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.resources.logistics import CareSort
from commandcenter.ui.facilities.rows import Offered, care_codes, choice_columns
from commandcenter.ui.frame.parts import Flow, Translated, button, column, label, row
from commandcenter.ui.frame.wrapping import WrappingLine
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.logistics_words import care_name
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import fill
from commandcenter.ui.tables.hand import Hand
from commandcenter.ui.tables.page import Field, NumberEdit
from commandcenter.ui.tables.view import Table
from commandcenter.ui.type_names import language

PROFILE = "ambulance"
"""Of the roads, where nobody is named who brings the people."""


class ChoicePart(Translated):
    """Follows the incident and the unit that are being worked on."""

    def __init__(self, seat: Seat) -> None:
        """Choose for a seat."""
        super().__init__()
        self._seat = seat
        self._hand = Hand(seat, self)
        self._choice: Choice | None = None
        self._question: tuple[object, ...] = ()
        """What the shown answer was asked for: need, incident, unit."""
        self._task: asyncio.Task[object] | None = None
        self.whom = label("strong")
        self.care, self.people, self.tag, self.who = QComboBox(), NumberEdit("1"), QLineEdit(), QLineEdit()
        self.boxes: dict[str, QCheckBox] = {}
        self._fields = (Field(self.care, 160), Field(self.people, 70), Field(self.tag, 90), Field(self.who, 170))
        self.look, self.keep = button(), button("primary")
        self.table: Table[Offered] = Table(seat.look, choice_columns(seat), lambda offered: offered.found.facility)
        self.table.activated.connect(lambda _index: self.reserve())
        self.table.chosen.connect(self._offer)
        self.split = label("warn", wrap=True)
        self._needs = QWidget()
        self._needs.setProperty("role", "clear")
        self._flow = Flow(self._needs, gap=12)
        self._lay_out()
        self.care.currentIndexChanged.connect(lambda _n: self._care_chosen())
        self.people.textChanged.connect(lambda _text: self.think())
        self.look.clicked.connect(self.think)
        self.keep.clicked.connect(self.reserve)
        self.keep.needs(seat, ReservePlaces)
        seat.incident_chosen.connect(self.follow)
        seat.unit_chosen.connect(self.follow)
        self.retranslate()

    def _lay_out(self) -> None:
        layout = column(self, gap=6)
        top = row()
        top.addWidget(self.whom, 1)
        layout.addLayout(top)
        line = WrappingLine()
        for part in (*self._fields, self.look, self.keep):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(self._needs)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.split)

    def follow(self, _chosen: str = "") -> None:
        """Say for whom a place is looked for, and look."""
        incident, unit = self._from()
        if incident is None and unit is None:
            self.whom.setText(tr("Choose an incident or a unit in the desk's window"))
        else:
            parts = [unit.callsign if unit is not None else "", f"#{incident.number} {incident.address}" if incident is not None else ""]
            self.whom.setText(tr("Place for people of {who}", who=" · ".join(part for part in parts if part)))
        self.think()

    def think(self) -> None:
        """Rank the facilities anew, away from the window."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        incident, unit = self._from()
        if self.care.currentData() is None or (incident is None and unit is None):
            self._show(None)
            return
        self._task = self._hand.run(self._think(incident, unit))

    def reserve(self) -> None:
        """Keep the places in the chosen facility."""
        self._hand.run(self._reserve())

    def retranslate(self) -> None:
        """Say every text."""
        kinds = ("hospital", "shelter")
        codes = [code for kind in kinds for code in care_codes(self._seat, kind, CareSort.PLACES)]
        fill(self.care, ((care_name(self._seat.desk.catalogue, code), code) for code in codes))
        for field, text, example in zip(
            self._fields, (tr("Beds and places"), tr("People"), tr("Tag"), tr("Name (medical section)")), ("", "", "T-12", ""), strict=True
        ):
            field.say(text, example)
        self.look.setText(tr("Look again"))
        self.keep.setText(tr("Keep places (Enter)"))
        self.table.name_it(
            tr("Choice of facility"),
            tr("Nothing to choose from"),
            tr("Facilities within reach are ranked here; those that report their places above come first."),
            "hospital-building",
        )
        self._care_chosen()
        self.follow()

    def _from(self) -> tuple[IncidentView | None, UnitView | None]:
        seat = self._seat
        unit = seat.desk.picture.unit(seat.unit) if seat.unit else None
        incident = seat.desk.picture.incident(seat.incident) if seat.incident else None
        if unit is not None and unit.incident is not None:
            incident = seat.desk.picture.incident(unit.incident) or incident
        elif unit is not None and incident is not None and unit.id not in incident.units:
            unit = None
        return incident, unit

    def _care_chosen(self) -> None:
        """Offer the services that go with the kind of places."""
        care = self._seat.desk.catalogue.care.get(str(self.care.currentData()))
        codes = care_codes(self._seat, care.at.value, CareSort.SERVICE) if care is not None else []
        if list(self.boxes) != codes:
            for box in self.boxes.values():
                box.hide()
                box.deleteLater()
            self.boxes = {code: QCheckBox() for code in codes}
            for box in self.boxes.values():
                box.toggled.connect(lambda _on: self.think())
                self._flow.addWidget(box)
        for code, box in self.boxes.items():
            box.setText(care_name(self._seat.desk.catalogue, code))
        self.think()

    async def _think(self, incident: IncidentView | None, unit: UnitView | None) -> None:
        desk, now_ms = self._seat.desk, self._seat.now_ms()
        need = Need(str(self.care.currentData()), self.people.whole(), tuple(code for code, box in self.boxes.items() if box.isChecked()))
        profile = unit.profile if unit is not None else PROFILE
        facilities = desk.picture.facilities()
        shapes = [Shape(c.shape, c.exempt_profiles) for c in desk.picture.closures() if c.in_force(now_ms)]
        at = self._place(incident, unit)
        found = await asyncio.to_thread(lambda: choose(need, at, profile, facilities, desk.catalogue, desk.roads.with_closures(shapes)))
        before, self._question = self._question, (need, incident.id if incident else None, unit.id if unit else None)
        self._show(found, fresh=self._question != before)

    def _place(self, incident: IncidentView | None, unit: UnitView | None) -> LonLat:
        if unit is not None:
            position = self._seat.desk.tracks.latest().get(unit.id)
            return position.at if position is not None else unit.at
        return incident.at if incident is not None else LonLat(0.0, 0.0)

    def _show(self, choice: Choice | None, *, fresh: bool = True) -> None:
        """Show the ranking; the best is chosen where something else was asked, or what was chosen cannot take them any more."""
        self._choice = choice
        rows = [Offered(option, n) for n, option in enumerate(choice.options, start=1)] if choice is not None else []
        rows += [Offered(rejected) for rejected in choice.rejected] if choice is not None else []
        self.table.show_rows(rows)
        current = self.table.current()
        if choice is not None and choice.options and (fresh or current is None or current.option is None):
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        parts = choice.split if choice is not None else ()
        said = ", ".join(f"{self._name(facility).name(language())} {people}" for facility, people in parts)
        self.split.setText(tr("No facility is known to have room for all of them; split them: {parts}", parts=said) if parts else "")
        self.split.setVisible(bool(parts))
        self._offer()

    def _name(self, facility: Id) -> ProperName:
        found = self._seat.desk.picture.facility(facility)
        return ProperName(found.name, found.names) if found is not None else ProperName("?")

    def _offer(self) -> None:
        row_ = self.table.current()
        self.keep.setEnabled(row_ is not None and row_.option is not None)

    async def _reserve(self) -> None:
        chosen = self.table.current()
        if chosen is None or chosen.option is None:
            raise Refused("This facility cannot take them; see the reason beside it.")
        incident, unit = self._from()
        command = ReservePlaces(
            chosen.option.facility,
            str(self.care.currentData()),
            self.people.whole(),
            incident.id if incident is not None else None,
            unit.id if unit is not None else None,
            self.tag.text(),
            self.who.text(),
        )
        await self._seat.submit(command, said=say("{n} places kept at {facility}", n=command.people, facility=self._name(chosen.option.facility)))
        self.tag.clear()
        self.who.clear()

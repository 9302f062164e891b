"""What a facility reports: places and how many are taken, its services, whether it takes anybody in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from commandcenter.model.commands import ChangeFacility, ReportCapacity
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import ProperName, say
from commandcenter.picture.care import FacilityView
from commandcenter.resources.logistics import CareSort
from commandcenter.ui.facilities.rows import care_codes
from commandcenter.ui.frame.parts import Flow, Translated, button, column, row
from commandcenter.ui.frame.wrapping import WrappingLine
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.logistics_words import care_name
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import choose, fill
from commandcenter.ui.tables.hand import Hand
from commandcenter.ui.tables.page import Field, NumberEdit


class ReportForm(Translated):
    """One line for capacities, one for services and intake of the chosen facility."""

    def __init__(self, seat: Seat) -> None:
        """Report through a seat."""
        super().__init__()
        self._seat = seat
        self._hand = Hand(seat, self)
        self._facility: FacilityView | None = None
        self.care, self.total, self.taken, self.reason = QComboBox(), NumberEdit(), NumberEdit(), QLineEdit()
        self.send, self.intake, self.save = button(), button(), button()
        self._fields = (Field(self.care, 160), Field(self.taken, 70), Field(self.total, 70), Field(self.reason, 190))
        self.taken.returnPressed.connect(self.send.click)
        self.total.returnPressed.connect(self.send.click)
        self.send.clicked.connect(lambda: self._hand.run(self._report()))
        self.intake.clicked.connect(lambda: self._hand.run(self._turn()))
        self.save.clicked.connect(lambda: self._hand.run(self._services()))
        self.send.needs(seat, ReportCapacity)
        self.intake.needs(seat, ChangeFacility)
        self.save.needs(seat, ChangeFacility)
        self.boxes: dict[str, QCheckBox] = {}
        self._flow_page = QWidget()
        self._flow_page.setProperty("role", "clear")
        self._flow = Flow(self._flow_page, gap=12)
        layout = column(self, gap=6)
        first, second = WrappingLine(), row()
        care, taken, total, reason = self._fields
        for part in (care, taken, total, self.send):
            first.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        first.addStretch(1)
        for part in (reason, self.intake):
            first.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        second.addWidget(self._flow_page, 1)
        second.addWidget(self.save)
        layout.addLayout(first)
        layout.addLayout(second)
        self.retranslate()

    def show_facility(self, facility: FacilityView | None, care: str = "") -> None:
        """Offer what this facility can report; `care` is the kind of places that is looked at."""
        same = facility is not None and self._facility is not None and facility.id == self._facility.id
        self._facility = facility
        self.setEnabled(facility is not None)
        self.intake.setText(tr("Takes nobody in") if facility is None or facility.open else tr("Takes people in again"))
        if facility is None:
            return
        fill(self.care, ((care_name(self._seat.desk.catalogue, code), code) for code in care_codes(self._seat, facility.kind, CareSort.PLACES)))
        if care:
            choose(self.care, care)
        if not same:
            self.total.clear()
            self.taken.clear()
        self._offer_services(facility)

    def retranslate(self) -> None:
        """Say every text."""
        for field, text in zip(self._fields, (tr("Beds and places"), tr("Taken"), tr("of"), tr("Reason")), strict=True):
            field.say(text)
        self.send.setText(tr("Report figures"))
        self.save.setText(tr("Keep services"))
        self.show_facility(self._facility)

    def _offer_services(self, facility: FacilityView) -> None:
        codes = care_codes(self._seat, facility.kind, CareSort.SERVICE)
        if list(self.boxes) != codes:
            for box in self.boxes.values():
                box.hide()
                box.deleteLater()
            self.boxes = {code: QCheckBox() for code in codes}
            for box in self.boxes.values():
                self._flow.addWidget(box)
        for code, box in self.boxes.items():
            box.setText(care_name(self._seat.desk.catalogue, code))
            box.setChecked(code in facility.services)

    async def _report(self) -> None:
        facility = self._chosen()
        command = ReportCapacity(facility.id, str(self.care.currentData()), self.total.whole(), self.taken.whole())
        said = say(
            "{facility}: {taken} of {total} taken", facility=ProperName(facility.name, facility.names), taken=command.taken, total=command.total
        )
        await self._seat.submit(command, said=said)

    async def _turn(self) -> None:
        facility = self._chosen()
        said = (
            say("{facility} takes nobody in", facility=ProperName(facility.name, facility.names))
            if facility.open
            else say("{facility} takes people in again", facility=ProperName(facility.name, facility.names))
        )
        await self._seat.submit(ChangeFacility(facility.id, open=not facility.open, reason=self.reason.text()), said=said)
        self.reason.clear()

    async def _services(self) -> None:
        facility = self._chosen()
        services = tuple(code for code, box in self.boxes.items() if box.isChecked())
        await self._seat.submit(
            ChangeFacility(facility.id, services), said=say("Services of {facility} kept", facility=ProperName(facility.name, facility.names))
        )

    def _chosen(self) -> FacilityView:
        if self._facility is None:
            raise Refused("No facility is chosen.")
        return self._facility

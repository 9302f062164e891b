"""Which sections each partner and the public get: shown, and changed by an entry."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox

from commandcenter.model.commands import SetSharing
from commandcenter.model.commands.privacy import PUBLIC
from commandcenter.model.entries import Changes, Kind, Section
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.ui.data.partner_stick import PartnerStick
from commandcenter.ui.data.port import PartnerPort
from commandcenter.ui.frame.parts import button, label, line
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.logistics_words import PARTNER_KIND
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import fill
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Field, Page
from commandcenter.ui.tables.view import Table

SECTIONS = {
    Section.OP: mark("the work: incidents, units, orders, stock"),
    Section.MED: mark("medical remarks"),
    Section.PII: mark("personal data"),
}


@dataclass(frozen=True, slots=True)
class Audience:
    """Who gets something."""

    id: Id
    name: str
    kind: str
    sections: frozenset[str]
    devices: tuple[Id, ...]
    """Of this partner."""


class SharingPage(Page):
    """One row an audience; the boxes below change the chosen one."""

    def __init__(self, seat: Seat, sticks: PartnerPort | None = None) -> None:
        """Follow a seat's policy; `sticks`: where the app can write them."""
        super().__init__()
        self._seat = seat
        self._names: dict[Id, str] = {}
        columns: list[Column[Audience]] = [
            Column(mark("Organisation"), lambda a: tr("Everybody else (public)") if a.id == PUBLIC else a.name, wide=True),
            Column(mark("Kind"), lambda a: tr(PARTNER_KIND.get(a.kind, a.kind)) if a.kind else ""),
            Column(mark("Devices"), lambda a: ", ".join(self._names.get(device) or device[:8] for device in a.devices), wide=True),
            *(Column(words, lambda a, name=name: "✓" if name in a.sections else "–") for name, words in SECTIONS.items()),  # type: ignore[misc] # bound early
        ]
        self.table: Table[Audience] = Table(seat.look, columns, lambda audience: audience.id)
        self.table.chosen.connect(self._choose)
        self.hint, self.boxes, self.set = label("muted", wrap=True), {name: QCheckBox() for name in SECTIONS}, button("primary")
        self.box.addWidget(self.table, 1)
        self.box.addWidget(self.hint)
        self.device, self.add, self.remove = QComboBox(), button(), button()
        self.device_field = Field(self.device, 240)
        self.line(*self.boxes.values(), 1, self.set)
        self.line(self.device_field, self.add, self.remove, 1)
        self.stick = PartnerStick(seat, sticks, self._audience) if sticks is not None else None
        if self.stick is not None:
            self.box.addWidget(line())
            self.box.addWidget(self.stick)
        self.add.clicked.connect(lambda: seat.run(self._decide(mine=True)))
        self.remove.clicked.connect(lambda: seat.run(self._decide(mine=False)))
        self.set.clicked.connect(lambda: seat.run(self._decide()))
        for made in (self.add, self.remove, self.set):
            made.needs(seat, SetSharing)
        seat.changed.connect(self._on_changes)
        self.retranslate()

    def reload(self) -> None:
        """Read the policy."""
        picture = self._seat.desk.picture
        policy = picture.privacy.sharing()
        self._names = {device.id: device.name or device.id[:8] for device in picture.rights.devices()}
        theirs = {p.id: tuple(device for device, audience in policy.devices.items() if audience == p.id) for p in picture.supplies.partners()}
        partners = [Audience(p.id, p.name, p.kind, policy.sections(p.id), theirs[p.id]) for p in picture.supplies.partners()]
        self.table.show_rows([*partners, Audience(PUBLIC, "", "", policy.sections(PUBLIC), ())])
        fill(self.device, ((name, device) for device, name in self._names.items()))
        self._choose()

    def retranslate(self) -> None:
        """Say every text."""
        self.table.name_it(tr("Sharing"), tr("There is no partner yet"))
        for name, words in SECTIONS.items():
            self.boxes[name].setText(tr(words))
        self.set.setText(tr("Share so from now on"))
        self.device_field.say(tr("Device"))
        self.add.setText(tr("It is this partner's"))
        self.remove.setText(tr("It is not"))
        self.hint.setText(tr("Holds for bundles and for what the hub gives. What somebody has already stays there; its copy verifies either way."))
        self.reload()

    def _choose(self) -> None:
        audience = self.table.current()
        for name, made in self.boxes.items():
            with QSignalBlocker(made):
                made.setChecked(audience is not None and name in audience.sections)
                made.setEnabled(audience is not None)
        self.set.setEnabled(audience is not None)
        for part in (self.add, self.remove):
            part.setEnabled(audience is not None and audience.id != PUBLIC and self.device.count() > 0)

    def _audience(self) -> Id | None:
        audience = self.table.current()
        return None if audience is None else audience.id

    async def _decide(self, *, mine: bool | None = None) -> None:
        """Write down the boxes, and whether the chosen device is (not) this partner's."""
        audience = self.table.current()
        if audience is None:
            raise Refused("No organisation is chosen.")
        chosen = tuple(str(name) for name, made in self.boxes.items() if made.isChecked())
        devices = None if mine is None else {device for device in audience.devices if device != self.device.currentData()}
        if devices is not None and mine:
            devices.add(Id(self.device.currentData()))
        command = SetSharing(audience.id, chosen, None if devices is None else tuple(sorted(devices)))
        await self._seat.submit(command, said=say("Sharing decided"))

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.PARTNER) or changes.of(Kind.SHARING):
            self.reload()

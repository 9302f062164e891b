"""Devices: which computers write in the operation; a lost one is shut out, a new one let in by request and approval."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit

from commandcenter.model.commands import EnrolDevice, GrantRole, RevokeDevice
from commandcenter.model.errors import Refused
from commandcenter.model.rights import Role
from commandcenter.model.sentences import say
from commandcenter.picture.rights import DeviceView
from commandcenter.ui.frame.parts import button, label, line
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.identity.paper import PaperIn, PaperOut
from commandcenter.ui.identity.port import IdentityPort
from commandcenter.ui.identity.words import device_state, role_options, role_words, short
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import choose, fill
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Field, Page
from commandcenter.ui.tables.view import Table


class DevicesPage(Page):
    """One row a device; below, the request of a new one."""

    def __init__(self, seat: Seat, identity: IdentityPort) -> None:
        """Show the devices of the operation."""
        super().__init__()
        self._seat, self._identity = seat, identity
        columns: tuple[Column[DeviceView], ...] = (
            Column(mark("Device"), self._name, wide=True),
            Column(mark("For"), lambda device: "" if device.revoked else role_words(device.roles)),
            Column(mark("Entries"), lambda device: formats.number(device.written), number=True),
            Column(mark("State"), self._state, tone=lambda device: "warn" if device.revoked or not device.roles else ""),
        )
        self.table = Table(seat.look, columns, lambda device: device.id)
        self.lead, self.asked = label("muted", wrap=True), label("strong", wrap=True)
        self.reason, self.revoke = QLineEdit(), button()
        self.paper, self.role, self.approve = PaperIn(seat), QComboBox(), button("primary")
        self.out = PaperOut(seat, "approval")
        self._fields = (Field(self.reason, 250), Field(self.role, 150))
        self.box.addWidget(self.table, 1)
        self.line(self._fields[0], self.revoke, 1)
        self.box.addWidget(line())
        self.box.addWidget(self.lead)
        self.box.addWidget(self.paper)
        self.box.addWidget(self.asked)
        self.line(self._fields[1], self.approve, 1)
        self.box.addWidget(self.out, 2)
        self.revoke.clicked.connect(lambda: seat.run(self._revoke()))
        self.paper.text.textChanged.connect(lambda: seat.run(self._look()))
        self.approve.clicked.connect(lambda: seat.run(self._approve()))
        self.revoke.needs(seat, RevokeDevice)
        self.approve.needs(seat, EnrolDevice, GrantRole)
        self.table.chosen.connect(self._on_choice)
        self._offer(None)
        self.retranslate()

    def refresh(self) -> None:
        """Show the devices as they are now."""
        self.table.show_rows(self._seat.desk.picture.rights.devices())
        self._on_choice()

    def retranslate(self) -> None:
        """Say every text."""
        self.table.name_it(tr("Devices of this operation"), tr("No device has written yet"), "", "laptop")
        self.lead.setText(tr("A new laptop writes a request (its page “This laptop”) and brings it here, as a file or a QR code."))
        self._fields[0].say(tr("Reason"))
        self._fields[1].say(tr("Let it in as"))
        fill(self.role, role_options())
        self.revoke.setText(tr("Shut this device out"))
        self.paper.name_it(tr("Request of a new laptop"))
        self.approve.setText(tr("The numbers are the same: let it in"))
        self.refresh()

    def _name(self, device: DeviceView) -> str:
        name = f"{device.name} ({short(device.id)})" if device.name else short(device.id)
        return tr("{name} – this one", name=name) if device.id == self._identity.device else name

    def _state(self, device: DeviceView) -> str:
        state = device_state(device, self._seat.desk.picture.rights.begun)
        return state if device.goes_on_for is None else tr("{state}, goes on for {device}", state=state, device=short(device.goes_on_for))

    def _on_choice(self) -> None:
        device = self.table.current()
        self.revoke.setEnabled(device is not None and not device.revoked and device.id != self._identity.device)

    def _offer(self, said: str | None) -> None:
        self.asked.setText(said or "")
        for part in (self.asked, self._fields[1], self.approve):
            part.setVisible(said is not None)

    async def _revoke(self) -> None:
        device = self.table.current()
        if device is None:
            raise Refused("Choose a device in the list first.")
        await self._seat.submit(RevokeDevice(device.id, self.reason.text().strip()))
        self._seat.notice(Level.DONE, say("{name} is shut out; what it says from now on waits for a verdict", name=device.name or short(device.id)))
        self.reason.clear()

    async def _look(self) -> None:
        """Say who asks, and the number to compare."""
        self._offer(None)
        self.out.put(None)
        text = self.paper.text.toPlainText().strip()
        if not text:
            return
        asked = await self._identity.read_request(text)
        if text != self.paper.text.toPlainText().strip():
            return  # another one was put in meanwhile
        choose(self.role, asked.role.value)
        self._offer(
            tr(
                "{person} asks for {device} to be let in. Let {person} read the number; it must be:  {code}",
                person=asked.person,
                device=asked.device_name,
                code=asked.code,
            )
        )

    async def _approve(self) -> None:
        self.approve.setEnabled(False)
        try:
            paper = await self._identity.approve(self.paper.text.toPlainText(), Role(self.role.currentData()))
        finally:
            self.approve.setEnabled(True)
        self._offer(None)
        self.out.put(paper)
        self._seat.notice(Level.DONE, say("The laptop is enrolled; now hand the approval over"))

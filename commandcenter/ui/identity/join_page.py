"""This laptop: its request to join an operation, and the approval that comes back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit

from commandcenter.model.rights import ROLE_SAID, Role
from commandcenter.ui.frame.parts import button, label, line
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.identity.paper import PaperIn, PaperOut
from commandcenter.ui.identity.port import IdentityPort
from commandcenter.ui.identity.words import role_options
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import choose, fill
from commandcenter.ui.tables.page import Field, Page


class JoinPage(Page):
    """Request out, approval in."""

    def __init__(self, seat: Seat, identity: IdentityPort, joined: Callable[[str], object]) -> None:
        """`joined` is called with the region of an operation that was joined."""
        super().__init__()
        self._seat, self._identity, self._joined = seat, identity, joined
        self.lead, self.second, self.offered = label("muted", wrap=True), label("muted", wrap=True), label("strong", wrap=True)
        self.name, self.role, self.request = QLineEdit(identity.person.name), QComboBox(), button("primary")
        self.out, self.paper, self.accept = PaperOut(seat, "request"), PaperIn(seat), button("primary")
        self._fields = (Field(self.name, 190), Field(self.role, 150))
        self.box.addWidget(self.lead)
        self.line(*self._fields, self.request, 1)
        self.box.addWidget(self.out, 1)
        self.box.addWidget(line())
        self.box.addWidget(self.second)
        self.box.addWidget(self.paper)
        self.box.addWidget(self.offered)
        self.line(self.accept, 1)
        self.box.addStretch(0)
        self.request.clicked.connect(lambda: seat.run(self._ask()))
        self.paper.text.textChanged.connect(lambda: seat.run(self._look()))
        self.accept.clicked.connect(lambda: seat.run(self._accept()))
        self._offer(None)
        self.retranslate()
        choose(self.role, Role.FIELD_COMMANDER.value)

    def retranslate(self) -> None:
        """Say every text."""
        self.lead.setText(tr("To work in the operation of other desks, write a request and bring it to a supervisor's desk. No network is needed."))
        for field, text in zip(self._fields, (tr("Name"), tr("Role")), strict=True):
            field.say(text)
        fill(self.role, role_options())
        self.request.setText(tr("Write the request"))
        self.second.setText(tr("Put the supervisor's approval in here:"))
        self.paper.name_it(tr("Approval for this laptop"))
        self.accept.setText(tr("The numbers are the same: join"))

    def _offer(self, said: str | None) -> None:
        self.offered.setText(said or "")
        for part in (self.offered, self.accept):
            part.setVisible(said is not None)

    async def _ask(self) -> None:
        self.request.setEnabled(False)
        try:
            self.out.put(await self._identity.request(self.name.text(), Role(self.role.currentData())))
        finally:
            self.request.setEnabled(True)

    async def _look(self) -> None:
        self._offer(None)
        text = self.paper.text.toPlainText().strip()
        if not text:
            return
        offered = await self._identity.read_approval(text)
        if text != self.paper.text.toPlainText().strip():
            return  # another one was put in meanwhile
        self._offer(
            tr(
                "{by} lets {person} work as {role} over {region}. Let {by} read the number; it must be:  {code}",
                by=offered.by,
                person=offered.person,
                role=spoken(ROLE_SAID[offered.role]),
                region=offered.region,
                code=offered.code,
            )
        )

    async def _accept(self) -> None:
        self._joined(await self._identity.accept(self.paper.text.toPlainText()))

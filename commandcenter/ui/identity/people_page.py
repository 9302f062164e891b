"""People: who has which role, given and taken here; and first PINs for others."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit

from commandcenter.model.commands import GrantRole, RevokeGrant
from commandcenter.model.errors import Refused
from commandcenter.model.ids import derived_id
from commandcenter.model.rights import ROLE_SAID, Role
from commandcenter.model.sentences import say
from commandcenter.picture.rights import GrantView
from commandcenter.ui.frame.parts import button, label, line
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.identity.port import IdentityPort
from commandcenter.ui.identity.words import person_words, role_options
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import fill
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Field, Page
from commandcenter.ui.tables.view import Table


class PeoplePage(Page):
    """One row a grant."""

    def __init__(self, seat: Seat, identity: IdentityPort) -> None:
        """Show the grants of the operation."""
        super().__init__()
        self._seat, self._identity = seat, identity
        columns: tuple[Column[GrantView], ...] = (
            Column(mark("Name"), lambda grant: grant.name, wide=True),
            Column(mark("Role"), lambda grant: spoken(ROLE_SAID[grant.role])),
            Column(mark("Given by"), lambda grant: person_words(seat, grant.by)),
            Column(mark("When"), lambda grant: formats.moment(grant.wall_ms)),
            Column(mark("State"), _state, tone=lambda grant: "warn" if grant.revoked else ""),
        )
        self.table = Table(seat.look, columns, lambda grant: grant.id)
        self.lead = label("muted", wrap=True)
        self.name, self.role, self.reason, self.pin = QLineEdit(), QComboBox(), QLineEdit(), QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.give, self.take, self.introduce = button("primary"), button(), button()
        self._fields = (Field(self.name, 190), Field(self.role, 150), Field(self.reason, 250), Field(self.pin, 150))
        self.box.addWidget(self.lead)
        self.box.addWidget(self.table, 1)
        self.line(self._fields[2], self.take, 1)
        self.box.addWidget(line())
        self.line(self._fields[0], self._fields[1], self.give, 1)
        self.line(self._fields[3], self.introduce, 1)
        self.give.clicked.connect(lambda: seat.run(self._give()))
        self.name.returnPressed.connect(self.give.click)
        self.take.clicked.connect(lambda: seat.run(self._take()))
        self.introduce.clicked.connect(lambda: seat.run(self._introduce()))
        self.give.needs(seat, GrantRole)
        self.take.needs(seat, RevokeGrant)
        self.table.chosen.connect(self._on_choice)
        self.retranslate()

    def refresh(self) -> None:
        """Show the grants as they are now."""
        self.table.show_rows(self._seat.desk.picture.rights.grants())
        self._on_choice()

    def retranslate(self) -> None:
        """Say every text."""
        self.lead.setText(
            tr("Roles of this operation. While nobody has one, everybody may do everything; the first role that is given begins the rule of rights.")
        )
        self.table.name_it(
            tr("Roles given"),
            tr("Nobody has been granted a role"),
            tr("Everybody at a desk of this operation may do everything"),
            "account-key-outline",
        )
        for field, text in zip(self._fields, (tr("Name"), tr("Role"), tr("Reason"), tr("First PIN on this computer")), strict=True):
            field.say(text)
        fill(self.role, role_options())
        self.give.setText(tr("Give the role"))
        self.take.setText(tr("Take the role back"))
        self.introduce.setText(tr("Let this person sign in here"))
        self.refresh()

    def _on_choice(self) -> None:
        grant = self.table.current()
        self.take.setEnabled(grant is not None and not grant.revoked)

    async def _give(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            raise Refused("Say whose role it is.")
        role = Role(self.role.currentData())
        await self._seat.submit(GrantRole(derived_id("operator", name.casefold()), name, role.value))
        self._seat.notice(Level.DONE, say("{name} is {role} in this operation", name=name, role=ROLE_SAID[role]))
        self.name.clear()

    async def _take(self) -> None:
        grant = self.table.current()
        if grant is None:
            raise Refused("Choose a role in the list first.")
        await self._seat.submit(RevokeGrant(grant.id, self.reason.text().strip()))
        self._seat.notice(Level.DONE, say("{name} is no longer {role}", name=grant.name, role=ROLE_SAID[grant.role]))
        self.reason.clear()

    async def _introduce(self) -> None:
        name, pin = self.name.text().strip(), self.pin.text()
        self.pin.clear()
        if not name:
            raise Refused("Say whose PIN it is.")
        await self._identity.introduce(name, pin)
        self._seat.notice(Level.DONE, say("{name} can sign in on this computer", name=name))


def _state(grant: GrantView) -> str:
    if not grant.revoked:
        return tr("in force")
    return tr("taken back: {reason}", reason=grant.reason) if grant.reason else tr("taken back")

"""A USB stick given and taken with gloves: the desk's page of the stick in a card."""

from __future__ import annotations

from commandcenter.ui.connection.port import SyncPort
from commandcenter.ui.connection.stick_page import StickPage
from commandcenter.ui.field.parts import TARGET_PX, Card, big
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.seat import Seat


class StickCard(Card):
    """Write a stick, read a stick; hidden where the program runs without other desks. Qt thread."""

    def __init__(self, seat: Seat, sync: SyncPort | None) -> None:
        """Offer what the desk offers."""
        super().__init__()
        self.page = StickPage(seat, sync, stacked=True) if sync is not None else None
        if self.page is None:
            self.hide()
            return
        self.page.setProperty("role", "clear")
        self.page.box.setContentsMargins(0, 0, 0, 0)
        big(self.page.write_all, self.page.write_for, self.page.read, self.page.summary)
        self.page.files.setMinimumHeight(TARGET_PX)
        self.body.addWidget(self.page)

    def retranslate(self) -> None:
        """Say the name; the page says its own."""
        self.title.setText(tr("USB stick"))

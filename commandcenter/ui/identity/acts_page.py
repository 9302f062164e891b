"""Acts without right: kept in the log, not counted, until a supervisor ratifies or voids them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from commandcenter.model.commands import RatifyEntry, VoidEntry
from commandcenter.model.entries import Entry
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.picture.rights import Verdict
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.identity.words import device_words, person_words
from commandcenter.ui.log.words import line_words
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Field, Page
from commandcenter.ui.tables.view import Table

Act = tuple[Entry, Verdict]


class ActsPage(Page):
    """One row an act that waits."""

    def __init__(self, seat: Seat) -> None:
        """Show what waits."""
        super().__init__()
        self._seat = seat
        columns: tuple[Column[Act], ...] = (
            Column(mark("When"), lambda act: formats.moment(act[0].wall_ms)),
            Column(mark("Who"), lambda act: person_words(seat, act[0].actor)),
            Column(mark("Device"), lambda act: device_words(seat, act[0].device)),
            Column(mark("What was done"), self._what, wide=True),
            Column(mark("Why it waits"), lambda act: spoken(act[1].sentence), wide=True),
        )
        self.table = Table(seat.look, columns, lambda act: act[0].id)
        self.lead, self.reason, self.ratify, self.void = label("muted", wrap=True), QLineEdit(), button("primary"), button()
        self._field = Field(self.reason, 250)
        self.box.addWidget(self.lead)
        self.box.addWidget(self.table, 1)
        self.line(self._field, self.ratify, self.void, 1)
        self.ratify.clicked.connect(lambda: seat.run(self._settle(ratified=True)))
        self.void.clicked.connect(lambda: seat.run(self._settle(ratified=False)))
        self.ratify.needs(seat, RatifyEntry)
        self.void.needs(seat, VoidEntry)
        self.table.chosen.connect(self._on_choice)
        self.retranslate()

    def refresh(self) -> None:
        """Show what waits now."""
        self.table.show_rows(self._seat.desk.picture.rights.unratified())
        self._on_choice()

    def retranslate(self) -> None:
        """Say every text."""
        self.lead.setText(
            tr("What somebody did without right, or not yet knowing that the right was gone. It is in the log and does not count until you say so.")
        )
        self.table.name_it(tr("Acts that wait for a verdict"), tr("Nothing waits for a verdict"), "", "gavel")
        self._field.say(tr("Reason"))
        self.ratify.setText(tr("Let it count"))
        self.void.setText(tr("It shall not count"))
        self.refresh()

    def _what(self, act: Act) -> str:
        line = replace(self._seat.desk.picture.line_of(act[0]), not_counted=None)  # that it does not count goes without saying here
        return line_words(line, self._seat.desk.catalogue)

    def _on_choice(self) -> None:
        chosen = self.table.current() is not None
        for part in (self.ratify, self.void):
            part.setEnabled(chosen)

    async def _settle(self, *, ratified: bool) -> None:
        act = self.table.current()
        if act is None:
            raise Refused("Choose an act in the list first.")
        reason = self.reason.text().strip()
        await self._seat.submit(RatifyEntry(act[0].id, reason) if ratified else VoidEntry(act[0].id, reason))
        self._seat.notice(Level.DONE, say("The act counts now") if ratified else say("The act does not count"))
        self.reason.clear()

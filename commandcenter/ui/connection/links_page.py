"""How this desk stands to others, and through whom: the hub, desks nearby, and what each of them lacks."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit

from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.ui.connection.port import Choice, DeviceState, SyncPort
from commandcenter.ui.files.kinds import size_words
from commandcenter.ui.frame.parts import button, label, line, restyle
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Field, Page
from commandcenter.ui.tables.view import Table


class LinksPage(Page):
    """Status in words, hub, network, and the other devices of the operation."""

    def __init__(self, seat: Seat, sync: SyncPort) -> None:
        """Show how it is and let it be chosen."""
        super().__init__()
        self._seat, self._sync = seat, sync
        self.status, self.details = label("title"), label("muted", wrap=True)
        self.hub, self.typed = QLineEdit(), QLineEdit()
        self._hub_field, self._typed_field = Field(self.hub), Field(self.typed)
        self.lan, self.listening = QCheckBox(), label("muted", wrap=True)
        self.low, self.slow = QCheckBox(), label("warn", wrap=True)
        self.apply = button("primary")
        self.devices: Table[DeviceState] = Table(seat.look, _COLUMNS, lambda one: one.id)
        self.box.addWidget(self.status)
        self.box.addWidget(self.details)
        self.box.addWidget(line())
        self.box.addWidget(self._hub_field)
        self.box.addWidget(self.lan)
        self.box.addWidget(self.listening)
        self.box.addWidget(self._typed_field)
        self.line(1, self.apply)
        self.box.addWidget(self.low)
        self.box.addWidget(self.slow)
        self.box.addWidget(self.devices, 1)
        for field in (self.hub, self.typed):
            field.returnPressed.connect(self._apply)
        self.apply.clicked.connect(self._apply)
        self._fill(sync.choice)
        self.low.clicked.connect(self._let_little_travel)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self._hub_field.say(tr("Hub"), tr("https://hub.example:8440 — several with commas; empty: none"))
        self.lan.setText(tr("Meet other desks on this network, without any hub"))
        self._typed_field.say(tr("Desks that are not found by themselves"), tr("192.168.1.5:8450, 192.168.1.6"))
        self.apply.setText(tr("Use these"))
        self.low.setText(tr("Text first (slow line): small batches, attachments wait until somebody asks for them"))
        self.devices.name_it(
            tr("Other devices of this operation"),
            tr("No other device yet"),
            tr("Another desk joins with the code on the next page, or with a stick."),
            "lan-disconnect",
        )
        self.refresh()

    def refresh(self) -> None:
        """Show how it is now."""
        links = self._sync.links()
        self.status.setText(spoken(links.sentence))
        restyle(self.status, "tone", links.level)
        said = [spoken(sentence) for sentence in links.details]
        said += [tr("{address}: {why}", address=way.address, why=spoken(way.why)) for way in links.ways if way.why is not None and not way.typed]
        self.details.setText("\n".join(said))
        self.details.setVisible(bool(said))
        self.listening.setText(tr("Others reach this desk at {addresses}", addresses=", ".join(links.listening)) if links.listening else "")
        self.listening.setVisible(bool(links.listening))
        self.slow.setText(tr("This line carries {rate} a second: let text go first.", rate=size_words(links.slow)) if links.slow else "")
        self.slow.setVisible(links.slow is not None and not links.low)
        self.devices.show_rows(links.devices)

    def _fill(self, choice: Choice) -> None:
        self.hub.setText(", ".join(choice.hub))
        self.typed.setText(", ".join(choice.typed))
        self.lan.setChecked(choice.lan)
        self.low.setChecked(choice.low)

    def _let_little_travel(self, low: bool) -> None:
        """Takes effect at once: whoever ticks it has a line that is slow now."""
        self._sync.choose(replace(self._sync.choice, low=low))
        said = say("Text goes first now; attachments wait until you ask for them") if low else say("Everything travels again")
        self._seat.notice(Level.DONE, said)

    def _apply(self) -> asyncio.Task[object]:
        return self._seat.run(self._choose())

    async def _choose(self) -> None:
        wanted = Choice(_words(self.hub), self.lan.isChecked(), _words(self.typed), self.low.isChecked())
        if any(wanted.typed) and not wanted.lan:
            raise Refused("Tick “Meet other desks on this network” before you give addresses of desks.")
        self._sync.choose(wanted)
        self._fill(self._sync.choice)
        self._seat.notice(Level.DONE, say("Connection changed; it is kept for the next start"))
        self.refresh()


def _words(field: QLineEdit) -> tuple[str, ...]:
    return tuple(field.text().replace("，", ",").replace(";", ",").split(","))


def _lacks(one: DeviceState) -> str:
    if one.lacks is None:
        return tr("unknown")
    if one.lacks == 1:
        return tr("1 entry")
    return tr("{n} entries", n=f"{one.lacks:,}") if one.lacks else tr("nothing")


def _where(one: DeviceState) -> str:
    if one.revoked:
        return tr("revoked: kept out")
    return tr("● on this network") if one.nearby else tr("○ not on this network")


_COLUMNS: tuple[Column[DeviceState], ...] = (
    Column(mark("Device"), lambda one: one.name, wide=True),
    Column(mark("Now"), _where, tone=lambda one: "danger" if one.revoked else "ok" if one.nearby else "text_muted"),
    Column(mark("Lacks"), _lacks, tone=lambda one: "warn" if one.lacks else ""),
    Column(mark("Heard last"), lambda one: formats.moment(one.heard_ms) if one.heard_ms else "–"),
)

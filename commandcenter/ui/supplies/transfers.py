"""Transfers page: goods asked for, promised, on their way, received; ask for more below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from commandcenter.dispatch.goods import read_goods
from commandcenter.model.commands import AnswerTransfer, AskTransfer, ReceiveTransfer, ShipTransfer
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.picture.supplies import TransferView
from commandcenter.ui.frame.parts import button
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.logistics_words import goods_words, logistics_state
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import choose, depot_name, fill, target_name
from commandcenter.ui.supplies.plan_words import goal_words
from commandcenter.ui.tables.hand import Hand
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Field, Page
from commandcenter.ui.tables.view import Table

TONE = {"asked": "warn", "accepted": "accent", "shipped": "accent", "received": "ok", "declined": "text_faint"}
ENDED = ("received", "declined")


class TransfersPage(Page):
    """The list, what can be done with the chosen one, and a line to ask for goods."""

    def __init__(self, seat: Seat) -> None:
        """Follow a seat's transfers."""
        super().__init__()
        self._seat = seat
        self._hand = Hand(seat, self)
        self.table: Table[TransferView] = Table(seat.look, self._columns(), lambda transfer: transfer.id)
        self.table.chosen.connect(self._offer)
        self.accept, self.decline, self.ship, self.receive = button(), button(), button(), button()
        self.unit, self.by, self.arrived, self.note = QComboBox(), QLineEdit(), QLineEdit(), QLineEdit()
        self.unit_field, self.by_field, self.arrived_field, self.note_field = (
            Field(self.unit, 150),
            Field(self.by, 150),
            Field(self.arrived, 190),
            Field(self.note),
        )
        self.source, self.target, self.goods, self.ask, self.take = QComboBox(), QComboBox(), QLineEdit(), button("primary"), button()
        self.source_field, self.target_field, self.goods_field = Field(self.source, 250), Field(self.target, 230), Field(self.goods)
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        self.box.addWidget(self.table, 1)
        acting = self.line(self.accept, self.decline, self.unit_field, self.ship, self.by_field, self.arrived_field, self.receive)
        acting.addWidget(self.note_field, 1)
        asking = self.line(self.source_field, self.target_field)
        asking.addWidget(self.goods_field, 1)
        for made in (self.ask, self.take):
            asking.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)

    def _join(self) -> None:
        seat = self._seat
        acts = ((self.accept, self.do_accept, Qt.Key.Key_A), (self.decline, self.do_decline, Qt.Key.Key_D), (self.ship, self.do_ship, Qt.Key.Key_S))
        for made, act, _key in (*acts, (self.receive, self.do_receive, Qt.Key.Key_R)):
            made.clicked.connect(act)
        self.table.keys = {key: act for _, act, key in acts} | {Qt.Key.Key_R: self.by.setFocus}
        self.by.returnPressed.connect(self.do_receive)
        self.goods.returnPressed.connect(lambda: self.do_ask(agreed=False))
        self.ask.clicked.connect(lambda: self.do_ask(agreed=False))
        self.take.clicked.connect(lambda: self.do_ask(agreed=True))
        for made, command in (
            (self.accept, AnswerTransfer),
            (self.decline, AnswerTransfer),
            (self.ship, ShipTransfer),
            (self.receive, ReceiveTransfer),
        ):
            made.needs(seat, command)
        self.ask.needs(seat, AskTransfer)
        self.take.needs(seat, AskTransfer)
        seat.changed.connect(self._on_changes)

    def _columns(self) -> list[Column[TransferView]]:
        seat = self._seat
        return [
            Column(mark("State"), lambda t: logistics_state(t.state), tone=lambda t: TONE.get(t.state, "")),
            Column(mark("Source"), lambda t: depot_name(seat, seat.desk.picture.depot(t.source))),
            Column(mark("Destination"), lambda t: target_name(seat, t.depot or t.incident)),
            Column(mark("Goods"), lambda t: goods_words(seat.desk.catalogue, t.goods), wide=True),
            Column(mark("Brought by"), self._unit_name),
            Column(mark("Sent"), lambda t: formats.clock(t.shipped_ms, seconds=False) if t.shipped_ms else ""),
            Column(mark("Receipt"), self._receipt, tone=lambda t: "danger" if t.receipt and t.receipt.missing else "", wide=True),
        ]

    def _unit_name(self, transfer: TransferView) -> str:
        unit = self._seat.desk.picture.unit(transfer.unit) if transfer.unit is not None else None
        return unit.callsign if unit is not None else ""

    def _receipt(self, transfer: TransferView) -> str:
        """Say who received when and what was missing, or why not."""
        receipt = transfer.receipt
        if receipt is None:
            return transfer.reason or transfer.note or goal_words(transfer.goal)
        said = f"{receipt.by}, {formats.clock(receipt.wall_ms, seconds=False)}"
        if receipt.missing:
            said += " · " + tr("missing: {goods}", goods=goods_words(self._seat.desk.catalogue, receipt.missing))
        return f"{said} · {receipt.note}" if receipt.note else said

    def begin(self, depot: str, item: str, quantity: int) -> None:
        """Prepare to ask for goods for a depot."""
        choose(self.target, Id(depot))
        self.goods.setText(f"{quantity} {item}")
        self.source.setFocus()

    def reload(self) -> None:
        """Read all transfers, open ones first, and where goods can come from and go to."""
        picture = self._seat.desk.picture
        transfers = sorted(picture.supplies.transfers(), key=lambda t: (t.state in ENDED, -t.asked_ms, t.id))
        self.table.show_rows(transfers)
        depots = [(depot_name(self._seat, depot), depot.id) for depot in picture.depots()]
        incidents = [(f"#{i.number} {i.address}", i.id) for i in picture.incidents() if i.open]
        fill(self.source, depots)
        fill(self.target, [*incidents, *depots])
        carriers = [u for u in picture.units() if u.kind in self._seat.desk.catalogue.carriers]
        fill(self.unit, [(tr("nobody named"), None), *((u.callsign, u.id) for u in carriers)])

    def retranslate(self) -> None:
        """Say every text."""
        self.table.name_it(
            tr("Transfers"), tr("No goods are under way"), tr("Choose where from, for what, and write the goods below."), "truck-outline"
        )
        for made, text in (
            (self.accept, tr("Agree (A)")),
            (self.decline, tr("Decline or call off (D)")),
            (self.ship, tr("Send (S)")),
            (self.receive, tr("Receive (R)")),
            (self.ask, tr("Ask")),
            (self.take, tr("Ask and agree at once")),
        ):
            made.setText(text)
        for field, text, example in (
            (self.unit_field, tr("Vehicle"), ""),
            (self.by_field, tr("Received by"), ""),
            (self.arrived_field, tr("Arrived, if less"), tr("18 blanket")),
            (self.note_field, tr("Note or reason"), ""),
            (self.source_field, tr("Source"), ""),
            (self.target_field, tr("Destination"), ""),
            (self.goods_field, tr("Goods"), tr("20 blanket, 2 kit_light")),
        ):
            field.say(text, example)
        self.reload()

    def do_accept(self) -> None:
        """The source agrees."""
        self._hand.run(self._answer(accepted=True))

    def do_decline(self) -> None:
        """The source declines, or a promise is called off."""
        self._hand.run(self._answer(accepted=False))

    def do_ship(self) -> None:
        """The goods leave."""
        self._hand.run(self._ship())

    def do_receive(self) -> None:
        """The goods arrived."""
        self._hand.run(self._receive())

    def do_ask(self, *, agreed: bool) -> None:
        """Ask for goods."""
        self._hand.run(self._ask(agreed=agreed))

    async def _answer(self, *, accepted: bool) -> None:
        transfer = self._chosen()
        said = say("Goods promised") if accepted else say("Transfer called off")
        await self._seat.submit(AnswerTransfer(transfer.id, accepted, self.note.text().strip()), said=said)
        self.note.clear()

    async def _ship(self) -> None:
        await self._seat.submit(ShipTransfer(self._chosen().id, self.unit.currentData()), said=say("Goods on their way"))

    async def _receive(self) -> None:
        transfer, text = self._chosen(), self.arrived.text().strip()
        received = read_goods(text, self._seat.desk.catalogue) if text else {}
        unknown = next((item for item in received if item not in transfer.goods), None)
        if unknown is not None:
            raise Refused("{item} is not part of this transfer.", item=unknown)
        await self._seat.submit(ReceiveTransfer(transfer.id, self.by.text(), received, self.note.text()), said=say("Goods received"))
        for field in (self.by, self.arrived, self.note):
            field.clear()

    async def _ask(self, *, agreed: bool) -> None:
        if self.source.currentData() is None or self.target.currentData() is None:
            raise Refused("There is no depot.")
        target = Id(self.target.currentData())
        incident = self._seat.desk.picture.incident(target)
        goods = read_goods(self.goods.text(), self._seat.desk.catalogue)
        command = AskTransfer(
            Id(self.source.currentData()),
            goods,
            None if incident else target,
            incident.id if incident else None,
            self.note.text().strip(),
            agreed,
        )
        await self._seat.submit(command, said=say("Goods promised") if agreed else say("Goods asked for"))
        self.goods.clear()

    def _chosen(self) -> TransferView:
        transfer = self.table.current()
        if transfer is None:
            raise Refused("No transfer is chosen.")
        return transfer

    def _offer(self) -> None:
        """Allow only what can follow."""
        transfer = self.table.current()
        state = transfer.state if transfer is not None else ""
        self.accept.setEnabled(state == "asked")
        self.decline.setEnabled(state in ("asked", "accepted"))
        self.ship.setEnabled(state == "accepted")
        self.receive.setEnabled(state == "shipped")

    def _on_changes(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in (Kind.TRANSFER, Kind.DEPOT, Kind.INCIDENT, Kind.UNIT, Kind.PARTNER)):
            self.reload()

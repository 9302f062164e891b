"""Partners page: companies, volunteers, agencies, charities; what they offer, to be taken or declined."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from commandcenter.dispatch.goods import read_goods
from commandcenter.model.commands import AddPartner, AnswerOffer, AskPartner, Command, OfferStock, OfferTeam
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.picture.supplies import OfferView
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.logistics_words import PARTNER_KIND, PARTNER_MARK, goods_words
from commandcenter.ui.notice import Level
from commandcenter.ui.seeing import PARTNER_CONTACT, may_see
from commandcenter.ui.supplies.names import fill
from commandcenter.ui.tables.hand import Hand
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Field, NumberEdit, Page
from commandcenter.ui.tables.view import Table
from commandcenter.ui.type_names import language, unit_kind_name

STATE = {"asked": mark("asked for"), "open": mark("waiting"), "accepted": mark("taken"), "declined": mark("declined")}
TONE = {"asked": "accent", "open": "warn", "accepted": "ok", "declined": "text_faint"}


class PartnersPage(Page):
    """Offers, and lines for a new partner, new goods and a new team."""

    def __init__(self, context: DeskContext) -> None:
        """Follow a seat's partners."""
        super().__init__()
        self._context, self._seat = context, context.seat
        self._hand = Hand(self._seat, self)
        self.table: Table[OfferView] = Table(self._seat.look, self._columns(), lambda offer: offer.id)
        self.table.keys = {Qt.Key.Key_A: lambda: self.answer(accepted=True), Qt.Key.Key_D: lambda: self.answer(accepted=False)}
        self.table.chosen.connect(self._offer)
        self.accept, self.decline, self.reason = button("primary"), button(), QLineEdit()
        self.accept.clicked.connect(lambda: self.answer(accepted=True))
        self.decline.clicked.connect(lambda: self.answer(accepted=False))
        self.reason_field = Field(self.reason)
        self.box.addWidget(self.table, 1)
        self.line(self.accept, self.decline).addWidget(self.reason_field, 1)
        self.partner, self.goods, self.expires, self.offer_goods = QComboBox(), QLineEdit(), QLineEdit(), button()
        self.callsign, self.kind, self.crew, self.offer_team = QLineEdit(), QComboBox(), NumberEdit("4"), button()
        self.name, self.name_kind, self.contact, self.add = QLineEdit(), QComboBox(), QLineEdit(), button()
        self.ask_goods, self.ask_team, self.reach = button(), button(), label("muted", wrap=True)
        self.reach.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.partner.currentIndexChanged.connect(self._say_contact)
        self.captions = [Field(self.partner, 190), Field(self.goods, 210), Field(self.expires, 110), Field(self.callsign, 100)]
        self.captions += [Field(self.kind, 150), Field(self.crew, 70), Field(self.name, 190), Field(self.name_kind, 120), Field(self.contact, 210)]
        partner, goods, expires, callsign, kind, crew, name, name_kind, contact = self.captions
        self.line(partner, goods, expires, self.ask_goods, self.offer_goods, 1)
        self.box.addWidget(self.reach)
        self.line(callsign, kind, crew, self.ask_team, self.offer_team, 1)
        self.line(name, name_kind, contact, self.add, 1)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        for made, ask in ((self.ask_goods, self._ask_goods), (self.ask_team, self._ask_team)):
            made.clicked.connect(lambda _checked=False, ask=ask: self._hand.run(ask()))
            made.needs(self._seat, AskPartner)
        self.offer_goods.clicked.connect(lambda: self._at_place(self._offer_goods))
        self.offer_team.clicked.connect(lambda: self._at_place(self._offer_team))
        self.add.clicked.connect(lambda: self._hand.run(self._add()))
        for made in (self.accept, self.decline):
            made.needs(self._seat, AnswerOffer)
        self.offer_goods.needs(self._seat, OfferStock)
        self.offer_team.needs(self._seat, OfferTeam)
        self.add.needs(self._seat, AddPartner)
        self.contact.returnPressed.connect(self.add.click)
        self._seat.changed.connect(self._on_changes)
        self._seat.rights_changed.connect(self._say_contact)

    def _columns(self) -> list[Column[OfferView]]:
        return [
            Column(mark("State"), lambda o: tr(STATE.get(o.state, o.state)), tone=lambda o: TONE.get(o.state, "")),
            Column(mark("Partner"), self._partner_name, wide=True),
            Column(mark("Offers"), self._offers, wide=True),
            Column(mark("Crew"), lambda o: formats.number(o.crew) if o.crew else "", number=True),
            Column(mark("Expires"), lambda o: o.expires),
            Column(mark("Note or reason"), lambda o: o.reason or o.note, wide=True),
        ]

    def _partner_name(self, offer: OfferView) -> str:
        partner = self._seat.desk.picture.supplies.partner(offer.partner)
        return f"{PARTNER_MARK} {partner.name}, {tr(PARTNER_KIND.get(partner.kind, partner.kind))}" if partner is not None else "?"

    def _offers(self, offer: OfferView) -> str:
        catalogue = self._seat.desk.catalogue
        return (
            f"{offer.callsign}, {unit_kind_name(catalogue, offer.unit_kind)}"
            if offer.callsign
            else goods_words(catalogue, {offer.item: offer.quantity})
            if offer.item
            else unit_kind_name(catalogue, offer.unit_kind)
        )

    def reload(self) -> None:
        """Read all offers, waiting ones first."""
        picture = self._seat.desk.picture
        self.table.show_rows(sorted(picture.supplies.offers(), key=lambda o: (o.state != "open", o.state != "asked", o.id)))
        fill(self.partner, ((f"{PARTNER_MARK} {p.name}", p.id) for p in picture.supplies.partners()))
        fill(self.kind, ((kind.name(language()), kind.code) for kind in self._seat.desk.catalogue.kinds.values()))
        fill(self.name_kind, ((tr(words), code) for code, words in PARTNER_KIND.items()))
        for part in (self.offer_goods, self.offer_team, self.ask_goods, self.ask_team):
            part.setEnabled(self.partner.count() > 0)
        self._say_contact()

    def retranslate(self) -> None:
        """Say every text."""
        self.table.name_it(tr("Offers"), tr("Nobody offers anything"), tr("Add an organisation below, then what it offers."), "handshake-outline")
        for made, text in (
            (self.accept, tr("Take (A)")),
            (self.decline, tr("Decline (D)")),
            (self.offer_goods, tr("Goods: place on the map …")),
            (self.offer_team, tr("Team: place on the map …")),
            (self.ask_goods, tr("Ask for these goods")),
            (self.ask_team, tr("Ask for a team")),
            (self.add, tr("Add partner")),
        ):
            made.setText(text)
        captions = (
            (tr("Partner"), ""),
            (tr("Goods"), tr("200 blanket")),
            (tr("Expires"), "2028-03-31"),
            (tr("or a team"), tr("callsign")),
            (tr("Kind"), ""),
            (tr("Crew"), ""),
            (tr("New partner"), tr("name")),
            (tr("Kind"), ""),
            (tr("Contact"), tr("name, telephone")),
        )
        for field, (caption, example) in zip(self.captions, captions, strict=True):
            field.say(caption, example)
        self.reason_field.say(tr("Reason"))
        self.reload()
        self._offer()

    def answer(self, *, accepted: bool) -> None:
        """Take or decline the chosen offer."""
        self._hand.run(self._answer(accepted=accepted))

    async def _answer(self, *, accepted: bool) -> None:
        offer = self.table.current()
        if offer is None:
            raise Refused("No offer is chosen.")
        said = say("Offer taken; it is marked with {sign}", sign=PARTNER_MARK) if accepted else say("Offer declined")
        await self._seat.submit(AnswerOffer(offer.id, accepted, self.reason.text()), said=said)
        self.reason.clear()

    def _at_place(self, make: Callable[[LonLat], Command]) -> None:
        """Read the fields, ask for the place on the map, then write the offer down."""
        self._hand.run(self._check(make))

    async def _check(self, make: Callable[[LonLat], Command]) -> None:
        make(LonLat(0.0, 0.0))  # what cannot be read is said before anybody looks for a place
        self._context.drawing.ask("point", lambda shape: self._hand.run(self._seat.submit(make(shape[0]), said=say("Offer written down"))))
        self._seat.notice(Level.HINT, say("Click on the map where it is."))

    def _offer_goods(self, at: LonLat) -> OfferStock:
        goods = read_goods(self.goods.text(), self._seat.desk.catalogue)
        if len(goods) > 1:
            raise Refused("Write down one item after the other.")
        ((item, quantity),) = goods.items()
        partner = Id(self.partner.currentData())
        return OfferStock(partner, item, quantity, at, self.expires.text().strip(), asked_id=self._asked(partner, lambda asked: asked.item == item))

    def _offer_team(self, at: LonLat) -> OfferTeam:
        partner, kind = Id(self.partner.currentData()), str(self.kind.currentData())
        asked_id = self._asked(partner, lambda asked: asked.unit_kind == kind)
        return OfferTeam(partner, self.callsign.text(), kind, self.crew.whole(), at, asked_id=asked_id)

    def _asked(self, partner: Id, fits: Callable[[OfferView], bool]) -> Id | None:
        """Return what the partner was asked for and offers now, the chosen one first."""
        waiting = [o for o in self._seat.desk.picture.supplies.offers() if o.state == "asked" and o.partner == partner and fits(o)]
        chosen = self.table.current()
        return next((o.id for o in sorted(waiting, key=lambda o: chosen is None or o.id != chosen.id)), None)

    async def _ask_goods(self) -> None:
        partner = Id(self.partner.currentData())
        goods = read_goods(self.goods.text(), self._seat.desk.catalogue)
        await self._seat.submit(*(AskPartner(partner, item, quantity) for item, quantity in goods.items()), said=say("Asked; their answer follows"))
        self.goods.clear()

    async def _ask_team(self) -> None:
        command = AskPartner(Id(self.partner.currentData()), kind=str(self.kind.currentData()), crew=self.crew.whole())
        await self._seat.submit(command, said=say("Asked; their answer follows"))

    async def _add(self) -> None:
        command = AddPartner(self.name.text(), self.name_kind.currentData(), self.contact.text())
        await self._seat.submit(command, said=say("{name} added", name=self.name.text().strip()))
        self.name.clear()
        self.contact.clear()

    def _offer(self) -> None:
        offer = self.table.current()
        for made in (self.accept, self.decline):
            made.setEnabled(offer is not None and offer.state in (("open",) if made is self.accept else ("asked", "open")))

    def _say_contact(self, _index: int = 0) -> None:
        """Say how the chosen partner is reached: to whose role the data catalogue allows it, and noted as a look."""
        partner = self._seat.desk.picture.supplies.partner(Id(self.partner.currentData() or ""))
        allowed = may_see(self._seat, PARTNER_CONTACT)
        self.reach.setVisible(partner is not None and bool(partner.contact))
        if partner is None or not partner.contact:
            return
        self.reach.setText(tr("{name}: {contact}", name=partner.name, contact=partner.contact if allowed else tr("not shown to your role")))
        if allowed and self.isVisible():
            self._seat.looked.emit(Kind.PARTNER, partner.id)

    def showEvent(self, event: QShowEvent) -> None:
        """What was filled in behind another page is seen now."""
        super().showEvent(event)
        self._say_contact()

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.PARTNER) or changes.of(Kind.OFFER):
            self.reload()

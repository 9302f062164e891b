"""Partners, their offers, and goods on their way from a depot to a depot or an incident, as they are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from commandcenter.model.entries import Kind, Value
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.picture.fields import NOWHERE, as_int, as_mapping, as_place, as_text
from commandcenter.picture.kept import Kept
from commandcenter.picture.state import State
from commandcenter.picture.views import StockView


@dataclass(frozen=True, slots=True)
class PartnerView:
    """A company, volunteer group, agency or charity."""

    id: Id
    name: str
    kind: str
    contact: str | None
    """`None` where the personal section is withheld."""


@dataclass(frozen=True, slots=True)
class OfferView:
    """Goods or a team that a partner offers; `callsign` is empty for goods, `item` for a team."""

    id: Id
    partner: Id
    at: LonLat
    item: str
    quantity: int
    expires: str
    callsign: str
    unit_kind: str
    crew: int
    note: str
    state: str
    """asked, open, accepted, declined; `asked`: they were asked for it and have not answered."""
    reason: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """Who took goods over, when, and what was missing."""

    by: str
    wall_ms: int
    missing: Mapping[str, int]
    """Item → quantity that was sent and did not arrive."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TransferView:
    """Goods asked of a depot."""

    id: Id
    source: Id
    depot: Id | None
    incident: Id | None
    """Where they go: one of both."""
    goods: Mapping[str, int]
    note: str
    state: str
    """asked, accepted, declined, shipped, received."""
    reason: str = ""
    unit: Id | None = None
    """The unit that brings them."""
    asked_ms: int = 0
    shipped_ms: int | None = None
    cargo: tuple[StockView, ...] = ()
    """What left the source, by batch."""
    receipt: Receipt | None = None
    goal: str = ""
    """Of the plan that it is a part of: `soonest`, `driving`."""


@dataclass(frozen=True, slots=True)
class MoveView:
    """One movement of stock."""

    wall_ms: int
    item: str
    delta: int
    reason: str


class SupplyBook:
    """Partners, offers, transfers, and the movements of a depot."""

    def __init__(self, state: State) -> None:
        """Read this state."""
        self._state = state
        self._partners = Kept(state, Kind.PARTNER, partner_view, lambda view: (view.name, view.id))
        self._offers = Kept(state, Kind.OFFER, offer_view, lambda view: (view.id,))
        self._transfers = Kept(state, Kind.TRANSFER, transfer_view, lambda view: (view.asked_ms, view.id))
        self.drops: Mapping[str, Callable[[set[Id]], None]] = {
            Kind.PARTNER: self._partners.drop,
            Kind.OFFER: self._offers.drop,
            Kind.TRANSFER: self._transfers.drop,
        }

    def partner(self, partner_id: Id) -> PartnerView | None:
        """Return one partner."""
        return self._partners.get(partner_id)

    def partners(self) -> tuple[PartnerView, ...]:
        """Return all partners by name."""
        return self._partners.all()

    def offer(self, offer_id: Id) -> OfferView | None:
        """Return one offer."""
        return self._offers.get(offer_id)

    def offers(self) -> tuple[OfferView, ...]:
        """Return all offers, answered ones too."""
        return self._offers.all()

    def transfer(self, transfer_id: Id) -> TransferView | None:
        """Return one transfer."""
        return self._transfers.get(transfer_id)

    def transfers(self) -> tuple[TransferView, ...]:
        """Return all transfers, ended ones too, oldest first."""
        return self._transfers.all()

    def moves(self, depot_id: Id) -> tuple[MoveView, ...]:
        """Return the movements of a depot, oldest first."""
        found = []
        for move_id in self._state.links.to((Kind.DEPOT, depot_id), Kind.STOCK_MOVE):
            fields = self._state.fields(Kind.STOCK_MOVE, move_id)
            move, stamp = fields.mapping("move"), fields.stamp("move")
            if move and stamp is not None:
                found.append(MoveView(stamp.ms, as_text(move.get("item")), as_int(move.get("delta")), as_text(move.get("reason"))))
        return tuple(sorted(found, key=lambda view: (view.wall_ms, view.item, view.delta)))


def partner_view(state: State, id_: Id) -> PartnerView | None:
    """Return a partner; `None` before it is known."""
    fields = state.fields(Kind.PARTNER, id_)
    name = fields.maybe_text("name")
    return None if name is None else PartnerView(id_, name, fields.text("kind"), fields.maybe_text("contact"))


def offer_view(state: State, id_: Id) -> OfferView | None:
    """Return an offer; `None` before it is known."""
    fields = state.fields(Kind.OFFER, id_)
    what = fields.mapping("what")
    if not what:
        return None
    return OfferView(
        id=id_,
        partner=Id(as_text(what.get("partner"))),
        at=as_place(what.get("at")) or NOWHERE,
        item=as_text(what.get("item")),
        quantity=as_int(what.get("quantity")),
        expires=as_text(what.get("expires")),
        callsign=as_text(what.get("callsign")),
        unit_kind=as_text(what.get("kind")),
        crew=as_int(what.get("crew")),
        note=as_text(what.get("note")),
        state=fields.text("state", "open"),
        reason=fields.text("reason"),
    )


def transfer_view(state: State, id_: Id) -> TransferView | None:
    """Return a transfer; `None` before it is known."""
    fields = state.fields(Kind.TRANSFER, id_)
    what = fields.mapping("what")
    if not what:
        return None
    sent, receipt = fields.mapping("sent"), fields.mapping("receipt")
    return TransferView(
        id=id_,
        source=Id(as_text(what.get("from"))),
        depot=Id(depot) if (depot := as_text(what.get("depot"))) else None,
        incident=Id(incident) if (incident := as_text(what.get("incident"))) else None,
        goods={item: as_int(quantity) for item, quantity in as_mapping(what.get("goods")).items()},
        note=as_text(what.get("note")),
        state=fields.text("state", "asked"),
        reason=fields.text("reason"),
        unit=Id(unit) if (unit := as_text(sent.get("unit"))) else None,
        asked_ms=as_int(what.get("ms")),
        shipped_ms=as_int(sent.get("ms")) or None,
        cargo=_cargo(sent),
        receipt=Receipt(as_text(receipt.get("by")), as_int(receipt.get("ms")), _wholes(receipt, "missing"), as_text(receipt.get("note")))
        if receipt
        else None,
        goal=as_text(what.get("goal")),
    )


def _cargo(sent: Mapping[str, Value]) -> tuple[StockView, ...]:
    lines = sent.get("cargo")
    return tuple(
        StockView(item, unit, batch, expires, quantity)
        for line in (lines if isinstance(lines, list) else ())
        if (read := _line(line)) is not None
        for item, unit, batch, expires, quantity in [read]
    )


def _line(value: Value) -> tuple[str, str, str, str, int] | None:
    match value:
        case [str() as item, str() as unit, str() as batch, str() as expires, int() as quantity]:
            return item, unit, batch, expires, quantity
    return None


def _wholes(value: Mapping[str, Value], name: str) -> dict[str, int]:
    return {item: as_int(count) for item, count in as_mapping(value.get(name)).items()}

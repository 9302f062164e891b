"""Partner organisations: companies, volunteers, agencies and charities offer goods and teams; what is taken stays marked as theirs."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.dispatch import lookup
from commandcenter.dispatch.distance import air_m
from commandcenter.dispatch.handlers.stock import MOST, check_date, move_writes
from commandcenter.dispatch.handlers.units import MOST_CREW, add_unit
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import place, put
from commandcenter.model.commands import AddPartner, AddUnit, AnswerOffer, AskPartner, OfferStock, OfferTeam
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Section, Value
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.picture import Picture
from commandcenter.picture.supplies import OfferView, PartnerView
from commandcenter.picture.views import DepotView, StockView

PARTNER_KINDS: Mapping[str, Sentence] = {
    "company": say("company"),
    "volunteers": say("volunteers"),
    "agency": say("agency"),
    "charity": say("charity"),
}
SAME_PLACE_M = 50.0
"""Goods that a partner offers this near to its depot come into it."""


def add_partner(picture: Picture, command: AddPartner, now: Now) -> list[Draft]:
    """Add an organisation; its contact is personal data."""
    partner_id = command.partner_id or now.new_id()
    name = lookup.check_text(command.name, say("The name"))
    if command.kind not in PARTNER_KINDS:
        raise Refused("A partner is a company, volunteers, an agency or a charity, not “{kind}”.", kind=command.kind)
    if picture.heads(Key(Kind.PARTNER, partner_id, "name")) or any(p.name.casefold() == name.casefold() for p in picture.supplies.partners()):
        raise Refused("{name} is there already.", name=name)
    writes = put(Kind.PARTNER, partner_id, {"name": name, "kind": command.kind})
    if command.contact.strip():
        writes += put(Kind.PARTNER, partner_id, {"contact": command.contact.strip()}, Section.PII)
    return [Draft(EntryType.PARTNER_ADDED, writes)]


def ask_partner(picture: Picture, command: AskPartner, now: Now) -> list[Draft]:
    """Write down what a partner is asked for: goods or a team."""
    partner = known_partner(picture, command.partner_id)
    what: dict[str, Value] = {"partner": partner.id, "note": command.note.strip()}
    if bool(command.item.strip()) == bool(command.kind):
        raise Refused("Ask for goods or for a team.")
    if command.kind:
        if command.kind not in now.catalogue.kinds:
            raise Refused("There is no kind of unit “{kind}”.", kind=command.kind)
        what |= {"kind": command.kind, "crew": lookup.check_whole(command.crew, say("The crew"), 1, MOST_CREW)}
    else:
        if command.item not in now.catalogue.items:
            raise Refused("There is no item “{item}” in the catalogue.", item=command.item)
        what |= {"item": command.item, "quantity": lookup.check_whole(command.quantity, say("The quantity"), 1, MOST)}
    return [Draft(EntryType.PARTNER_ASKED, put(Kind.OFFER, now.new_id(), {"what": what, "state": "asked"}))]


def offer_stock(picture: Picture, command: OfferStock, now: Now) -> list[Draft]:
    """Write down that a partner offers goods."""
    partner = known_partner(picture, command.partner_id)
    item = lookup.check_text(command.item, say("The item"))
    if item not in now.catalogue.items:
        raise Refused("There is no item “{item}” in the catalogue.", item=item)
    lookup.check_whole(command.quantity, say("The quantity"), 1, MOST)
    check_date(command.expires)
    if command.expires and command.expires < now.today:
        raise Refused("These goods expired on {day}.", day=command.expires)
    what: dict[str, Value] = {
        "partner": partner.id,
        "at": place(lookup.check_place(command.at)),
        "item": item,
        "quantity": command.quantity,
        "expires": command.expires,
        "note": command.note.strip(),
    }
    return [_offered(picture, command, what, now)]


def offer_team(picture: Picture, command: OfferTeam, now: Now) -> list[Draft]:
    """Write down that a partner offers a team."""
    partner = known_partner(picture, command.partner_id)
    if command.kind not in now.catalogue.kinds:
        raise Refused("There is no kind of unit “{kind}”.", kind=command.kind)
    callsign = lookup.check_text(command.callsign, say("The callsign"))
    waiting = (o for o in picture.supplies.offers() if o.state == "open")
    if any(o.callsign.casefold() == callsign.casefold() for o in waiting):
        raise Refused("The team {callsign} is offered already.", callsign=callsign)
    if any(u.callsign.casefold() == callsign.casefold() for u in picture.units()):
        raise Refused("There is another unit {callsign}.", callsign=callsign)
    what: dict[str, Value] = {
        "partner": partner.id,
        "at": place(lookup.check_place(command.at)),
        "callsign": callsign,
        "kind": command.kind,
        "crew": lookup.check_whole(command.crew, say("The crew"), 1, MOST_CREW),
        "note": command.note.strip(),
    }
    return [_offered(picture, command, what, now)]


def answer_offer(picture: Picture, command: AnswerOffer, now: Now) -> list[Draft]:
    """Take or decline what is offered."""
    offer = picture.supplies.offer(command.offer_id)
    if offer is None:
        raise Refused("This offer is not known here.")
    if offer.state == "asked" and command.accepted:
        raise Refused("They have not offered it yet; write their offer down first.")
    if offer.state not in ("asked", "open"):
        raise Refused("This offer has been answered already.")
    partner = known_partner(picture, offer.partner)
    fields: dict[str, Value] = {"state": "accepted" if command.accepted else "declined", "reason": command.reason.strip()}
    about: dict[str, Value] = {
        "partner": partner.id,
        "callsign": offer.callsign,
        "item": offer.item,
        "quantity": offer.quantity,
        "kind": offer.unit_kind,
    }
    answer = Draft(EntryType.OFFER_ANSWERED, put(Kind.OFFER, offer.id, fields), about={k: v for k, v in about.items() if v})
    if not command.accepted:
        return [answer]
    return [answer, *(_team(picture, offer, now) if offer.callsign else _goods(picture, offer, partner, now))]


def known_partner(picture: Picture, partner_id: Id) -> PartnerView:
    """Return a partner or refuse."""
    found = picture.supplies.partner(partner_id)
    if found is None:
        raise Refused("This organisation is not known here.")
    return found


def _offered(picture: Picture, command: OfferStock | OfferTeam, what: dict[str, Value], now: Now) -> Draft:
    """Return a new offer, or one in place of what was asked for."""
    offer_id = command.asked_id or command.offer_id or now.new_id()
    asked = picture.supplies.offer(offer_id)
    if command.asked_id is not None and (asked is None or asked.state != "asked" or asked.partner != command.partner_id):
        raise Refused("This organisation was not asked for that, or has answered already.")
    if command.asked_id is None and asked is not None:
        raise Refused("This offer is written down already.")
    return Draft(EntryType.OFFER_MADE, put(Kind.OFFER, offer_id, {"what": what, "state": "open"}))


def _team(picture: Picture, offer: OfferView, now: Now) -> list[Draft]:
    kind = now.catalogue.kinds[offer.unit_kind]
    unit_id = derived_id(offer.id, "team")
    unit = AddUnit(offer.callsign, kind.code, kind.capabilities, offer.crew, None, offer.at, kind.profile, unit_id)
    (added,) = add_unit(picture, unit, now)
    return [Draft(added.type, added.writes + put(Kind.UNIT, unit_id, {"partner": offer.partner}), about=added.about)]


def _goods(picture: Picture, offer: OfferView, partner: PartnerView, now: Now) -> list[Draft]:
    """The goods come into the partner's depot at that place; the first goods there make it."""
    drafts: list[Draft] = []
    depot = next((d for d in picture.depots() if d.partner == partner.id and d.unit is None and air_m(d.at, offer.at) <= SAME_PLACE_M), None)
    if depot is None:
        depot = DepotView(derived_id(offer.id, "depot"), partner.name, offer.at, (), {}, partner=partner.id)
        fields: dict[str, Value] = {"name": depot.name, "names": {}, "kind": "depot", "at": place(offer.at), "partner": partner.id}
        drafts.append(Draft(EntryType.DEPOT_ADDED, put(Kind.DEPOT, depot.id, fields)))
    line = StockView(offer.item, now.catalogue.items[offer.item].unit, "", offer.expires, offer.quantity)
    drafts.append(Draft(EntryType.STOCK_MOVED, move_writes(depot, line, "offer", derived_id(offer.id, "goods"))))
    return drafts

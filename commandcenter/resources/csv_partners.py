"""Rows of `partners.csv` and `offers.csv`: organisations, and the goods and teams they offer."""

from __future__ import annotations

from pathlib import Path

from commandcenter.model.commands import AddPartner, Command, OfferStock, OfferTeam
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.resources.csv_goods import MOST_STOCK, item_of
from commandcenter.resources.csv_reading import Reading, Rows, Thing, code_of
from commandcenter.resources.csv_tables import Line, Report, read_lines
from commandcenter.resources.csv_units import MOST_CREW, unit_kind

PARTNER_WORDS: dict[str, tuple[str, ...]] = {
    "company": ("firm", "business", "unternehmen", "企业", "公司"),
    "volunteers": ("volunteer", "ngo", "freiwillige", "志愿者", "志愿队", "志愿者队伍"),
    "agency": ("authority", "behörde", "机构", "政府部门", "部门"),
    "charity": ("relief", "hilfsorganisation", "慈善", "慈善组织"),
}


def partners(reading: Reading, path: Path, report: Report) -> Rows:
    """Yield the organisations; a contact is personal data and goes to that section of the log."""
    for line in read_lines(path, ("name", "kind"), ("name", "kind", "contact"), report):
        name, kind = line.required("name"), code_of(line, "kind", PARTNER_WORDS)
        if kind is None:
            line.issue("kind", say("A partner is a company, volunteers, an agency or a charity."))
        if name is None or kind is None or reading.partners.named_twice(line, "name"):
            continue
        partner_id = derived_id("partner", name.casefold())
        if reading.fresh(reading.partners, name, Thing(partner_id)):
            yield line.number, AddPartner(name, kind, line.get("contact"), partner_id)


def offers(reading: Reading, path: Path, report: Report) -> Rows:
    """Yield what partners offer: each row goods (`item`, `quantity`) or a team (`callsign`, `kind`, `crew`), and where it is."""
    columns = ("partner", "item", "quantity", "expires", "callsign", "kind", "crew", "lat", "lon", "note")
    for line in read_lines(path, ("partner", "lat", "lon"), columns, report):
        partner, at = reading.partners.find(line.get("partner")), reading.place(line)
        if partner is None:
            line.issue("partner", say("There is no such organisation in partners.csv or in the operation."))
        if bool(line.get("item")) == bool(line.get("callsign")):
            line.issue("item", say("An offer is either goods (item and quantity) or a team (callsign, kind and crew)."))
        elif partner is not None and at is not None:
            team = bool(line.get("callsign"))
            offer_id = derived_id("offer", partner.id, line.get("item"), line.get("callsign"), str(line.number), line.get("quantity"))
            offer = _team(reading, line, partner.id, at, offer_id) if team else _goods(reading, line, partner.id, at, offer_id)
            if offer is not None:
                yield line.number, offer


def _goods(reading: Reading, line: Line, partner: Id, at: LonLat, offer_id: Id) -> Command | None:
    item, quantity, expires = item_of(reading, line.get("item")), line.whole_in("quantity", 1, MOST_STOCK), line.date("expires")
    if item is None:
        line.issue("item", say("There is no item “{item}” in the catalogue.", item=line.get("item")))
    if item is None or quantity is None or expires is None:
        return None
    return OfferStock(partner, item.code, quantity, at, expires, line.get("note"), offer_id)


def _team(reading: Reading, line: Line, partner: Id, at: LonLat, offer_id: Id) -> Command | None:
    kind = unit_kind(reading, line)
    crew = line.whole_in("crew", 1, MOST_CREW) if line.get("crew") else (kind.crew if kind else None)
    if kind is None or crew is None:
        return None
    return OfferTeam(partner, line.get("callsign"), kind.code, crew, at, line.get("note"), offer_id)

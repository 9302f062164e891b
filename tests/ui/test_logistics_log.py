"""Rows of the log about goods, places and searches say who, what and where; nothing is left as a dash."""

from __future__ import annotations

from commandcenter.model import commands as c
from commandcenter.model.entries import EntryType
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.ui.log.words import line_words

from .world import World, street_at

EXPECTED = {
    EntryType.PARTNER_ASKED: "Red Help asked for Search team",
    EntryType.OFFER_MADE: "Red Help offers RH1",
    EntryType.OFFER_ANSWERED: "Offer of Red Help taken: RH1",
    EntryType.MINIMUM_SET: "Minimum of blanket at North: 50",
    EntryType.TRANSFER_ASKED: "20 × blanket asked of Central depot for North",
    EntryType.TRANSFER_ANSWERED: "20 × blanket from Central depot for North promised",
    EntryType.TRANSFER_SHIPPED: "20 × blanket left Central depot for North",
    EntryType.TRANSFER_RECEIVED: "20 × blanket from Central depot received at North by Kim Park (a box burst)",
    EntryType.RESERVATION_ENDED: "Reservation of blanket ended: delivered",
    EntryType.CAPACITY_REPORTED: "St. Mary: intensive care bed, 4 of 9 taken",
    EntryType.PLACES_RESERVED: "2 places at St. Mary kept: intensive care bed T-1",
    EntryType.PLACEMENT_MOVED: "2 people for St. Mary T-1: there",
    EntryType.FACILITY_CHANGED: "St. Mary: takes nobody in (power cut)",
    EntryType.SEARCH_BEGUN: "Search begun for {number}",
    EntryType.SECTORS_ADDED: "1 sectors added to the search for {number}",
    EntryType.SECTORS_RATED: "Lee rated the sectors of {number}",
    EntryType.TEAM_TASKED: "RH1 searches sector A1",
    EntryType.SWEEP_ENDED: "RH1 searched sector A1 for 2.5 h",
    EntryType.SEARCH_ENDED: "Search for {number} ended: found (under the bridge)",
}


def test_every_row_is_whole(busy: World) -> None:
    north = made(busy, c.AddDepot("North", street_at(6, 20)))
    incident = made(busy, c.ReportIncident("search.missing", street_at(3, 30), "Castle Hill 30", 2))
    a_lent_team(busy)
    goods(busy, north, incident)
    beds(busy)
    a_search(busy, incident)
    desk = busy.desk
    said = {line.type: line_words(line, desk.catalogue) for line in reversed(desk.picture.lines(60))}
    number = desk.picture.incident(incident).number  # type: ignore[union-attr]
    assert {entry: said[entry] for entry in EXPECTED} == {entry: text.format(number=number) for entry, text in EXPECTED.items()}


def made(world: World, command: c.Command) -> Id:
    """Carry a command out and return what it made first."""
    return world.run(world.desk.submit(command)).created[0]


def a_lent_team(world: World) -> None:
    partner = made(world, c.AddPartner("Red Help", "volunteers"))
    asked = made(world, c.AskPartner(partner, kind="search", crew=5))
    offer = made(world, c.OfferTeam(partner, "RH1", "search", 5, street_at(4, 4), asked_id=asked))
    assert offer == asked
    world.run(world.desk.submit(c.AnswerOffer(offer, accepted=True)))


def goods(world: World, north: Id, incident: Id) -> None:
    world.run(world.desk.submit(c.SetMinimum(north, "blanket", 50)))
    moved = made(world, c.AskTransfer(world.desk.picture.depots()[0].id, {"blanket": 20}, north))
    for command in (
        c.AnswerTransfer(moved, accepted=True),
        c.ShipTransfer(moved),
        c.ReceiveTransfer(moved, "Kim Park", {"blanket": 19}, "a box burst"),
    ):
        world.run(world.desk.submit(command))
    promised = made(world, c.ReserveStock(north, "blanket", 5, incident))
    world.run(world.desk.submit(c.EndReservation(promised, delivered=True, received_by="Kim Park")))


def beds(world: World) -> None:
    mary = made(world, c.AddFacility("St. Mary", "hospital", street_at(1, 5)))
    world.run(world.desk.submit(c.ReportCapacity(mary, "icu", 9, 4)))
    kept = made(world, c.ReservePlaces(mary, "icu", 2, tag="T-1"))
    world.run(world.desk.submit(c.MovePlacement(kept, "arrived")))
    world.run(world.desk.submit(c.ChangeFacility(mary, open=False, reason="power cut")))


def a_search(world: World, incident: Id) -> None:
    search, at = made(world, c.BeginSearch(incident)), street_at(3, 30)
    world.run(world.desk.submit(c.AddSectors(search, (("A1", (at, LonLat(at.lon + 0.01, at.lat), LonLat(at.lon, at.lat + 0.01))),))))
    sector = world.desk.picture.searches.search(search).sectors[0].id  # type: ignore[union-attr]
    world.run(world.desk.submit(c.RateSectors(search, "Lee", {sector: 3.0}, 1.0)))
    team = next(u for u in world.desk.picture.units() if u.callsign == "RH1")
    sweep = made(world, c.TaskTeam(sector, team.id, 5, 30.0, 2.0, 2.0))
    world.run(world.desk.submit(c.EndSweep(sweep, 2.5)))
    world.run(world.desk.submit(c.EndSearch(search, sector, "under the bridge")))

"""Rows of the log about goods, places and searches say who, what and where; nothing is left as a dash."""

from __future__ import annotations

from commandcenter.model import commands as c
from commandcenter.model.entries import EntryType
from commandcenter.model.words import LonLat
from commandcenter.ui.log.words import line_words

from .world import World, street_at


def test_every_row_is_whole(busy: World) -> None:
    desk, run = busy.desk, busy.run
    central = desk.picture.depots()[0]
    north = run(desk.submit(c.AddDepot("North", street_at(6, 20)))).created[0]
    partner = run(desk.submit(c.AddPartner("Red Help", "volunteers"))).created[0]
    asked = run(desk.submit(c.AskPartner(partner, kind="search", crew=5))).created[0]
    offer = run(desk.submit(c.OfferTeam(partner, "RH1", "search", 5, street_at(4, 4), asked_id=asked))).created[0]
    assert offer == asked
    run(desk.submit(c.AnswerOffer(offer, accepted=True)))
    run(desk.submit(c.SetMinimum(north, "blanket", 50)))
    moved = run(desk.submit(c.AskTransfer(central.id, {"blanket": 20}, north))).created[0]
    for command in (
        c.AnswerTransfer(moved, accepted=True),
        c.ShipTransfer(moved),
        c.ReceiveTransfer(moved, "Kim Park", {"blanket": 19}, "a box burst"),
    ):
        run(desk.submit(command))
    mary = run(desk.submit(c.AddFacility("St. Mary", "hospital", street_at(1, 5)))).created[0]
    run(desk.submit(c.ReportCapacity(mary, "icu", 9, 4)))
    kept = run(desk.submit(c.ReservePlaces(mary, "icu", 2, tag="T-1"))).created[0]
    run(desk.submit(c.MovePlacement(kept, "arrived")))
    run(desk.submit(c.ChangeFacility(mary, open=False, reason="power cut")))
    incident = run(desk.submit(c.ReportIncident("search.missing", street_at(3, 30), "Castle Hill 30", 2))).created[0]
    promised = run(desk.submit(c.ReserveStock(north, "blanket", 5, incident))).created[0]
    run(desk.submit(c.EndReservation(promised, delivered=True, received_by="Kim Park")))
    search = run(desk.submit(c.BeginSearch(incident))).created[0]
    at = street_at(3, 30)
    run(desk.submit(c.AddSectors(search, (("A1", (at, LonLat(at.lon + 0.01, at.lat), LonLat(at.lon, at.lat + 0.01))),))))
    sector = desk.picture.searches.search(search).sectors[0].id  # type: ignore[union-attr]
    run(desk.submit(c.RateSectors(search, "Lee", {sector: 3.0}, 1.0)))
    team = next(u for u in desk.picture.units() if u.callsign == "RH1")
    sweep = run(desk.submit(c.TaskTeam(sector, team.id, 5, 30.0, 2.0, 2.0))).created[0]
    run(desk.submit(c.EndSweep(sweep, 2.5)))
    run(desk.submit(c.EndSearch(search, sector, "under the bridge")))

    said = {line.type: line_words(line, desk.catalogue) for line in reversed(desk.picture.lines(60))}
    number = desk.picture.incident(incident).number  # type: ignore[union-attr]
    expected = {
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
        EntryType.SEARCH_BEGUN: f"Search begun for {number}",
        EntryType.SECTORS_ADDED: f"1 sectors added to the search for {number}",
        EntryType.SECTORS_RATED: f"Lee rated the sectors of {number}",
        EntryType.TEAM_TASKED: "RH1 searches sector A1",
        EntryType.SWEEP_ENDED: "RH1 searched sector A1 for 2.5 h",
        EntryType.SEARCH_ENDED: f"Search for {number} ended: found (under the bridge)",
    }
    assert {entry: said[entry] for entry in expected} == expected

"""What partners lend stays marked as theirs; places in hospitals are counted once, whoever counts."""

from __future__ import annotations

from typing import Any

import pytest

from commandcenter.dispatch.handlers import HANDLERS
from commandcenter.dispatch.now import Now
from commandcenter.model import commands as c
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.monitor.alarms import alarms
from commandcenter.resources.watch import AlarmKind

from .conftest import at


def made(stage: Any, command: c.Command) -> Id:
    entity: Id = stage.do(command)[0].writes[0].key.entity
    return entity


def test_offered_goods_come_into_the_partners_own_depot_and_a_team_onto_the_board(stage: Any) -> None:
    red = made(stage, c.AddPartner("Red Help", "volunteers", "Jo Fisher, 0151 555 0199"))
    goods = made(stage, c.OfferStock(red, "blanket", 200, at(2, 2), note="until Sunday"))
    team = made(stage, c.OfferTeam(red, "RH1", "search", 5, at(3, 3)))
    assert [o.state for o in stage.picture.supplies.offers()] == ["open", "open"]
    assert not stage.picture.depots() and not stage.picture.units()
    stage.do(c.AnswerOffer(goods, accepted=True))
    stage.do(c.AnswerOffer(team, accepted=True))
    (depot,), (unit,) = stage.picture.depots(), stage.picture.units()
    assert (depot.partner, depot.free("blanket"), unit.partner, unit.callsign, unit.crew) == (red, 200, red, "RH1", 5)
    more = made(stage, c.OfferStock(red, "blanket", 50, at(2, 2)))
    stage.do(c.AnswerOffer(more, accepted=True))
    assert [d.free("blanket") for d in stage.picture.depots()] == [250]
    elsewhere = made(stage, c.OfferStock(red, "ration", 5, at(9, 2)))
    stage.do(c.AnswerOffer(elsewhere, accepted=False, reason="too far"))
    assert len(stage.picture.depots()) == 1
    with pytest.raises(Refused, match="answered already"):
        stage.do(c.AnswerOffer(elsewhere, accepted=True))


def test_a_partner_is_asked_and_its_offer_takes_the_place_of_the_question(stage: Any) -> None:
    red, blue = made(stage, c.AddPartner("Red Help", "volunteers")), made(stage, c.AddPartner("Haulage Ltd", "company"))
    goods = made(stage, c.AskPartner(red, "blanket", 200, note="for tonight"))
    team = made(stage, c.AskPartner(blue, kind="truck", crew=2))
    assert {(o.partner, o.item, o.quantity, o.unit_kind, o.crew, o.state) for o in stage.picture.supplies.offers()} == {
        (red, "blanket", 200, "", 0, "asked"), (blue, "", 0, "truck", 2, "asked"),
    }  # fmt: skip
    with pytest.raises(Refused, match="have not offered it yet"):
        stage.do(c.AnswerOffer(goods, accepted=True))
    with pytest.raises(Refused, match="was not asked for that"):
        stage.do(c.OfferStock(blue, "blanket", 10, at(2, 2), asked_id=goods))
    assert made(stage, c.OfferStock(red, "blanket", 120, at(2, 2), asked_id=goods)) == goods
    stage.do(c.AnswerOffer(goods, accepted=True))
    assert [d.free("blanket") for d in stage.picture.depots()] == [120]
    stage.do(c.AnswerOffer(team, accepted=False, reason="no driver"))
    assert {o.state for o in stage.picture.supplies.offers()} == {"accepted", "declined"}
    with pytest.raises(Refused, match="has answered already"):
        stage.do(c.OfferTeam(blue, "B1", "truck", 2, at(2, 2), asked_id=team))


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        ({}, "goods or for a team"),
        ({"item": "blanket", "quantity": 5, "kind": "truck"}, "goods or for a team"),
        ({"item": "gold", "quantity": 5}, "no item “gold”"),
        ({"item": "blanket", "quantity": -5}, "whole number"),
        ({"kind": "wizards", "crew": 2}, "no kind of unit"),
        ({"kind": "truck", "crew": 0}, "whole number"),
    ],
)
def test_what_nobody_can_be_asked_for_is_said(stage: Any, ask: dict[str, Any], says: str) -> None:
    red = made(stage, c.AddPartner("Red Help", "volunteers"))
    with pytest.raises(Refused, match=says):
        stage.do(c.AskPartner(red, **ask))


def test_the_contact_of_a_partner_is_personal_data(stage: Any) -> None:
    (entry,) = stage.do(c.AddPartner("Haulage Ltd", "company", "Ann Lee"))
    assert {write.section for write in entry.writes if write.value == "Ann Lee"} == {"pii"}


def test_bad_offers_are_refused_in_words(stage: Any) -> None:
    red = made(stage, c.AddPartner("Red Help", "volunteers"))
    stage.unit("E1")
    made(stage, c.OfferTeam(red, "RH1", "search", 5, at(3, 3)))
    cases: list[tuple[c.Command, str]] = [
        (c.AddPartner("red help", "charity"), "there already"),
        (c.AddPartner("Club", "friends"), "not “friends”"),
        (c.OfferStock(red, "gold", 1, at(0, 0)), "no item “gold”"),
        (c.OfferStock(red, "blanket", -1, at(0, 0)), "whole number"),
        (c.OfferStock(red, "ration", 1, at(0, 0), "2001-01-01"), "expired on 2001-01-01"),
        (c.OfferTeam(red, "E1", "search", 5, at(3, 3)), "another unit E1"),
        (c.OfferTeam(red, "RH1", "search", 5, at(3, 3)), "offered already"),
        (c.OfferTeam(red, "RH2", "wizards", 5, at(3, 3)), "no kind of unit"),
        (c.OfferTeam(Id("f" * 32), "RH2", "search", 5, at(3, 3)), "not known"),
    ]
    for command, says in cases:
        with pytest.raises(Refused, match=says):
            stage.do(command)


def hospital(stage: Any, name: str = "St. Mary", x: int = 1, **beds: tuple[int, int]) -> Id:
    facility = made(stage, c.AddFacility(name, "hospital", at(x, 1)))
    for care, (total, taken) in beds.items():
        stage.do(c.ReportCapacity(facility, care, total, taken))
    return facility


def test_places_are_kept_filled_and_freed_and_a_new_report_counts_nobody_twice(stage: Any) -> None:
    mary = hospital(stage, icu=(10, 6))
    first = made(stage, c.ReservePlaces(mary, "icu", 2, tag="T-1"))
    second = made(stage, c.ReservePlaces(mary, "icu", 1, tag="T-2", who="Jo Fisher"))

    def places() -> tuple[int, int, int]:
        icu = stage.picture.facility(mary).places["icu"]
        return icu.taken, icu.reserved, icu.free

    assert places() == (6, 3, 1)
    stage.do(c.MovePlacement(first, "arrived"))
    assert places() == (8, 1, 1)
    stage.do(c.ReportCapacity(mary, "icu", 10, 8))
    assert places() == (8, 1, 1)
    stage.do(c.MovePlacement(first, "released"))
    assert places() == (6, 1, 3)
    stage.do(c.ReportCapacity(mary, "icu", 10, 6))
    assert places() == (6, 1, 3)
    stage.do(c.MovePlacement(second, "cancelled"))
    assert places() == (6, 0, 4)
    assert stage.picture.care.placement(second).who == "Jo Fisher"


def test_people_go_where_nothing_was_reported_and_are_counted_when_it_is(stage: Any) -> None:
    mary = hospital(stage, icu=(10, 6))
    going = made(stage, c.ReservePlaces(mary, "ward", 3))
    stage.do(c.ReportCapacity(mary, "ward", 20, 5))
    ward = stage.picture.facility(mary).places["ward"]
    assert (ward.reserved, ward.free) == (3, 12)
    stage.do(c.MovePlacement(going, "arrived"))
    assert stage.picture.facility(mary).places["ward"].taken == 8


def test_bad_capacities_are_refused_in_words(stage: Any) -> None:
    mary = hospital(stage, icu=(10, 6))
    shelter = made(stage, c.AddFacility("Hall", "shelter", at(2, 2)))
    kept = made(stage, c.ReservePlaces(mary, "icu", 3))
    cases: list[tuple[c.Command, str]] = [
        (c.ReportCapacity(mary, "icu", 5, 6), "6 places cannot be taken of 5"),
        (c.ReportCapacity(mary, "icu", 8, 6), "3 kept for people"),
        (c.ReportCapacity(mary, "icu", -1, 0), "whole number"),
        (c.ReportCapacity(mary, "hammock", 5, 0), "hammock"),
        (c.ReportCapacity(shelter, "icu", 5, 0), "no place for that"),
        (c.ReportCapacity(mary, "trauma", 5, 0), "no such kind"),
        (c.ReservePlaces(mary, "icu", 2), "has 1 free"),
        (c.ReservePlaces(mary, "icu", 0), "whole number"),
        (c.MovePlacement(kept, "released"), "cannot become"),
        (c.MovePlacement(kept, "lost"), "cannot become"),
        (c.ChangeFacility(mary, services=("icu",)), "no such kind"),
        (c.ChangeFacility(mary), "Nothing of St. Mary"),
    ]
    for command, says in cases:
        with pytest.raises(Refused, match=says):
            stage.do(command)
    stage.do(c.ChangeFacility(mary, services=("trauma",), open=False, reason="water damage"))
    view = stage.picture.facility(mary)
    assert (view.services, view.open, view.reason) == (("trauma",), False, "water damage")
    with pytest.raises(Refused, match="nobody in"):
        stage.do(c.ReservePlaces(mary, "icu", 1))


def test_a_place_that_two_desks_kept_apart_is_an_alarm(stage: Any) -> None:
    mary = hospital(stage, icu=(10, 9))
    now = Now(stage.clock.wall_ms(), stage.actor, stage.new_id, stage.catalogue)
    drafts = [HANDLERS[c.ReservePlaces](stage.picture, c.ReservePlaces(mary, "icu", tag=tag), now)[0] for tag in ("T-1", "T-2")]
    assert not [a for a in alarms(stage.picture, stage.catalogue, stage.clock.wall_ms()) if a.kind is AlarmKind.PLACES_SHORT]
    for draft in drafts:
        (entry,) = stage.log.append([draft], actor=stage.actor, heads=stage.picture.heads)
        stage.picture.apply(entry, stage.log.count())
    (alarm,) = [a for a in alarms(stage.picture, stage.catalogue, stage.clock.wall_ms()) if a.kind is AlarmKind.PLACES_SHORT]
    assert "1 places too few" in str(alarm.text)
    stage.do(c.MovePlacement(stage.picture.care.placements()[0].id, "cancelled"))
    assert not [a for a in alarms(stage.picture, stage.catalogue, stage.clock.wall_ms()) if a.kind is AlarmKind.PLACES_SHORT]

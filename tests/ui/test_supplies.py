"""The supplies window by keyboard: book in, ask, agree, send, receive with a receipt, plan, take what partners offer."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.dispatch import logistics, supply_flow
from commandcenter.dispatch.supply_flow import GOODS
from commandcenter.dispatch.trip_goal import Aim, Goal
from commandcenter.model.commands import (
    AddDepot,
    AddPartner,
    AddUnit,
    AskTransfer,
    IssueStock,
    MoveStock,
    OfferStock,
    OfferTeam,
    ReportIncident,
    SetMinimum,
)
from commandcenter.model.ids import Id
from commandcenter.model.progress import Progress
from commandcenter.ui.logistics_words import PARTNER_MARK
from commandcenter.ui.prints.sheet import Facts, Sheet, Table
from commandcenter.ui.supplies.names import choose
from commandcenter.ui.supplies.window import SuppliesWindow

from .heads import broken_heads
from .world import World, street_at


def opened(world: World) -> SuppliesWindow:
    assert world.window is not None
    world.window.seat.window_wanted.emit("supplies")
    found = world.window.beside.open_windows["supplies"]
    assert isinstance(found, SuppliesWindow)
    return found


def depot_of(world: World, name: str) -> Id:
    return next(d.id for d in world.desk.picture.depots() if d.name == name)


@pytest.fixture
def stocked(busy: World) -> World:
    busy.run(busy.desk.submit(AddDepot("North depot", street_at(6, 20))))
    truck = busy.desk.catalogue.kinds["truck"]
    busy.run(busy.desk.submit(AddUnit("ST9", "truck", truck.capabilities, 2, None, street_at(1, 3), truck.profile)))
    return busy


def test_goods_are_booked_in_issued_and_given_a_level(stocked: World) -> None:
    page, north = opened(stocked).stock, depot_of(stocked, "North depot")
    picture = stocked.desk.picture
    choose(page.depot, north)
    page.item.setText("blanket")
    page.quantity.setText("40")
    page.reason.setText("from the mill")
    QTest.keyClick(page.reason, Qt.Key.Key_Return)
    stocked.wait_for(lambda: picture.depot(north).free("blanket") == 40)  # type: ignore[union-attr]
    page.quantity.setText("15")
    page.issue.click()
    stocked.wait_for(lambda: picture.depot(north).free("blanket") == 25)  # type: ignore[union-attr]
    page.quantity.setText("60")
    page.set_level.click()
    stocked.wait_for(lambda: picture.depot(north).minimums == {"blanket": 60})  # type: ignore[union-attr]
    page.filter.setText("north")
    assert [row[7] for row in page.table.rows.texts()[1:]] == ["▼ 60"]
    page.quantity.setText("a few")
    page.issue.click()
    window = opened(stocked)
    stocked.wait_for(lambda: "a few" in window.notice.text())


def test_a_transfer_goes_all_the_way_by_keys_and_says_what_was_missing(stocked: World) -> None:
    window = opened(stocked)
    page, picture = window.transfers, stocked.desk.picture
    window.tabs.setCurrentWidget(page)
    choose(page.source, depot_of(stocked, "Central depot"))
    choose(page.target, depot_of(stocked, "North depot"))
    page.goods.setText("20 blanket, 5 ration pack")
    QTest.keyClick(page.goods, Qt.Key.Key_Return)
    stocked.wait_for(lambda: page.table.rows.rowCount() == 1)
    page.table.setCurrentIndex(page.table.rows.index(0, 0))
    (transfer,) = picture.supplies.transfers()
    for key, state in ((Qt.Key.Key_A, "accepted"), (Qt.Key.Key_S, "shipped")):
        QTest.keyClick(page.table, key)
        stocked.wait_for(lambda state=state: picture.supplies.transfer(transfer.id).state == state)  # type: ignore[union-attr]
    page.arrived.setText("18 blanket")
    page.by.setText("Kim Park")
    QTest.keyClick(page.by, Qt.Key.Key_Return)
    stocked.wait_for(lambda: picture.supplies.transfer(transfer.id).state == "received")  # type: ignore[union-attr]
    assert "Kim Park" in page.table.rows.texts()[1][6] and "missing: 2 × blanket" in page.table.rows.texts()[1][6]
    north = picture.depot(depot_of(stocked, "North depot"))
    assert north is not None and (north.free("blanket"), north.free("ration")) == (18, 5)
    assert not page.receive.isEnabled()
    page.goods.setText("5 unicorns")
    QTest.keyClick(page.goods, Qt.Key.Key_Return)
    stocked.wait_for(lambda: "unicorns" in window.notice.text())


def test_a_plan_is_worked_out_shown_with_trips_and_unmet_needs_and_promised(stocked: World) -> None:
    stocked.run(stocked.desk.submit(ReportIncident("natural.flood", street_at(5, 5), "River Walk 5", 2)))
    window = opened(stocked)
    page, picture = window.plan, stocked.desk.picture
    window.tabs.setCurrentWidget(page)
    page.deliver.click()
    stocked.wait_for(lambda: page.answer is not None and page.deliveries.rows.rowCount() > 0, 20)
    assert page.unmet.rows.rowCount() > 0
    assert page.trips.rows.rowCount() > 0
    assert page.says.text().startswith("Soonest arrival. Trips: ")
    page.accept.click()
    stocked.wait_for(lambda: bool(picture.supplies.transfers()) and "promised" in page.says.text())
    assert page.trips.rows.rowCount() > 0 and page.paper.isEnabled(), "the drivers' trips can still be read and printed"
    assert not page.accept.isEnabled(), "nothing is promised twice"
    assert {t.state for t in picture.supplies.transfers()} == {"accepted"}


def test_the_goal_is_chosen_said_printed_and_kept_with_what_is_promised_and_requests_are_answered(stocked: World) -> None:
    central, north = depot_of(stocked, "Central depot"), depot_of(stocked, "North depot")
    stocked.run(stocked.desk.submit(AskTransfer(central, {"kit_light": 1, "blanket": 20}, north)))
    window = opened(stocked)
    page, picture = window.plan, stocked.desk.picture
    window.tabs.setCurrentWidget(page)
    assert not page.within_field.isVisible() and not page.paper.isEnabled()
    choose(page.aim, "driving")
    assert page.within_field.isVisible() and page.goal == Goal(Aim.DRIVING, 8)
    page.deliver.click()
    stocked.wait_for(lambda: page.answer is not None, 20)
    assert page.says.text().startswith("Least driving, every vehicle back within 8 h. Trips: ")
    assert "no plan does with less" in page.says.text() and "life at risk" in page.method.text().casefold()
    main = stocked.window
    assert main is not None
    sheets: list[Sheet] = []
    main.seat.paper_wanted.connect(lambda make: sheets.append(main.printer.prepare_sheet(make).make()))
    page.paper.click()
    (sheet,) = sheets
    assert broken_heads(sheet) == []
    stocked.wait_for(lambda: "Printed" in window.notice.text())
    assert sheet.blocks[0] == Facts([("Goal", "Least driving, every vehicle back within 8 h"), ("Worked out", sheet.about.split(" · ")[-1])])
    drivers = {drop.trip.callsign for drop in page.trips.rows.rows}
    assert {block.title for block in sheet.blocks if isinstance(block, Table)} == {*drivers, "Deliveries", "Unmet"}
    page.accept.click()
    stocked.wait_for(lambda: "promised" in page.says.text())
    ours = [t for t in picture.supplies.transfers() if t.depot == north]
    assert sum(t.goods.get("blanket", 0) for t in ours if t.state == "accepted") == 20
    assert not any(t.state == "asked" and "blanket" in t.goods for t in ours)
    promised = [t for t in picture.supplies.transfers() if t.goal]
    assert promised and {t.goal for t in promised} == {"driving"}
    assert "Least driving" in {row[6] for row in window.transfers.table.rows.texts()[1:]}


def test_a_solver_that_cannot_be_interrupted_keeps_nobody_waiting(stocked: World, monkeypatch: pytest.MonkeyPatch) -> None:
    stocked.run(stocked.desk.submit(ReportIncident("natural.flood", street_at(5, 5), "River Walk 5", 2)))
    page = opened(stocked).plan
    begun, let_go = threading.Event(), threading.Event()
    real = supply_flow.plan_flow

    def deaf(*asked: object, **more: object) -> object:
        begun.set()
        let_go.wait(60)
        return real(*asked, **more)  # type: ignore[arg-type]

    try:
        with monkeypatch.context() as slow:
            slow.setattr(logistics, "plan_flow", deaf)
            page.deliver.click()
            stocked.wait_for(begun.is_set)
            page.give_up.click()
        assert page.says.text() == "The plan was given up."  # at once, while the solver still runs
        assert not page.give_up.isVisible()
        page.fill_up.click()  # another plan does not wait for it
        stocked.wait_for(lambda: page.answer is not None, 20)
        first = page.answer
    finally:
        let_go.set()
    stocked.wait_for(lambda: page.answer is first and not page.deliveries.rows.rowCount())


@pytest.mark.parametrize("where", ["logistics.plan_flow", "replenishment.plan_flow"])
def test_a_plan_that_takes_long_tells_how_far_it_is_is_given_up_and_asked_for_anew(
    stocked: World, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    stocked.run(stocked.desk.submit(ReportIncident("natural.flood", street_at(5, 5), "River Walk 5", 2)))
    window = opened(stocked)
    page = window.plan
    window.tabs.setCurrentWidget(page)
    begun = threading.Event()

    def without_end(*_asked: object, progress: Progress, **_more: object) -> None:
        begun.set()
        while True:
            progress.report(GOODS, 3, 10)
            time.sleep(0.002)

    with monkeypatch.context() as slow:
        slow.setattr(f"commandcenter.dispatch.{where}", without_end)
        (page.fill_up if where.startswith("replenishment") else page.deliver).click()
        stocked.wait_for(lambda: begun.is_set() and page.give_up.isVisible())
        stocked.wait_for(lambda: page.says.text() == "Working out the plan: Which depot gives what, 30 %")
        page.give_up.click()
        stocked.wait_for(lambda: page.says.text() == "The plan was given up.")
    assert page.answer is None
    assert not page.give_up.isVisible()
    page.deliver.click()
    stocked.wait_for(lambda: page.answer is not None)


def test_what_is_short_leads_to_asking_for_it_and_what_is_used_runs_out(stocked: World) -> None:
    central, north = depot_of(stocked, "Central depot"), depot_of(stocked, "North depot")
    for _ in range(6):
        stocked.clock.advance(3600)
        stocked.run(stocked.desk.submit(IssueStock(central, "blanket", 25)))
    stocked.run(stocked.desk.submit(MoveStock(north, "ration", 5, "pcs", "B1", "2026-10-01")))
    stocked.run(stocked.desk.submit(SetMinimum(north, "blanket", 50)))
    window = opened(stocked)
    page = window.attention
    window.tabs.setCurrentWidget(page)
    stocked.wait_for(lambda: page.running_out.rows.rowCount() == 1, 20)
    assert "h" in page.running_out.rows.texts()[1][4]
    assert page.expiring.rows.texts()[1][2] == "B1"
    page.short.setCurrentIndex(page.short.rows.index(0, 0))
    page.ask.click()
    assert window.tabs.currentWidget() is window.transfers
    assert (window.transfers.target.currentData(), window.transfers.goods.text()) == (north, "50 blanket")


def test_offers_are_taken_by_a_key_and_marked_in_every_list(stocked: World) -> None:
    desk, main = stocked.desk, stocked.window
    assert main is not None
    partner = stocked.run(desk.submit(AddPartner("Red Help", "volunteers"))).created[0]
    stocked.run(desk.submit(OfferStock(partner, "blanket", 200, street_at(2, 9))))
    stocked.run(desk.submit(OfferTeam(partner, "RH1", "search", 5, street_at(4, 4))))
    window = opened(stocked)
    page = window.partners
    window.tabs.setCurrentWidget(page)
    for _ in range(2):
        page.table.setCurrentIndex(page.table.rows.index(0, 0))
        waiting = sum(o.state == "open" for o in desk.picture.supplies.offers())
        QTest.keyClick(page.table, Qt.Key.Key_A)
        stocked.wait_for(lambda waiting=waiting: sum(o.state == "open" for o in desk.picture.supplies.offers()) == waiting - 1)
    assert any(u.callsign == "RH1" and u.partner == partner for u in desk.picture.units())
    main.depots.filter.setText("red help")
    assert main.depots.table.rows.texts()[1][0].startswith(PARTNER_MARK)
    assert any(row[0].startswith(PARTNER_MARK) for row in window.stock.table.rows.texts()[1:])


def test_a_partner_is_asked_and_what_it_offers_then_is_taken(stocked: World) -> None:
    desk = stocked.desk
    stocked.run(desk.submit(AddPartner("Red Help", "volunteers")))
    page, main = opened(stocked).partners, stocked.window
    assert main is not None
    page.goods.setText("40 blanket")
    page.ask_goods.click()
    stocked.wait_for(lambda: [row[0] for row in page.table.rows.texts()[1:]] == ["asked for"] and not page.goods.text())
    page.table.setCurrentIndex(page.table.rows.index(0, 0))
    assert (page.accept.isEnabled(), page.decline.isEnabled()) == (False, True)
    page.goods.setText("30 blanket")
    page.offer_goods.click()
    stocked.wait_for(lambda: main.map_view.shown.get("drawing") == "point")  # type: ignore[attr-defined] # the plain map keeps it
    main.map_view.drawn.emit("point", (street_at(2, 9),))
    stocked.wait_for(lambda: [row[0] for row in page.table.rows.texts()[1:]] == ["waiting"])
    assert page.accept.isEnabled()


def test_a_partner_is_added_and_a_bad_offer_is_said_before_anybody_looks_for_a_place(stocked: World) -> None:
    window, main = opened(stocked), stocked.window
    assert main is not None
    page = window.partners
    page.name.setText("Haulage Ltd")
    QTest.keyClick(page.contact, Qt.Key.Key_Return)
    stocked.wait_for(lambda: page.partner.count() == 1)
    page.goods.setText("many blankets")
    page.offer_goods.click()
    stocked.wait_for(lambda: "many blankets" in window.notice.text())
    page.goods.setText("60 blanket")
    page.offer_goods.click()
    stocked.wait_for(lambda: main.map_view.shown.get("drawing") == "point")  # type: ignore[attr-defined] # the plain map keeps it
    main.map_view.drawn.emit("point", (street_at(2, 2),))
    stocked.wait_for(lambda: page.table.rows.rowCount() == 1)


def test_every_page_speaks_chinese_at_once(stocked: World) -> None:
    window, main = opened(stocked), stocked.window
    assert main is not None
    main.use_language("zh_CN")
    stocked.wait_for(lambda: window.tabs.tabText(0) == "库存" or window.tabs.tabText(1) == "调拨")
    assert window.transfers.table.rows.texts()[0][0] == "状态"


def test_goods_are_counted_in_words_of_the_language(stocked: World) -> None:
    main, central = stocked.window, depot_of(stocked, "Central depot")
    assert main is not None
    for item in stocked.desk.catalogue.items.values():
        stocked.run(stocked.desk.submit(MoveStock(central, item.code, 1, item.unit)))
    stocked.run(stocked.desk.submit(MoveStock(central, "blanket", 1, "bale")))
    page = opened(stocked).stock
    assert {row[-1] for row in page.table.rows.texts()[1:]} == {"pcs", "can", "bag", "bale"}
    main.use_language("zh_CN")
    stocked.wait_for(lambda: {row[-1] for row in page.table.rows.texts()[1:]} == {"件", "桶", "袋", "bale"})
    assert {row[-1] for row in main.depots.table.rows.texts()[1:]} >= {"件", "桶", "袋"}


def test_undo_calls_a_promise_off(stocked: World) -> None:
    main, picture = stocked.window, stocked.desk.picture
    assert main is not None
    central, north = depot_of(stocked, "Central depot"), depot_of(stocked, "North depot")
    stocked.run(main.seat.submit(AskTransfer(central, {"blanket": 20}, north, agreed=True)))
    assert picture.depot(central).reserved == {"blanket": 20}  # type: ignore[union-attr]
    main.undo_last()
    stocked.wait_for(lambda: picture.depot(central).reserved == {})  # type: ignore[union-attr]
    assert [t.state for t in picture.supplies.transfers()] == ["declined"]

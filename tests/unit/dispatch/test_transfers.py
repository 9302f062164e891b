"""Goods on their way: nothing is promised that is not there, nothing is lost but what a receipt names."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from commandcenter.dispatch.handlers import HANDLERS
from commandcenter.dispatch.now import Now
from commandcenter.model import commands as c
from commandcenter.model.entries import EntryType
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id

from .conftest import Stage, at


def ask(stage: Any, source: Id, goods: dict[str, int], **target: Any) -> Id:
    made: Id = stage.do(c.AskTransfer(source, goods, **target))[0].writes[0].key.entity
    return made


def held(stage: Any, depot: Id, item: str) -> int:
    view = stage.picture.depot(depot)
    assert view is not None
    return int(view.held(item))


def test_goods_go_from_depot_to_depot_with_a_receipt_that_names_what_is_missing(stage: Any) -> None:
    near, far = stage.depot("Near", 1, 1), stage.depot("Far", 5, 5)
    for batch, expires, quantity in (("late", "2031-01-01", 50), ("soon", "2030-01-01", 30)):
        stage.do(c.MoveStock(near, "ration", quantity, "pcs", batch, expires))
    moved = ask(stage, near, {"ration": 40}, depot_id=far)
    assert stage.picture.depot(near).reserved == {}
    stage.do(c.AnswerTransfer(moved, accepted=True))
    assert stage.picture.depot(near).free("ration") == 40
    stage.do(c.ShipTransfer(moved))
    assert {s.batch: s.quantity for s in stage.picture.depot(near).stock} == {"late": 40}
    assert (held(stage, near, "ration"), held(stage, far, "ration")) == (40, 0)
    stage.do(c.ReceiveTransfer(moved, "Kim Park", {"ration": 37}, "a box burst"))
    assert {s.batch: (s.quantity, s.expires) for s in stage.picture.depot(far).stock} == {"soon": (30, "2030-01-01"), "late": (7, "2031-01-01")}
    receipt = stage.picture.supplies.transfer(moved).receipt
    assert (receipt.by, dict(receipt.missing), receipt.note) == ("Kim Park", {"ration": 3}, "a box burst")
    assert stage.picture.depot(near).reserved == {}


def test_a_kit_is_asked_for_as_what_is_in_it_and_sent_to_an_incident(stage: Any) -> None:
    incident = stage.incident()
    kit = stage.catalogue.kits["kit_family_tent"].items
    depot = stage.depot("D", 1, 1, **dict.fromkeys(kit, 100))
    moved = ask(stage, depot, {"kit_family_tent": 2}, incident_id=incident, agreed=True)
    assert stage.picture.supplies.transfer(moved).goods == {item: 2 * count for item, count in kit.items()}
    promised = [r for r in stage.picture.reservations() if r.incident == incident]
    assert {r.item: r.quantity for r in promised} == {item: 2 * count for item, count in kit.items()}
    stage.do(c.ShipTransfer(moved))
    stage.do(c.ReceiveTransfer(moved, "On scene"))
    assert {item: held(stage, depot, item) for item in kit} == {item: 100 - 2 * count for item, count in kit.items()}


def test_what_was_promised_and_called_off_is_free_again(stage: Any) -> None:
    near, far = stage.depot("Near", 1, 1, blanket=10), stage.depot("Far", 5, 5)
    moved = ask(stage, near, {"blanket": 10}, depot_id=far, agreed=True)
    with pytest.raises(Refused, match="only 0"):
        stage.do(c.IssueStock(near, "blanket", 1))
    with pytest.raises(Refused, match="belong to a transfer"):
        stage.do(c.EndReservation(stage.picture.reservations()[0].id, delivered=False))
    stage.do(c.AnswerTransfer(moved, accepted=False, reason="road flooded"))
    assert stage.picture.depot(near).free("blanket") == 10
    assert stage.picture.supplies.transfer(moved).reason == "road flooded"


def test_a_shipment_is_taken_back_whole(stage: Any) -> None:
    near, far = stage.depot("Near", 1, 1, blanket=10), stage.depot("Far", 5, 5)
    moved = ask(stage, near, {"blanket": 6}, depot_id=far, agreed=True)
    (entry,) = stage.do(c.ShipTransfer(moved))
    stage.do(c.Undo(entry.id))
    view = stage.picture.depot(near)
    assert (stage.picture.supplies.transfer(moved).state, view.held("blanket"), view.reserved) == ("accepted", 10, {"blanket": 6})
    stage.do(c.ShipTransfer(moved))
    (entry,) = stage.do(c.ReceiveTransfer(moved, "K"))
    with pytest.raises(Refused, match="send it back"):
        stage.do(c.Undo(entry.id))


def test_bad_transfers_are_refused_in_words(stage: Any) -> None:
    incident = stage.incident()
    near, far = stage.depot("Near", 1, 1, blanket=10, generator=60), stage.depot("Far", 5, 5)
    truck, engine = stage.unit("ST1", "truck"), stage.unit("E1")
    asked = ask(stage, near, {"blanket": 4}, depot_id=far)
    heavy = ask(stage, near, {"generator": 59}, depot_id=far, agreed=True)
    cases: list[tuple[c.Command, str]] = [
        (c.AskTransfer(near, {"blanket": 1}), "one depot or to one incident"),
        (c.AskTransfer(near, {"blanket": 1}, far, incident), "one depot or to one incident"),
        (c.AskTransfer(near, {"blanket": 1}, near), "come from"),
        (c.AskTransfer(near, {}, far), "Nothing"),
        (c.AskTransfer(near, {"blanket": -3}, far), "whole number"),
        (c.AskTransfer(near, {"blanket": 11}, far, agreed=True), "only 10"),
        (c.ShipTransfer(asked), "Only what is promised"),
        (c.ReceiveTransfer(asked, "K"), "Only what was sent"),
        (c.ShipTransfer(heavy, engine), "E1 carries no freight"),
        (c.ShipTransfer(heavy, truck), "carries 5000 kg; this is 5015 kg"),
        (c.AnswerTransfer(Id("f" * 32), accepted=True), "not known"),
        (c.AddDepot("Boot", at(0, 0), unit_id=Id("f" * 32)), "not known"),
        (c.AddDepot("Boot", at(0, 0), partner_id=Id("f" * 32)), "not known"),
    ]
    for command, says in cases:
        with pytest.raises(Refused, match=says):
            stage.do(command)
    stage.do(c.AnswerTransfer(asked, accepted=True))
    stage.do(c.ShipTransfer(asked, truck))
    for command, says in [(c.ReceiveTransfer(asked, ""), "is empty"), (c.ReceiveTransfer(asked, "K", {"blanket": 5}), "from 0 to 4")]:
        with pytest.raises(Refused, match=says):
            stage.do(command)
    assert stage.picture.supplies.transfer(asked).unit == truck


def test_expired_goods_are_promised_to_nobody_and_can_be_thrown_away(stage: Any) -> None:
    incident, depot = stage.incident(), stage.depot("D", 1, 1)
    stage.do(c.MoveStock(depot, "ration", 5, "pcs", "old", "2020-01-01"))
    stage.do(c.MoveStock(depot, "ration", 7, "pcs", "new", "2090-01-01"))
    with pytest.raises(Refused, match="5 more have expired"):
        stage.do(c.ReserveStock(depot, "ration", 8, incident))
    stage.do(c.ReserveStock(depot, "ration", 7, incident))
    stage.do(c.MoveStock(depot, "ration", -5, "pcs", "old", "2020-01-01", "expired"))
    with pytest.raises(Refused):
        stage.do(c.MoveStock(depot, "ration", -1, "pcs", "new", "2090-01-01"))
    promise = stage.picture.reservations()[0]
    stage.do(c.EndReservation(promise.id, delivered=True, received_by="Kim", missing=2))
    assert stage.picture.depot(depot).stock == ()


def test_goods_are_issued_as_they_expire_and_a_minimum_can_be_set_and_lifted(stage: Any) -> None:
    depot = stage.depot("D", 1, 1, blanket=3)
    for batch, expires in (("b", "2031-05-01"), ("a", "2030-05-01")):
        stage.do(c.MoveStock(depot, "blanket", 10, "pcs", batch, expires))
    stage.do(c.IssueStock(depot, "blanket", 12, "camp"))
    assert {s.batch: s.quantity for s in stage.picture.depot(depot).stock} == {"": 3, "b": 8}
    stage.do(c.SetMinimum(depot, "blanket", 20))
    assert stage.picture.depot(depot).minimums == {"blanket": 20}
    with pytest.raises(Refused, match="already"):
        stage.do(c.SetMinimum(depot, "blanket", 20))
    with pytest.raises(Refused, match="whole number"):
        stage.do(c.SetMinimum(depot, "blanket", -1))
    stage.do(c.SetMinimum(depot, "blanket", 0))
    assert stage.picture.depot(depot).minimums == {}


ITEMS = ("blanket", "ration")


class Stores(RuleBasedStateMachine):
    """Any sequence of movements over three depots: none below zero, nothing appears, only receipts lose."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage()
        self.depots = [self.stage.depot(name, n, n) for n, name in enumerate("ABC")]
        self.incident = self.stage.incident()
        self.came: Counter[str] = Counter()
        self.used: Counter[str] = Counter()

    def attempt(self, command: c.Command) -> bool:
        try:
            self.stage.do(command)
        except Refused:
            return False
        return True

    @rule(depot=st.integers(0, 2), item=st.sampled_from(ITEMS), quantity=st.integers(1, 9), expires=st.sampled_from(("", "2020-01-01", "2090-01-01")))
    def comes(self, depot: int, item: str, quantity: int, expires: str) -> None:
        assert self.attempt(c.MoveStock(self.depots[depot], item, quantity, "pcs", expires[:4], expires))
        self.came[item] += quantity

    @rule(depot=st.integers(0, 2), item=st.sampled_from(ITEMS), quantity=st.integers(1, 9))
    def goes(self, depot: int, item: str, quantity: int) -> None:
        if self.attempt(c.IssueStock(self.depots[depot], item, quantity)):
            self.used[item] += quantity

    @rule(
        source=st.integers(0, 2),
        goal=st.integers(0, 3),
        goods=st.dictionaries(st.sampled_from(ITEMS), st.integers(1, 9), min_size=1),
        agreed=st.booleans(),
    )
    def asks(self, source: int, goal: int, goods: dict[str, int], agreed: bool) -> None:
        where = {"depot_id": self.depots[goal]} if goal < 3 else {"incident_id": self.incident}
        self.attempt(c.AskTransfer(self.depots[source], goods, **where, agreed=agreed))

    @precondition(lambda self: self.stage.picture.supplies.transfers())
    @rule(data=st.data(), step=st.sampled_from(("yes", "no", "ship", "receive")))
    def moves_on(self, data: st.DataObject, step: str) -> None:
        transfer = data.draw(st.sampled_from(self.stage.picture.supplies.transfers()))
        sent = Counter({line.item: 0 for line in transfer.cargo})
        for line in transfer.cargo:
            sent[line.item] += line.quantity
        received = {item: data.draw(st.integers(0, count)) for item, count in sent.items()} if step == "receive" else {}
        commands = {
            "yes": c.AnswerTransfer(transfer.id, accepted=True),
            "no": c.AnswerTransfer(transfer.id, accepted=False),
            "ship": c.ShipTransfer(transfer.id),
            "receive": c.ReceiveTransfer(transfer.id, "K", received),
        }
        if self.attempt(commands[step]) and step == "receive":
            for item, count in sent.items():
                self.used[item] += count if transfer.incident is not None else count - received[item]

    @invariant()
    def nothing_is_below_zero_and_nothing_is_lost(self) -> None:
        picture = self.stage.picture
        there: Counter[str] = Counter()
        for depot in picture.depots():
            for stock in depot.stock:
                assert stock.quantity > 0
                there[stock.item] += stock.quantity
            assert all(depot.free(item) >= 0 for item in ITEMS)
        for transfer in picture.supplies.transfers():
            if transfer.state == "shipped":
                for line in transfer.cargo:
                    there[line.item] += line.quantity
        assert +(there + self.used) == +self.came
        assert not picture.conflicts()


Stores.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck))
TestStores = Stores.TestCase


def test_two_desks_that_book_one_arrival_book_it_once(stage: Any) -> None:
    near, far = stage.depot("Near", 1, 1, blanket=10), stage.depot("Far", 5, 5)
    moved = ask(stage, near, {"blanket": 6}, depot_id=far, agreed=True)
    stage.do(c.ShipTransfer(moved))
    before = stage.picture.supplies.transfer(moved)
    now = Now(stage.clock.wall_ms(), stage.actor, stage.new_id, stage.catalogue)
    drafts = [HANDLERS[c.ReceiveTransfer](stage.picture, c.ReceiveTransfer(moved, who), now)[0] for who in ("Kim", "Lee")]
    heads = {write.key: stage.picture.heads(write.key) for draft in drafts for write in draft.writes}
    for draft in drafts:
        (entry,) = stage.log.append([draft], actor=stage.actor, heads=heads.__getitem__)
        stage.picture.apply(entry, stage.log.count())
    assert before is not None and stage.entries[-1].type == EntryType.TRANSFER_SHIPPED
    assert held(stage, far, "blanket") == 6
    assert [conflict.key.field for conflict in stage.picture.conflicts()] == ["receipt"]

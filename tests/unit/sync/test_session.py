"""Two copies come in step, whatever each of them has, and nothing goes over the wire twice without need."""

from __future__ import annotations

import pytest

from commandcenter.log.codec import MalformedError
from commandcenter.sync.messages import Batch, Standing, digest, write_batch, write_standing
from commandcenter.sync.responder import Verb

from .conftest import OPERATION, NewNode, Node


def in_step(*nodes: Node) -> bool:
    return len({digest(node.log.leaves()) for node in nodes}) == 1 and len({node.picture.digest() for node in nodes}) == 1


def test_two_desks_end_with_the_same(new_node: NewNode) -> None:
    ann, ben = new_node(1), new_node(2)
    ann.write(3)
    ben.write(5)
    assert ann.meet(ben)
    assert in_step(ann, ben)
    assert ann.log.count() == 8
    assert ann.asked == [Verb.COMPARE, Verb.PULL, Verb.PUSH, Verb.COMPARE]
    assert [receipt.stored for receipt in ann.receipts] == [3]
    assert len(ann.picture.conflicts()) == len(ben.picture.conflicts()) == 1


def test_equal_copies_need_one_question(new_node: NewNode) -> None:
    ann, ben = new_node(1), new_node(2)
    ann.write(3)
    ann.meet(ben)
    ann.asked.clear()
    assert ann.meet(ben)
    assert ann.asked == [Verb.COMPARE]
    assert in_step(new_node(3), new_node(4))


def test_only_what_is_lacking_travels(new_node: NewNode) -> None:
    ann, ben = new_node(1), new_node(2)
    ann.write(700)
    ann.meet(ben)
    ben.write(2)
    ann.write(1)
    ann.receipts.clear()
    assert ben.meet(ann)
    assert in_step(ann, ben)
    assert [(receipt.stored, receipt.duplicates) for receipt in ben.receipts] == [(2, 0)]


def test_many_entries_come_in_batches_with_progress(new_node: NewNode) -> None:
    ann, ben = new_node(1), new_node(2)
    ann.write(1_200)
    assert ben.meet(ann)
    assert in_step(ann, ben)
    assert ben.reports == [(500, 1_200), (1_000, 1_200), (1_200, 1_200)]


def test_a_copied_profile_is_a_fork_that_everyone_keeps(new_node: NewNode) -> None:
    first, copy, other = new_node(1), new_node(1), new_node(2)
    first.write(600)
    copy.meet(first)
    first.write(2, value=10)
    copy.write(4, value=20)
    assert first.meet(other)
    assert other.log.forks() == []
    assert copy.meet(other)
    assert first.meet(other)
    assert in_step(first, copy, other)
    assert other.log.forks() == [(first.log.device, 601), (first.log.device, 602)]
    assert other.log.count() == 606
    first.write(1)
    assert other.meet(first)
    assert copy.meet(other)
    assert in_step(first, copy, other)


def test_a_desk_restored_from_an_old_backup_gets_its_own_entries_back(new_node: NewNode) -> None:
    desk, other = new_node(1), new_node(2)
    desk.write(9)
    desk.meet(other)
    restored = new_node(1)
    assert restored.meet(other)
    assert in_step(restored, other)
    restored.write(1)
    assert restored.meet(other)
    assert other.log.forks() == []


def test_news_and_gifts_keep_two_in_step_without_comparing(new_node: NewNode) -> None:
    ann, hub = new_node(1), new_node(9)
    ben = new_node(2)
    session = ann.session()
    ann.write(2)
    assert ann.talk(session.converge(), hub)
    ben.write(3)
    ben.meet(hub)
    ann.asked.clear()
    assert ann.talk(session.news(), hub)
    ann.write(1)
    assert ann.talk(session.give(), hub)
    assert ann.asked == [Verb.NEWS, Verb.PUSH]
    assert in_step(ann, hub)
    assert ann.talk(session.news(), hub)
    assert ann.talk(session.give(), hub)
    assert ann.asked == [Verb.NEWS, Verb.PUSH, Verb.NEWS]


def test_a_peer_that_lost_entries_is_noticed_by_the_gap_and_filled_again(new_node: NewNode) -> None:
    ann, hub, old_hub = new_node(1), new_node(9), new_node(9)
    session = ann.session()
    ann.write(5)
    ann.talk(session.converge(), old_hub)
    ann.write(3)
    ann.talk(session.converge(), hub)
    ann.write(1)
    assert not ann.talk(session.give(), old_hub)
    assert ann.talk(session.converge(), old_hub)
    assert in_step(ann, old_hub)


def test_sections_may_be_withheld_on_the_way(new_node: NewNode) -> None:
    ann, ben = new_node(1), new_node(2)
    ann.write(2)
    rows = [row.signed.without("op") for row in ann.log.signed()]
    raw = write_batch(Batch(OPERATION, tuple(rows), keys=tuple(ann.log.device_keys().values())))
    ben.responder.answer(Verb.PUSH, raw, "partner")
    assert digest(ben.log.leaves()) == digest(ann.log.leaves())


def test_answers_that_lead_nowhere_end_the_conversation(new_node: NewNode) -> None:
    ann, ben = new_node(1), new_node(2)
    ben.write(2)
    first = next(ben.log.signed()).signed
    for batches, why in (
        ([Batch(OPERATION, (), more=True)], "promises more"),
        ([Batch(OPERATION, (first,), more=True)] * 2, "circle"),
        ([Batch(ann.log.device, (first,))], "another operation"),
    ):
        conversation = new_node(3).session().converge()
        next(conversation)
        conversation.send(write_standing(Standing(2, ben.log.leaves())))
        with pytest.raises(MalformedError, match=why):
            for batch in batches:
                conversation.send(write_batch(batch))


def test_forged_entries_are_kept_apart_once_with_the_name_of_their_sender(new_node: NewNode) -> None:
    ann, ben = new_node(1), new_node(2)
    ann.write(1)
    stranger = Node(5)
    stranger.write(1)
    row = next(stranger.log.signed())
    forged = Batch(OPERATION, (type(row.signed)(row.signed.header, bytes(64), row.signed.sections),))
    ann.responder.answer(Verb.PUSH, write_batch(forged), "mallory")
    (refused,) = ann.log.quarantined()
    assert (refused.sender, refused.header) == ("mallory", row.signed.header)
    ann.responder.answer(Verb.PUSH, write_batch(forged), "mallory")
    assert len(ann.log.quarantined()) == 1
    assert ann.meet(ben)

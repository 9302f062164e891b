"""Acknowledgements: signed by the device, never more than is known, kept over a restart, and only the fullest counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from commandcenter.log.codec import MalformedError
from commandcenter.log.rows import Tip
from commandcenter.log.signing import DeviceKey
from commandcenter.model.entries import EntryId, Value
from commandcenter.model.ids import Id, derived_id
from commandcenter.sync.ack_file import AckFile
from commandcenter.sync.acks import ACKS, Ack, AckBook, AckNews, read_news, write_news
from commandcenter.sync.wire import pack

from .conftest import OPERATION, NewNode

ANN, BEN = DeviceKey(b"a" * 32), DeviceKey(b"b" * 32)
FEED = derived_id("feed")


def entry(number: int) -> EntryId:
    return EntryId(bytes([number]) * 32)


def ack(seq: int, device: DeviceKey = ANN, operation: Id = OPERATION) -> Ack:
    return Ack.of(device, operation, 1_000 + seq, {FEED: (Tip(seq, entry(seq)),)})


def test_the_fuller_one_counts_whatever_the_clocks_say() -> None:
    book = AckBook(OPERATION)
    book.take([ack(7)])
    book.take([replace(ack(5), wall_ms=9_999_999), ack(5)])
    assert book.all()[ANN.id] == ack(7)
    assert dict(book.holders(FEED, 7, entry(7))) == {ANN.id: 1_007}
    assert dict(book.holders(FEED, 6, entry(6))) == {ANN.id: 1_007}
    assert dict(book.holders(FEED, 8, entry(8))) == {}


def test_forged_ones_and_those_of_other_operations_are_not_kept() -> None:
    book = AckBook(OPERATION)
    stretched = replace(ack(5), ends={FEED: (Tip(900, entry(9)),)})
    borrowed = replace(ack(5), public_key=BEN.public_key)
    book.take([stretched, borrowed, ack(5, operation=derived_id("elsewhere"))])
    assert book.all() == {}


def test_of_a_forked_feed_only_the_ends_are_sure() -> None:
    forked = Ack.of(ANN, OPERATION, 1, {FEED: (Tip(4, entry(4)), Tip(5, entry(5)))})
    assert forked.covers(FEED, 4, entry(4))
    assert forked.covers(FEED, 5, entry(5))
    assert not forked.covers(FEED, 3, entry(3))
    assert not ack(5).covers(FEED, 5, entry(6)), "another entry with the same number"


def test_messages_survive_the_wire_and_others_do_not() -> None:
    news = AckNews(OPERATION, {ANN.id: 5}, (ack(5), ack(3, BEN)))
    assert read_news(write_news(news)) == news
    others: list[Value] = [[], [b"x" * 16, [], [[b"k" * 31, 1, [], b""]]], [b"x" * 15, [], []], [b"x" * 16, [[b"d" * 16, -1]], []]]
    for wrong in others:
        with pytest.raises(MalformedError):
            read_news(pack(wrong, ACKS))


def test_they_are_kept_over_a_restart_and_a_damaged_file_costs_nothing(tmp_path: Path) -> None:
    book = AckBook(OPERATION)
    book.take([ack(7), ack(3, BEN)])
    path = tmp_path / "acks"
    AckFile(path).write(book)
    assert AckBook(OPERATION, AckFile(path).read()).all() == book.all()
    path.write_bytes(path.read_bytes()[:-3])
    assert AckFile(path).read() == ()
    assert AckFile(tmp_path / "none").read() == ()


def test_a_desk_signs_what_it_has(new_node: NewNode) -> None:
    node = new_node(1)
    book = AckBook(OPERATION)
    node.write(3)
    book.refresh(node.log, 5)
    own = book.all()[node.log.device]
    assert own.is_signed()
    assert own.size == 3
    book.refresh(node.log, 6)
    assert book.all()[node.log.device] is own, "nothing new is not signed anew"

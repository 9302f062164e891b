"""Hostile messages are refused before they cost memory; honest ones come through unchanged."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import cbor2
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.log.codec import Limits, MalformedError
from commandcenter.log.rows import Tip
from commandcenter.log.sections import SealedSection
from commandcenter.log.signed import SignedEntry
from commandcenter.model.entries import EntryId, Value
from commandcenter.model.ids import Id
from commandcenter.sync import messages
from commandcenter.sync.messages import Batch, Comparison, NewsRequest, Place, Receipt, Request, Standing
from commandcenter.sync.wire import WireLimits, pack, unpack

ids = st.binary(min_size=16, max_size=16).map(lambda raw: Id(raw.hex()))
tips = st.builds(Tip, st.integers(1, 2**40), st.binary(min_size=32, max_size=32).map(EntryId))
ends = st.sets(tips, min_size=1, max_size=3).map(lambda some: tuple(sorted(some, key=lambda tip: (tip.seq, tip.id))))
summaries = st.dictionaries(ids, ends, max_size=4)
entries = st.builds(
    SignedEntry,
    st.binary(max_size=40),
    st.binary(max_size=64),
    st.dictionaries(st.text(max_size=4), st.builds(SealedSection, st.binary(max_size=16), st.binary(max_size=40)), max_size=3),
)
places = st.builds(Place, ids, st.integers(1, 9), st.binary(min_size=32, max_size=32).map(EntryId))
numbers = st.integers(0, 2**63 - 1)
READERS = (
    messages.read_comparison,
    messages.read_standing,
    messages.read_request,
    messages.read_news_request,
    messages.read_batch,
    messages.read_receipt,
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 2**63) | st.binary(max_size=33) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@given(ids, st.binary(min_size=32, max_size=32), summaries, places | st.none(), numbers, st.lists(entries, max_size=4), st.booleans())
def test_every_message_comes_through(
    op: Id, sha: bytes, summary: dict[Id, tuple[Tip, ...]], after: Place | None, number: int, some: list[SignedEntry], more: bool
) -> None:
    ordered = {device: summary[device] for device in sorted(summary)}
    assert messages.read_comparison(messages.write_comparison(Comparison(op, sha))) == Comparison(op, sha)
    for standing in (Standing(number, ordered), Standing(number, None)):
        assert messages.read_standing(messages.write_standing(standing)) == standing
    assert messages.read_request(messages.write_request(Request(op, ordered, after))) == Request(op, ordered, after)
    assert messages.read_news_request(messages.write_news_request(NewsRequest(op, number, op))) == NewsRequest(op, number, op)
    batch = Batch(op, tuple(some), more, number, (sha,))
    assert messages.read_batch(messages.write_batch(batch)) == batch
    assert messages.read_receipt(messages.write_receipt(Receipt(1, 2, 3, 4, 5))) == Receipt(1, 2, 3, 4, 5)


@settings(max_examples=300)
@given(st.binary(max_size=200), st.sampled_from(READERS))
def test_any_bytes_are_a_message_or_refused(raw: bytes, read: Callable[[bytes], object]) -> None:
    with pytest.raises(MalformedError):
        read(raw)


@settings(max_examples=400)
@given(anything, st.sampled_from(READERS))
def test_any_value_is_a_message_or_refused(value: Value, read: Callable[[bytes], object]) -> None:
    try:
        read(pack(value, messages.SUMMARY))
    except MalformedError:
        return


@settings(max_examples=150)
@given(st.lists(entries, max_size=3), st.data())
def test_a_damaged_batch_is_refused(some: list[SignedEntry], data: st.DataObject) -> None:
    raw = bytearray(messages.write_batch(Batch(Id("a" * 32), tuple(some))))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    try:
        found = messages.read_batch(bytes(raw))
    except MalformedError:
        return
    assert found == Batch(Id("a" * 32), tuple(some))  # a bit of the frame's own head that means nothing


def test_a_bomb_is_refused_before_memory_grows() -> None:
    bombs = [
        zstandard.ZstdCompressor(level=1).compress(bytes(64 << 20)),
        zstandard.ZstdCompressor(level=1, write_content_size=False).compress(bytes(32 << 20)),
        zstandard.ZstdCompressor().compress(b"\x01") + zstandard.ZstdCompressor(level=1).compress(bytes(32 << 20)),
    ]
    tracemalloc.start()
    for bomb in bombs:
        with pytest.raises(MalformedError):
            messages.read_batch(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 << 20


def test_limits_of_size_depth_and_number_hold() -> None:
    tight = WireLimits(200, Limits(size=100, depth=3, items=10))
    for value, why in ((b"x" * 101, "at most 100"), ([[[[1]]]], "deeper"), (list(range(11)), "more than 10")):
        raw = zstandard.ZstdCompressor().compress(cbor2.dumps(value, canonical=True))
        with pytest.raises(MalformedError, match=why):
            unpack(raw, tight)
        with pytest.raises(MalformedError, match=why):
            pack(value, tight)
    with pytest.raises(MalformedError, match="at most 200"):
        unpack(bytes(201), tight)
    with pytest.raises(MalformedError, match="shortest"):
        unpack(zstandard.ZstdCompressor().compress(b"\x18\x01"), tight)


def test_a_newer_protocol_is_named() -> None:
    with pytest.raises(MalformedError, match="version 2 of the protocol is spoken there, 1 here"):
        messages.read_comparison(pack([2, "whatever"], messages.SMALL))

"""The quick reader of headers says what the thorough one says, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commandcenter.log.codec import HEADER_LIMITS, MalformedError, decode_trusted, encode
from commandcenter.log.header import Header, _checked, check_header, read_header
from commandcenter.log.quick_header import quick_fields
from commandcenter.model.ids import derived_id

NUMBERS = st.one_of(st.sampled_from([0, 1, 23, 24, 255, 256, 65_535, 65_536, 2**32 - 1, 2**32, 2**63 - 1]), st.integers(0, 2**63 - 1))
SHORT_IDS = st.binary(min_size=16, max_size=16)
HEADERS = st.builds(
    Header,
    operation=st.just(derived_id("operation")),
    device=st.just(derived_id("device")),
    seq=NUMBERS.map(lambda number: max(1, number)),
    prev=st.binary(min_size=32, max_size=32),
    hlc=NUMBERS,
    wall_ms=NUMBERS,
    actor=st.just(derived_id("actor")),
    auth=st.just(derived_id("auth")),
    type=st.text(st.characters(codec="utf-8"), min_size=1, max_size=30),
    bases=st.dictionaries(SHORT_IDS, st.lists(SHORT_IDS, max_size=30, unique=True).map(lambda basis: tuple(sorted(basis))), max_size=30),
    commitments=st.dictionaries(st.sampled_from(["op", "pii", "med", "é"]), st.binary(min_size=32, max_size=32)),
)


def verdict(raw: bytes, reader: object = check_header) -> Header | None:
    assert callable(reader)
    try:
        found: Header = reader(raw)
    except MalformedError:
        return None
    return found


def usual() -> Header:
    basis = (b"b" * 16,)
    bases = {b"k" * 16: basis, b"l" * 16: (b"a" * 16, b"c" * 16)}
    ids = (derived_id("operation"), derived_id("device"))
    return Header(
        *ids, 7, bytes(32), 1 << 50, 1 << 40, derived_id("a"), derived_id("b"), "UnitStatusChanged", bases, {"op": b"o" * 32, "pii": b"p" * 32}
    )


@given(HEADERS)
def test_every_header_reads_as_the_thorough_reader_reads_it(header: Header) -> None:
    raw = header.encoded()
    assert check_header(raw) == read_header(raw) == _checked(raw)


def test_the_usual_header_is_read_quickly() -> None:
    assert quick_fields(usual().encoded()) is not None
    assert quick_fields(usual()._replace(bases={}).encoded()) is not None


@given(st.integers(0, 400), st.integers(0, 255))
@example(0, 0x8D)
@example(1, 2)
def test_with_any_byte_changed_both_say_the_same(place: int, byte: int) -> None:
    raw = bytearray(usual().encoded())
    raw[place % len(raw)] = byte
    assert verdict(bytes(raw)) == verdict(bytes(raw), _checked)


@given(st.integers(0, 400), st.binary(max_size=20), st.integers(0, 20))
def test_with_bytes_put_in_or_taken_out_both_say_the_same(place: int, more: bytes, fewer: int) -> None:
    raw = usual().encoded()
    place %= len(raw)
    changed = raw[:place] + more + raw[place + fewer :]
    assert verdict(changed) == verdict(changed, _checked)


@pytest.mark.parametrize("place", range(12))
@pytest.mark.parametrize("value", [0, -1, 2**63, b"", b"x" * 16, b"x" * 17, "", "x" * 65, [], [[b"k" * 16, []]], [["op", bytes(32)]], None, 1.5])
def test_any_other_value_in_any_place_is_judged_alike(place: int, value: None) -> None:
    fields = decode_trusted(usual().encoded())
    assert isinstance(fields, list)
    fields[place] = value
    raw = encode(fields, HEADER_LIMITS)
    assert verdict(raw) == verdict(raw, _checked)

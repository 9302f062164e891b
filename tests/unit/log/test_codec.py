"""Deterministic CBOR: one encoding per value, and hostile bytes never get further than the scan."""

from __future__ import annotations

import struct

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.log.codec import Limits, MalformedError, decode, encode
from commandcenter.model.entries import Value

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**64), 2**64 - 1) | st.floats(allow_nan=False) | st.text(max_size=20) | st.binary(max_size=20),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=20,
)
ROOMY = Limits(size=100_000)


@given(plain)
def test_what_is_encoded_is_decoded(value: Value) -> None:
    assert decode(encode(value, ROOMY), ROOMY) == value


@given(st.dictionaries(st.text(max_size=5), st.integers(), min_size=2, max_size=6))
def test_the_order_of_a_map_does_not_matter(value: dict[str, int]) -> None:
    small = {key: number % 100 for key, number in value.items()}
    assert encode(small) == encode(dict(reversed(small.items())))


def is_one_encoding_or_refused(raw: bytes) -> None:
    try:
        value = decode(raw)
    except MalformedError:
        return
    assert encode(value) == raw


@settings(max_examples=500)
@given(st.binary(max_size=200))
def test_any_bytes_are_the_one_encoding_or_refused(raw: bytes) -> None:
    is_one_encoding_or_refused(raw)


@pytest.mark.soak
@settings(max_examples=200_000, deadline=None)
@given(st.binary(max_size=2_000))
def test_any_bytes_for_long(raw: bytes) -> None:
    is_one_encoding_or_refused(raw)


@settings(max_examples=300)
@given(plain, st.data())
def test_a_damaged_encoding_is_refused_or_another_value_in_its_one_form(value: Value, data: st.DataObject) -> None:
    raw = bytearray(encode(value, ROOMY))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    try:
        other = decode(bytes(raw), ROOMY)
    except MalformedError:
        return
    assert encode(other, ROOMY) == bytes(raw)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "end too early"),
        (b"\x01\x01", "bytes follow"),
        (b"\x18\x05", "shortest form"),
        (b"\x1b" + bytes(8), "shortest form"),
        (b"\x9f\x01\xff", "not used here"),
        (b"\x5f\x41a\xff", "not used here"),
        (b"\xc2\x41\x01", "tags"),
        (b"\xc5\x82\x1b" + b"\x7f" * 8 + b"\x01", "tags"),
        (b"\xd8\x23\x63(a)", "tags"),
        (b"\xa1\x01\x02", "key is not text"),
        (b"\xa2\x61b\x01\x61a\x02", "canonical"),
        (b"\xa2\x61a\x01\x61a\x02", "canonical"),
        (b"\xf7", "not used here"),
        (b"\xf8\x20", "not used here"),
        (b"\xff", "not used here"),
        (b"\x9b" + b"\xff" * 8, "exceeds the bytes"),
        (b"\xbb" + b"\xff" * 8, "exceeds the bytes"),
        (b"\x5b\x00\x00\x00\xff\xff\xff\xff\xff", "end too early"),
        (b"\x81" * 40 + b"\x01", "nested deeper"),
        (b"\x62\xff\xfe", "not CBOR"),
        (b"\xfb" + struct.pack(">d", 1.5), "canonical"),
        (b"\xf9\x7e\x01", "canonical"),
    ],
)
def test_hostile_forms_are_refused(raw: bytes, why: str) -> None:
    with pytest.raises(MalformedError, match=why):
        decode(raw)


def test_limits_hold_for_size_and_items() -> None:
    with pytest.raises(MalformedError, match="at most 10"):
        decode(encode("x" * 20), Limits(size=10))
    with pytest.raises(MalformedError, match="more than 5 items"):
        decode(encode([1] * 10), Limits(size=100, items=5))
    with pytest.raises(MalformedError, match="at most"):
        encode("x" * 200_000)


@pytest.mark.parametrize("value", [{1: 2}, {"a": {1, 2}}, object(), 2**64, cbor2.undefined])
def test_what_is_no_plain_value_is_not_encoded(value: object) -> None:
    with pytest.raises(MalformedError):
        encode(value)  # type: ignore[arg-type]

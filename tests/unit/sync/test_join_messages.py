"""The messages of joining: read back as written, and everything else refused without harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.log.codec import MalformedError
from commandcenter.log.signing import DeviceKey
from commandcenter.model.errors import KnownError
from commandcenter.sync.join_code import Address, JoinCode
from commandcenter.sync.join_messages import (
    JOINING,
    MAX_NAME,
    Welcome,
    Wish,
    read_grant,
    read_welcome,
    read_wish,
    write_grant,
    write_welcome,
    write_wish,
)
from commandcenter.sync.wire import pack

ANN, BEN = DeviceKey(b"a" * 32), DeviceKey(b"b" * 32)
WISH = Wish.of(ANN, b"request", b"authority", b"secret", "Ann · laptop 7 · 指挥车")


def test_messages_are_read_back() -> None:
    assert read_wish(write_wish(WISH)) == WISH
    assert read_grant(write_grant(b"certificate")) == b"certificate"
    for renew in (False, True):
        assert read_welcome(write_welcome(Welcome(ANN.id, renew))) == Welcome(ANN.id, renew)


def test_a_wish_is_of_one_device_to_one_authority_for_one_request() -> None:
    assert WISH.is_signed(b"authority")
    assert WISH.device == ANN.id
    assert not WISH.is_signed(b"authoritz")
    assert not Wish(WISH.secret, b"requesu", WISH.public_key, WISH.signature, WISH.name).is_signed(b"authority")
    assert not Wish(WISH.secret, WISH.request, BEN.public_key, WISH.signature, WISH.name).is_signed(b"authority")
    assert not Wish(WISH.secret, WISH.request, WISH.public_key, b"", WISH.name).is_signed(b"authority")
    assert not Wish(WISH.secret, WISH.request, b"", WISH.signature, WISH.name).is_signed(b"authority")


@pytest.mark.parametrize(
    "value",
    [
        [],
        [2, b"", b"", bytes(32), b"", ""],
        [1, b"", b"", bytes(31), b"", ""],
        [1, b"", b"", bytes(32), b"", "x" * (MAX_NAME + 1)],
        [1, b"", b"", bytes(32), b"", "new\nline"],
        [True, b"", b"", bytes(32), b""],
        {"version": 1},
    ],
)
def test_other_values_are_no_wish(value: object) -> None:
    with pytest.raises(MalformedError):
        read_wish(pack(value, JOINING))  # type: ignore[arg-type]


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_or_read(raw: bytes) -> None:
    for read in (read_wish, read_grant, read_welcome):
        with pytest.raises(MalformedError):
            read(raw)


@given(st.lists(st.one_of(st.integers(-3, 3), st.binary(max_size=40), st.text(max_size=90), st.booleans(), st.none()), max_size=7))
def test_any_lists_are_refused_or_read(value: list[object]) -> None:
    raw = pack(value, JOINING)  # type: ignore[arg-type]
    for read in (read_wish, read_grant, read_welcome):
        try:
            read(raw)
        except MalformedError as error:
            assert str(error).startswith("not a ")


@given(st.text(max_size=120))
def test_any_text_is_no_join_code_and_does_no_harm(text: str) -> None:
    with pytest.raises(KnownError):
        JoinCode.read(text)


@given(
    st.lists(
        st.one_of(
            st.builds(Address, st.ip_addresses().map(str), st.integers(0, 65_535)),
            st.builds(Address, st.from_regex(r"[a-z][a-z0-9-]{0,30}\.example", fullmatch=True), st.integers(0, 65_535)),
        ),
        max_size=4,
    ),
    st.binary(min_size=16, max_size=16),
    st.binary(min_size=10, max_size=10),
)
def test_every_code_is_read_back(addresses: list[Address], fingerprint: bytes, secret: bytes) -> None:
    code = JoinCode(tuple(addresses), fingerprint, secret)
    assert JoinCode.read(str(code)) == code


def test_names_of_devices_are_cut() -> None:
    assert len(Wish.of(ANN, b"", b"", b"", "x" * 500).name) == MAX_NAME

"""The code that lets a desk join: short, forgiving to read, and never half right."""

from __future__ import annotations

import pytest

from commandcenter.model.errors import KnownError
from commandcenter.sync.join_code import Address, JoinCode

CODE = JoinCode((Address("192.168.1.5"), Address("hub.example", 9000), Address("2001:db8::7", 1)), bytes(range(16)), bytes(range(10)))


def test_a_code_is_read_back() -> None:
    assert JoinCode.read(str(CODE)) == CODE
    assert CODE.urls == ("https://192.168.1.5:8440", "https://hub.example:9000", "https://[2001:db8::7]:1")


def test_a_code_of_one_address_is_short_enough_to_say() -> None:
    one = JoinCode((Address("192.168.1.5"),), CODE.fingerprint, CODE.secret)
    assert len(str(one).replace("-", "")) == 58


def test_case_spaces_and_letters_that_look_alike_are_forgiven() -> None:
    text = str(CODE)
    assert JoinCode.read(text.lower().replace("-", " \n").replace("0", "o").replace("1", "l")) == CODE


def test_every_single_mistyped_letter_is_noticed() -> None:
    text = str(CODE).replace("-", "")
    for place in range(len(text) - 1):  # the last letter may hold bits beyond the last byte
        other = "B" if text[place] == "A" else "A"
        with pytest.raises(KnownError, match="join code"):
            JoinCode.read(text[:place] + other + text[place + 1 :])


@pytest.mark.parametrize("text", ["", "-", "hello world!", "ABCDE", str(CODE)[:-6], "0" * 200])
def test_what_is_no_code_is_said(text: str) -> None:
    with pytest.raises(KnownError, match="join code"):
        JoinCode.read(text)


@pytest.mark.parametrize("text", ["", "8440", "host:", "host:99999", "host:x", ":1", "[]:1"])
def test_a_wrong_address_is_said(text: str) -> None:
    with pytest.raises(KnownError, match="is no address"):
        Address.read(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[::1]:8440", Address("::1", 8440)),
        ("localhost:1", Address("localhost", 1)),
        ("hub.example", Address("hub.example", 8440)),
        ("192.168.1.5", Address("192.168.1.5", 8440)),
        ("fe80::1", Address("fe80::1", 8440)),
        ("[fe80::1]", Address("fe80::1", 8440)),
    ],
)
def test_an_address_is_read(text: str, address: Address) -> None:
    assert Address.read(text, 8440) == address
    assert Address.read(str(address)) == address

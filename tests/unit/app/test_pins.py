"""PINs of one computer: known nowhere else, slow to guess, and their list cannot be taken away unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from nacl.pwhash import argon2id

from commandcenter.app.pins import FREE_TRIES, Cost, Pins
from commandcenter.app.spoken import spoken_code
from commandcenter.log.keys import MemoryVault
from commandcenter.model.clock import FakeClock
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import derived_id

ANN, BEN = derived_id("ann"), derived_id("ben")
CHEAP = Cost(argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def pins(tmp_path: Path, clock: FakeClock) -> Pins:
    return Pins(tmp_path / "operators.sealed", MemoryVault(), clock, CHEAP)


def test_a_pin_fits_its_person_only(pins: Pins) -> None:
    assert not pins.has(ANN)
    pins.put(ANN, "Ann", "2580")
    pins.put(BEN, "Ben", "correct horse")
    assert pins.names() == {ANN: "Ann", BEN: "Ben"}
    pins.check(ANN, "2580")
    pins.check(BEN, "correct horse")
    with pytest.raises(Refused, match="not the right PIN"):
        pins.check(ANN, "correct horse")
    pins.put(ANN, "Ann", "0852")
    with pytest.raises(Refused, match="not the right PIN"):
        pins.check(ANN, "2580")
    pins.remove(ANN)
    with pytest.raises(Refused, match="no PIN for this person"):
        pins.check(ANN, "0852")


@pytest.mark.parametrize(("pin", "why"), [("123", "4 to 128"), ("x" * 129, "4 to 128"), ("7777", "too easy")])
def test_a_pin_that_is_none_is_refused(pins: Pins, pin: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        pins.put(ANN, "Ann", pin)
    assert not pins.has(ANN)


def test_wrong_tries_cost_time_even_over_a_restart(tmp_path: Path, clock: FakeClock) -> None:
    vault = MemoryVault()
    pins = Pins(tmp_path / "p", vault, clock, CHEAP)
    pins.put(ANN, "Ann", "2580")
    for _ in range(FREE_TRIES - 1):
        with pytest.raises(Refused, match="not the right PIN"):
            pins.check(ANN, "0000")
    waits = []
    for _ in range(8):
        with pytest.raises(Refused, match="Too many wrong tries") as refused:
            pins.check(ANN, "0000")
        waits.append(refused.value.sentence.params["seconds"])
        again = Pins(tmp_path / "p", vault, clock, CHEAP)
        with pytest.raises(Refused, match="Too many wrong tries"):
            again.check(ANN, "2580")  # even the right one has to wait
        clock.advance(int(str(waits[-1])))
    assert waits == [30, 60, 120, 240, 480, 900, 900, 900]
    pins.check(ANN, "2580")
    with pytest.raises(Refused, match="not the right PIN"):
        pins.check(ANN, "0000")  # counted anew


def test_the_list_tells_nothing_and_is_missed_when_gone(tmp_path: Path, clock: FakeClock) -> None:
    path, vault = tmp_path / "p", MemoryVault()
    Pins(path, vault, clock, CHEAP).put(ANN, "Ann", "2580")
    assert b"Ann" not in path.read_bytes()
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(KnownError, match="list of PINs"):
        Pins(path, vault, clock).has(ANN)
    path.unlink()
    with pytest.raises(KnownError, match="list of PINs"):
        Pins(path, vault, clock).has(ANN)


def test_a_spoken_number_is_twelve_digits_and_always_the_same() -> None:
    assert spoken_code(b"request") == spoken_code(b"request") != spoken_code(b"request.")
    assert [len(group) for group in spoken_code(b"").split(" ")] == [4, 4, 4]
    assert spoken_code(b"").replace(" ", "").isdecimal()

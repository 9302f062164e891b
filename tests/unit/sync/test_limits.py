"""Shares by device, in numbers: no server, no clock but the one given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.sync.limits import MAX_KNOWN, Bucket, Limits, Memory, Shares


def test_a_bucket_gives_its_burst_and_then_its_rate() -> None:
    bucket = Bucket(rate=2, size=5, level=5, at_s=0)
    taken = 0
    for step in range(100):  # ten seconds
        while bucket.wait_s(step / 10) == 0:
            bucket.take(1)
            taken += 1
    assert taken == 5 + 2 * 9 + 1  # the burst, and two a second until 9.9 s


def test_who_took_far_too_much_waits_until_it_is_paid_back() -> None:
    bucket = Bucket(rate=10, size=100, level=100, at_s=0)
    bucket.take(1_100)
    assert bucket.wait_s(0) == pytest.approx(100.1)
    assert bucket.wait_s(50) == pytest.approx(50.1)
    assert bucket.wait_s(101) == 0


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 50)), max_size=50))
def test_no_series_of_takes_gets_more_than_burst_and_rate(steps: list[tuple[float, float]]) -> None:
    bucket, now_s, taken = Bucket(rate=3, size=20, level=20, at_s=0), 0.0, 0.0
    for after_s, tokens in steps:
        now_s += after_s
        if bucket.wait_s(now_s) == 0:
            bucket.take(tokens)
            taken += tokens
    assert taken <= 20 + 3 * now_s + 50  # one take may owe


def test_a_clock_that_falls_back_gives_nothing() -> None:
    bucket = Bucket(rate=1, size=1, level=0, at_s=100)
    assert bucket.wait_s(50) == 1


def test_one_devices_share_is_not_anothers() -> None:
    shares = Shares(Limits(requests_per_s=1, request_burst=1))
    ann, ben = shares.of("ann", 0), shares.of("ben", 0)
    ann.requests.take(1)
    assert (shares.wait_s(ann, 0), shares.wait_s(ben, 0)) == (1, 0)
    assert shares.of("ann", 0) is ann


def test_too_many_at_once_wait_as_well() -> None:
    shares = Shares(Limits(at_once=2))
    share = shares.of("ann", 0)
    share.under_way = 2
    assert shares.wait_s(share, 0) == 1


def test_strangers_of_one_address_have_little() -> None:
    shares = Shares(Limits(strangers_per_s=1, stranger_burst=3))
    share = shares.of("203.0.113.9", 0, stranger=True)
    for _ in range(3):
        share.requests.take(1)
    assert shares.wait_s(share, 0) == 1


def test_only_so_many_are_remembered_and_none_that_is_busy_is_forgotten() -> None:
    shares = Shares(Limits())
    busy = shares.of("busy", 0)
    busy.under_way = 1
    quiet = shares.of("quiet", 0)
    for number in range(MAX_KNOWN):
        shares.of(str(number), 0)
    assert shares.of("busy", 0) is busy
    assert shares.of("quiet", 0) is not quiet


def test_memory_is_lent_and_given_back() -> None:
    memory = Memory(10)
    with memory.lent(7) as first, memory.lent(4) as second, memory.lent(3) as third:
        assert (first, second, third, memory.used) == (True, False, True, 10)
    assert memory.used == 0
    with pytest.raises(RuntimeError), memory.lent(10):
        raise RuntimeError
    assert memory.used == 0

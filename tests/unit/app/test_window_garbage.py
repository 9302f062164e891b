"""A program with windows frees what is unreachable in the windows' thread alone, not while objects are made by the million; workers give way."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

import commandcenter
from commandcenter.app.windows_loop import TURN_S, settle_process
from commandcenter.model import collecting
from commandcenter.model.collecting import ByHand, no_collection

MANY = 300_000
"""Far more than the interpreter would let pass without a look at the oldest."""


class Widget:
    """Unreachable in a circle; notes in which thread it went."""

    def __init__(self, went: list[int]) -> None:
        self.itself = self
        self.went = went

    def __del__(self) -> None:
        self.went.append(threading.get_ident())


@pytest.fixture
def by_hand() -> Iterator[ByHand]:
    gc.collect()
    yield ByHand()
    gc.enable()


def _make_many_elsewhere() -> None:
    kept: list[list[int]] = []
    worker = threading.Thread(target=lambda: kept.extend([number] for number in range(MANY)))
    worker.start()
    worker.join()
    assert len(kept) == MANY


def test_what_is_unreachable_goes_in_the_thread_that_asks_for_it(by_hand: ByHand) -> None:
    went: list[int] = []
    Widget(went)
    _make_many_elsewhere()
    assert went == []
    Widget(went)
    _ = [[number] for number in range(MANY)]
    assert by_hand.collect_due() == 0
    assert went == [threading.get_ident()] * 2


def test_nothing_is_looked_at_while_little_was_made_or_much_is_being_made(by_hand: ByHand) -> None:
    went: list[int] = []
    Widget(went)
    assert by_hand.collect_due() is None
    kept = [[number] for number in range(MANY)]
    with no_collection():
        assert by_hand.collect_due() is None
    assert (len(kept), went) == (MANY, [])
    assert by_hand.collect_due() == 0
    assert len(went) == 1


def test_the_old_are_looked_at_in_their_turn_and_then_left_in_peace(by_hand: ByHand, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = count()
    monkeypatch.setattr(collecting, "perf_counter", lambda: float(next(seconds)))
    looks = []
    for _ in range(400):
        for _ in range(2_500):
            Widget([])
        looks.append(by_hand.collect_due())
    first = looks.index(2)
    assert looks[:first].count(1) >= 10
    assert looks.count(2) == 1, "a look that took a second is not repeated for a thousand"
    assert next(seconds) < 1_000


def test_a_worker_that_plans_gives_way_to_the_windows_thread_soon() -> None:
    before = sys.getswitchinterval()
    try:
        settle_process()
        assert sys.getswitchinterval() == pytest.approx(TURN_S)
        assert before > TURN_S
    finally:
        sys.setswitchinterval(before)


def test_whatever_opens_windows_collects_by_hand() -> None:
    package = Path(commandcenter.__file__).parent
    loops = [path.relative_to(package).as_posix() for path in sorted(package.rglob("*.py")) if "QEventLoop(" in path.read_text(encoding="utf-8")]
    assert loops == ["app/windows_loop.py"]

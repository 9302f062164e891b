from __future__ import annotations

from commandcenter.sync.pace import Pace


def slow(pace: Pace) -> int | None:
    """Ask anew each time; a property would be taken for unchanged."""
    return pace.slow


def test_a_slow_line_is_known_after_a_while_and_forgiven_when_it_is_quick() -> None:
    pace = Pace()
    pace.note(9_000, 4.0)
    assert slow(pace) is None  # one exchange may have been unlucky
    pace.note(9_000, 4.0)
    assert 2_000 < (slow(pace) or 0) < 2_500
    for _ in range(5):
        pace.note(250_000, 0.5)
    assert slow(pace) is None


def test_small_talk_over_a_long_way_says_nothing() -> None:
    pace = Pace()
    for _ in range(1_000):
        pace.note(300, 0.6)
    assert pace.slow is None


def test_one_that_carries_next_to_nothing_is_slow() -> None:
    pace = Pace()
    for _ in range(3):
        pace.note(200, 10.0)
    assert pace.slow is not None and pace.slow < 50

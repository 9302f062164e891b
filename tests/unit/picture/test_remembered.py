"""What is made anew, and what is not."""

from __future__ import annotations

from commandcenter.picture.remembered import Remembered


def test_only_what_changed_is_made_anew() -> None:
    made: list[tuple[object, ...]] = []

    def make(*parts: object) -> int:
        made.append(parts)
        return len(made)

    known: Remembered[int] = Remembered()
    first, second, changed = object(), object(), object()
    assert [known.of("a", make, first, True), known.of("b", make, second, False)] == [1, 2]
    known.end_round()
    assert [known.of("a", make, first, True), known.of("b", make, changed, False)] == [1, 3]
    known.end_round()
    assert known.of("a", make, first, False) == 4
    assert made == [(first, True), (second, False), (changed, False), (first, False)]


def test_what_a_round_did_not_ask_for_is_forgotten() -> None:
    known: Remembered[object] = Remembered()
    part = object()
    once = known.of("a", lambda _part: object(), part)
    known.end_round()
    known.end_round()
    assert known.of("a", lambda _part: object(), part) is not once

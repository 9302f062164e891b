"""The unit board's cards: every unit has its place, nothing overlaps, arrow keys lead where the eye expects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.ui.board.shelves import Measures, Shelves

SIZES = Measures(112, 38, 22)


def board(*counts: int, width: int = 1400) -> Shelves:
    return Shelves.arrange([(f"Station {n}", count) for n, count in enumerate(counts)], width, SIZES)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=40), st.integers(130, 4000))
def test_tiles_lie_in_their_card_and_never_on_each_other(counts: list[int], width: int) -> None:
    shelves = board(*counts, width=width)
    seen: set[tuple[int, int]] = set()
    for row in range(sum(counts)):
        x, y, w, h = shelves.tile(row)
        card = shelves.card_of(row)
        assert card.x <= x
        assert x + w <= card.x + card.w
        assert card.y + SIZES.head <= y
        assert y + h <= card.y + card.h <= shelves.height
        assert shelves.row_at(x + w // 2, y + h // 2) == row
        seen.add((x, y))
    assert len(seen) == sum(counts)
    assert max(card.x + card.w for card in shelves.cards) <= width


@given(st.lists(st.integers(1, 40), min_size=1, max_size=20), st.data())
def test_down_and_up_again_stays_near(counts: list[int], data: st.DataObject) -> None:
    shelves = board(*counts)
    row = data.draw(st.integers(0, sum(counts) - 1))
    below = shelves.step(row, 1)
    assert below == row or shelves.tile(below)[1] > shelves.tile(row)[1]
    assert below == row or shelves.tile(shelves.step(below, -1))[1] == shelves.tile(row)[1] or len(counts) > 1


@pytest.mark.parametrize(("counts", "cards_on_first"), [((3,) * 8, 4), ((19, 3), 1), ((1,) * 12, 6)])
def test_small_stations_share_a_shelf_and_large_ones_have_their_own(counts: tuple[int, ...], cards_on_first: int) -> None:
    shelves = board(*counts)
    assert sum(card.y == shelves.cards[0].y for card in shelves.cards) == cards_on_first


def test_between_names_and_tiles_there_is_nothing_to_hit() -> None:
    shelves = board(3, 3)
    assert shelves.row_at(shelves.cards[0].x + 20, shelves.cards[0].y + 5) == -1
    assert shelves.row_at(5, shelves.height + 500) == -1

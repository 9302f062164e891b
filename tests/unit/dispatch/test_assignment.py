"""The assignment against brute force: every way to fill the slots, compared objective by objective."""

from __future__ import annotations

import dataclasses
import itertools
import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.dispatch.assignment import Cost, Filling, Row, assign

Costs = list[list[Cost | None]]


def score(costs: Costs, tiers: Sequence[int], answer: Sequence[int | None]) -> list[int]:
    parts: list[int] = []
    for tier in sorted(set(tiers)):
        rows = [r for r, t in enumerate(tiers) if t == tier]
        parts.append(sum(answer[r] is None for r in rows))
        parts.append(sum(cell.first for r in rows if (c := answer[r]) is not None and (cell := costs[r][c]) is not None))
    parts.append(sum(cell.second for r, c in enumerate(answer) if c is not None and (cell := costs[r][c]) is not None))
    return parts


def best(costs: Costs, tiers: Sequence[int]) -> list[int]:
    options: list[list[int | None]] = [[None, *(c for c, cell in enumerate(row) if cell is not None)] for row in costs]
    ways = (way for way in itertools.product(*options) if len(used := [c for c in way if c is not None]) == len(set(used)))
    return min(score(costs, tiers, way) for way in ways)


@st.composite
def problems(draw: st.DrawFn) -> tuple[Costs, list[int]]:
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    small = st.builds(Cost, st.integers(0, 4), st.integers(0, 3))
    large = st.builds(Cost, st.integers(0, 10**8), st.integers(0, 10**7))
    cell = st.one_of(st.none(), small, large)
    costs = [[draw(cell) for _ in range(columns)] for _ in range(rows)]
    return costs, [draw(st.integers(1, 3)) for _ in range(rows)]


@settings(max_examples=400, deadline=None)
@given(problems())
def test_no_way_is_better_on_any_objective_in_turn(problem: tuple[Costs, list[int]]) -> None:
    costs, tiers = problem
    answer = assign(costs, tiers)
    used = [c for c in answer if c is not None]
    assert len(used) == len(set(used))
    assert all(costs[r][c] is not None for r, c in enumerate(answer) if c is not None)
    assert score(costs, tiers, answer) == best(costs, tiers)


@settings(max_examples=400, deadline=None)
@given(problems())
def test_asking_for_the_cheapest_piece_by_piece_finds_the_same_optimum(problem: tuple[Costs, list[int]]) -> None:
    costs, tiers = problem
    filling = Filling(range(len(costs[0])), len(costs))
    for tier in (1, 2, 3):
        filling.tier((r, asked_piece_by_piece(costs[r])) for r in range(len(costs)) if tiers[r] == tier)
    filling.settle()
    answer = [filling.chosen[r] for r in range(len(costs))]
    assert all(costs[r][c] is not None for r, c in enumerate(answer) if c is not None)
    assert score(costs, tiers, answer) == best(costs, tiers)


@settings(max_examples=300, deadline=None)
@given(problems(), st.lists(st.integers(0, 3), min_size=4, max_size=4))
def test_slots_that_share_a_row_share_the_best_of_it(problem: tuple[Costs, list[int]], which: list[int]) -> None:
    kinds, tier_of = problem
    number = [n % len(kinds) for n in which]
    costs, tiers = [kinds[n] for n in number], [tier_of[n] for n in number]
    rows = [asked_piece_by_piece(kind) for kind in kinds]
    filling = Filling(range(len(costs[0])), len(costs))
    for tier in (1, 2, 3):
        filling.tier((slot, rows[number[slot]]) for slot in range(len(costs)) if tiers[slot] == tier)
    filling.settle()
    answer = [filling.chosen[slot] for slot in range(len(costs))]
    assert all(costs[r][c] is not None for r, c in enumerate(answer) if c is not None)
    assert score(costs, tiers, answer) == best(costs, tiers)


def latest(costs: Costs, rows: Sequence[int], answer: Sequence[int | None]) -> int:
    return max((cell.first for r in rows if (c := answer[r]) is not None and (cell := costs[r][c]) is not None), default=-1)


@st.composite
def ties(draw: st.DrawFn) -> tuple[Costs, list[int]]:
    """What a way costs is what its row and its column cost, so that every way to fill all is equally good until the latest is looked at."""
    rows, columns = draw(st.integers(2, 5)), draw(st.integers(2, 5))
    of_row, of_column = (draw(st.lists(st.integers(0, 6), min_size=n, max_size=n)) for n in (rows, columns))
    there, second = st.sampled_from([True, True, True, False]), st.integers(0, 2)
    costs = [[Cost(a + b, draw(second)) if draw(there) else None for b in of_column] for a in of_row]
    return costs, [draw(st.integers(1, 3)) for _ in range(rows)]


@settings(max_examples=400, deadline=None)
@given(ties(), st.booleans())
def test_the_latest_of_two_tiers_is_brought_forward_before_the_third_is_looked_at(problem: tuple[Costs, list[int]], asked: bool) -> None:
    costs, tiers = problem
    urgent = [r for r, tier in enumerate(tiers) if tier < 3]
    options: list[list[int | None]] = [[None, *(c for c, cell in enumerate(row) if cell is not None)] for row in costs]
    ways = (way for way in itertools.product(*options) if len(used := [c for c in way if c is not None]) == len(set(used)))

    def order(answer: Sequence[int | None]) -> list[int]:
        parts = score(costs, tiers, answer)
        after = 2 * len({tiers[r] for r in urgent})
        return [*parts[:after], latest(costs, urgent, answer), *parts[after:]]

    filling = Filling(range(len(costs[0])), len(costs))
    rows = [asked_piece_by_piece(row) if asked else _whole(row) for row in costs]
    for tier in (1, 2):
        filling.tier((r, rows[r]) for r in urgent if tiers[r] == tier)
    filling.hasten(urgent)
    filling.tier((r, row) for r, row in enumerate(rows) if tiers[r] == 3)
    filling.settle()
    answer = [filling.chosen[r] for r in range(len(costs))]
    assert order(answer) == min(map(order, ways))


def _whole(costs: list[Cost | None]) -> Row:
    return dataclasses.replace(asked_piece_by_piece(costs), start=len(costs))


def test_the_same_sum_with_the_sooner_end_is_better() -> None:
    costs: Costs = [[Cost(60, 0), Cost(100, 0)], [Cost(100, 9), Cost(140, 0)]]
    filling = Filling(range(2), 2)
    filling.tier((n, asked_piece_by_piece(row)) for n, row in enumerate(costs))
    filling.hasten(range(2))
    filling.settle()
    assert filling.chosen == {0: 1, 1: 0}


def asked_piece_by_piece(costs: list[Cost | None]) -> Row:
    cells = sorted((cost, c) for c, cost in enumerate(costs) if cost is not None)
    return Row(frozenset(range(len(costs))), lambda columns, count: [(c, cost) for cost, c in cells if c in columns][:count], start=1)


def test_few_are_asked_for_when_many_stand_around() -> None:
    """Eighty slots of three tiers, a thousand columns: most ways are never measured."""
    chance, asked = random.Random(3), 0
    places = [chance.random() for _ in range(1000)]

    def row(where: float) -> Row:
        order = sorted((round(abs(place - where) * 10**6), c) for c, place in enumerate(places))

        def cheapest(columns: frozenset[int], count: int) -> list[tuple[int, Cost]]:
            nonlocal asked
            asked += count
            return [(c, Cost(cost, 0)) for cost, c in order if c in columns][:count]

        return Row(frozenset(range(1000)), cheapest)

    filling = Filling(range(1000), 240)
    for tier in range(3):
        filling.tier((tier * 80 + n, row(chance.random())) for n in range(80))
    filling.settle()
    assert None not in filling.chosen.values() and len(set(filling.chosen.values())) == 240
    assert asked < 240 * 20


def test_a_life_critical_slot_is_served_first_even_if_many_others_wait_longer() -> None:
    costs: Costs = [[Cost(100, 0), Cost(101, 0)], [Cost(1, 0), Cost(10**9, 0)]]
    assert assign(costs, [1, 2]) == [0, 1]
    assert assign(costs, [2, 1]) == [1, 0]


def test_ties_of_the_first_tier_are_left_to_the_second() -> None:
    costs: Costs = [[Cost(60, 0), Cost(60, 0)], [Cost(10, 0), Cost(90, 0)]]
    assert assign(costs, [1, 2]) == [1, 0]


def test_nothing_to_fill_or_nobody_to_fill_it() -> None:
    assert assign([], []) == []
    assert assign([[], []], [1, 1]) == [None, None]
    assert assign([[None]], [1]) == [None]

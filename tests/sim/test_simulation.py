"""Bad days, each made from one number. To live one again: `python -m tests.sim SEED`."""

from __future__ import annotations

from functools import lru_cache

import pytest
from nacl.bindings import crypto_sign_open

from commandcenter.log import signing
from tests.sim.bugs import BUGS, Plant
from tests.sim.world import World, verdict

GROUPS = 10
CHECKED, SOAKED = 2_000, 100_000
"""Seeds per run; a seed takes about 35 ms."""
TRIALS = 25
"""Seeds per planted bug."""


@pytest.fixture(autouse=True)
def remember_good_signatures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each node checks every signature; that the same bytes are good is worked out once a day. What is bad is never remembered."""
    monkeypatch.setattr(signing, "crypto_sign_open", lru_cache(maxsize=4_096)(crypto_sign_open))


def broken(seeds: range) -> dict[int, list[str]]:
    return {seed: found for seed in seeds if (found := verdict(seed))}


@pytest.mark.parametrize("group", range(GROUPS))
def test_nothing_is_lost_and_all_agree(group: int) -> None:
    assert broken(range(group, CHECKED, GROUPS)) == {}


@pytest.mark.soak
@pytest.mark.parametrize("group", range(100))
def test_nothing_is_lost_and_all_agree_for_long(group: int) -> None:
    assert broken(range(CHECKED + group, CHECKED + SOAKED, 100)) == {}


@pytest.mark.parametrize("plant", BUGS, ids=lambda plant: plant.__name__)
def test_every_planted_bug_is_noticed_by_a_fifth_of_the_days(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    noticed = sum(bool(verdict(seed)) for seed in range(TRIALS))
    assert noticed >= TRIALS / 5


def test_a_seed_lives_the_same_day_again() -> None:
    first, second = World(7), World(7)
    first.run()
    second.run()
    assert [node.entries() for node in first.nodes] == [node.entries() for node in second.nodes]


def test_the_days_are_bad_enough() -> None:
    """Most have conflicts, many have forks, some lose a disk with what only it had."""
    worlds = [World(seed) for seed in range(30)]
    for world in worlds:
        world.run()
    assert sum(bool(world.nodes[0].picture.conflicts()) for world in worlds) > 20
    assert sum(bool(world.nodes[0].log.forks()) for world in worlds) > 8
    assert sum(bool(world.lost_with_a_disk) for world in worlds) > 8
    assert {len(world.nodes) for world in worlds} == set(range(2, 9))

"""Chance, repeatable: one stream of numbers per unit, call source or inject, so that one entity's draws never shift another's."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from math import exp, log
from statistics import NormalDist

_MASK = (1 << 64) - 1
_NORMAL = NormalDist()


class Streams:
    """SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) per name. One thread."""

    def __init__(self, seed: int) -> None:
        """Start all streams from one seed."""
        self.seed = seed
        self._states: dict[str, int] = {}

    def share(self, name: str) -> float:
        """Return a number in (0, 1), with 53 random bits."""
        state = self._states.get(name)
        if state is None:
            state = int.from_bytes(hashlib.sha256(f"{self.seed}\0{name}".encode()).digest()[:8], "big")
        self._states[name] = state = (state + 0x9E3779B97F4A7C15) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return (((mixed ^ (mixed >> 31)) >> 11) + 0.5) / (1 << 53)

    def exponential(self, name: str, mean: float) -> float:
        """Return a waiting time with this mean."""
        return -mean * log(self.share(name))

    def lognormal(self, name: str, median: float, sigma: float) -> float:
        """Return a duration with this median; `sigma` is the standard deviation of its logarithm."""
        return median * exp(sigma * _NORMAL.inv_cdf(self.share(name)))

    def chance(self, name: str, probability: float) -> bool:
        """Return whether something of this probability happens."""
        return self.share(name) < probability

    def state(self) -> Mapping[str, int]:
        """Return a snapshot."""
        return dict(self._states)

    def restore(self, state: Mapping[str, int]) -> None:
        """Go back to a snapshot."""
        self._states = dict(state)

"""Seeded randomness: one independent stream for each part, so that a change in one part leaves the others alone."""

from __future__ import annotations

import zlib

import numpy as np


class Dice:
    """Hands out random generators by name."""

    def __init__(self, seed: int) -> None:
        """Start from a seed; equal seeds give equal cities."""
        self._seed = seed

    def stream(self, name: str) -> np.random.Generator:
        """Return a fresh generator for a part; the same name gives the same numbers."""
        return np.random.default_rng([self._seed, zlib.crc32(name.encode())])

"""Street names in English and Chinese, each given once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.plan import Name, Table, load_table

Pair = tuple[str, str]


class Namer:
    """Hands out unique names; what sort of street it is decides the ending (Lane, Avenue, Close …)."""

    def __init__(self, dice: Dice, taken: list[Name]) -> None:
        """Read the word lists; `taken` are names that the plan already uses."""
        words: Table = load_table("names.toml")
        self._first: list[Pair] = [tuple(pair) for pair in [*words["things"], *words["people"]]]
        self._before: list[Pair] = [tuple(pair) for pair in words["before"]]
        self._endings: dict[str, list[Pair]] = {kind: [tuple(pair) for pair in pairs] for kind, pairs in words["endings"].items()}
        self._taken = {text for name in taken for text in (name.en, name.zh)}
        self._dice = dice
        self._supply: dict[str, Iterator[Name]] = {}

    def name(self, kind: str) -> Name:
        """Return a new name for a kind of street (see `endings` in names.toml)."""
        if kind not in self._supply:
            self._supply[kind] = self._all(kind)
        for name in self._supply[kind]:
            if name.en not in self._taken and name.zh not in self._taken:
                self._taken |= {name.en, name.zh}
                return name
        raise ValueError(f"no street names left for {kind}")

    def made_of(self, endings: list[list[str]], rng: np.random.Generator) -> Name:
        """Return a new name with one of the given endings ([English, Chinese])."""
        while True:
            (en, zh), (ending_en, ending_zh) = self._first[int(rng.integers(len(self._first)))], endings[int(rng.integers(len(endings)))]
            before_en, before_zh = (("", ""), *self._before)[int(rng.integers(4))]
            name = Name(f"{before_en} {en} {ending_en}".strip(), f"{before_zh}{zh}{ending_zh}")
            if name.en not in self._taken and name.zh not in self._taken:
                self._taken |= {name.en, name.zh}
                return name

    def _all(self, kind: str) -> Iterator[Name]:
        """Yield every combination in random order, plain ones before those with Old, Upper …"""
        rng: np.random.Generator = self._dice.stream(f"names {kind}")
        endings = self._endings[kind]
        words = len(self._first)
        for befores in ([("", "")], self._before):
            for number in rng.permutation(words * len(endings) * len(befores)).tolist():
                (en, zh), rest = self._first[number % words], number // words
                (ending_en, ending_zh), (before_en, before_zh) = endings[rest % len(endings)], befores[rest // len(endings)]
                yield Name(f"{before_en} {en} {ending_en}".strip(), f"{before_zh}{zh}{ending_zh}")

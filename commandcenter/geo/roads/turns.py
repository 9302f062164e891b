"""Forbidden turns as an automaton over arcs, so that rules through several ways are exact.

A forbidden sequence of arcs (two for a rule at a junction, more for a rule along via ways) is a word that may not
appear in a path. The automaton is that of Aho & Corasick ("Efficient string matching: an aid to bibliographic search",
CACM 18, 1975): a *copy* of an arc stands for "on this arc, having come this way", and exists only where a longer word
has begun.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Word = tuple[int, ...]
"""Arcs in driving order."""


@dataclass(frozen=True)
class Automaton:
    """What the forbidden words do to the turns."""

    words: frozenset[Word]
    prefixes: frozenset[Word]
    """Proper prefixes of at least two arcs: each is one copy of its last arc."""
    nodes: frozenset[int] = field(default_factory=frozenset)
    """Junctions where at least one turn is touched."""

    def after(self, history: Word, arc: int) -> Word | None:
        """Return the state after turning into `arc`: `(arc,)` or a prefix that ends with it; `None` if forbidden."""
        longest: Word = (arc,)
        for start in range(len(history)):
            word = (*history[start:], arc)
            if word in self.words:
                return None
            if len(longest) == 1 and word in self.prefixes:
                longest = word
        return longest


def automaton(words: Iterable[Word], head: Sequence[int]) -> Automaton:
    """Return the automaton of the words; `head` gives each arc's end junction."""
    kept = frozenset(words)
    prefixes = frozenset(word[:n] for word in kept for n in range(2, len(word)))
    nodes = frozenset(int(head[word[n - 1]]) for word in kept for n in range(1, len(word)))
    return Automaton(kept, prefixes, nodes)


def turn_lists(rules: Automaton, into: Mapping[int, Sequence[int]], out_of: Mapping[int, Sequence[int]]) -> dict[Word, list[Word]]:
    """Return for each state that leaves a touched junction the states it may be entered from.

    `into` and `out_of` give the usable arcs of each touched junction. Turning back is allowed at dead ends only.
    """
    copies = defaultdict(list)
    for prefix in sorted(rules.prefixes):
        copies[prefix[-1]].append(prefix)
    entered: dict[Word, list[Word]] = {}
    for node in sorted(rules.nodes):
        ways_out = out_of.get(node, ())
        for arc in ways_out:
            entered[(arc,)] = []
            for copy in copies[arc]:
                entered[copy] = []
        for arc in into.get(node, ()):
            for state in [(arc,), *copies[arc]]:
                for following in ways_out:
                    if following == arc ^ 1 and len(ways_out) > 1:
                        continue
                    reached = rules.after(state, following)
                    if reached is not None:
                        entered[reached].append(state)
    return entered


def words_of(kind_only: bool, arcs: Word, ways_on: Mapping[int, Sequence[int]], head: Sequence[int]) -> list[Word]:
    """Return the forbidden words of one rule.

    `no_*` forbids its own sequence. `only_*` forbids, once its first turn is made (or, at a single junction, from
    the first arc on), every way on but its own; `ways_on` gives the usable arcs that leave a junction.
    """
    if not kind_only:
        return [arcs]
    first = 1 if len(arcs) == 2 else 2
    words = []
    for n in range(first, len(arcs)):
        others = ways_on.get(int(head[arcs[n - 1]]), ())
        words += [(*arcs[:n], other) for other in others if other != arcs[n]]
    return words

"""Merkle trees as RFC 9162 (section 2.1) draws them: roots that grow with a feed, and the paths that prove what is in them.

How proofs are checked stands in `proofcheck`, which needs nothing else of the program; hashes come from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from commandcenter.log.proofcheck import EMPTY_ROOT, leaf_hash, node_hash

__all__ = ["EMPTY_ROOT", "Frontier", "Tree", "leaf_hash", "node_hash"]


class Frontier:
    """The root of a growing tree in the memory of its height: one hash for each full subtree at its right edge."""

    def __init__(self) -> None:
        """Start with the empty tree."""
        self.size = 0
        self._full: list[bytes] = []
        """Roots of full subtrees, largest first: one for each 1 in the binary form of `size`."""

    def append(self, leaf: bytes) -> None:
        """Add a leaf hash."""
        below = self.size
        while below & 1:
            leaf = node_hash(self._full.pop(), leaf)
            below >>= 1
        self._full.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        """Return the root."""
        if not self._full:
            return EMPTY_ROOT
        root = self._full[-1]
        for left in reversed(self._full[:-1]):
            root = node_hash(left, root)
        return root


class Tree:
    """A whole tree, for making proofs. About 130 bytes a leaf."""

    def __init__(self, leaves: Iterable[bytes]) -> None:
        """Build it over leaf hashes."""
        self._levels: list[Sequence[bytes]] = [list(leaves)]
        while len(self._levels[-1]) > 1:
            below = self._levels[-1]
            self._levels.append([node_hash(left, right) for left, right in zip(below[::2], below[1::2], strict=False)])

    def __len__(self) -> int:
        """Return how many leaves there are."""
        return len(self._levels[0])

    def root(self, size: int | None = None) -> bytes:
        """Return the root of the first `size` leaves (of all)."""
        size = len(self) if size is None else size
        return self._root(0, size) if size else EMPTY_ROOT

    def inclusion(self, index: int, size: int) -> list[bytes]:
        """Return the path of a leaf in the tree of the first `size` leaves (2.1.3.1)."""
        path: list[bytes] = []
        low, high = 0, size
        while high - low > 1:
            middle = low + _split(high - low)
            if index < middle:
                path.append(self._root(middle, high))
                high = middle
            else:
                path.append(self._root(low, middle))
                low = middle
        return path[::-1]

    def extension(self, old: int, size: int) -> list[bytes]:
        """Return the proof that the tree of the first `size` leaves begins with the tree of the first `old` (2.1.4.1)."""
        path: list[bytes] = []
        low, high = 0, size
        whole = True
        while high != old:
            middle = low + _split(high - low)
            if old <= middle:
                path.append(self._root(middle, high))
                high = middle
            else:
                path.append(self._root(low, middle))
                low, whole = middle, False
        if not whole:
            path.append(self._root(low, high))
        return path[::-1]

    def _root(self, low: int, high: int) -> bytes:
        """Return the root over leaves `low` … `high`; full subtrees are there already."""
        count = high - low
        height = count.bit_length() - 1
        if count == 1 << height and low % count == 0:
            return self._levels[height][low >> height]
        middle = low + _split(count)
        return node_hash(self._root(low, middle), self._root(middle, high))


def _split(count: int) -> int:
    """Return the largest power of two below a count of at least 2."""
    return 1 << (count - 1).bit_length() - 1

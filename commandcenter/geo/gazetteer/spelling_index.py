"""An inverted index from pieces of words to spellings: finds candidates for a mistyped name without a scan."""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from commandcenter.geo.gazetteer.folding import fold, grams, is_chinese, pinyin

POSTINGS_MAX = 400_000
"""Rows of a query's pieces that are looked at, rarest pieces first: keeps a search at a few milliseconds on any region."""


class SpellingIndex:
    """Collects spellings; 4 bytes for each of their pieces."""

    def __init__(self) -> None:
        self._postings: defaultdict[str, array[int]] = defaultdict(lambda: array("i"))
        self._sizes = array("B")

    def add(self, folded: str) -> int:
        """Take a spelling and return its number, counted from 0."""
        number = len(self._sizes)
        pieces = grams(folded)
        for piece in pieces:
            self._postings[piece].append(number)
        self._sizes.append(min(len(pieces), 255))
        return number

    def write(self, database: sqlite3.Connection) -> None:
        """Store everything."""
        database.executemany("insert into gram values (?,?)", ((piece, row.tobytes()) for piece, row in sorted(self._postings.items())))
        database.execute("insert into fact values ('sizes', ?)", (self._sizes.tobytes(),))


def candidates(database: sqlite3.Connection, sizes: NDArray[np.uint8], folded: str, limit: int) -> NDArray[np.int64]:
    """Return the numbers of the spellings that share most pieces with a folded query, best first."""
    pieces = grams(folded)
    if not pieces or not len(sizes):
        return np.empty(0, np.int64)
    marks = ",".join("?" * len(pieces))
    blobs = sorted((row[0] for row in database.execute(f"select spellings from gram where gram in ({marks})", tuple(pieces))), key=len)
    rows: list[NDArray[np.int32]] = []
    left = POSTINGS_MAX
    for blob in blobs:
        if rows and len(blob) // 4 > left:
            break
        rows.append(np.frombuffer(blob, np.int32))
        left -= len(blob) // 4
    if not rows:
        return np.empty(0, np.int64)
    shared = np.bincount(np.concatenate(rows), minlength=len(sizes))
    hits = np.flatnonzero(shared)
    alike = shared[hits] / len(pieces) + 0.5 * shared[hits] / (len(pieces) + sizes[hits] - shared[hits])
    best = hits[np.argsort(-alike, kind="stable")[:limit]]
    return best.astype(np.int64)


def spellings(name: str, names: dict[str, str], others: list[str]) -> set[str]:
    """Return all folded texts by which a thing is found: every language, other names, pinyin in full and by initials."""
    written = {part.strip() for text in (name, *names.values(), *others) for part in text.split(";")}
    folded = {fold(text) for text in written}
    for text in written:
        if is_chinese(text):
            full, initials = pinyin(text)
            folded |= {fold(full), initials}
    return folded - {""}

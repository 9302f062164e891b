"""How alike a typed and a stored folded text are."""

from __future__ import annotations

from rapidfuzz import fuzz

PREFIX_BASE = 0.80
WORD_PREFIX_BASE = 0.74
INSIDE_BASE = 0.66
GROWTH = 0.16
"""A part of a name scores its base plus this, times the share of the name that was typed."""

CUTOFF = 60.0
"""Per cent; below this texts are not alike and the comparison stops early."""

MISTYPED_BASE = 0.82
MISTYPED_CHARS, MISTYPED_CUTOFF = 5, 78.0
"""A mistyped part of a name must have this many letters, and be this alike (per cent)."""


def similarity(typed: str, stored: str) -> float:
    """Return 0 … 1; 1 for equal texts. Tolerates mistyped letters, swapped words, missing spaces and unfinished typing."""
    if typed == stored:
        return 1.0
    if not typed or not stored:
        return 0.0
    if typed.replace(" ", "") == stored.replace(" ", ""):
        return 0.98
    alike = fuzz.ratio(typed, stored, score_cutoff=CUTOFF) / 100
    if " " in typed and " " in stored:
        alike = max(alike, 0.97 * fuzz.token_sort_ratio(typed, stored, score_cutoff=CUTOFF) / 100)
    at = f" {stored}".find(f" {typed}")
    share = len(typed) / len(stored)
    if at == 0:
        part = PREFIX_BASE + GROWTH * share
    elif at > 0:
        part = WORD_PREFIX_BASE + GROWTH * share
    elif len(typed) > 1 and typed in stored:
        part = INSIDE_BASE + GROWTH * share
    elif share < 1 and len(typed) >= MISTYPED_CHARS:  # a mistyped part
        part = MISTYPED_BASE * fuzz.partial_ratio(typed, stored, score_cutoff=MISTYPED_CUTOFF) / 100
    else:
        part = 0.0
    return min(max(alike, part), 0.97)

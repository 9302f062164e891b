"""How alike a typed and a stored folded text are."""

from __future__ import annotations

from rapidfuzz import fuzz

PREFIX_BASE = 0.80
WORD_PREFIX_BASE = 0.74
INSIDE_BASE = 0.66
GROWTH = 0.16
"""A part of a name scores its base plus this, times the share of the name that was typed."""


def similarity(typed: str, stored: str) -> float:
    """Return 0 … 1; 1 for equal texts. Tolerates mistyped letters, swapped words, missing spaces and unfinished typing."""
    if typed == stored:
        return 1.0
    if not typed or not stored:
        return 0.0
    if typed.replace(" ", "") == stored.replace(" ", ""):
        return 0.98
    alike = max(fuzz.ratio(typed, stored) / 100, 0.97 * fuzz.token_sort_ratio(typed, stored) / 100)
    at = f" {stored}".find(f" {typed}")
    share = len(typed) / len(stored)
    if at == 0:
        part = PREFIX_BASE + GROWTH * share
    elif at > 0:
        part = WORD_PREFIX_BASE + GROWTH * share
    elif len(typed) > 1 and typed in stored:
        part = INSIDE_BASE + GROWTH * share
    elif share < 1:
        part = 0.9 * fuzz.ratio(typed, stored[: len(typed)]) / 100  # unfinished and mistyped
    else:
        part = 0.0
    return min(max(alike, part), 0.97)

"""The questions that one copy asks another."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """The questions."""

    COMPARE = "compare"
    PULL = "pull"
    NEWS = "news"
    PUSH = "push"
    ACKS = "acks"
    CHECKPOINT = "checkpoint"
    POSITIONS = "positions"
    FILES = "files"
    FETCH = "fetch"
    STORE = "store"


ABOUT_FILES = frozenset({Verb.FILES, Verb.FETCH, Verb.STORE})
"""Questions about attachments: answered beside the log, never before its entries."""

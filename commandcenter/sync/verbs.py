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

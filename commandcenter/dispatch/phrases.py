"""Durations and distances as they stand in sentences."""

from __future__ import annotations

from commandcenter.model.sentences import Sentence, say
from commandcenter.resources.plan_rules import Response


def rule_words(response: Response) -> Sentence | None:
    """Return which rule chose a plan and what it did; `None` where the type's own plan holds."""
    if response.rule is None:
        return None
    if response.area is not None:
        return say("by the rule “{rule}” in {area}", rule=response.rule, area=response.area)
    return say("by the rule “{rule}”", rule=response.rule)


def clock(seconds: float) -> str:
    """Return a duration as minutes:seconds."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def km(metres: float) -> float:
    """Return kilometres, to a hundred metres."""
    return round(metres / 1000, 1)

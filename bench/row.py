"""One line of the benchmark tables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: a median, and where it helps its ratio to a reference measured in the same process."""

    name: str
    value: float
    unit: str
    reference: str = ""
    """What `ratio` compares with, in words."""
    ratio: float | None = None
    goal: str = ""
    met: bool | None = None
    """`None`: there is no goal."""

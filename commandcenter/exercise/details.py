"""The details of an inject that are numbers: read in one way, whether a scenario is checked or played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.dispatch.handlers.incidents import MOST_ALARM_LEVEL
from commandcenter.model.errors import Refused

LONGEST = 12
"""Characters of a number; what is longer is none that anybody means."""


@dataclass(frozen=True, slots=True)
class Span:
    """What a number may be, ends included."""

    least: float
    most: float
    whole: bool = True


NUMBERS: Mapping[str, Span] = {
    "minutes": Span(0, 20_160, whole=False),  # two weeks
    "radius": Span(0, 100_000, whole=False),  # metres
    "priority": Span(1, 5),
    "alarm": Span(1, MOST_ALARM_LEVEL),
    "count": Span(1, 10_000),
    "quantity": Span(1, 10_000_000),
    "rings": Span(0, 180),  # seconds; a desk takes a call that rings longer for lost
}
"""By the name of the detail, whatever the kind of inject."""


def read_number(details: Mapping[str, str], name: str) -> float | None:
    """Return a number among the details, `None` where it is not given or empty. Raises `Refused` for what is none, or out of its span."""
    text, span = details.get(name), NUMBERS[name]
    if not text:
        return None
    if len(text) > LONGEST or not text.replace(".", "", 1).isdecimal():
        raise Refused("This is not a number.")
    if span.whole and not text.isdecimal():
        raise Refused("This is not a whole number.")
    number = float(text)
    if not span.least <= number <= span.most:
        raise Refused("This is not between {least} and {most}.", least=f"{span.least:,.0f}", most=f"{span.most:,.0f}")
    return number


def read_whole(details: Mapping[str, str], name: str) -> int | None:
    """Return a whole number among the details, as `read_number` does."""
    number = read_number(details, name)
    return None if number is None else int(number)


def needed_whole(details: Mapping[str, str], name: str) -> int:
    """Return a whole number that must be given. Raises `Refused`."""
    number = read_whole(details, name)
    if number is None:
        raise Refused("The details lack {name}.", name=name)
    return number

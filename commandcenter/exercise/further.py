"""What else an inject brings about besides its kind: `closure place='Old Bridge' minutes=30; patient count=4`."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import replace

from commandcenter.exercise.scenario import REPORTS, Further, Inject, InjectKind
from commandcenter.model.errors import Refused

COLUMNS = ("place", "unit", "type")
"""Columns of the inject that a further effect may have otherwise; where it says nothing they are the inject's."""
MOST = 8
"""Further effects of one inject: more are injects of their own."""


def parse_further(text: str) -> tuple[Further, ...]:
    """Read `kind key=value; kind …`. Raises `Refused`."""
    found = tuple(_parse(part) for part in text.split(";") if part.strip())
    if len(found) > MOST:
        raise Refused("An inject has at most {most} further effects; write more as injects of their own.", most=MOST)
    return found


def _parse(text: str) -> Further:
    try:
        name, *words = shlex.split(text)
    except ValueError:
        raise Refused("A quotation mark is not closed in “{text}”.", text=text.strip()) from None
    kind = next((kind for kind in InjectKind if kind.value == name.casefold().replace("-", "_")), None)
    if kind is None:
        raise Refused("There is no such kind of inject; the kinds are {kinds}.", kinds=", ".join(InjectKind))
    params = dict(word.partition("=")[::2] for word in words)
    if not all(params.values()) or "" in params:
        raise Refused("Write a further effect as kind key=value key=value, those with blanks in quotation marks.")
    return Further(kind, params)


def parts_of(inject: Inject) -> Iterator[Inject]:
    """Yield each further effect as an inject of its own: with the texts of the first, about its incident unless it says another."""
    about = inject.number if inject.kind in REPORTS else inject.details.get("incident")
    for one in inject.further:
        own = {name: value for name, value in one.params.items() if name not in COLUMNS}
        yield replace(
            inject,
            kind=one.kind,
            place=one.params.get("place", inject.place),
            unit=one.params.get("unit", inject.unit),
            type=one.params.get("type", inject.type),
            details={**({"incident": about} if about and one.kind not in REPORTS else {}), **own},
            match=(),
            further=(),
        )

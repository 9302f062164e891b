"""What a typed text may mean: a crossing of two streets, a house number in a street, a name with its town."""

from __future__ import annotations

import re
from dataclasses import dataclass

from commandcenter.geo.gazetteer.folding import CJK

MAX_CHARS = 200

_CROSSING = re.compile(r"\s*[/&×+]\s*|\s+(?:und|and|at|x|corner of|ecke)\s+", re.IGNORECASE)
_CROSSING_ZH = re.compile(r"\s*[与和跟]\s*")
_ZH_CROSSING_END = re.compile(r"(?:的?(?:交叉口|路口|交口|交汇处|口))$")
_NUMBER = r"\d{1,5}\s?[a-z]?(?:\s?[-/]\s?\d{1,5}\s?[a-z]?)?"
_NUMBER_LAST = re.compile(rf"(?P<street>.*\D[\s,]+|.*[^\d\s])(?P<number>{_NUMBER})\s*(?:号|號)?", re.IGNORECASE)
_NUMBER_FIRST = re.compile(rf"(?P<number>{_NUMBER}),?\s+(?P<street>\D.*)", re.IGNORECASE)
_NUMBER_INSIDE = re.compile(rf"(?P<street>\D+?)[\s,]+(?P<number>{_NUMBER})(?:号|號)?[\s,]+(?P<context>\D.*)", re.IGNORECASE)
_POSTCODE = re.compile(r"\b\d{5,6}\b")


@dataclass(frozen=True, slots=True)
class AddressQuery:
    """A house number in a street."""

    street: str
    number: str
    context: str = ""
    """Town or district; may be empty."""


def crossing_parts(text: str) -> tuple[str, str] | None:
    """Return the two streets of "A / B", "A & B", "A und B", "A at B", "A与B路口"; `None` for anything else."""
    parts = _CROSSING.split(text.strip(), maxsplit=1)
    if len(parts) != 2 and CJK.search(text):
        parts = _CROSSING_ZH.split(_ZH_CROSSING_END.sub("", text.strip()), maxsplit=1)
    if len(parts) != 2 or not all(re.search(r"[^\W\d]", part) for part in parts):
        return None
    return parts[0].strip(), _ZH_CROSSING_END.sub("", parts[1].strip()) if CJK.search(parts[1]) else parts[1].strip()


def address_parts(text: str) -> list[AddressQuery]:
    """Return the ways to read a text as an address, likeliest first."""
    plain = _POSTCODE.sub(" ", text).strip(" ,")
    first, _, rest = (part.strip() for part in plain.partition(","))
    found: list[AddressQuery] = []
    for part, context in dict.fromkeys(((first, rest), (plain, ""))):
        for pattern in (_NUMBER_LAST, _NUMBER_FIRST, _NUMBER_INSIDE):
            match = pattern.fullmatch(part)
            if match:
                inside = match.groupdict().get("context") or ""
                found.append(AddressQuery(match["street"].strip(" ,"), match["number"].strip(), inside or context))
    return list(dict.fromkeys(query for query in found if query.street))


def name_and_context(text: str) -> list[tuple[str, str]]:
    """Return (name, town) readings: split at a comma, else before the last word."""
    plain = _POSTCODE.sub(" ", text).strip(" ,")
    found = [(plain, "")]
    name, comma, town = plain.partition(",")
    if comma:
        found.append((name.strip(), town.strip()))
    elif " " in plain:
        name, _, town = plain.rpartition(" ")
        found.append((name, town))
        if plain != text.strip():  # a postcode stood between or before
            town, _, name = plain.partition(" ")
            found.append((name, town))
    return [(name, town) for name, town in found if name]

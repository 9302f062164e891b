"""What a typed text may mean: a crossing of two streets, a house number in a street, a name with its town."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

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
_TOWN_ZH = re.compile(r"街道|[市县區区镇鎮乡鄉村]")
"""Ends the name of a town, district or village; Chinese says it before the street, the larger first."""
_TOWN_ZH_LAST = re.compile(rf"(?:{_TOWN_ZH.pattern})$")
TOWNS_TRIED = 4


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
    plain = _POSTCODE.sub(" ", text.replace("，", ",")).strip(" ,")
    first, _, rest = (part.strip() for part in plain.partition(","))
    found: list[AddressQuery] = []
    for part, context in dict.fromkeys(((first, rest), (plain, ""))):
        for pattern in (_NUMBER_LAST, _NUMBER_FIRST, _NUMBER_INSIDE):
            match = pattern.fullmatch(part)
            if match:
                inside = match.groupdict().get("context") or ""
                street, number = match["street"].strip(" ,"), match["number"].strip()
                found.append(AddressQuery(street, number, inside or context))
                found += [AddressQuery(name, number, town) for name, town in _after_town_zh(street)]
    return list(dict.fromkeys(query for query in found if query.street))


def name_and_context(text: str) -> list[tuple[str, str]]:
    """Return (name, town) readings: split at a comma, else before the last word; in Chinese behind the town, too."""
    plain = _POSTCODE.sub(" ", text.replace("，", ",")).strip(" ,")
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
    return [(name, town) for name, town in dict.fromkeys([*found, *_after_town_zh(plain)]) if name]


def town_parts(context: str) -> list[str]:
    """Return what a typed town may be called: all of it, and each of the towns and districts it names."""
    return list(dict.fromkeys(part.strip() for part in (context, *context.split(","), *_named_zh(context)) if part.strip()))


def plain_town(folded: str) -> str:
    """Return a town's name without the word that ends it in Chinese: 柳溪 for 柳溪镇."""
    shorter = _TOWN_ZH_LAST.sub("", folded)
    return shorter if len(shorter) > 1 else folded


def _named_zh(context: str) -> list[str]:
    ends = [match.end() for match in _TOWN_ZH.finditer(context)]
    return [context[start:end] for start, end in pairwise([0, *ends])]


def _after_town_zh(text: str) -> list[tuple[str, str]]:
    """Return (name, town) readings of 柳溪镇人民路, 柳溪镇 人民路 and 柳溪，人民路, the longest town first."""
    if not CJK.search(text):
        return []
    first, _, rest = (part.strip() for part in re.sub(r"[，,]", " ", text).partition(" "))
    ends = [match.end() for match in _TOWN_ZH.finditer(text)][:TOWNS_TRIED]
    found = [(text[end:].strip(" ,，"), text[:end]) for end in reversed(ends)]
    return [(name, town) for name, town in [*found, (rest, first)] if len(name) > 1 and len(town) > 1]

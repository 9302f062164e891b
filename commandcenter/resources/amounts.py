"""Amounts with what they are measured in: each language has its own word for a litre."""

from __future__ import annotations

from commandcenter.model.sentences import Sentence, say

THIN, FIXED = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


def amount(number: int, unit: str = "") -> Sentence | str:
    """Return a number with its unit of measure, as a value for a sentence; thousands are set apart by a narrow space (ISO 80000-1, GB 3101).

    `unit`: `l`, `l/min`, `kg`, `m`; empty for pieces; what an agency wrote otherwise stays as it wrote it.
    """
    said = f"{number:,}".replace(",", THIN)
    match unit:
        case "":
            return said
        case "l":
            return say("{number}\N{NO-BREAK SPACE}l", number=said)
        case "l/min":
            return say("{number}\N{NO-BREAK SPACE}l/min", number=said)
        case "kg":
            return say("{number}\N{NO-BREAK SPACE}kg", number=said)
        case "m":
            return say("{number}\N{NO-BREAK SPACE}m", number=said)
    return f"{said}{FIXED}{unit}"

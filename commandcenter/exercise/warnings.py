"""Warnings as CAP 1.2 (OASIS, 2010) has them: severity, certainty, urgency, an area, an expiry; the words of an inject's details."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.exercise.details import read_number
from commandcenter.exercise.scenario import Text
from commandcenter.model.drawings import Hazard
from commandcenter.model.errors import Refused
from commandcenter.model.words import LonLat

WORDS: Mapping[str, Mapping[str, Text]] = {
    "severity": {
        "extreme": Text({"en": "extreme", "zh": "特别严重"}),
        "severe": Text({"en": "severe", "zh": "严重"}),
        "moderate": Text({"en": "moderate", "zh": "中等"}),
        "minor": Text({"en": "minor", "zh": "轻微"}),
        "unknown": Text({"en": "of unknown severity", "zh": "严重程度不明"}),
    },
    "certainty": {
        "observed": Text({"en": "observed", "zh": "已发生"}),
        "likely": Text({"en": "likely", "zh": "很可能"}),
        "possible": Text({"en": "possible", "zh": "可能"}),
        "unlikely": Text({"en": "unlikely", "zh": "不大可能"}),
        "unknown": Text({"en": "of unknown certainty", "zh": "可能性不明"}),
    },
    "urgency": {
        "immediate": Text({"en": "act at once", "zh": "须立即行动"}),
        "expected": Text({"en": "act within the hour", "zh": "须在一小时内行动"}),
        "future": Text({"en": "act soon", "zh": "近期须行动"}),
        "past": Text({"en": "no longer urgent", "zh": "已无须行动"}),
        "unknown": Text({"en": "of unknown urgency", "zh": "紧迫性不明"}),
    },
}
"""CAP's own codes, as they are written in lower case, and what a desk says."""
HAZARDS = tuple(hazard.value for hazard in Hazard)
MOST_CORNERS = 200


@dataclass(frozen=True, slots=True)
class Warned:
    """What a warning says besides its texts."""

    said: tuple[Text, ...]
    """Severity, certainty, urgency, as far as they are given."""
    hazard: Hazard
    area: tuple[LonLat, ...]
    """A closed ring; empty: a circle round the place, or nothing that could be drawn."""
    radius_m: float | None
    minutes: float | None
    """Until it expires."""

    def words(self, language: str) -> str:
        """Return severity, certainty, urgency and expiry in a language, for the end of a line; empty where nothing is given."""
        chinese = language.startswith("zh")
        parts = [text.get(language) for text in self.said]
        if self.minutes is not None:
            parts.append(f"有效{self.minutes:g}分钟" if chinese else f"for {self.minutes:g} min")
        return "" if not parts else f"（{'，'.join(parts)}）" if chinese else f" ({', '.join(parts)})"


def read_warning(details: Mapping[str, str]) -> Warned:
    """Read the details of a warning. Raises `Refused` naming what is not known."""
    said = tuple(_word(name, details[name]) for name in WORDS if details.get(name))
    hazard = details.get("hazard") or Hazard.OTHER.value
    if hazard not in HAZARDS:
        raise Refused("There is no hazard {name}; the hazards are {known}.", name=hazard, known=", ".join(HAZARDS))
    return Warned(said, Hazard(hazard), _area(details.get("area", "")), read_number(details, "radius") or None, read_number(details, "minutes"))


def _word(name: str, code: str) -> Text:
    found = WORDS[name].get(code.casefold())
    if found is None:
        raise Refused("CAP has no {name} “{code}”; write one of {known}.", name=name, code=code, known=", ".join(WORDS[name]))
    return found


def _area(text: str) -> tuple[LonLat, ...]:
    """Read `lon,lat lon,lat lon,lat`, closed or not."""
    try:
        corners = [LonLat(*map(float, pair.split(","))) for pair in text.split()]
    except (ValueError, TypeError):
        corners = []
    inside = all(-180 <= corner.lon <= 180 and -90 <= corner.lat <= 90 for corner in corners)
    if text and not (inside and len(set(corners)) >= 3 and len(corners) <= MOST_CORNERS):
        raise Refused("An area is three corners or more, each lon,lat: area=8.68,49.40 8.70,49.40 8.70,49.42.")
    return tuple(corners if not corners or corners[0] == corners[-1] else [*corners, corners[0]])

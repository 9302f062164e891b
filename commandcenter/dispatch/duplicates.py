"""Reports that may be about one incident: near in place and time, of a kin type, told in like words. A person decides."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import token_set_ratio

from commandcenter.dispatch.distance import air_m
from commandcenter.dispatch.phrases import clock
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.views import IncidentView
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.policy import Surge

LEAST_SCORE = 0.5
"""Pairs below this are not offered."""

_WEIGHTS = {"place": 0.4, "time": 0.2, "type": 0.25, "text": 0.15}
_SAME_FAMILY, _SAME_PLAN, _OTHER = 0.6, 0.8, 0.2
_NO_WORDS = 0.5
"""What the texts count where one says nothing: neither for nor against."""
METRES_PER_DEGREE = 111_195.0
"""Of latitude."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two open incidents that may be one; `older` would stay."""

    older: IncidentView
    newer: IncidentView
    score: float
    """0 … 1."""
    why: Sentence


def likely_duplicates(incidents: Sequence[IncidentView], catalogue: Catalogue) -> tuple[Duplicate, ...]:
    """Return the pairs worth a look, likeliest first; each newer incident stands once, with its best match. What was said not to be one is left out.

    Only neighbours in a grid as wide as the policy's distance are compared, so thousands of reports take a moment.
    """
    surge = catalogue.policy.surge
    still = sorted((i for i in incidents if i.open), key=lambda i: (i.reported_ms, i.id))
    height = max(1.0, surge.same_place_m) / METRES_PER_DEGREE
    shrink = math.cos(math.radians(max((min(89.0, abs(i.at[1]) + height) for i in still), default=0.0)))
    cells: dict[tuple[int, int], list[IncidentView]] = {}
    best: list[Duplicate] = []
    for incident in still:
        row, column = math.floor(incident.at[1] / height), math.floor(incident.at[0] * shrink / height)
        near = [other for dr in (-1, 0, 1) for dc in (-1, 0, 1) for other in cells.get((row + dr, column + dc), ())]
        found = [pair for other in near if (pair := _compare(other, incident, surge, catalogue)) is not None]
        if found:
            best.append(max(found, key=lambda pair: (pair.score, -pair.older.reported_ms)))
        cells.setdefault((row, column), []).append(incident)
    return tuple(sorted(best, key=lambda pair: (-pair.score, pair.newer.reported_ms, pair.newer.id)))


def _compare(older: IncidentView, newer: IncidentView, surge: Surge, catalogue: Catalogue) -> Duplicate | None:
    if older.id in newer.apart or newer.id in older.apart:
        return None
    metres = air_m(older.at, newer.at)
    minutes = abs(newer.reported_ms - older.reported_ms) / 60_000
    if metres > surge.same_place_m or minutes > surge.same_time_min:
        return None
    shares = {
        "place": 1 - metres / surge.same_place_m if surge.same_place_m else 1.0,
        "time": 1 - minutes / surge.same_time_min if surge.same_time_min else 1.0,
        "type": _kinship(older.type, newer.type, catalogue),
        "text": token_set_ratio(older.text.casefold(), newer.text.casefold()) / 100 if older.text.strip() and newer.text.strip() else _NO_WORDS,
    }
    score = sum(_WEIGHTS[name] * share for name, share in shares.items())
    if score < LEAST_SCORE:
        return None
    why = say("{metres} m and {time} min apart; like incident {number}.", metres=round(metres), time=clock(minutes * 60), number=older.number)
    return Duplicate(older, newer, score, why)


def _kinship(one: str, other: str, catalogue: Catalogue) -> float:
    if one == other:
        return 1.0
    first, second = catalogue.types.get(one), catalogue.types.get(other)
    if first is not None and second is not None and first.plan == second.plan:
        return _SAME_PLAN
    return _SAME_FAMILY if one.partition(".")[0] == other.partition(".")[0] else _OTHER

"""Finds places by what people type, and names places."""

from __future__ import annotations

import json
import sqlite3
import weakref
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock

import numpy as np

from commandcenter.geo.gazetteer import coordinates, query, store
from commandcenter.geo.gazetteer.addresses import House, find_house
from commandcenter.geo.gazetteer.folding import fold
from commandcenter.geo.gazetteer.nearby import Nearby
from commandcenter.geo.gazetteer.similarity import similarity
from commandcenter.geo.gazetteer.spelling_index import candidates
from commandcenter.model.errors import KnownError
from commandcenter.model.ports import Place
from commandcenter.model.words import LonLat

CANDIDATES = 100
CANDIDATES_COMPACT = 40
"""The same for the text without its spaces: "Haupt Strasse" for "Hauptstraße"."""
EXACT = 0.97
"""From here on a hit is what was meant, and other readings of the text are not tried."""
SCORE_MIN = 0.62
"""Less alike than this is another name."""
STREETS_TRIED = 10
NEAR_BONUS = 0.06
NEAR_KM = 5.0
WEIGHT_BONUS = 0.04
WRONG_TOWN = 0.85
"""Factor for a hit whose town is not the one that was typed."""
STREET_ONLY = 0.7
"""Factor for the street alone where its number is unknown."""
SAME_M = 30.0

_KM_PER_DEG = 111.195
_JOINTS = {"en": ", ", "zh": "，"}
"""Between district and town."""


@dataclass(frozen=True, slots=True)
class _Hit:
    id: int
    place: Place
    weight: float


class SearchIndex:
    """The search of one region pack (implements `ports.Gazetteer`). Safe in any thread: one query at a time."""

    def __init__(self, folder: Path) -> None:
        """Open `pack/search`; `KnownError` where it is missing or broken."""
        try:
            self._database = store.open_read_only(folder)
            sizes = self._database.execute("select value from fact where name = 'sizes'").fetchone()[0]
        except (sqlite3.Error, TypeError) as error:
            raise KnownError("The search of the region {name} cannot be opened; import the region again.", name=folder.parent.name) from error
        self._sizes = np.frombuffer(sizes, np.uint8)
        self._lock = RLock()
        self._known: dict[str, dict[int, float]] = {}
        """Likenesses by name within one search: several readings of a text ask for the same name."""
        self._nearby = Nearby(self._database)
        self._towns: dict[str, dict[str, str]] | None = None
        """Names of towns and districts by language; read with the first answer."""
        self._town_forms: set[str] = set()
        """All of these names, folded."""
        self.close = weakref.finalize(self, self._database.close)
        """Releases the file; else the end of this object does."""

    def search(self, text: str, *, near: LonLat | None = None, limit: int = 10) -> list[Place]:
        """Return the best places for a text, best first: coordinates, addresses, streets, crossings, places, POIs."""
        text = " ".join(text[: query.MAX_CHARS].split())
        if not text or limit < 1:
            return []
        typed = self._typed_position(text, near)
        if typed is not None:
            return [Place(text, "coordinates", typed, coordinates.format_lat_lon(typed), score=1.0)]
        with self._lock:
            self._known.clear()
            found = self._crossings(text, near)
            if not any(place.score >= EXACT for _, place in found):
                found += [*self._addresses(text, near), *self._named(text, near)]
            return [self._said(place) for place in _best(found, limit)]

    def reverse(self, at: LonLat) -> Place | None:
        """Return the address or street at a position, `None` where nothing is near."""
        with self._lock:
            found = self._nearby.name_of(at)
            return self._said(found) if found is not None else None

    def _said(self, place: Place) -> Place:
        """Return a place with its detail in each language, part by part."""
        towns, parts = self._town_names(), place.detail.split(", ")
        if not any(towns.get(part) for part in parts):
            return place
        said = {language: joint.join(towns.get(part, {}).get(language, part) for part in parts) for language, joint in _JOINTS.items()}
        return replace(place, detail_names=said)

    def _town_names(self) -> dict[str, dict[str, str]]:
        if self._towns is None:
            rows = self._database.execute("select name, names from entity where kind = 'place'")
            self._towns = {name: json.loads(names) if names else {} for name, names in rows}
            self._town_forms = {_town_form(one) for name, names in self._towns.items() for one in (name, *names.values())}
        return self._towns

    def _in_town(self, place: Place, town: str) -> Place:
        """Lower the score of a place that lies elsewhere than was typed, in any of the languages that the map names towns in.

        A town that the map knows is that one; any other may be mistyped or unfinished.
        """
        if not town:
            return place
        towns, parts = self._town_names(), place.detail.split(", ")
        here = {_town_form(name) for part in parts for name in (part, *towns.get(part, {}).values())}
        typed = {_town_form(part) for part in query.town_parts(town)}
        known = typed & self._town_forms
        alike = (similarity(one, name) for one in typed for name in (fold(place.detail), *here))
        fits = float(not known.isdisjoint(here)) if known else max(alike)
        return replace(place, score=place.score * (WRONG_TOWN + (1 - WRONG_TOWN) * (fits if fits >= SCORE_MIN else 0.0)))

    def street(self, name: str, at: LonLat) -> tuple[tuple[LonLat, ...], ...]:
        """Return the lines of a street as `search` named and placed it, as the map has them; none where it has none."""
        asked = "select points from segment where street in (select id from entity where kind = 'street' and name = ? and lon = ? and lat = ?)"
        with self._lock:
            rows = self._database.execute(f"{asked} order by id", (name, *at)).fetchall()
        return tuple(tuple(LonLat(*point) for point in np.frombuffer(row[0]).reshape(-1, 2).tolist()) for row in rows)

    def _typed_position(self, text: str, near: LonLat | None) -> LonLat | None:
        code, _, town = text.partition(" ")
        if near is None or town:
            with self._lock:
                self._known.clear()
                reference = self._reference(town) if coordinates.is_short_code(code) else None
            near = reference or near
        return coordinates.parse(code if town and coordinates.is_short_code(code) else text, near=near)

    def _reference(self, town: str) -> LonLat | None:
        """Return the town that a short code names, else the region's most important place."""
        hits = self._matches(town, None) if town else []
        if hits:
            return hits[0].place.at
        row = self._database.execute("select lon, lat from entity order by (kind = 'place') desc, weight desc limit 1").fetchone()
        return LonLat(*row) if row else None

    def _named(self, text: str, near: LonLat | None) -> list[tuple[float, Place]]:
        found = []
        for name, town in query.name_and_context(text):
            for hit in self._matches(name, near):
                place = self._in_town(hit.place, town)
                found.append((place.score + _bonus(hit, near), place))
            if any(score >= EXACT for score, _ in found):
                break
        return found

    def _matches(self, name: str, near: LonLat | None, kind: str = "") -> list[_Hit]:
        """Return the things whose name is like `name`, best first."""
        if name not in self._known:
            self._known[name] = self._likenesses(name)
        return self._entities(self._known[name], near, kind)

    def _likenesses(self, name: str) -> dict[int, float]:
        """Return entity → how alike its best spelling is."""
        folded, compact = fold(name), fold(name.replace(" ", ""))
        best: dict[int, float] = {}
        seen: set[int] = set()
        for form, limit in ((folded, CANDIDATES), (compact, CANDIDATES_COMPACT))[: 1 + (compact != folded)]:
            numbers = set(candidates(self._database, self._sizes, form, limit).tolist()) - seen
            seen |= numbers
            for entity, spelling in self._database.execute(f"select entity, folded from spelling where id in ({_marks(numbers)})", tuple(numbers)):
                score = similarity(form, spelling)
                if score >= SCORE_MIN and score > best.get(entity, 0.0):
                    best[entity] = score
        return best

    def _entities(self, scores: dict[int, float], near: LonLat | None, kind: str) -> list[_Hit]:
        rows = self._database.execute(
            f"select id, kind, name, detail, names, lon, lat, weight from entity where id in ({_marks(scores)})", tuple(scores)
        )
        hits = [
            _Hit(row[0], Place(row[2], row[1], LonLat(row[5], row[6]), row[3], json.loads(row[4]) if row[4] else None, scores[row[0]]), row[7])
            for row in rows
            if not kind or row[1] == kind
        ]
        return sorted(hits, key=lambda hit: -hit.place.score - _bonus(hit, near))

    def _crossings(self, text: str, near: LonLat | None) -> list[tuple[float, Place]]:
        parts = query.crossing_parts(text)
        if parts is None:
            return []
        ones, others = (self._matches(part, near, "street")[:STREETS_TRIED] for part in parts)
        found = []
        for one in ones:
            for other in others:
                if one.id == other.id:
                    continue
                pair = (min(one.id, other.id), max(one.id, other.id))
                for lon, lat in self._database.execute("select lon, lat from crossing where a = ? and b = ?", pair):
                    place = _crossing(one.place, other.place, LonLat(lon, lat))
                    found.append((place.score + 0.1 + _near_bonus(place.at, near), place))
        return found

    def _addresses(self, text: str, near: LonLat | None) -> list[tuple[float, Place]]:
        found = []
        for wanted in query.address_parts(text):
            for street in self._matches(wanted.street, near, "street")[:STREETS_TRIED]:
                house = find_house(self._database, street.id, wanted.number)
                place = _address(street.place, house) if house else replace(street.place, score=street.place.score * STREET_ONLY)
                place = self._in_town(place, wanted.context)
                found.append((place.score + 0.1 * (house is not None) + _near_bonus(place.at, near), place))
        return found


def _address(street: Place, house: House) -> Place:
    names = {language: f"{name} {house.number}" if language != "zh" else f"{name}{house.number}号" for language, name in (street.names or {}).items()}
    detail = f"≈ {house.between[0]}–{house.between[1]}" if house.between else f"{house.instead_of} ≈ {house.number}" if house.instead_of else ""
    town = street.detail if not house.city or house.city in street.detail else ", ".join(filter(None, (street.detail, house.city)))
    detail = ", ".join(filter(None, (detail, town)))
    return Place(f"{street.name} {house.number}", "address", house.at, detail, names or None, street.score * house.score)


def _crossing(one: Place, other: Place, at: LonLat) -> Place:
    names = {key: f"{one.names[key]} / {other.names[key]}" for key in one.names if key in other.names} if one.names and other.names else None
    return Place(f"{one.name} / {other.name}", "crossing", at, one.detail, names, (one.score + other.score) / 2)


def _town_form(name: str) -> str:
    return query.plain_town(fold(name))


def _bonus(hit: _Hit, near: LonLat | None) -> float:
    return WEIGHT_BONUS * hit.weight + _near_bonus(hit.place.at, near)


def _near_bonus(at: LonLat, near: LonLat | None) -> float:
    return NEAR_BONUS * float(np.exp(-_distance_km(at, near) / NEAR_KM)) if near is not None else 0.0


def _distance_km(one: LonLat, other: LonLat) -> float:
    east = (one.lon - other.lon) * np.cos(np.radians(one.lat))
    return float(np.hypot(east, one.lat - other.lat)) * _KM_PER_DEG


def _best(found: list[tuple[float, Place]], limit: int) -> list[Place]:
    kept: list[Place] = []
    for _, place in sorted(found, key=lambda pair: -pair[0]):
        if not any(place.name == other.name and place.kind == other.kind and _distance_km(place.at, other.at) * 1000 < SAME_M for other in kept):
            kept.append(place)
            if len(kept) == limit:
                break
    return kept


def _marks(values: Iterable[object]) -> str:
    return ",".join("?" for _ in values)

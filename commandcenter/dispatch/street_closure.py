"""What closes when a street is closed by its name: all of it, or the way along it between two of its crossings. No Qt."""

from __future__ import annotations

import heapq
import itertools
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.dispatch.distance import air_m
from commandcenter.model.errors import Refused
from commandcenter.model.ports import Gazetteer, Place
from commandcenter.model.sentences import ProperName, say
from commandcenter.model.words import LonLat
from commandcenter.resources.terms import Term, Terms

Line = tuple[LonLat, ...]
_WHICH = say("There is no street called “{name}” on the map. Which is meant: {streets}?")
_PART = re.compile(r"(?P<street>.+?)\s*(?:\bfrom\b|从|自)\s*(?P<one>.+?)\s*(?:\bto\b|到|至)\s*(?P<other>.+)", re.IGNORECASE)
SURE = 0.97
"""From this score of the search on a street is the one that was named; below it a person chooses."""
MOST_OFFERED = 6
_SEARCHED = 40
"""So many places are looked at for streets among them."""
_GRID = 10_000_000
"""Points are one where they agree to 1e-7 degrees, about 1 cm: as the map has them."""
_SHORT_OF_A_RING = 0.999
"""A walk that ends where it began is ended this share of the way: a closed ring would be an area."""

Node = tuple[int, int]


@dataclass(frozen=True, slots=True)
class StreetClosure:
    """A street, or a part of it, as shapes of closures."""

    name: str
    """In the map's own language, with the crossings where it is a part."""
    names: Mapping[str, str]
    town: ProperName
    shapes: tuple[Line, ...]
    """Lines; a street that the map has in unconnected pieces has one for each."""
    length_m: float


class WhichStreet(Refused):
    """No street is called so, but some are called alike.

    Attributes:
        streets: they, the likest first.
    """

    def __init__(self, wanted: str, streets: tuple[Place, ...]) -> None:
        """Name them."""
        named = Terms(tuple(Term("", one.name, (one.names or {}).get("zh", one.name)) for one in streets))
        super().__init__(_WHICH.template, name=wanted, streets=named)
        self.streets = streets


def streets_like(gazetteer: Gazetteer, text: str, near: LonLat | None) -> tuple[Place, ...]:
    """Return the streets whose name is like what a text begins with, the likest and nearest first. Safe in any thread."""
    found = [place for place in gazetteer.search(street_in(text), near=near, limit=_SEARCHED) if place.kind == "street"]
    return tuple(found[:MOST_OFFERED])


def find_street(gazetteer: Gazetteer, text: str, near: LonLat | None, street: Place | None = None) -> StreetClosure:
    """Return what “Mill Lane” or “Mill Lane from Castle Hill to Harbour Road” closes. Safe in any thread.

    `street` is the one that a person chose; else it is the one of exactly this name, the nearest of several.
    Raises `Refused`; `WhichStreet` where only others are called alike.
    """
    text = " ".join(text.split())
    place = street or _named(gazetteer, text, near)
    lines = gazetteer.street(place.name, place.at)
    if not lines:
        raise Refused("There is no street called “{name}” on the map.", name=place.proper)
    links, part = _links(lines), _PART.fullmatch(text)
    if part is None:
        return StreetClosure(place.name, place.names or {}, place.town, tuple(_walks(links)), _length(links))
    ends = [_crossing(gazetteer, place, part[end]) for end in ("one", "other")]
    way = _between(links, *(_nearest(links, end.at) for end in ends))
    if len(way) < 2:
        raise Refused("{street} has no way between these two places.", street=place.proper)
    length_m = sum(air_m(a, b) for a, b in itertools.pairwise(way))
    return StreetClosure(_part_name(place.name, [end.name for end in ends]), _part_names(place, ends), place.town, (way,), length_m)


def street_in(text: str) -> str:
    """Return the street that a text like “Mill Lane from Castle Hill to Harbour Road” begins with."""
    part = _PART.fullmatch(" ".join(text.split()))
    return part["street"] if part else " ".join(text.split())


def with_street(text: str, name: str) -> str:
    """Return the text with another street at its beginning; the part of it that is meant stays."""
    text = " ".join(text.split())
    part = _PART.fullmatch(text)
    return name + text[part.end("street") :] if part else name


def _named(gazetteer: Gazetteer, text: str, near: LonLat | None) -> Place:
    found, wanted = streets_like(gazetteer, text, near), street_in(text)
    if not found:
        raise Refused("There is no street called “{name}” on the map.", name=wanted)
    if found[0].score < SURE:
        raise WhichStreet(wanted, found)
    return found[0]


def _crossing(gazetteer: Gazetteer, street: Place, other: str) -> Place:
    found = gazetteer.search(f"{street.name} / {other}", near=street.at, limit=_SEARCHED)
    place = next((one for one in found if one.kind == "crossing" and one.name.partition(" / ")[0] == street.name), None)
    if place is None:
        raise Refused("{street} and {other} do not meet on the map.", street=street.proper, other=other)
    return place


def _part_name(street: str, crossings: Sequence[str]) -> str:
    return f"{street} ({' – '.join(name.partition(' / ')[2] for name in crossings)})"


def _part_names(street: Place, ends: Sequence[Place]) -> dict[str, str]:
    """Return the part's name in the languages in which all three streets have one."""
    return {
        language: _part_name(name, [(end.names or {})[language] for end in ends])
        for language, name in (street.names or {}).items()
        if all(language in (end.names or {}) for end in ends)
    }


@dataclass(frozen=True, slots=True)
class _Links:
    """A street's points and which of them follow each other."""

    at: Mapping[Node, LonLat]
    next: Mapping[Node, Mapping[Node, float]]
    """Point → the points beside it, with metres."""


def _links(lines: Sequence[Line]) -> _Links:
    at: dict[Node, LonLat] = {}
    following: dict[Node, dict[Node, float]] = defaultdict(dict)
    for line in lines:
        nodes = [(round(point.lon * _GRID), round(point.lat * _GRID)) for point in line]
        at.update(zip(nodes, line, strict=True))
        for a, b in itertools.pairwise(nodes):
            if a != b:
                following[a][b] = following[b][a] = air_m(at[a], at[b])
    return _Links(at, following)


def _length(links: _Links) -> float:
    return sum(metres for beside in links.next.values() for metres in beside.values()) / 2


def _nearest(links: _Links, place: LonLat) -> Node:
    return min(links.next, key=lambda node: (air_m(links.at[node], place), node))


def _walks(links: _Links) -> list[Line]:
    """Return a walk through each connected piece that uses every part of it; where the street branches it goes back along itself."""
    walks: list[Line] = []
    done: set[frozenset[Node]] = set()
    for start in sorted(links.next, key=lambda node: (len(links.next[node]), node)):  # ends of streets first
        walk = _walk(links, start, done)
        if len(walk) > 1:
            points = [links.at[node] for node in walk]
            if walk[0] == walk[-1]:
                points[-1] = _towards(points[-2], points[-1], _SHORT_OF_A_RING)
            walks.append(tuple(points))
    return walks


def _walk(links: _Links, start: Node, done: set[frozenset[Node]]) -> list[Node]:
    walk, path = [start], [start]
    back: list[Node] = []
    while path:
        here = path[-1]
        onward = next((node for node in links.next[here] if frozenset((here, node)) not in done), None)
        if onward is None:
            path.pop()
            back += path[-1:]
            continue
        done.add(frozenset((here, onward)))
        walk += [*back, onward]
        back.clear()
        path.append(onward)
    return walk


def _between(links: _Links, start: Node, end: Node) -> Line:
    """Return the shortest way along the street (Dijkstra 1959); empty where there is none."""
    metres, came = {start: 0.0}, {start: start}
    waiting = [(0.0, start)]
    while waiting:
        far, here = heapq.heappop(waiting)
        if here == end:
            break
        if far > metres[here]:
            continue
        for node, step in links.next[here].items():
            if far + step < metres.get(node, math.inf):
                metres[node], came[node] = far + step, here
                heapq.heappush(waiting, (far + step, node))
    if end not in came:
        return ()
    way = [end]
    while way[-1] != start:
        way.append(came[way[-1]])
    return tuple(links.at[node] for node in reversed(way))


def _towards(a: LonLat, b: LonLat, share: float) -> LonLat:
    return LonLat(a.lon + (b.lon - a.lon) * share, a.lat + (b.lat - a.lat) * share)

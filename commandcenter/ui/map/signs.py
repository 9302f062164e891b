"""Our signs for the map: tactical symbols and dangers, drawn by code on a grid of 24 × 24. See `docs/symbols.md`.

A sign is a row of strokes: `l` a line through points, `o` a ring (middle, radius), `d` a disc, `f` a filled outline, `s` a piece of a ring
(middle, inner and outer radius, from and to in degrees).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF

from commandcenter.model.drawings import Hazard, Tactical

GRID = 24.0
STROKE = 2.2
_STEPS = 8

SIGNS: Mapping[str, str] = {
    Tactical.COMMAND_POST: "l 4,4 20,4 20,20 4,20 4,4; f 4,20 20,4 20,20",
    Tactical.STAGING: "o 12,12 9.5; l 15.3,8.6 13.4,7 10.6,7 8.8,8.6 8.8,10.4 10.4,11.8 13.7,12.4 15.3,13.9 15.3,15.6 13.5,17.1 10.5,17.1 8.6,15.5",
    Tactical.ASSEMBLY: (
        "d 12,12 2.4; l 3,3 7,7; l 21,3 17,7; l 3,21 7,17; l 21,21 17,17; f 9,9 9,5 5,9; f 15,9 19,9 15,5; f 9,15 5,15 9,19; f 15,15 15,19 19,15"
    ),
    Tactical.CASUALTY_POINT: "o 12,12 10; f 10,6 14,6 14,10 18,10 18,14 14,14 14,18 10,18 10,14 6,14 6,10 10,10",
    Tactical.AMBULANCE_POINT: (
        "f 10,2 14,2 14,5.5 17.5,5.5 17.5,9.5 14,9.5 14,13 10,13 10,9.5 6.5,9.5 6.5,5.5 10,5.5; l 3,18 16,18; f 15,14 22,18 15,22"
    ),
    Tactical.LANDING: "o 12,12 10; l 8.5,7 8.5,17; l 15.5,7 15.5,17; l 8.5,12 15.5,12",
    Tactical.WATER_POINT: "d 12,15 6; f 12,2 17.4,12.5 6.6,12.5",
    Tactical.SUPPLY_POINT: "l 3.5,8 12,3.5 20.5,8 20.5,17 12,21 3.5,17 3.5,8; l 3.5,8 12,12 20.5,8; l 12,12 12,21",
    Tactical.DECONTAMINATION: "l 4,4 20,4; l 12,8 12,13; l 7.5,8 6,13; l 16.5,8 18,13; l 12,16 12,21; l 5.5,16 4,21; l 18.5,16 20,21",
    Tactical.REST: "l 4.5,7 4.5,14.5 7,17.5 13.5,17.5 16,14.5 16,7 4.5,7; l 16,9 20,9 20,13 16,13; l 3,21 18,21",
    Tactical.ENTRY: "l 13,3.5 20.5,3.5 20.5,20.5 13,20.5; l 2.5,12 11,12; f 10,7 16.5,12 10,17",
    Tactical.CHECKPOINT: (
        "f 2.5,7 8,7 5.5,13 2.5,13; f 11,7 16,7 13.5,13 8.5,13; f 19,7 21.5,7 21.5,13 16.5,13; "
        "l 2.5,7 21.5,7; l 2.5,13 21.5,13; l 6,13 6,20; l 18,13 18,20"
    ),
    Tactical.LOOKOUT: "l 2,12 7,7.5 12,6 17,7.5 22,12 17,16.5 12,18 7,16.5 2,12; d 12,12 3",
    Tactical.RELAY: "l 12,10 12,21; l 8,21 16,21; d 12,8.5 2.2; l 7.5,3 5.5,8.5 7.5,14; l 16.5,3 18.5,8.5 16.5,14",
    Tactical.SEARCHED: "l 5,5 19,19; l 19,5 5,19",
    Tactical.FOUND: "d 8.5,6 3.2; f 4,10.5 13,10.5 13,21 4,21; l 14.5,14 17,17.5 22,9.5",
    Tactical.TRAPPED: "l 3,4 21,4 21,20 3,20 3,4; d 12,9 2.6; f 8,12.5 16,12.5 16,18 8,18",
    Tactical.GAS_SHUTOFF: "f 2.5,9 12,14.5 2.5,20; f 21.5,9 12,14.5 21.5,20; l 12,14.5 12,5; l 7,4.5 17,4.5",
    Tactical.POWER_SHUTOFF: "f 14,1.5 5.5,12 10.8,12 9,19 18,8.5 12.6,8.5; l 4,21.5 20,21.5",
    Tactical.ANCHOR: "o 12,4.5 2.2; l 12,7 12,21; l 7.5,10.5 16.5,10.5; l 3.5,14 6.5,18.5 12,21 17.5,18.5 20.5,14",
    Hazard.GAS: "l 6.5,21 5,17.5 8,13 6.5,9 8,5; l 12,21 10.5,17 13.5,12.5 12,8 13.5,3; l 17.5,21 16,17.5 19,13 17.5,9 19,5",
    Hazard.CHEMICAL: "l 8.5,3 15.5,3; l 10,3 10,9 4.5,19 5.8,21 18.2,21 19.5,19 14,9 14,3; f 7.5,15 16.5,15 19,20.5 5,20.5",
    Hazard.EXPLOSIVE: "f 12,1.5 14,8 20,4.5 17,10.5 22.5,13 16.5,14.5 18.5,21 12.5,17 8,22.5 8,15.5 1.5,15 7,11 3,5 9.5,8",
    Hazard.RADIATION: "d 12,12 2.2; s 12,12 4 10.5 -30 30; s 12,12 4 10.5 90 150; s 12,12 4 10.5 210 270",
    Hazard.BIOLOGICAL: "o 12,7 4; o 7.6,15 4; o 16.4,15 4; d 12,12.3 2",
    Hazard.FIRE: "f 12.5,1.5 17.5,8.5 19,14 16.8,19.3 12,22 7.2,19.5 5,14.5 7.2,9.5 9.6,12 10.8,6.5",
    Hazard.FLOOD: (
        "l 3.5,11 12,3.5 20.5,11; l 6.5,9.5 6.5,13; "
        "l 17.5,9.5 17.5,13; l 2,17 5,15.5 8.5,17 12,15.5 15.5,17 19,15.5 22,17; l 2,21.5 5,20 8.5,21.5 12,20 15.5,21.5 19,20 22,21.5"
    ),
    Hazard.COLLAPSE: "l 4,21 4,7 11,3 9,8 12.5,11.5 10,15.5 13,21; l 20,21 20,8.5 15.5,6 14,10; l 2.5,21 21.5,21",
    Hazard.LANDSLIDE: "f 2,21.5 2,6 22,21.5; d 11.5,6.5 2.2; d 17.5,11.5 2.2; d 18.5,4.5 1.7",
    Hazard.POWER_LINE: "f 14.5,1.5 4.5,13.5 11,13.5 8.5,22.5 19.5,9.8 12.6,9.8",
    Hazard.ICE: "l 12,2 12,22; l 3.4,7 20.6,17; l 20.6,7 3.4,17; l 8.8,3.8 12,6.8 15.2,3.8; l 8.8,20.2 12,17.2 15.2,20.2",
    Hazard.VIOLENCE: "d 7,6 3; d 17,6 3; f 2.5,11 11.5,11 7,21; f 12.5,11 21.5,11 17,21",
    Hazard.OTHER: "f 9.8,2.5 14.2,2.5 13.3,15 10.7,15; d 12,19.5 2.2",
}


@cache
def sign_path(name: str) -> QPainterPath:
    """Return a sign's outline on the grid, to be filled; `KeyError` where there is none. Do not change it."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for stroke in SIGNS[name].split(";"):
        how, *words = stroke.split()
        _DRAWN[how](path, words)
    return path


def _points(words: list[str]) -> list[QPointF]:
    return [QPointF(*map(float, word.split(","))) for word in words]


def _line(path: QPainterPath, words: list[str]) -> None:
    line = QPainterPath()
    line.addPolygon(QPolygonF(_points(words)))
    path.addPath(_stroker().createStroke(line))


def _ring(path: QPainterPath, words: list[str]) -> None:
    ring, radius = QPainterPath(), float(words[1])
    ring.addEllipse(_points(words[:1])[0], radius, radius)
    path.addPath(_stroker().createStroke(ring))


def _disc(path: QPainterPath, words: list[str]) -> None:
    path.addEllipse(_points(words[:1])[0], float(words[1]), float(words[1]))


def _filled(path: QPainterPath, words: list[str]) -> None:
    """Add an outline that turns as strokes do: where they meet, nothing is cut out."""
    points = _points(words)
    area = sum(a.x() * b.y() - b.x() * a.y() for a, b in zip(points, [*points[1:], points[0]], strict=True))
    path.addPolygon(QPolygonF(points if area > 0 else points[::-1]))
    path.closeSubpath()


def _piece(path: QPainterPath, words: list[str]) -> None:
    middle, (inner, outer, begin, end) = _points(words[:1])[0], map(float, words[1:])
    angles = [math.radians(begin + (end - begin) * n / _STEPS) for n in range(_STEPS + 1)]
    edge = [(outer, angle) for angle in angles] + [(inner, angle) for angle in reversed(angles)]
    path.addPolygon(QPolygonF([middle + QPointF(math.cos(angle), math.sin(angle)) * radius for radius, angle in edge]))
    path.closeSubpath()


def _stroker() -> QPainterPathStroker:
    stroker = QPainterPathStroker()
    stroker.setWidth(STROKE)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker


_DRAWN = {"l": _line, "o": _ring, "d": _disc, "f": _filled, "s": _piece}

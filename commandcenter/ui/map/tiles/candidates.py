"""Labels that would like a place: points with a name, and stretches of streets and rivers long enough for theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtGui import QPainterPath

from commandcenter.geo.basemap.batch import Batch
from commandcenter.geo.basemap.kinds import PLACES, Kind
from commandcenter.geo.basemap.mercator import units_per_px
from commandcenter.geo.basemap.names import Names
from commandcenter.ui.map.tiles.glyphs import Face, Setting, along, measured, straight
from commandcenter.ui.map.tiles.placement import LabelBox, Placed
from commandcenter.ui.map.tiles.shapes import View
from commandcenter.ui.map.tiles.wording import PRIORITY, Wording, line_wording, place_wording, point_wording

_HALO_PX = 1.6
_NARROWEST = 0.3
"""Narrowest average letter, in font sizes: spares shaping names that cannot fit."""
_SHORTEST_PX = 12.0
"""No name fits on less."""
_REPEAT_PX = 260.0
_STREET_SPACING_PX = 420.0
_SHIELD_PAD = (4.0, 1.5)
_SHIELD_FACE = Face(9, bold=True)
_NO_WORDS = Setting((), QPainterPath)

Order = tuple[int, float, str, float]


@dataclass(frozen=True)
class Candidate:
    """One label that would like to stand at a place, in pixels of its view."""

    order: Order
    """Kind, importance (more is lower), text, place: unique and the same in every block."""
    text: str
    at: tuple[float, float]
    setting: Setting
    wording: Wording
    pad_px: float = 3.0
    shield: bool = False
    text_shift: float = 0.0
    repeat_px: float = 0.0

    def boxes(self) -> list[LabelBox]:
        """Return what the label covers, its dot included."""
        x, y = self.at
        pad_x, pad_y = _SHIELD_PAD if self.shield else (_HALO_PX, _HALO_PX)
        boxes = [
            (x + a - pad_x, y + self.text_shift + b - pad_y, x + c + pad_x, y + self.text_shift + d + pad_y) for a, b, c, d in self.setting.boxes
        ]
        if self.wording.dot:
            radius = self.wording.dot_px + 1.0
            boxes.append((x - radius, y - radius, x + radius, y + radius))
        return boxes

    def nudged(self, side_px: float, edge_px: float) -> Candidate:
        """Return the label moved a little so that it lies inside the field, where it stands straight and is small."""
        if self.order[0] != PRIORITY[Kind.HOUSE_NUMBER]:
            return self
        ((left, top, right, bottom),) = self.boxes()
        x, y = self.at
        dx = max(0.0, edge_px - left) - max(0.0, right - side_px + edge_px)
        dy = max(0.0, edge_px - top) - max(0.0, bottom - side_px + edge_px)
        return replace(self, at=(x + dx, y + dy)) if max(abs(dx), abs(dy)) < 12 else self

    def repeats(self, shown: Mapping[str, list[tuple[float, float]]]) -> bool:
        """Return whether the same words already stand near."""
        x, y = self.at
        return any((x - a) ** 2 + (y - b) ** 2 < self.repeat_px**2 for a, b in shown.get(self.text, ()))

    def placed(self, left: float, top: float) -> Placed:
        """Return the label with its place from the world's corner, where the view's corner is at (left, top)."""
        boxes = np.array(self.boxes())
        low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
        reach = (float(low[0] + left), float(low[1] + top), float(high[0] + left), float(high[1] + top))
        dot = (0.0, -self.text_shift, self.wording.dot_px, self.wording.dot) if self.wording.dot else None
        plate = None
        if self.shield:
            a, b, c, d = self.setting.boxes[0]
            plate = (a - _SHIELD_PAD[0], b - _SHIELD_PAD[1], c + _SHIELD_PAD[0], d + _SHIELD_PAD[1])
        origin = (self.at[0] + left, self.at[1] + self.text_shift + top)
        return Placed(self.setting.outline(), origin, reach, self.wording.colour, self.wording.halo, dot, plate)


def points_of(batch: Batch, view: View, names: Names, lang: str) -> Iterator[Candidate]:
    """Yield the labels of points."""
    heads = batch.heads
    for index in np.flatnonzero(heads["kind"] >= Kind.CITY).tolist():
        kind, row, rank = Kind(int(heads["kind"][index])), int(heads["name"][index]), int(heads["rank"][index])
        is_area = kind in {Kind.WATER_LABEL, Kind.PARK_LABEL, Kind.AREA_LABEL}
        wording = place_wording(kind, view.zoom) if kind in PLACES else point_wording(kind, rank / units_per_px(view.zoom), view.zoom)
        if wording is None or (not row and not wording.dot):
            continue
        text = names.text(row, lang)
        if kind is Kind.PEAK and rank and view.zoom >= 14:
            text = f"{text} {rank} m"
        point = batch.points[batch.point_starts[index]]
        setting = straight(text, wording.face, wording.wrap_px) if text else _NO_WORDS
        shift = wording.dot_px + 2.0 - setting.boxes[0][1] if wording.dot and setting.boxes else 0.0
        x, y = view.px(point[None, :])[0].tolist()
        spread = 2.0 if kind is Kind.HOUSE_NUMBER else 4.0 if is_area else 5.0
        repeat = 160.0 if kind >= Kind.POI_HOSPITAL and text else 0.0
        place = float(point[0]) * 2.0**32 + float(point[1])
        yield Candidate((PRIORITY[kind], -float(rank), text, place), text, (x, y), setting, wording, spread, text_shift=shift, repeat_px=repeat)


def lines_of(batch: Batch, view: View, names: Names, lang: str) -> Iterator[Candidate]:
    """Yield the labels of streets, rivers, contours and road numbers, at the middles of what lies in the view."""
    side = (view.box[2] - view.box[0]) / units_per_px(view.zoom)
    heads = batch.heads
    boxes = batch.boxes().astype(np.float64)
    extents = (boxes[:, 2] - boxes[:, 0] + boxes[:, 3] - boxes[:, 1]) / units_per_px(view.zoom)
    named = (heads["kind"] < Kind.CITY) & (heads["name"] > 0) & ((extents >= _SHORTEST_PX) | (heads["kind"] == Kind.ROAD_REF))
    for index in np.flatnonzero(named).tolist():
        kind, road = Kind(int(heads["kind"][index])), int(heads["rank"][index])
        if kind is Kind.ROAD_REF:
            yield from _shield(names.text(int(heads["name"][index]), lang), road, view.px(batch.line(index)), side, view.zoom)
            continue
        wording = line_wording(kind, road, view.zoom)
        if wording is None:
            continue
        text, extent = names.text(int(heads["name"][index]), lang), float(extents[index])
        if extent < len(text) * wording.face.size * _NARROWEST:
            continue
        width = measured(text, wording.face).width
        if extent < width:
            continue
        for part in _inside(view.px(batch.line(index)), side):
            yield from _names_along(text, kind, road, part, wording, width)


def _names_along(text: str, kind: Kind, road: int, part: NDArray[np.float64], wording: Wording, width: float) -> Iterator[Candidate]:
    length = float(np.hypot(*np.diff(part, axis=0).T).sum())
    if length < width + 8:
        return
    count = max(1, int(length / (_STREET_SPACING_PX + width)))
    for number in range(count):
        base = length * (number + 0.5) / count
        slack = max(0.0, min(length / count - width, 160.0)) / 2
        for shift in (0.0, slack * 0.9, -slack * 0.9):
            found = along(text, wording.face, part, base + shift)
            if found is not None:
                at, setting = found
                order = (PRIORITY[kind], -float(road) * 1e6 - min(length, 1e5), text, at[0] * 1e5 + at[1])
                yield Candidate(order, text, at, setting, wording, 4.0, repeat_px=_REPEAT_PX)


def _shield(text: str, road: int, line: NDArray[np.float64], side: float, zoom: int) -> Iterator[Candidate]:
    if len(text) > 8 or (road <= Kind.TERTIARY and zoom < 13):
        return
    wording = Wording(_SHIELD_FACE, "shield_text", "shield")
    middle = line[len(line) // 2] if len(line) > 2 else line.mean(axis=0)
    x, y = middle.tolist()
    if 0 <= x <= side and 0 <= y <= side:
        order = (PRIORITY[Kind.ROAD_REF], -float(road), text, x * 1e5 + y)
        yield Candidate(order, text, (x, y), straight(text, _SHIELD_FACE, 90.0), wording, 6.0, shield=True, repeat_px=300.0)


def _inside(line: NDArray[np.float64], side: float) -> list[NDArray[np.float64]]:
    """Return the parts of a line inside the square of this side at the origin."""
    low, high = line.min(axis=0), line.max(axis=0)
    if (low >= 0).all() and (high <= side).all():
        return [line]
    cut = shapely.clip_by_rect(shapely.LineString(line), 0, 0, side, side)
    return [shapely.get_coordinates(part) for part in shapely.get_parts(cut) if isinstance(part, shapely.LineString) and not part.is_empty]

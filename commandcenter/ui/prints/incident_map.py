"""The map of an incident for its papers: the ground around it, who is there, what is closed, dangerous, drawn and searched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from commandcenter.dispatch.distance import air_m
from commandcenter.dispatch.search.probability import state_of
from commandcenter.model.drawings import SketchKind
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.picture.views import ClosureView, IncidentView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.layers.legend import AREAS, ROW_H, SECTORS, Sign, hand_signs, paint_signs
from commandcenter.ui.map.bridge import Viewport
from commandcenter.ui.map.ports import TileSource
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.ports import DeskPort
from commandcenter.ui.prints.ground import ground_picture, view_around
from commandcenter.ui.prints.map_grid import MapFrame, in_view
from commandcenter.ui.prints.map_marks import DOT, INK, paint_grid, paint_north, paint_scale, write
from commandcenter.ui.prints.shapes import Labels, label_shape, paint_shape
from commandcenter.ui.prints.sheet import Drawing
from commandcenter.ui.search.layer import sector_shapes
from commandcenter.ui.shapes import paint_status
from commandcenter.ui.sketch.shapes import sketch_shapes
from commandcenter.ui.theme.look import Look
from commandcenter.ui.type_names import language
from commandcenter.ui.words import status_word

LEAST_M, MOST_M, ROUND = 600.0, 10_000.0, 1.25
"""Half the width of the map: around a lone house, and around the widest search; so much more than what must be on it."""
SHARE = 0.6
WIDTH = 180 / 25.4 * 300
"""Of an A4 page without its margins, in device units: what the parts below the map are measured by."""
FOOT, LEGEND_SCALE, COLUMNS = 40 * DOT, 0.8 * DOT, 4
DIAMOND, UNIT = 11 * DOT, 11 * DOT


@dataclass(frozen=True, slots=True)
class UnitMark:
    """A unit of the incident on its map."""

    callsign: str
    status: UnitStatus
    at: LonLat


@dataclass(frozen=True, slots=True)
class IncidentMap:
    """Everything that is painted; values that no longer change, so that any thread may paint them."""

    ground: QImage
    view: Viewport
    incidents: tuple[tuple[LonLat, str, int], ...]
    """Place, number and priority; the paper's own is the first."""
    shapes: tuple[OverlayShape, ...]
    units: tuple[UnitMark, ...]
    signs: tuple[Sign, ...]
    moment: str
    attribution: str
    look: Look

    def drawing(self, title: str) -> Drawing:
        """Return it as a block of a paper."""
        return Drawing(title, self.paint, SHARE + (FOOT + self._rows * ROW_H * LEGEND_SCALE) / WIDTH)

    @property
    def _rows(self) -> int:
        """Rows of the legend."""
        return ceil(len(self.signs) / COLUMNS)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint map, foot and legend. Any thread that has the painter."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = MapFrame(self.view, QRectF(box.left(), box.top(), box.width(), box.width() * SHARE))
        painter.drawImage(frame.box, self.ground)
        painter.setClipRect(frame.box)
        for shape in self.shapes:
            paint_shape(painter, frame, self.look, shape)
        labels = Labels(painter)
        for at, number, priority in self.incidents:
            _incident(painter, labels, frame.point(at), number, self.look.priority(priority))
        _units(painter, labels, frame, self.look, self.units)
        for shape in self.shapes:
            label_shape(labels, frame, shape)
        painter.setClipping(False)
        paint_grid(painter, frame)
        paint_north(painter, frame.box)
        self._foot(painter, frame, box)
        painter.restore()

    def _foot(self, painter: QPainter, frame: MapFrame, box: QRectF) -> None:
        left, top = box.left() + 6 * DOT, frame.box.bottom() + 6 * DOT
        line = QRectF(left, top + 6 * DOT, box.width() - 12 * DOT, 14 * DOT)
        write(painter, line, paint_scale(painter, frame, QPointF(left, top)), 8)
        write(painter, line, self.moment, 8, right=True)
        write(painter, line.translated(0, 12 * DOT), self.attribution, 6.5)
        legend = QRectF(left, frame.box.bottom() + FOOT, line.width(), (self._rows + 0.5) * ROW_H * LEGEND_SCALE)
        paint_signs(painter, legend, self.look, self.signs, scale=LEGEND_SCALE)


async def incident_map(desk: DeskPort, incident: IncidentView, tiles: TileSource, now_ms: int) -> IncidentMap:
    """Return the map of an incident as it stands. Qt main thread, which goes on while the ground is drawn."""
    view = view_around(incident.at, _half_width_m(desk, incident), SHARE)
    ground = await ground_picture(tiles, view, language())
    look, picture = Look("light"), desk.picture
    closures = [one for one in picture.closures() if one.in_force(now_ms) and in_view(one.shape, view)]
    sketches = [one for one in picture.sketches() if in_view([point for ring in one.rings or (one.shape,) for point in ring], view)]
    sectors = [shape for search in picture.searches.searches() if search.incident == incident.id for shape in sector_shapes(state_of(search), None)]
    drawn = [shape for one in sketches for shape in sketch_shapes(one, now_ms, picture.operator_name)]
    others = [one for one in picture.incidents() if one.open and one.id != incident.id and in_view([one.at], view)]
    units = _unit_marks(desk, incident.id, view)
    return IncidentMap(
        ground,
        view,
        tuple((one.at, one.number, one.priority) for one in (incident, *others)),
        (*sectors, *(_closure(one) for one in closures), *drawn),
        units,
        _signs(look, units, closed=bool(closures), searched=bool(sectors))
        + tuple(hand_signs(look, [one for one in sketches if one.kind is not SketchKind.NOTE])),
        tr("As of {time}", time=f"{formats.moment(now_ms)} {formats.zone(now_ms)}"),
        tiles.attribution,
        look,
    )


def _half_width_m(desk: DeskPort, incident: IncidentView) -> float:
    """Return how far everything that belongs to an incident reaches: what was drawn for it, and its sectors."""
    drawn = [point for one in desk.picture.sketches() if one.incident == incident.id for ring in one.rings or (one.shape,) for point in ring]
    searched = [point for one in desk.picture.searches.searches() if one.incident == incident.id for sector in one.sectors for point in sector.ring]
    farthest = max((air_m(incident.at, point) for point in (*drawn, *searched)), default=0.0)
    return min(max(LEAST_M, ROUND * farthest / SHARE), MOST_M)


def _unit_marks(desk: DeskPort, incident: Id, view: Viewport) -> tuple[UnitMark, ...]:
    latest = desk.tracks.latest()
    units = [unit for unit in desk.picture.units() if unit.incident == incident]
    marks = [UnitMark(one.callsign, one.status, latest[one.id].at if one.id in latest else one.at) for one in units]
    return tuple(mark for mark in marks if in_view([mark.at], view))


def _closure(closure: ClosureView) -> OverlayShape:
    points, label = tuple(LonLat(*point) for point in closure.shape), closure.name or closure.reason
    if len(points) == 1:
        return OverlayShape(closure.id, "point", (points,), label=label, tone="danger")
    area = len(points) > 3 and points[0] == points[-1]
    return OverlayShape(closure.id, "area" if area else "line", (points,), label=label, tone="danger", hatched=area, dashed=not area)


def _signs(look: Look, units: Sequence[UnitMark], *, closed: bool, searched: bool) -> tuple[Sign, ...]:
    found = [Sign(partial(_diamond, look.priority(1)), tr("Incident"))]
    found += [Sign(partial(_status, look, status), status_word(status)) for status in UnitStatus if any(unit.status == status for unit in units)]
    areas = [area for area in AREAS if area[0] == "closures" and closed] + [*(SECTORS if searched else ())]
    return (*found, *(Sign(partial(paint, look.colour(tone)), tr(words)) for _layer, paint, tone, words in areas))


def _diamond(colour: QColor, painter: QPainter, box: QRectF) -> None:
    side, middle = box.height() / 2, box.center()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([middle - QPointF(0, side), middle + QPointF(side, 0), middle + QPointF(0, side), middle - QPointF(side, 0)]))


def _status(look: Look, status: UnitStatus, painter: QPainter, box: QRectF) -> None:
    side = 13.0
    paint_status(painter, QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side), status, look.status(status))


def _incident(painter: QPainter, labels: Labels, at: QPointF, number: str, colour: QColor) -> None:
    painter.setPen(QPen(INK, DOT))
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([at - QPointF(0, DIAMOND), at + QPointF(DIAMOND, 0), at + QPointF(0, DIAMOND), at - QPointF(DIAMOND, 0)]))
    labels.put(at - QPointF(0, 2.4 * DIAMOND), number, bold=True)


def _units(painter: QPainter, labels: Labels, frame: MapFrame, look: Look, units: Sequence[UnitMark]) -> None:
    """Paint each unit with its callsign; those on one spot stand below each other."""
    for unit in units:
        left = frame.point(unit.at) + QPointF(DIAMOND + UNIT, -UNIT * 0.7)
        label = labels.put(left + QPointF(labels.width(unit.callsign, bold=True) / 2, 0), unit.callsign, bold=True)
        paint_status(painter, QRectF(label.left() - UNIT, label.center().y() - UNIT / 2, UNIT, UNIT), unit.status, look.status(unit.status))

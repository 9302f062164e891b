"""What the signs on the map mean: painted by the same hand on the screen and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from commandcenter.model.drawings import SketchKind
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.picture.sketches import SketchView
from commandcenter.resources.catalogue import Catalogue
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.map.signs import GRID, SIGNS, sign_path
from commandcenter.ui.map.symbols import incident_symbol, symbol_icons
from commandcenter.ui.shapes import paint_priority, paint_status
from commandcenter.ui.sketch.shapes import LAYER_OF
from commandcenter.ui.sketch.words import symbol_word
from commandcenter.ui.theme.look import Look
from commandcenter.ui.type_names import type_name
from commandcenter.ui.words import priority_word, status_word

Paint = Callable[[QPainter, QRectF], None]
ROW_H, SIGN_W, GAP, COLUMN_W = 20, 26, 8, 190
PLACES = {
    "fire_station": ("stations", mark("Fire station")),
    "ambulance_station": ("stations", mark("Ambulance station")),
    "police_station": ("stations", mark("Police station")),
    "hospital": ("facilities", mark("Hospital")),
    "shelter": ("facilities", mark("Shelter")),
    "depot": ("depots", mark("Depot")),
}
"""Kind of a place → the layer that shows it, and its name."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign and its meaning."""

    paint: Paint
    words: str


@dataclass(frozen=True, slots=True)
class InUse:
    """What there is on a map of the things that a legend names only where they are."""

    sketches: Sequence[SketchView] = ()
    types: Sequence[tuple[str, str]] = ()
    """Code and name of the types of its incidents."""
    sectors: bool = False


def in_use(picture: Picture, catalogue: Catalogue, seen: Callable[[Iterable[LonLat]], bool] = bool) -> InUse:
    """Return what a picture has; `seen` tells of some places whether the map shows any of them."""
    sketches = [one for one in picture.sketches() if seen([point for ring in one.rings or (one.shape,) for point in ring])]
    types = sorted({incident.type for incident in picture.incidents() if incident.open and seen([incident.at])})
    rings = (sector.ring for search in picture.searches.searches() if search.state == "open" for sector in search.sectors)
    return InUse(sketches, [(code, type_name(catalogue, code)) for code in types], any(seen(ring) for ring in rings))


def signs(look: Look, layers: LayerChoice, used: InUse | None = None) -> list[Sign]:
    """Return the signs of what is shown now; of types of incidents, sectors and what is drawn by hand only those that are in use."""
    used = used or InUse()
    found = [Sign(partial(_priority, look, p), f"{p}  {priority_word(p)}") for p in range(1, 6)]
    found += [Sign(partial(_icon, look, symbol_icons()["incident"][incident_symbol(code)]), words) for code, words in used.types]
    if layers.shown("units"):
        found += [Sign(partial(_status, look, status), status_word(status)) for status in UnitStatus]
    found += [Sign(partial(_icon, look, symbol_icons()["place"][kind]), tr(words)) for kind, (layer, words) in PLACES.items() if layers.shown(layer)]
    drawn = (*AREAS, *(SECTORS if used.sectors else ()))
    found += [Sign(partial(paint, look.colour(tone)), tr(words)) for layer, paint, tone, words in drawn if layers.shown(layer)]
    return found + hand_signs(look, [sketch for sketch in used.sketches if layers.shown(LAYER_OF[sketch.kind])])


def hand_signs(look: Look, sketches: Sequence[SketchView]) -> list[Sign]:
    """Return the signs of what was drawn by hand; an icon only for a note, which a paper leaves out."""
    kinds = {sketch.kind for sketch in sketches}
    used = sorted({(sketch.kind.value, sketch.symbol) for sketch in sketches if sketch.symbol in SIGNS})
    tones = {SketchKind.HAZARD: "danger", SketchKind.SYMBOL: "accent"}
    found = [Sign(partial(_sign, look.colour(tones[SketchKind(kind)]), code), symbol_word(kind, code)) for kind, code in used]
    if SketchKind.HAZARD in kinds:
        found.append(Sign(partial(_hatched, look.colour("danger")), tr("Area of a hazard")))
    if SketchKind.AREA in kinds:
        found.append(Sign(partial(_filled, look.colour("accent")), tr("Area drawn by hand")))
    if SketchKind.LINE in kinds:
        found.append(Sign(partial(_line, look.colour("accent")), tr("Line drawn by hand")))
    if SketchKind.NOTE in kinds:
        found.append(Sign(partial(_icon, look, symbol_icons()["mark"]["note"]), tr("Note")))
    return found


def paint_signs(painter: QPainter, box: QRectF, look: Look, found: Sequence[Sign], *, scale: float = 1.0) -> None:
    """Paint signs in columns from the upper left, which share a box that is wider; `scale` is device units per screen pixel."""
    rows = max(1, int(box.height() // (ROW_H * scale)))
    wide = max(COLUMN_W * scale, box.width() / max(1, ceil(len(found) / rows)))
    font = look.font("small")
    font.setPixelSize(max(1, round(font.pixelSize() * scale)))
    for n, sign in enumerate(found):
        column_, row = divmod(n, rows)
        top, left = box.top() + row * ROW_H * scale, box.left() + column_ * wide
        painter.save()
        painter.translate(left, top)
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sign.paint(painter, QRectF(0, 2, SIGN_W, ROW_H - 4))
        painter.restore()
        painter.setPen(look.colour("text"))
        words = QRectF(left + (SIGN_W + GAP) * scale, top, wide - (SIGN_W + 2 * GAP) * scale, ROW_H * scale)
        painter.setFont(fitted(font, sign.words, words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, sign.words)


def fitted(font: QFont, words: str, width: float) -> QFont:
    """Return a font in which words are no wider than their room: a legend whose words are cut explains nothing."""
    needed = QFontMetricsF(font).horizontalAdvance(words)
    if needed <= width:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(1, int(font.pixelSize() * width / needed)))
    return smaller


def _middle(box: QRectF, side: float = 15) -> QRectF:
    return QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)


def _priority(look: Look, priority: int, painter: QPainter, box: QRectF) -> None:
    font = look.font("small", bold=True)
    paint_priority(painter, _middle(box, 16), priority, look.priority(priority), look.colour("panel"), font)


def _status(look: Look, status: UnitStatus, painter: QPainter, box: QRectF) -> None:
    paint_status(painter, _middle(box, 13), status, look.status(status))


def _icon(look: Look, name: str, painter: QPainter, box: QRectF) -> None:
    look.icon(name, "text").paint(painter, _middle(box, 16).toRect())


def _sign(colour: QColor, code: str, painter: QPainter, box: QRectF) -> None:
    room = _middle(box, 16)
    painter.translate(room.left(), room.top())
    painter.scale(room.width() / GRID, room.height() / GRID)
    painter.fillPath(sign_path(code), colour)


def _line(colour: QColor, painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(colour, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(box.left() + 2, box.center().y()), QPointF(box.right() - 2, box.center().y()))


def _area(colour: QColor, style: Qt.PenStyle, brush: QBrush, painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(colour, 1.8, style))
    painter.setBrush(brush)
    painter.drawRect(box.adjusted(2, 2, -2, -2))


def _dot(colour: QColor, painter: QPainter, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(_middle(box, 10))


def _filled(colour: QColor, painter: QPainter, box: QRectF) -> None:
    light = QColor(colour)
    light.setAlphaF(0.25)
    _area(colour, Qt.PenStyle.SolidLine, QBrush(light), painter, box)


def _dashed(colour: QColor, painter: QPainter, box: QRectF) -> None:
    _area(colour, Qt.PenStyle.DashLine, QBrush(Qt.BrushStyle.NoBrush), painter, box)


def _hatched(colour: QColor, painter: QPainter, box: QRectF) -> None:
    _area(colour, Qt.PenStyle.SolidLine, QBrush(colour, Qt.BrushStyle.BDiagPattern), painter, box)


AREAS = (
    ("closures", _hatched, "danger", mark("Closed road or area")),
    ("routes", _line, "accent", mark("Way of a unit")),
    ("tracks", _line, "text_muted", mark("Trail of a unit")),
    ("reach", _dashed, "warn", mark("Reach in so many minutes")),
    ("coverage", _filled, "ok", mark("Covered by two or more")),
    ("coverage", _dashed, "warn", mark("Covered by one")),
    ("coverage", _hatched, "danger", mark("Streets that nobody reaches in time")),
    ("capacity", _dot, "ok", mark("Places are free")),
    ("capacity", _dot, "warn", mark("Less than a tenth is free")),
    ("capacity", _dot, "danger", mark("Full, or takes nobody in")),
    ("stock", _dot, "ok", mark("Stock is enough")),
    ("stock", _dot, "danger", mark("Goods below their minimum")),
)
"""Layer, how it is drawn, in which tone, what it means."""
SECTORS = (
    ("sectors", _filled, "danger", mark("Sector: likely")),
    ("sectors", _filled, "warn", mark("Sector: possible")),
    ("sectors", _dashed, "text_muted", mark("Sector: unlikely")),
    ("sectors", _filled, "ok", mark("Sector: searched well")),
    ("sectors", _hatched, "text_muted", mark("Sector: a team is searching")),
)
"""The same, of what is there only while people are searched for."""

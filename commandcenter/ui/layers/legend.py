"""What the signs on the map mean: painted by the same hand on the screen and on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from commandcenter.model.drawings import SketchKind
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.words import UnitStatus
from commandcenter.picture.sketches import SketchView
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, column
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.map.signs import GRID, SIGNS, sign_path
from commandcenter.ui.map.symbols import symbol_icons
from commandcenter.ui.shapes import paint_priority, paint_status
from commandcenter.ui.sketch.shapes import LAYER_OF
from commandcenter.ui.sketch.words import symbol_word
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import priority_word, status_word

Paint = Callable[[QPainter, QRectF], None]
ROW_H, SIGN_W, GAP, COLUMN_W = 20, 26, 8, 190
PLACES = {
    "fire_station": mark("Fire station"),
    "ambulance_station": mark("Ambulance station"),
    "police_station": mark("Police station"),
    "hospital": mark("Hospital"),
    "shelter": mark("Shelter"),
    "depot": mark("Depot"),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign and its meaning."""

    paint: Paint
    words: str


def signs(look: Look, layers: LayerChoice, sketches: Sequence[SketchView] = ()) -> list[Sign]:
    """Return the signs of what is shown now; of what is drawn by hand only those that are in use."""
    found = [Sign(partial(_priority, look, p), f"{p}  {priority_word(p)}") for p in range(1, 6)]
    if layers.shown("units"):
        found += [Sign(partial(_status, look, status), status_word(status)) for status in UnitStatus]
    if layers.shown("stations") or layers.shown("facilities"):
        found += [Sign(partial(_icon, look, symbol_icons()["place"][kind]), tr(words)) for kind, words in PLACES.items()]
    areas = (
        ("closures", _hatched, "danger", tr("Closed road or area")),
        ("routes", _line, "accent", tr("Way of a unit")),
        ("tracks", _line, "text_muted", tr("Trail of a unit")),
        ("reach", _dashed, "warn", tr("Reach in so many minutes")),
        ("coverage", _filled, "ok", tr("Covered by two or more")),
        ("coverage", _dashed, "warn", tr("Covered by one")),
        ("coverage", _hatched, "danger", tr("Streets that nobody reaches in time")),
    )
    found += [Sign(partial(paint, look.colour(tone)), words) for layer, paint, tone, words in areas if layers.shown(layer)]
    return found + _drawn_by_hand(look, [sketch for sketch in sketches if layers.shown(LAYER_OF[sketch.kind])])


def _drawn_by_hand(look: Look, sketches: Sequence[SketchView]) -> list[Sign]:
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
    """Paint signs in columns from the upper left; `scale` is device units per screen pixel."""
    rows = max(1, int(box.height() // (ROW_H * scale)))
    font = look.font("small")
    font.setPixelSize(max(1, round(font.pixelSize() * scale)))
    for n, sign in enumerate(found):
        column_, row = divmod(n, rows)
        top, left = box.top() + row * ROW_H * scale, box.left() + column_ * COLUMN_W * scale
        painter.save()
        painter.translate(left, top)
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sign.paint(painter, QRectF(0, 2, SIGN_W, ROW_H - 4))
        painter.restore()
        painter.setPen(look.colour("text"))
        painter.setFont(font)
        words = QRectF(left + (SIGN_W + GAP) * scale, top, (COLUMN_W - SIGN_W - 2 * GAP) * scale, ROW_H * scale)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, sign.words)


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


def _filled(colour: QColor, painter: QPainter, box: QRectF) -> None:
    light = QColor(colour)
    light.setAlphaF(0.25)
    _area(colour, Qt.PenStyle.SolidLine, QBrush(light), painter, box)


def _dashed(colour: QColor, painter: QPainter, box: QRectF) -> None:
    _area(colour, Qt.PenStyle.DashLine, QBrush(Qt.BrushStyle.NoBrush), painter, box)


def _hatched(colour: QColor, painter: QPainter, box: QRectF) -> None:
    _area(colour, Qt.PenStyle.SolidLine, QBrush(colour, Qt.BrushStyle.BDiagPattern), painter, box)


class _Signs(QWidget):
    """The signs, one column."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self._context = context

    def signs(self) -> list[Sign]:
        return signs(self._context.seat.look, self._context.layers, self._context.seat.desk.picture.sketches())

    def sizeHint(self) -> QSize:
        return QSize(COLUMN_W + 40, ROW_H * len(self.signs()) + 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_signs(painter, QRectF(12, 10, self.width() - 24, self.height()), self._context.seat.look, self.signs())
        painter.end()


class LegendWindow(Translated):
    """The legend beside the desk. Qt thread."""

    def __init__(self, context: DeskContext) -> None:
        """Say what is shown now."""
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._signs = _Signs(context)
        area = QScrollArea()
        area.setWidget(self._signs)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        column(self).addWidget(area)
        context.layers.changed.connect(lambda _layer: self.retranslate())
        context.seat.look.changed.connect(self._signs.update)
        context.seat.changed.connect(self._on_changes)
        self.resize(270, 620)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every sign anew."""
        self._signs.setMinimumHeight(self._signs.sizeHint().height())
        self._signs.setAccessibleName(", ".join(sign.words for sign in self._signs.signs()))
        self._signs.update()

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.SKETCH):
            self.retranslate()

"""What a sketch is: kind, symbol or danger, text, radius, how long it holds."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QLineEdit

from commandcenter.model.drawings import Hazard, SketchKind, Tactical
from commandcenter.model.errors import Refused
from commandcenter.picture.sketches import SketchView
from commandcenter.ui.closures.moments import read_moment
from commandcenter.ui.frame.parts import Translated, button
from commandcenter.ui.frame.wrapping import WrappingLine
from commandcenter.ui.i18n.formats import local_time
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.map.signs import GRID, SIGNS, sign_path
from commandcenter.ui.seat import Seat
from commandcenter.ui.sketch.pen import Wish
from commandcenter.ui.sketch.words import KINDS, symbol_word
from commandcenter.ui.tables.page import Field
from commandcenter.ui.theme.look import Look

KINDS_IN_ORDER = (SketchKind.HAZARD, SketchKind.SYMBOL, SketchKind.AREA, SketchKind.LINE, SketchKind.NOTE)
CODES = {SketchKind.HAZARD: tuple(Hazard), SketchKind.SYMBOL: tuple(Tactical)}
USUAL_RADIUS = "200"


def sign_icon(name: str, look: Look, tone: str = "text", size: int = 20) -> QIcon:
    """Return a sign as an icon in a colour of the theme."""
    picture = QPixmap(2 * size, 2 * size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(2 * size / GRID, 2 * size / GRID)
    painter.fillPath(sign_path(name), look.colour(tone))
    painter.end()
    return QIcon(picture)


class SketchForm(Translated):
    """The fields. Qt thread.

    Signals:
        draw(): what stands here is to be drawn on the map.
        change(): it is to be said of the chosen sketch.
    """

    draw = Signal()
    change = Signal()

    def __init__(self, seat: Seat) -> None:
        """Start with a hazard."""
        super().__init__()
        self._seat = seat
        self.kind, self.symbol = QComboBox(), QComboBox()
        self.text, self.radius, self.until = QLineEdit(), QLineEdit(USUAL_RADIUS), QLineEdit()
        self.draw_button, self.change_button = button("primary"), button()
        self._fields = [Field(self.kind, 110), Field(self.symbol, 190), Field(self.text), Field(self.radius, 80), Field(self.until, 120)]
        line = WrappingLine(self)
        line.setContentsMargins(12, 6, 12, 6)
        for field in self._fields:
            line.addWidget(field, 1 if field.inner is self.text else 0, Qt.AlignmentFlag.AlignBottom)
        for made in (self.draw_button, self.change_button):
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        self.symbol.setIconSize(QSize(20, 20))
        self.kind.currentIndexChanged.connect(lambda _index: self._fill_symbols())
        self.draw_button.clicked.connect(self.draw)
        self.change_button.clicked.connect(self.change)
        self.text.returnPressed.connect(self.draw)
        self.change_button.setEnabled(False)
        seat.look.changed.connect(self._fill_symbols)
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        """Return the room of one line: while this panel is behind another one, the lines of a width it will not have take no room from the map."""
        return QSize(super().minimumSizeHint().width(), super().sizeHint().height())

    def retranslate(self) -> None:
        """Say every text."""
        chosen = self.kind.currentData()
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for kind in KINDS_IN_ORDER:
                self.kind.addItem(tr(KINDS[kind]), kind.value)
            self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        captions = (tr("What it is"), tr("Sign"), tr("Text"), tr("Radius, m"), tr("Until"))
        examples = ("", "", tr("what everybody should know of it"), tr("empty: an area"), tr("18:00, +2 h"))
        for field, caption, example in zip(self._fields, captions, examples, strict=True):
            field.say(caption, example)
        self.draw_button.setText(tr("Draw on the map"))
        self.change_button.setText(tr("Change the chosen one"))
        self._fill_symbols()

    def wish(self) -> Wish:
        """Return what stands here. Raises `Refused` for a radius or a time that is none."""
        kind = SketchKind(self.kind.currentData())
        symbol = str(self.symbol.currentData() or "")
        return Wish(kind, self.text.text().strip(), symbol, self._radius(kind), self._until(), self._seat.incident)

    def show_sketch(self, sketch: SketchView | None) -> None:
        """Show what is said of a sketch, so that it can be corrected; `None`: nothing is chosen."""
        self.change_button.setEnabled(sketch is not None)
        if sketch is not None:
            self.choose(sketch.kind, sketch.symbol)
            self.text.setText(sketch.text)
            self.radius.setText("" if sketch.radius_m is None else f"{sketch.radius_m:g}")
            self.until.setText("" if sketch.until_ms is None else f"{local_time(sketch.until_ms):%Y-%m-%d %H:%M}")

    def choose(self, kind: SketchKind, symbol: str = "") -> None:
        """Choose kind and sign."""
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
        if symbol:
            self.symbol.setCurrentIndex(max(0, self.symbol.findData(symbol)))

    def _radius(self, kind: SketchKind) -> float | None:
        text = self.radius.text().strip().replace(",", ".")
        if kind is not SketchKind.HAZARD or not text:
            return None
        try:
            return float(text)
        except ValueError:
            raise Refused("“{text}” is not a number.", text=text) from None

    def _until(self) -> int | None:
        text = self.until.text().strip()
        found = read_moment(text, self._seat.now_ms()) if text else None
        if text and found is None:
            raise Refused("“{text}” is no time: write 14:30, +2 h or 2026-11-23 08:00", text=text)
        return found

    def _fill_symbols(self) -> None:
        kind = SketchKind(self.kind.currentData())
        kept = self.symbol.currentData()
        self.symbol.clear()
        for code in CODES.get(kind, ()):
            icon = sign_icon(code, self._seat.look, "danger" if kind is SketchKind.HAZARD else "text") if code in SIGNS else QIcon()
            self.symbol.addItem(icon, symbol_word(kind, code), code.value)
        self.symbol.setCurrentIndex(max(0, self.symbol.findData(kept)))
        self._fields[1].setVisible(kind in CODES)
        self._fields[3].setVisible(kind is SketchKind.HAZARD)

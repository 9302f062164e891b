"""Drawing on the map with gloves: what it is in large buttons, then a finger on the map, or simply where I am."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit

from commandcenter.model.drawings import SketchKind
from commandcenter.model.ids import Id
from commandcenter.picture.sketches import SketchView
from commandcenter.ui.field.parts import BigButton, Card, big
from commandcenter.ui.frame.parts import row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.map.signs import SIGNS
from commandcenter.ui.sketch.form import CODES, KINDS_IN_ORDER, sign_icon
from commandcenter.ui.sketch.pen import Wish
from commandcenter.ui.sketch.words import KINDS, sketch_words, symbol_word
from commandcenter.ui.theme.look import Look

RADII_M = (50, 100, 200, 500, 1_000)
HOURS = (1, 4, 12)
MOST_LISTED = 40
DRAWN_AREA = mark("An area that I draw")


class SketchCard(Card):
    """What to draw.

    Signals:
        draw(): let me draw it on the map.
        here(): it is where I am.
        move_wanted(), corners(), remove(), close_roads(): do that with the chosen one.
    """

    draw = Signal()
    here = Signal()
    move_wanted = Signal()
    corners = Signal()
    remove = Signal()
    close_roads = Signal()

    def __init__(self, look: Look) -> None:
        """Start with a hazard."""
        super().__init__()
        self._look = look
        self.kinds = {kind: BigButton() for kind in KINDS_IN_ORDER}
        self.symbol, self.radius, self.until, self.chosen = (QComboBox() for _ in range(4))
        self.text, self.draw_button, self.here_button = QLineEdit(), BigButton("primary"), BigButton()
        self.move_button, self.corners_button, self.remove_button, self.close_button = (BigButton() for _ in range(4))
        self._listed: tuple[object, ...] = ()
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, (kind, made) in enumerate(self.kinds.items()):
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.clicked.connect(self._kind_chosen)
            grid.addWidget(made, place // 3, place % 3)
            made.setChecked(kind is SketchKind.HAZARD)
        self.body.addLayout(grid)
        big(self.symbol, self.radius, self.until, self.text, self.chosen)
        self.symbol.setIconSize(QSize(24, 24))
        for part in (self.symbol, self.text, self.radius, self.until):
            self.body.addWidget(part)
        changes = ((self.move_button, self.corners_button), (self.remove_button, self.close_button))
        for made_here in ((self.draw_button, self.here_button), (self.chosen,), *changes):
            line = row()
            for one in made_here:
                line.addWidget(one)
            self.body.addLayout(line)
        wanted = (
            (self.draw_button, self.draw),
            (self.here_button, self.here),
            (self.move_button, self.move_wanted),
            (self.corners_button, self.corners),
        )
        for made, signal in (*wanted, (self.remove_button, self.remove), (self.close_button, self.close_roads)):
            made.clicked.connect(signal)
        look.changed.connect(self._kind_chosen)

    def retranslate(self) -> None:
        """Say every text."""
        self.title.setText(tr("Draw on the map"))
        for kind, made in self.kinds.items():
            made.setText(tr(KINDS[kind]))
        texts = ((self.draw_button, tr("Draw it")), (self.here_button, tr("Here, where I am")), (self.move_button, tr("Move it")))
        changes = ((self.corners_button, tr("Move its corners")), (self.remove_button, tr("Remove it")))
        for made, text in (*texts, *changes, (self.close_button, tr("Close the roads in it"))):
            made.setText(text)
        self.text.setPlaceholderText(tr("what everybody should know of it"))
        fields = ((self.text, tr("Text")), (self.symbol, tr("Sign")), (self.radius, tr("Radius")), (self.until, tr("Until")))
        for field, name in (*fields, (self.chosen, tr("Sketches on the map"))):
            field.setAccessibleName(name)
        self._fill(self.radius, [(tr("{n} m around", n=formats.number(n)), n) for n in RADII_M] + [(tr(DRAWN_AREA), 0)], 200)
        self._fill(self.until, [(tr("until somebody removes it"), 0), *((tr("for {n} h", n=n), n) for n in HOURS)], 0)
        self._listed = ()
        self._kind_chosen()

    @property
    def kind(self) -> SketchKind:
        """Return what is to be drawn."""
        return next(kind for kind, made in self.kinds.items() if made.isChecked())

    def wish(self, now_ms: int, incident: Id | None) -> Wish:
        """Return what stands here."""
        kind, hours = self.kind, int(self.until.currentData() or 0)
        radius = float(self.radius.currentData() or 0) if kind is SketchKind.HAZARD else 0.0
        until_ms = now_ms + hours * 3_600_000 if hours else None
        symbol = str(self.symbol.currentData() or "") if kind in CODES else ""
        return Wish(kind, self.text.text().strip(), symbol, radius or None, until_ms, incident)

    def show_sketches(self, sketches: Sequence[SketchView]) -> None:
        """Offer what is on the map for moving and removing, the newest first; nothing moves while nothing changes."""
        listed = (*((one.id, one.kind, one.symbol, one.text, one.disputed) for one in sketches), formats.locale_code())
        if listed != self._listed:
            self._listed = listed
            newest = list(reversed(sketches))[:MOST_LISTED]
            self._fill(self.chosen, [(sketch_words(one.kind, one.symbol, one.text, disputed=one.disputed), one.id) for one in newest], None)
        for part in (self.chosen, self.move_button, self.corners_button, self.remove_button, self.close_button):
            part.setEnabled(bool(sketches))

    def choose(self, sketch: Id) -> None:
        """Choose one for moving and removing."""
        self.chosen.setCurrentIndex(max(0, self.chosen.findData(sketch)))

    def _kind_chosen(self) -> None:
        kind = self.kind
        tone = "danger" if kind is SketchKind.HAZARD else "text"
        rows = [(symbol_word(kind, code), code.value) for code in CODES.get(kind, ())]
        self._fill(self.symbol, rows, None)
        for place, (_words, code) in enumerate(rows):
            self.symbol.setItemIcon(place, sign_icon(code, self._look, tone, 24) if code in SIGNS else QIcon())
        self.symbol.setVisible(kind in CODES)
        self.radius.setVisible(kind is SketchKind.HAZARD)
        self.here_button.setEnabled(kind in (SketchKind.SYMBOL, SketchKind.NOTE, SketchKind.HAZARD))

    @staticmethod
    def _fill(box: QComboBox, rows: Sequence[tuple[str, object]], first: object) -> None:
        kept = box.currentData() if box.count() else first
        with QSignalBlocker(box):
            box.clear()
            for words, value in rows:
                box.addItem(words, value)
            box.setCurrentIndex(max(0, box.findData(kept)))

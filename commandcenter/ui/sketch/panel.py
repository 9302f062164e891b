"""Sketches, hazards and notes of the operation: a list, and a form to draw and to correct them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from commandcenter.model.drawings import SketchKind
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.picture.sketches import SketchView
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import column, segment
from commandcenter.ui.frame.tool_keys import key_of
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.leaving import ask_where
from commandcenter.ui.notice import Level
from commandcenter.ui.sketch.exchange import read_sketches, write_sketches
from commandcenter.ui.sketch.form import SketchForm
from commandcenter.ui.sketch.layer import SketchLayers
from commandcenter.ui.sketch.pen import Pen, Wish
from commandcenter.ui.sketch.shapes import LAYER_OF, LAYERS, middle_of
from commandcenter.ui.sketch.words import sketch_words
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.view import Table

HAZARDS_ON_MENU_M = 200.0


class SketchPanel(Panel):
    """The list of what is drawn on the map. Qt thread."""

    def __init__(self, context: DeskContext) -> None:
        """Draw on the desk's map."""
        super().__init__(context.seat.look)
        self._seat, self._map = context.seat, context.map
        self.layers = SketchLayers(context.seat, context.map)
        self.pen = Pen(context.seat, context.drawing)
        self.form = SketchForm(context.seat)
        self.table: Table[SketchView] = Table(context.seat.look, self._columns(), lambda sketch: sketch.id)
        self.table.keys = {Qt.Key.Key_Delete: self.remove, Qt.Key.Key_M: self.move_chosen, Qt.Key.Key_R: self.redraw, Qt.Key.Key_C: self.corners}
        self.table.chosen.connect(self._chosen)
        self.table.activated.connect(lambda _index: self._show())
        self.form.draw.connect(self.draw)
        self.form.change.connect(self.change)
        self.move_tool, self.corners_tool, self.redraw_tool, self.close_tool, self.remove_tool = (segment(checkable=False) for _ in range(5))
        tools = (self.move_tool, self.corners_tool, self.redraw_tool, self.close_tool, self.remove_tool)
        for made, act in zip(tools, (self.move_chosen, self.corners, self.redraw, self.close_roads, self.remove), strict=True):
            made.clicked.connect(partial(_call, act))
        self.file_tool = segment(checkable=False)
        self.file_tool.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._files = QMenu(self.file_tool)
        self.import_act, self.export_act = self._files.addAction(""), self._files.addAction("")
        self.import_act.setData("sketches_import")
        self.export_act.setData("sketches_export")
        self.import_act.triggered.connect(self._ask_import)
        self.export_act.triggered.connect(self._ask_export)
        self.file_tool.setMenu(self._files)
        self.tools = [*tools, self.file_tool]
        layout = column(self)
        layout.addWidget(self.form)
        layout.addWidget(self.table, 1)
        context.menu_parts.append(self._add_to_menu)
        context.map.clicked.connect(self._clicked)
        self._seat.changed.connect(self._on_changes)
        self.retranslate()

    def _columns(self) -> list[Column[SketchView]]:
        name = self._seat.desk.picture.operator_name
        return [
            Column(mark("Drawn"), _said, wide=True, tone=lambda one: "danger" if one.kind is SketchKind.HAZARD else ""),
            Column(mark("Radius"), lambda one: "" if one.radius_m is None else formats.distance(one.radius_m), number=True),
            Column(mark("Until"), self._until, tone=lambda one: "" if one.valid(self._seat.now_ms()) else "text_faint"),
            Column(mark("Roads"), self._roads),
            Column(mark("By"), lambda one: name(one.by) or tr("an unknown operator")),
            Column(mark("Since"), lambda one: formats.moment(one.drawn_ms)),
        ]

    def title(self) -> str:
        """Return the panel's name."""
        return tr("Sketches and hazards")

    def focus_target(self) -> QWidget:
        """Return the choice of what to draw."""
        return self.form.kind

    def retranslate(self) -> None:
        """Say every text; the labels on the map too."""
        words = (tr("Move (M)"), tr("Corners (C)"), tr("Draw anew (R)"), tr("Close its roads"), tr("Remove (Del)"), tr("File"))
        tools = (self.move_tool, self.corners_tool, self.redraw_tool, self.close_tool, self.remove_tool, self.file_tool)
        for made, text in zip(tools, words, strict=True):
            made.setText(text)
        for act, text in (
            (self.import_act, tr("Draw what a GeoJSON or GPX file holds …")),
            (self.export_act, tr("Write all into a GeoJSON or GPX file …")),
        ):
            act.setText(f"{text}\t{key_of(act.data())}")
        self.table.name_it(self.title(), tr("Nothing is drawn on the map"), tr("Choose what it is and press “Draw on the map”."), "draw")
        self.layers.refresh()
        self.reload()

    def reload(self) -> None:
        """Read everything, the newest first."""
        found = self._seat.desk.picture.sketches()
        self.table.show_rows(list(reversed(found)))
        self.count_label.setText(str(len(found) or ""))

    # what the person does

    def draw(self) -> None:
        """Draw what the form says."""
        try:
            self.pen.draw(self.form.wish())
        except Refused as refusal:
            self._seat.notice(Level.REFUSED, refusal.sentence)

    def change(self) -> None:
        """Say of the chosen one what the form says."""
        sketch = self.table.current()
        if sketch is not None:
            try:
                self.pen.change(sketch, self.form.wish())
            except Refused as refusal:
                self._seat.notice(Level.REFUSED, refusal.sentence)

    def move_chosen(self) -> None:
        """Move the chosen one."""
        self._with_chosen(self.pen.move)

    def corners(self) -> None:
        """Move single corners of the chosen one."""
        self._with_chosen(self.pen.corners)

    def redraw(self) -> None:
        """Draw the chosen one anew."""
        self._with_chosen(self.pen.redraw)

    def close_roads(self) -> None:
        """Close the roads in the chosen hazard."""
        self._with_chosen(self.pen.close_roads)

    def remove(self) -> None:
        """Remove the chosen one."""
        self._with_chosen(self.pen.remove)

    def import_file(self, path: Path) -> None:
        """Draw everything that a file holds."""
        self._seat.run(self._import(path))

    async def _import(self, path: Path) -> None:
        commands = read_sketches(path, self._seat.now_ms(), self._seat.desk.picture.operation)
        await self._seat.submit(*commands, said=say("{n} things drawn from {file}", n=len(commands), file=path.name))

    def export_file(self, path: Path) -> None:
        """Write everything into a file."""
        self._seat.run(self._export(path))

    async def _export(self, path: Path) -> None:
        picture = self._seat.desk.picture
        write_sketches(path, picture.sketches(), picture.operator_name, picture.operation)
        self._seat.notice(Level.DONE, say("{n} things written into {file}", n=len(picture.sketches()), file=str(path)))

    def _ask_import(self) -> None:
        path = QFileDialog.getOpenFileName(self, tr("Draw what a file holds"), "", tr("Maps (*.geojson *.json *.gpx)"))[0]
        if path:
            self.import_file(Path(path))

    def _ask_export(self) -> None:
        path = ask_where(self, tr("Write all into a file"), "sketches.geojson", tr("Maps (*.geojson *.json *.gpx)"), self._seat)
        if path is not None:
            self.export_file(path)

    def _with_chosen(self, act: Callable[[SketchView], object]) -> None:
        sketch = self.table.current()
        if sketch is None:
            self._seat.notice(Level.REFUSED, say("Choose one in the list, or click it on the map."))
        else:
            act(sketch)

    # how it keeps up

    def _chosen(self) -> None:
        sketch = self.table.current()
        self.form.show_sketch(sketch)
        self.close_tool.setEnabled(sketch is not None and sketch.kind is SketchKind.HAZARD)
        if sketch is not None:
            self._map.select(f"overlay:{LAYER_OF[sketch.kind]}", sketch.id)

    def _show(self) -> None:
        sketch = self.table.current()
        if sketch is not None:
            middle = middle_of(sketch)
            self._seat.place_shown.emit(middle.lon, middle.lat, 16)

    def _clicked(self, kind: str, ident: str) -> None:
        """A click on a sketch chooses it."""
        if kind.removeprefix("overlay:") in LAYERS:
            self.table.choose(Id(ident.removesuffix(".sign")))

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.SKETCH) or changes.of(Kind.CLOSURE):
            self.reload()

    def _until(self, sketch: SketchView) -> str:
        if sketch.until_ms is None:
            return ""
        over = not sketch.valid(self._seat.now_ms())
        return tr("over since {time}", time=formats.moment(sketch.until_ms)) if over else formats.moment(sketch.until_ms)

    def _roads(self, sketch: SketchView) -> str:
        closed = any(c.hazard == sketch.id and c.in_force(self._seat.now_ms()) for c in self._seat.desk.picture.closures())
        return tr("closed") if closed else ""

    def _add_to_menu(self, menu: QMenu, kind: str, ident: str, at: LonLat) -> None:
        sketch = self._seat.desk.picture.sketch(Id(ident.removesuffix(".sign"))) if kind.removeprefix("overlay:") in LAYERS else None
        if sketch is not None:
            for words, act in (
                (tr("Move it"), self.pen.move),
                (tr("Move its corners"), self.pen.corners),
                (tr("Remove it from the map"), self.pen.remove),
            ):
                _add(menu, words, partial(act, sketch))
            if sketch.kind is SketchKind.HAZARD:
                _add(menu, tr("Close the roads in it"), partial(self.pen.close_roads, sketch))
            return
        wish = Wish(SketchKind.HAZARD, "", "other", HAZARDS_ON_MENU_M, None, self._seat.incident)
        words = tr("Hazard here, {n} m around", n=formats.number(HAZARDS_ON_MENU_M))
        _add(menu, f"{words}\thazard {HAZARDS_ON_MENU_M:g} {at.lat:.5f}, {at.lon:.5f}", partial(self.pen.put, wish, (at,)))


def _said(sketch: SketchView) -> str:
    return sketch_words(sketch.kind, sketch.symbol, sketch.text, disputed=sketch.disputed)


def _call(act: Callable[[], object], _checked: bool = False) -> None:
    act()


def _add(menu: QMenu, words: str, act: Callable[[], object]) -> None:
    action: QAction = menu.addAction(words)
    action.triggered.connect(partial(_call, act))

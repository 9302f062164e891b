"""Draws, moves and removes sketches: what the desk's panel and the field's page have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from commandcenter.model.commands import ChangeSketch, CloseHazard, DrawSketch, RemoveSketch
from commandcenter.model.drawings import SketchKind
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.picture.sketches import SketchView
from commandcenter.ui.map_drawing import MapDrawing
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.sketch.shapes import middle_of

Shape = tuple[LonLat, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drawn, but for its place."""

    kind: SketchKind
    text: str = ""
    symbol: str = ""
    radius_m: float | None = None
    until_ms: int | None = None
    incident: Id | None = None

    @property
    def hand(self) -> str:
        """Return what the hand draws on the map: a hazard with a radius is a point."""
        if self.kind is SketchKind.LINE:
            return "line"
        return "polygon" if self.kind is SketchKind.AREA or (self.kind is SketchKind.HAZARD and self.radius_m is None) else "point"


class Pen(QObject):
    """Qt thread, inside a running asyncio loop. Refusals are said in the strip; the last act is undone through the seat.

    Signals:
        busy(bool): the person is drawing, or is no more.
    """

    busy = Signal(bool)

    def __init__(self, seat: Seat, drawing: MapDrawing) -> None:
        """Draw with the map's hand."""
        super().__init__(seat)
        self._seat, self._drawing = seat, drawing

    def draw(self, wish: Wish) -> None:
        """Let the person draw it, then keep it."""
        self._ask(wish.hand, partial(self.put, wish))

    def put(self, wish: Wish, shape: Shape) -> None:
        """Keep something at a place that is known."""
        self.busy.emit(False)
        command = DrawSketch(wish.kind, shape, wish.text, wish.symbol, wish.radius_m, wish.until_ms, wish.incident)
        self._seat.perform(command, said=say("Drawn; everybody sees it"))

    def move(self, sketch: SketchView) -> None:
        """Let the person click where its middle is now."""
        self._ask("point", lambda shape: self._move_to(sketch.id, shape[0]))

    def _move_to(self, sketch_id: Id, at: LonLat) -> None:
        self.busy.emit(False)
        sketch = self._seat.desk.picture.sketch(sketch_id)
        if sketch is not None:
            middle = middle_of(sketch)
            moved = tuple(LonLat(p.lon + at.lon - middle.lon, p.lat + at.lat - middle.lat) for p in sketch.shape)
            self._seat.perform(ChangeSketch(sketch.id, {"shape": moved}), said=say("Moved"))

    def redraw(self, sketch: SketchView) -> None:
        """Let the person draw its shape anew; the rest stays."""
        hand = Wish(sketch.kind, radius_m=sketch.radius_m if len(sketch.shape) == 1 else None).hand
        self._ask(hand, partial(self._reshape, sketch.id))

    def _reshape(self, sketch_id: Id, shape: Shape) -> None:
        self.busy.emit(False)
        self._seat.perform(ChangeSketch(sketch_id, {"shape": shape}), said=say("Changed"))

    def corners(self, sketch: SketchView) -> None:
        """Let the person move, add and take away single corners; of a point its place."""
        if len(sketch.shape) == 1:
            self.move(sketch)
            return
        self.busy.emit(True)
        hand = "polygon" if sketch.shape[0] == sketch.shape[-1] else "line"
        self._drawing.ask(hand, partial(self._reshape, sketch.id), lambda: self.busy.emit(False), shape=sketch.shape)

    def change(self, sketch: SketchView, wish: Wish) -> None:
        """Correct what is said of a sketch."""
        fields: dict[str, object] = {"text": wish.text, "until_ms": wish.until_ms}
        if sketch.kind in (SketchKind.SYMBOL, SketchKind.HAZARD):
            fields["symbol"] = wish.symbol
        if sketch.kind is SketchKind.HAZARD and len(sketch.shape) == 1:
            fields["radius_m"] = wish.radius_m
        self._seat.perform(ChangeSketch(sketch.id, fields), said=say("Changed"))

    def remove(self, sketch: SketchView) -> None:
        """Take it off the map."""
        self._seat.perform(RemoveSketch(sketch.id), said=say("Removed from the map"))

    def close_roads(self, sketch: SketchView) -> None:
        """Let no way lead through a hazard."""
        self._seat.perform(CloseHazard(sketch.id), said=say("No way leads through it any more; recommendations follow at once"))

    def stop(self) -> None:
        """Give up what is being drawn."""
        self._drawing.stop()
        self.busy.emit(False)

    def _ask(self, hand: str, done: Callable[[Shape], object]) -> None:
        self.busy.emit(True)
        self._seat.notice(Level.HINT, _HINTS[hand])
        self._drawing.ask(hand, done, lambda: self.busy.emit(False))


_HINTS = {
    "point": say("Click the place on the map; Esc gives up."),
    "line": say("Click the line on the map; Enter or a double click ends it, Esc gives up."),
    "polygon": say("Click the corners on the map; Enter or a double click ends it, Esc gives up."),
}

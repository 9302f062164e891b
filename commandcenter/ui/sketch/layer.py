"""Keeps the sketches on the map in step with the picture, in the desk's window and in the field's."""

from __future__ import annotations

from PySide6.QtCore import QObject

from commandcenter.model.entries import Changes, Kind
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.seat import Seat
from commandcenter.ui.sketch.shapes import LAYERS, layer_shapes


class SketchLayers(QObject):
    """The overlays `hazards`, `sketch` and `notes`. Qt thread."""

    def __init__(self, seat: Seat, view: MapPort) -> None:
        """Show what is there, then follow."""
        super().__init__(seat)
        self._seat, self._view = seat, view
        self._held: frozenset[str] = frozenset()
        seat.changed.connect(self._on_changes)
        seat.ticked.connect(self._tick)
        self.refresh()

    def refresh(self) -> None:
        """Show everything anew; also after a change of language."""
        picture, now_ms = self._seat.desk.picture, self._seat.now_ms()
        sketches = picture.sketches()
        self._held = frozenset(sketch.id for sketch in sketches if sketch.valid(now_ms))
        for layer in LAYERS:
            self._view.show_overlay(layer, layer_shapes(sketches, layer, now_ms, picture.operator_name))

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.SKETCH) or changes.of(Kind.OPERATOR):
            self.refresh()

    def _tick(self, now_ms: int) -> None:
        """What has run out fades, without anybody writing an entry."""
        if self._held != frozenset(sketch.id for sketch in self._seat.desk.picture.sketches() if sketch.valid(now_ms)):
            self.refresh()

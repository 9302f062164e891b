"""Paints map tiles from a region's geometry."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from commandcenter.geo.basemap.features import FeatureIndex
from commandcenter.geo.basemap.kinds import Kind
from commandcenter.geo.basemap.mercator import TILE_PX, box_of, tile_box
from commandcenter.ui.map.tiles.arrows import paint_arrows
from commandcenter.ui.map.tiles.ground import Ground
from commandcenter.ui.map.tiles.labels import Labels
from commandcenter.ui.map.tiles.lettering import paint_labels
from commandcenter.ui.map.tiles.palette import Palette, palette
from commandcenter.ui.map.tiles.roads import Roads
from commandcenter.ui.map.tiles.shapes import View

_MARGIN_PX = 20.0
_OUTSIDE_SHARE = 0.3
_PAINTED = np.zeros(256, np.bool_)
_PAINTED[: Kind.RAIL + 1] = True


class TilePainter:
    """Paints tiles of one region. Safe in any thread, several at once; needs a `QGuiApplication` for fonts."""

    def __init__(self, features: FeatureIndex) -> None:
        """Paint from this index."""
        self._features = features
        self._labels = Labels(features)
        self._frame = np.array(box_of(features.bbox), np.int32).reshape(2, 2)

    def paint(self, zoom: int, x: int, y: int, style: str, lang: str = "en", scale: int = 1) -> QImage:
        """Return the picture of a tile, 256·`scale` pixels wide; `style` is a theme's name, `lang` is en, zh or local."""
        view = View(zoom, tile_box(zoom, x, y))
        colours = palette(style)
        batch = self._features.query(view.grown(_MARGIN_PX), zoom, _PAINTED)
        image = QImage(TILE_PX * scale, TILE_PX * scale, QImage.Format.Format_RGB32)
        image.fill(colours.mixed("land", "building_line", _OUTSIDE_SHARE))
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            self._paint_land(painter, view, colours)
            ground = Ground(painter, batch, view, colours)
            ground.paint()
            Roads(painter, batch, view, colours).paint()
            ground.paint_over()
            paint_arrows(painter, batch, view, colours)
            paint_labels(painter, self._labels.of_tile(zoom, x, y, lang), x * TILE_PX, y * TILE_PX, colours)
        finally:
            painter.end()
        return image

    def _paint_land(self, painter: QPainter, view: View, colours: Palette) -> None:
        """Paint the land that the region knows; what lies around it keeps a duller tone, for an empty map there says nothing."""
        left, top, right, bottom = view.px(self._frame).ravel().tolist()
        painter.fillRect(QRectF(left, top, right - left, bottom - top), colours["land"])

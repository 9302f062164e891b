"""Paints map tiles from a region's geometry."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage, QPainter

from commandcenter.geo.basemap.features import FeatureIndex
from commandcenter.geo.basemap.kinds import Kind
from commandcenter.geo.basemap.mercator import TILE_PX, tile_box
from commandcenter.ui.map.tiles.arrows import paint_arrows
from commandcenter.ui.map.tiles.ground import Ground
from commandcenter.ui.map.tiles.labels import Labels
from commandcenter.ui.map.tiles.lettering import paint_labels
from commandcenter.ui.map.tiles.palette import palette
from commandcenter.ui.map.tiles.roads import Roads
from commandcenter.ui.map.tiles.shapes import View

_MARGIN_PX = 20.0
_PAINTED = np.zeros(256, np.bool_)
_PAINTED[: Kind.RAIL + 1] = True


class TilePainter:
    """Paints tiles of one region. Safe in any thread, several at once; needs a `QGuiApplication` for fonts."""

    def __init__(self, features: FeatureIndex) -> None:
        """Paint from this index."""
        self._features = features
        self._labels = Labels(features)

    def paint(self, zoom: int, x: int, y: int, style: str, lang: str = "en", scale: int = 1) -> QImage:
        """Return the picture of a tile, 256·`scale` pixels wide; `style` is a theme's name, `lang` is en, zh or local."""
        view = View(zoom, tile_box(zoom, x, y))
        colours = palette(style)
        batch = self._features.query(view.grown(_MARGIN_PX), zoom, _PAINTED)
        image = QImage(TILE_PX * scale, TILE_PX * scale, QImage.Format.Format_RGB32)
        image.fill(colours["land"])
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            ground = Ground(painter, batch, view, colours)
            ground.paint()
            Roads(painter, batch, view, colours).paint()
            ground.paint_over()
            paint_arrows(painter, batch, view, colours)
            paint_labels(painter, self._labels.of_tile(zoom, x, y, lang), x * TILE_PX, y * TILE_PX, colours)
        finally:
            painter.end()
        return image

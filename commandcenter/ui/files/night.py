"""Pictures and pages in the red night theme: as dark as the rest of the window, so that eyes stay used to the dark."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPainter

from commandcenter.ui.theme.look import Look

NIGHT = "night"


def night_tint(look: Look) -> QColor | None:
    """Return what a picture is painted in by night: the colour of letters; `None` by day."""
    return look.colour("text") if look.tokens.name == NIGHT else None


def tinted(image: QImage, tint: QColor | None, *, page: bool = False) -> QImage:
    """Return a picture in shades of one colour, a `page` dark with light letters; as it is without a tint. Qt main thread or a worker."""
    if tint is None:
        return image
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(QColor("#ffffff" if page else "#000000"))
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    grey = flat.convertToFormat(QImage.Format.Format_Grayscale8)
    if page:
        grey.invertPixels()
    shade = grey.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(shade)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(shade.rect(), tint)
    painter.end()
    return shade

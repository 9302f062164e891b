"""The heads of the tables of a paper, as they are set on A4."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFontMetricsF, QPdfWriter

from commandcenter.ui.prints.paper_file import RESOLUTION
from commandcenter.ui.prints.pdf import MARGIN_MM
from commandcenter.ui.prints.sheet import Card, Sheet, Table
from commandcenter.ui.prints.typesetting import ACROSS, BOLD, Typesetter

A4_WIDTH_MM = 210.0


def broken_heads(sheet: Sheet) -> list[str]:
    """Return the heads of which a word has less room than it needs, and so is torn."""
    memory = QBuffer()
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(memory)
    writer.setResolution(RESOLUTION)
    setter = Typesetter(writer, (A4_WIDTH_MM - 2 * MARGIN_MM) / 25.4 * RESOLUTION)
    metrics = QFontMetricsF(setter.fonts[BOLD], writer)
    found = []
    for table in tables(sheet):
        _, widths = setter._columns(table.widths)
        for head, width in zip(table.heads, widths, strict=True):
            found += [word for word in head.split() if metrics.horizontalAdvance(word) > width - 2 * ACROSS]
    return found


def tables(sheet: Sheet) -> Iterator[Table]:
    for block in sheet.blocks:
        for part in block.blocks if isinstance(block, Card) else (block,):
            if isinstance(part, Table):
                yield part

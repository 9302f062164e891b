"""Opens a PDF to paint on, and puts it on the disk whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from commandcenter.model.errors import KnownError

RESOLUTION = 300


@contextmanager
def a4_paper(path: Path, title: str, orientation: QPageLayout.Orientation, margin_mm: float) -> Iterator[tuple[QPdfWriter, QPainter]]:
    """Yield a writer and the painter on its first page; the file is written at the end. Qt main thread.

    Raises `KnownError` when the file cannot be written, also where the disk fills half-way; then there is no file.
    """
    memory = QBuffer()
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(memory)
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    writer.setCreator("commandcenter")
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF(*(margin_mm,) * 4))
    layout.setUnits(QPageLayout.Unit.Millimeter)
    writer.setPageLayout(layout)
    painter = QPainter(writer)
    try:
        yield writer, painter
    finally:
        painter.end()
    _keep(path, bytes(memory.data().data()))


def _keep(path: Path, content: bytes) -> None:
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise KnownError("The paper {file} cannot be written: {why}", file=path.name, why=error.strerror or str(error)) from error

"""Opens a PDF to paint on, and puts it on the disk whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from commandcenter.model.errors import KnownError
from commandcenter.model.fresh import fresh_file, part_of
from commandcenter.ui.prints.fonts import paper_font
from commandcenter.ui.prints.searchable import searchable

RESOLUTION = 300
BODY_PT = 9.5
POINTS = RESOLUTION / 72
"""Device units of a point."""


class Size(StrEnum):
    """What is in the printer's tray."""

    A4 = "A4"
    LETTER = "Letter"

    @property
    def page(self) -> QPageSize:
        """Return it as Qt knows it."""
        return QPageSize(QPageSize.PageSizeId.Letter if self is Size.LETTER else QPageSize.PageSizeId.A4)


def usual_size() -> Size:
    """Return what this computer's country prints on: Letter where Qt knows US measures, else A4."""
    return Size.LETTER if QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem else Size.A4


def size_called(name: str) -> Size:
    """Return the size of a remembered name; the usual one where there is none, or none that we know."""
    return Size(name) if name in tuple(Size) else usual_size()


@contextmanager
def open_paper(
    path: Path, title: str, orientation: QPageLayout.Orientation, margin_mm: float, size: Size | None = None
) -> Iterator[tuple[QPdfWriter, QPainter]]:
    """Yield a writer and the painter on its first page; the file is written at the end. Any thread.

    Raises `KnownError` when the file cannot be written, also where the disk fills half-way; then there is no file.
    """
    memory = QBuffer()
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(memory)
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    writer.setCreator("commandcenter")
    layout = QPageLayout((size or usual_size()).page, orientation, QMarginsF(*(margin_mm,) * 4), QPageLayout.Unit.Millimeter)
    writer.setPageLayout(layout)
    painter = QPainter(writer)
    try:
        yield writer, painter
    finally:
        painter.end()
    _keep(path, searchable(bytes(memory.data().data()), paper_font(BODY_PT)))


@contextmanager
def fresh_paper(wanted: Path) -> Iterator[Path]:
    """Yield a file of this name, or of the next free one, for `open_paper` to write; no paper is ever written over. Raises `KnownError`."""
    try:
        with fresh_file(wanted) as path:
            yield path
    except OSError as error:
        raise _unwritten(wanted, error) from error


def _keep(path: Path, content: bytes) -> None:
    part = part_of(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise _unwritten(path, error) from error


def _unwritten(path: Path, error: OSError) -> KnownError:
    return KnownError("The paper {file} cannot be written: {why}", file=path.name, why=error.strerror or str(error))

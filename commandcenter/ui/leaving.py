"""What leaves the program by a person's hand: files whose place they choose, texts on the clipboard. That of an exercise carries the mark."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id, is_exercise
from commandcenter.model.marks import marked, marked_name
from commandcenter.model.sentences import say
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat


def ask_where(parent: QWidget, title: str, name: str, files: str, seat: Seat, *, exercise: bool = False) -> Path | None:
    """Ask where a file of a seat's operation goes, or one of an `exercise` that is prepared there; `None` where nobody wants it.

    A file of an exercise bears the mark in its name, whatever name was typed; one that is there already is not written over then.
    """
    if not (exercise or is_exercise(seat.desk.picture.operation)):
        found, _ = QFileDialog.getSaveFileName(parent, title, name, files)
        return Path(found) if found else None
    found, _ = QFileDialog.getSaveFileName(parent, title, marked_name(name), files)
    typed = Path(found)
    path = typed.with_name(marked_name(typed.name)) if found else None
    if path is not None and path != typed and path.exists():
        seat.notice(Level.REFUSED, say("{file} is there already; choose another name.", file=path.name))
        return None
    return path


def copy_text(text: str, operation: Id) -> None:
    """Put a text that people read on the clipboard; that of an exercise begins with the mark."""
    QGuiApplication.clipboard().setText(marked(text, operation))


def copy_code(code: str) -> None:
    """Put on the clipboard what a machine reads: a code, coordinates, an address. It says nothing of an operation."""
    QGuiApplication.clipboard().setText(code)


def write_rows(path: Path, rows: Iterable[Sequence[object]], mark: str) -> None:
    """Write a table as CSV (UTF-8 with a mark, so that spreadsheets read it), an exercise's under its `mark`. Raises `KnownError`."""
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([*([[mark]] if mark else []), *rows])
    except OSError as error:
        raise KnownError("{file} cannot be written: {why}", file=path.name, why=error.strerror or str(error)) from error


def write_text(path: Path, text: str) -> None:
    """Write a text file. Raises `KnownError`."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise KnownError("{file} cannot be written: {why}", file=path.name, why=error.strerror or str(error)) from error

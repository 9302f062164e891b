"""A paper as plain values: a head, blocks of facts, tables and texts. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter


@dataclass(frozen=True, slots=True)
class Facts:
    """Named values, two pairs to a line; an empty value is a place to write by hand."""

    pairs: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads; title and heads come again on every page. A row of one cell is a heading across all columns."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]
    """Per cent of the width, one for each column."""
    nothing: str = ""
    """Said where there are no rows; empty: three blank rows to write in."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph under a title; empty: room to write."""

    title: str
    text: str
    room: int = 3
    """So many lines are left for the pen, at least."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something painted under a title, across the page and on one page; `paint` is called in the thread that writes the paper."""

    title: str
    paint: Callable[[QPainter, QRectF], None]
    share: float
    """Its height as a share of its width."""


@dataclass(frozen=True, slots=True)
class Card:
    """Blocks that are cut out together: on one page where they fit on one, with a line to cut along below."""

    blocks: Sequence[Facts | Table | Text]


Block = Facts | Table | Text | Drawing | Card


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper."""

    code: str
    """E.g. `ICS 214`; part of the file's name."""
    title: str
    about: str
    """Incident or operation, repeated on every page."""
    blocks: Sequence[Block]
    prepared: str
    """Who prepared it, and when."""
    exercise: bool = False
    language: str = ""
    """Of the words that each page adds (its number, "continued"), `en` or `zh`; empty: the window's."""

"""A paper as plain values: a head, blocks of facts, tables and texts. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

STYLE = """
body { font-size: 9.5pt; color: #000; }
.head { font-size: 10pt; font-weight: bold; margin-top: 10pt; margin-bottom: 3pt; }
p { margin-top: 0; margin-bottom: 4pt; }
td, th { vertical-align: top; }
th { background-color: #e6e6e6; text-align: left; }
.label { color: #444; font-size: 8pt; }
"""


BOX = '<table width="100%" border="1" cellspacing="0" cellpadding="3" style="border-collapse: collapse; border-style: solid; border-color: #777">'


@dataclass(frozen=True, slots=True)
class Facts:
    """Named values, two pairs to a line; an empty value is a place to write by hand."""

    pairs: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads; the heads come again on every page."""

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


Block = Facts | Table | Text


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


def to_html(sheet: Sheet) -> str:
    """Return the body of a paper as the HTML that Qt's text documents understand; everything that people wrote is escaped."""
    return "".join(["<body>", *(_block(block) for block in sheet.blocks), "</body>"])


def _block(block: Block) -> str:
    if isinstance(block, Facts):
        return _facts(block)
    if isinstance(block, Table):
        return _table(block)
    text = "<br>".join(escape(line) for line in block.text.splitlines()) or "&nbsp;<br>&nbsp;<br>&nbsp;"
    return f"<p class='head'>{escape(block.title)}</p>{BOX}<tr><td>{text}</td></tr></table>"


def _facts(block: Facts) -> str:
    cells = [f'<td width="50%"><span class="label">{escape(name)}</span><br>{escape(value) or "&nbsp;"}</td>' for name, value in block.pairs]
    if len(cells) % 2:
        cells.append("<td></td>")
    lines = "".join(f"<tr>{left}{right}</tr>" for left, right in zip(cells[::2], cells[1::2], strict=True))
    return f"{BOX}{lines}</table>"


def _table(block: Table) -> str:
    heads = "".join(f'<th width="{width}%">{escape(head)}</th>' for head, width in zip(block.heads, block.widths, strict=True))
    rows = block.rows or [[block.nothing] + [""] * (len(block.heads) - 1)] if block.rows or block.nothing else [[""] * len(block.heads)] * 3
    lines = "".join("<tr>" + "".join(f"<td>{escape(cell) or '&nbsp;'}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<p class='head'>{escape(block.title)}</p>{BOX}<thead><tr>{heads}</tr></thead>{lines}</table>"

"""The colours of a map style, from the `[map]` table of a theme."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor

from commandcenter.ui.theme import tokens

PAINT_VERSION = 2
"""Raise with every change of the painting; it empties the tile cache."""


@dataclass(frozen=True)
class Palette:
    """Colours by name. Immutable; safe in any thread."""

    name: str
    dark: bool
    colours: dict[str, QColor]
    version: str
    """Changes with any colour and with the painting itself."""

    def __getitem__(self, key: str) -> QColor:
        """Return a colour; a missing one is our own fault and raises `KeyError`."""
        return self.colours[key]

    def mixed(self, key: str, other: str, share: float) -> QColor:
        """Return a colour with a share (0 … 1) of another in it."""
        one, two = self.colours[key], self.colours[other]
        return QColor.fromRgbF(
            one.redF() + (two.redF() - one.redF()) * share,
            one.greenF() + (two.greenF() - one.greenF()) * share,
            one.blueF() + (two.blueF() - one.blueF()) * share,
        )


@cache
def palette(style: str) -> Palette:
    """Return the palette of a theme; `ValueError` for an unknown one."""
    theme = tokens.load(style)
    table = {key: str(value) for key, value in theme.map.items()}
    digest = hashlib.sha256(repr((PAINT_VERSION, sorted(table.items()))).encode()).hexdigest()[:12]
    return Palette(style, theme.dark, {key: QColor(value) for key, value in table.items()}, digest)

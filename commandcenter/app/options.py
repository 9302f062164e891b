"""What the command line says of the window."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

from commandcenter.app.graphics import AUTO, GraphicsMark
from commandcenter.app.home import Home

THEMES = ("light", "dark", "night")
LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in points."""

    width: int
    height: int

    @classmethod
    def read(cls, text: str) -> Size:
        """Read `1440x900`; argparse shows the sentence of the error."""
        match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
        if match is None:
            raise argparse.ArgumentTypeError(f"{text!r} is not a size; write e.g. 1440x900")
        return cls(int(match[1]), int(match[2]))


@dataclass(frozen=True, slots=True)
class DeskOptions:
    """How to open the desk; `None` means as last time."""

    home: Home
    region: str | None = None
    theme: str | None = None
    language: str | None = None
    screenshot: Path | None = None
    size: Size | None = None
    wall: bool = False
    """Only the wall view: map, queue and figures for the room."""
    hub: tuple[str, ...] | None = None
    """The hub's addresses from now on; `None`: as kept."""
    archive: Path | None = None
    """Look at this ended operation instead of working."""
    code: str | None = None
    """The archive's operation code, where its key is not in this home."""
    field: bool = False
    """Only the field window: one unit, big targets."""
    gps: str | None = None
    """The receiver from now on; empty: none; `None`: as kept."""
    graphics: str = AUTO
    """Draw with the graphics card, without it, or without it where it brought the last start down."""

    @property
    def graphics_mark(self) -> GraphicsMark:
        """Return what is known of this computer's graphics card."""
        return GraphicsMark(self.home.root / "graphics-in-doubt")

"""Finds the shipped files, in a clone and when installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def assets_dir() -> Path:
    """Return the folder with styles, icons, page script, translations and shipped data."""
    installed = _PACKAGE / "_assets"
    return installed if installed.is_dir() else _PACKAGE.parent / "assets"


def guide_dir() -> Path:
    """Return the folder with the user guide: one folder of pages for each language, and the pictures."""
    installed = _PACKAGE / "_guide"
    return installed if installed.is_dir() else _PACKAGE.parent / "docs" / "guide"

"""Remembers layout, theme and language in an ini file in the home folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings


class IniSettings:
    """Settings in `HOME/window.ini`; a broken file counts as empty."""

    def __init__(self, path: Path) -> None:
        """Open or create the file."""
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, key: str, default: str = "") -> str:
        """Return a remembered text."""
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def put(self, key: str, value: str) -> None:
        """Remember a text."""
        self._store.setValue(key, value)

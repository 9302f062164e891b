"""What the window of fault reports needs of the app."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class FaultsPort(Protocol):
    """Reports on this computer; they hold no personal data and are sent nowhere."""

    @property
    def folder(self) -> Path:
        """Where they lie."""

    def reports(self) -> list[Path]:
        """Return their files, newest first."""

    def remove(self, path: Path) -> None:
        """Take one away. Raises `OSError`."""

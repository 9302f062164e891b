"""Pictures of the steps of a story: kept when somebody wants to look at them, else not drawn."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget


class Album:
    """A folder of numbered pictures; without a folder it keeps none."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep pictures in a folder, made where needed."""
        self.folder = folder
        self._count = 0

    @property
    def wanted(self) -> bool:
        """Return whether pictures are kept."""
        return self.folder is not None

    def add(self, window: QWidget, name: str) -> None:
        """Keep how a window looks now."""
        if self.folder is not None:
            self._count += 1
            self.folder.mkdir(parents=True, exist_ok=True)
            window.grab().save(str(self.folder / f"{self._count}-{name}.png"))

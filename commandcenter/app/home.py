"""Where the program keeps its things, and the few settings that are no command."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

from commandcenter.model.disk import on_disk
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import ID_BYTES, Id

_NAME_OF_LOG = re.compile(f"[0-9a-f]{{{2 * ID_BYTES}}}")


@dataclass(frozen=True, slots=True)
class Home:
    """The home folder: `--home DIR`, else the platform's user data folder."""

    root: Path

    @classmethod
    def open(cls, root: Path | None = None) -> Home:
        """Make the folder where needed. Raises `KnownError` when it cannot be written."""
        folder = root or Path(platformdirs.user_data_dir("commandcenter", appauthor=False))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "regions").mkdir(exist_ok=True)
            (folder / "operations").mkdir(exist_ok=True)
            (folder / "cache").mkdir(exist_ok=True)
        except OSError as error:
            raise KnownError(
                "The home folder {folder} cannot be used ({why}); choose another with --home.", folder=folder, why=error.strerror
            ) from error
        return cls(folder.resolve())

    @property
    def regions(self) -> Path:
        """Return the folder of region packs."""
        return self.root / "regions"

    @property
    def operations(self) -> Path:
        """Return the folder of command logs."""
        return self.root / "operations"

    def kept_operations(self) -> list[Id]:
        """Return the operations whose logs lie here, but not those that were put away."""
        return sorted(Id(folder.name) for folder in self.operations.iterdir() if _NAME_OF_LOG.fullmatch(folder.name))

    @property
    def cache(self) -> Path:
        """Return the folder of what can be made again."""
        return self.root / "cache"

    def setting(self, name: str) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return a setting or `None`."""
        return self._settings().get(name)

    def keep(self, name: str, value: Any) -> None:  # noqa: ANN401 - whatever JSON holds
        """Keep a setting; the file is replaced whole, so that a power cut leaves the old or the new one.

        Raises `KnownError` when the disk takes none.
        """
        settings = {**self._settings(), name: value}
        path, new = self.root / "settings.json", self.root / "settings.json.new"
        with on_disk(path):
            new.write_text(json.dumps(settings, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
            new.replace(path)

    def _settings(self) -> dict[str, Any]:
        path = self.root / "settings.json"
        if not path.exists():
            return {}
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise KnownError(
                "The settings file {path} cannot be read ({why}); mend it or delete it to start with defaults.", path=path, why=error
            ) from error
        return found if isinstance(found, dict) else {}

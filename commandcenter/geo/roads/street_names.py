"""Street names of a region by number, in the map's own language and in those it is translated to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

_LOCAL, _TRANSLATED = "names.json", "names_translated.json"
_NONE: Mapping[str, str] = {}


class StreetNames:
    """Collected by an import with `row`, then read by number; number 0 is the empty name. Reading is safe in any thread."""

    def __init__(self) -> None:
        """Start with the empty name."""
        self._local: list[str] = []
        self._translated: dict[int, dict[str, str]] = {}
        self._rows: dict[tuple[str, tuple[tuple[str, str], ...]], int] = {}
        self.row("", {})

    def row(self, local: str, translated: Mapping[str, str]) -> int:
        """Return the number of a name with its translations by language; streets that share both share it."""
        key = local, tuple(sorted(translated.items()))
        if key not in self._rows:
            self._rows[key] = number = len(self._local)
            self._local.append(local)
            if translated:
                self._translated[number] = dict(translated)
        return self._rows[key]

    def local(self, row: int) -> str:
        """Return a name as the map has it."""
        return self._local[row]

    def translated(self, row: int) -> Mapping[str, str]:
        """Return its translations by language."""
        return self._translated.get(row, _NONE)

    def save(self, folder: Path) -> None:
        """Write both files of a pack's `roads` folder."""
        (folder / _LOCAL).write_text(json.dumps(self._local, ensure_ascii=False), "utf-8")
        (folder / _TRANSLATED).write_text(json.dumps(self._translated, ensure_ascii=False), "utf-8")

    @staticmethod
    def open(folder: Path) -> StreetNames:
        """Read them; packs of before translations lack the second file. Raises `OSError` or `ValueError`."""
        names = StreetNames()
        names._local = json.loads((folder / _LOCAL).read_text("utf-8"))
        if (folder / _TRANSLATED).exists():
            names._translated = {int(row): texts for row, texts in json.loads((folder / _TRANSLATED).read_text("utf-8")).items()}
        return names

"""Names of map features in several languages, stored once each and read without loading the table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from commandcenter.geo.importing.translations import translations

LANGUAGES = ("local", "en", "zh")
_MAX_CHARS = 120


class NameTable:
    """Collects names during an import; row 0 is the empty name."""

    def __init__(self) -> None:
        """Start with the empty name."""
        self._texts: dict[str, int] = {"": 0}
        self._rows: dict[tuple[int, ...], int] = {(0,) * len(LANGUAGES): 0}

    def row(self, names: tuple[str, ...]) -> int:
        """Return the row of (local, en, zh); an absent translation is empty."""
        key = tuple(self._texts.setdefault(text[:_MAX_CHARS], len(self._texts)) for text in names)
        return self._rows.setdefault(key, len(self._rows))

    def of_tags(self, tags: Mapping[str, str]) -> int:
        """Return the row of a feature's names, 0 when it has none."""
        local = tags.get("name", "")
        if not local:
            return 0
        others = translations(tags, local)
        return self.row((local, *(others.get(language, "") for language in LANGUAGES[1:])))

    def of_text(self, text: str) -> int:
        """Return the row of a text that is the same in all languages."""
        return self.row((text, *([""] * (len(LANGUAGES) - 1))))

    def write(self, folder: Path) -> None:
        """Write the table."""
        encoded = [text.encode() for text in self._texts]
        ends = np.cumsum([len(data) for data in encoded], dtype=np.uint32)
        (folder / "texts.bin").write_bytes(b"".join(encoded) or b"\0")
        np.save(folder / "text_ends.npy", ends)
        np.save(folder / "names.npy", np.array(list(self._rows), np.uint32).reshape(-1, len(LANGUAGES)))


class Names:
    """Reads names by row and language. Safe in any thread."""

    def __init__(self, folder: Path) -> None:
        """Map the table; raises `OSError` or `ValueError` where it is damaged."""
        self._data = np.asarray(np.memmap(folder / "texts.bin", np.uint8, "r"))
        self._ends = np.asarray(np.load(folder / "text_ends.npy", mmap_mode="r"))
        self._rows = np.asarray(np.load(folder / "names.npy", mmap_mode="r"))

    def text(self, row: int, language: str = "local") -> str:
        """Return a name, in the local language where the wanted one is missing."""
        texts = self._rows[row]
        return self._at(int(texts[LANGUAGES.index(language)])) or self._at(int(texts[0]))

    def _at(self, text: int) -> str:
        first = int(self._ends[text - 1]) if text else 0
        return self._data[first : int(self._ends[text])].tobytes().decode(errors="replace")

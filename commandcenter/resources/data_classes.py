"""What is collected, why, whose it is, who may see it and how long it is kept; read from `assets/catalogue/data_classes.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from commandcenter.model.assets import assets_dir
from commandcenter.model.entries import Section
from commandcenter.model.errors import KnownError

DATA_CLASSES_FILE = "data_classes.csv"
DAY_MS = 86_400_000
_COLUMNS = ("code", "en", "zh", "purpose_en", "purpose_zh", "owner_en", "owner_zh", "section", "kinds", "roles", "keep_days")


@dataclass(frozen=True, slots=True)
class DataClass:
    """One row of the data catalogue. Texts are by language (`en`, `zh`)."""

    code: str
    names: Mapping[str, str]
    purposes: Mapping[str, str]
    owners: Mapping[str, str]
    section: str
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    """Who may see it; `all`: everybody in the operation."""
    keep_days: int
    """0: as long as the operation."""

    @property
    def personal(self) -> bool:
        """Return whether it is about persons and can be erased."""
        return self.section != Section.OP

    def due(self, written_ms: int, now_ms: int) -> bool:
        """Return whether what was written then (ms since the epoch) has been kept as long as it may be."""
        return self.keep_days > 0 and now_ms - written_ms >= self.keep_days * DAY_MS


def may_see(code: str, roles: Iterable[str]) -> bool:
    """Return whether people of these roles may see a class of data, by the catalogue that is in force."""
    found = next((data for data in default_data_classes() if data.code == code), None)
    return found is None or found.roles == ("all",) or not set(found.roles).isdisjoint(roles)


@lru_cache
def default_data_classes() -> tuple[DataClass, ...]:
    """Return the classes that the product ships with, or the agency's own in their place."""
    return load_data_classes(assets_dir() / "catalogue" / DATA_CLASSES_FILE)


def load_data_classes(path: Path) -> tuple[DataClass, ...]:
    """Read a file; `KnownError` naming the line and the fault when it is not complete."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError("The file {file} cannot be read: {why}.", file=path.name, why=str(error)) from error
    rows = csv.DictReader(line for line in lines if line and not line.startswith("#"))
    if tuple(rows.fieldnames or ()) != _COLUMNS:
        raise KnownError("{file}: {why}.", file=path.name, why="its columns are " + ", ".join(_COLUMNS))
    return tuple(_data_class(path, row) for row in rows)


def _data_class(path: Path, row: Mapping[str, str]) -> DataClass:
    texts = [{language: row[f"{name}{language}"] for language in ("en", "zh")} for name in ("", "purpose_", "owner_")]
    if row["section"] not in set(Section) or not row["keep_days"].isdecimal() or not all(text.strip() for text in row.values()):
        raise KnownError("{file}: {why}.", file=path.name, why=f"the row {row['code']!r} is not complete")
    kinds, roles = tuple(row["kinds"].split()), tuple(row["roles"].split())
    return DataClass(row["code"], texts[0], texts[1], texts[2], row["section"], kinds, roles, int(row["keep_days"]))

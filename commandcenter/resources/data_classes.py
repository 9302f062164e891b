"""What is collected, why, whose it is, who may see it and how long it is kept; read from `assets/catalogue/data_classes.csv`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from commandcenter.model.entries import Kind, Section
from commandcenter.model.errors import KnownError
from commandcenter.model.rights import Role
from commandcenter.model.sentences import Sentence, say
from commandcenter.resources.tables import Row, read_unique

DATA_CLASSES_FILE = "data_classes.csv"
DAY_MS = 86_400_000
CALLER = "caller"
"""The class that says who sees callers; a catalogue without it is refused."""
EVERYBODY = "all"
BESIDE = ("position", "fault_report", "pin")
"""What is kept beside the log, each on its own computer; no kind of entry."""
_COLUMNS = ("code", "en", "zh", "purpose_en", "purpose_zh", "owner_en", "owner_zh", "section", "kinds", "roles", "keep_days")
_MOST_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class DataClass:
    """One row of the data catalogue. Texts are by language (`en`, `zh`)."""

    code: str
    names: Mapping[str, str]
    purposes: Mapping[str, str]
    owners: Mapping[str, str]
    section: Section
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    """Who may see it; `all`: everybody in the operation."""
    keep_days: int
    """0: as long as the operation."""

    @property
    def personal(self) -> bool:
        """Return whether it is about persons and can be erased."""
        return self.section != Section.OP

    @property
    def beside(self) -> bool:
        """Return whether it is kept beside the log and never leaves with it."""
        return all(kind in BESIDE for kind in self.kinds)

    def due(self, written_ms: int, now_ms: int) -> bool:
        """Return whether what was written then (ms since the epoch) has been kept as long as it may be."""
        return self.keep_days > 0 and now_ms - written_ms >= self.keep_days * DAY_MS

    def seen_by(self, roles: Iterable[str]) -> bool:
        """Return whether people of these roles may see it."""
        return self.roles == (EVERYBODY,) or not set(self.roles).isdisjoint(roles)


def load_data_classes(path: Path) -> dict[str, DataClass]:
    """Read a file; `KnownError` names file, line and column of the first fault, or that the class of callers is missing."""
    classes = {row.text("code"): _data_class(row) for row in read_unique(path, _COLUMNS)}
    if CALLER not in classes:
        raise KnownError("{file}: the class “{code}” is missing; it says who may see callers.", file=path.name, code=CALLER)
    return classes


def _data_class(row: Row) -> DataClass:
    names, purposes, owners = ({language: row.text(f"{name}{language}") for language in ("en", "zh")} for name in ("", "purpose_", "owner_"))
    return DataClass(
        row.text("code"),
        names,
        purposes,
        owners,
        section=row.parse("section", Section, say("one of the sections op, pii and med")),
        kinds=_words(row, "kinds", {*Kind, *BESIDE}, say("kind of entry")),
        roles=(EVERYBODY,) if row.text("roles") == EVERYBODY else _words(row, "roles", set(Role), say("role")),
        keep_days=row.number("keep_days", 0, _MOST_DAYS),
    )


def _words(row: Row, column: str, known: Collection[str], what: Sentence) -> tuple[str, ...]:
    found = tuple(row.text(column).split())
    for word in found:
        if word not in known:
            raise row.fault(column, say("there is no {what} “{value}”", what=what, value=word))
    return found

"""Reads the catalogue's CSV and TOML files; every fault names file and row."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import Sentence, say

T = TypeVar("T")

_OTHER_TABLE = re.compile(r"\s*\[\[?\w")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with where it stands."""

    file: str
    line: int
    cells: Mapping[str, str]

    def fault(self, column: str, why: Sentence) -> KnownError:
        """Return the error for a cell that is not as it must be."""
        return KnownError("{file}, line {line}, column {column}: {why}", file=self.file, line=self.line, column=column, why=why)

    def text(self, column: str) -> str:
        """Return a cell that must not be empty."""
        value = self.cells[column].strip()
        if not value:
            raise self.fault(column, say("a value is missing"))
        return value

    def parse(self, column: str, to: Callable[[str], T], what: Sentence) -> T:
        """Return a cell converted by `to`; `what` says what was expected."""
        value = self.text(column)
        try:
            return to(value)
        except ValueError as error:
            raise self.fault(column, say("“{value}” is not {what}", value=value, what=what)) from error

    def number(self, column: str, least: int, most: int) -> int:
        """Return a whole number within bounds."""
        value = self.parse(column, int, say("a whole number"))
        if not least <= value <= most:
            raise self.fault(column, say("{value} is not within {least} and {most}", value=value, least=least, most=most))
        return value

    def one_of(self, column: str, known: Mapping[str, object], what: Sentence) -> str:
        """Return a cell that must name something known."""
        value = self.text(column)
        if value not in known:
            raise self.fault(column, say("there is no {what} “{value}”", what=what, value=value))
        return value


def read_csv(path: Path, columns: Sequence[str], optional: Sequence[str] = ()) -> Iterator[Row]:
    """Yield the rows of a comma-separated UTF-8 file; lines that start with `#` are remarks; `optional` columns may be missing at the end."""
    lines = [(n, line) for n, line in enumerate(read_text(path).splitlines(), start=1) if line.strip() and not line.startswith("#")]
    numbers = [n for n, _ in lines]
    rows = list(csv.reader(io.StringIO("\n".join(line for _, line in lines))))
    if rows and rows[0] == [*columns, *optional]:
        columns, optional = rows[0], ()
    if not rows or rows[0] != list(columns):
        raise KnownError("{file}: the first row must be {columns}.", file=path.name, columns=",".join(columns))
    for line, row in zip(numbers[1:], rows[1:], strict=False):
        if len(row) != len(columns):
            raise KnownError(
                "{file}, line {line}: {found} columns instead of {expected}.", file=path.name, line=line, found=len(row), expected=len(columns)
            )
        yield Row(path.name, line, dict(zip((*columns, *optional), (*row, *("" for _ in optional)), strict=True)))


def read_unique(path: Path, columns: Sequence[str], optional: Sequence[str] = ()) -> Iterator[Row]:
    """Yield rows as `read_csv`; the first column is a code that may stand only once."""
    seen: dict[str, int] = {}
    for row in read_csv(path, columns, optional):
        code = row.text(columns[0])
        if code in seen:
            raise row.fault(columns[0], say("“{code}” stands already in line {first}", code=code, first=seen[code]))
        seen[code] = row.line
        yield row


@dataclass(frozen=True, slots=True)
class Item:
    """One `[[name]]` table of a TOML file, with where it stands."""

    file: str
    line: int
    raw: Mapping[str, Any]
    lines: tuple[str, ...]
    """Its lines as written, the header first."""

    def is_a(self, name: str) -> bool:
        """Return whether its header is `[[name]]`."""
        return self.lines[0].partition("#")[0].strip().strip("[] ") == name

    def fault(self, name: str, why: Sentence) -> KnownError:
        """Return the error for a key that is not as it must be; the line is the key's own where it can be found."""
        return KnownError("{file}, line {line}, {name}: {why}", file=self.file, line=self.line_of(name), name=name, why=why)

    def line_of(self, name: str) -> int:
        """Return the line in which a key (`days`, `add.tier1`) is first written, else that of the table."""
        for part in reversed(name.split(".")):
            written = re.compile(rf"(^|[\s{{,.\[\"]){re.escape(part)}\"?\s*[=\].]")
            found = next((n for n, line in enumerate(self.lines) if written.search(line)), None)
            if found is not None:
                return self.line + found
        return self.line

    def only(self, *known: str) -> None:
        """Raise the error for the first key that is not known."""
        for name in self.raw:
            if name not in known:
                raise self.fault(name, say("“{name}” is not known here", name=name))

    def text(self, name: str) -> str:
        """Return a text that must not be empty."""
        value = self.raw.get(name)
        if not isinstance(value, str) or not value.strip():
            raise self.fault(name, say("{name} is missing", name=name))
        return value.strip()

    def texts(self, name: str, known: Collection[str], what: Sentence) -> tuple[str, ...]:
        """Return a list of texts, each of which must name something known; empty where the key is missing."""
        value = self.raw.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.fault(name, say("{name} must be a list of texts", name=name))
        for one in value:
            if one not in known:
                raise self.fault(name, say("there is no {what} “{value}”", what=what, value=one))
        return tuple(value)

    def flag(self, name: str) -> bool | None:
        """Return true or false, `None` where the key is missing."""
        value = self.raw.get(name)
        if value is not None and not isinstance(value, bool):
            raise self.fault(name, say("{name} must be true or false", name=name))
        return value

    def number(self, name: str, least: float, most: float) -> float | None:
        """Return a number within bounds, `None` where the key is missing."""
        value = self.raw.get(name)
        if value is not None and (type(value) not in (int, float) or not least <= value <= most):
            raise self.fault(name, say("{name} must be a number from {least} to {most}", name=name, least=least, most=most))
        return None if value is None else float(value)

    def whole(self, name: str, least: int, most: int) -> int | None:
        """Return a whole number within bounds, `None` where the key is missing."""
        value = self.raw.get(name)
        if value is not None and (type(value) is not int or not least <= value <= most):
            raise self.fault(name, say("{name} must be a whole number from {least} to {most}", name=name, least=least, most=most))
        return value


def read_tables(path: Path, *names: str) -> dict[str, Item]:
    """Return the `[name]` tables of a TOML file that knows exactly these (`unit`, `unit.next`); one that is not there is empty, at line 1."""
    raw, lines = _parsed(path)
    other = next((name for name in raw if name not in {known.partition(".")[0] for known in names}), None)
    if other is not None:
        raise KnownError("{file}: “{name}” is not known here.", file=path.name, name=other)
    found: dict[str, Item] = {}
    for name in names:
        table: Any = raw
        for part in name.split("."):
            table = table.get(part, {}) if isinstance(table, dict) else {}
        inner = {known.removeprefix(f"{name}.") for known in names if known.startswith(f"{name}.")}
        plain = {key: value for key, value in table.items() if key not in inner} if isinstance(table, dict) else {}
        header = re.compile(rf"\s*\[\s*{re.escape(name)}\s*\]\s*(#.*)?")
        start = next((n for n, line in enumerate(lines) if header.fullmatch(line)), 0)
        end = next((n for n in range(start + 1, len(lines)) if _OTHER_TABLE.match(lines[n])), len(lines))
        found[name] = Item(path.name, start + 1, plain, tuple(lines[start:end]))
    return found


def read_named_tables(path: Path, *groups: str) -> dict[str, dict[str, Item]]:
    """Return the `[group.name]` tables of a TOML file by group and name; tables within them belong to their lines."""
    raw, lines = _parsed(path)
    found: dict[str, dict[str, Item]] = {group: {} for group in groups}
    for group, tables in raw.items():
        if group not in found:
            raise KnownError("{file}: “{name}” is not known here.", file=path.name, name=group)
        for name, table in tables.items() if isinstance(tables, dict) else ((group, None),):
            header = re.compile(rf"\s*\[\s*{group}\.{re.escape(name)}\s*\]\s*(#.*)?")
            start = next((n for n, line in enumerate(lines) if header.fullmatch(line)), None)
            if start is None or not isinstance(table, dict):
                raise KnownError("{file}: each {name} must begin with a line [{name}.NAME].", file=path.name, name=group)
            inner = f"[{group}.{name}."
            end = next((n for n in range(start + 1, len(lines)) if _OTHER_TABLE.match(lines[n]) and inner not in lines[n]), len(lines))
            found[group][name] = Item(path.name, start + 1, table, tuple(lines[start:end]))
    return found


def _parsed(path: Path) -> tuple[dict[str, Any], list[str]]:
    text = read_text(path)
    try:
        return tomllib.loads(text), text.splitlines()
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        if at is not None:
            raise KnownError("{file}, line {line}: {why}.", file=path.name, line=int(at[1]), why=str(error)) from error
        raise KnownError("{file}: {why}.", file=path.name, why=str(error)) from error


def read_toml(path: Path, *names: str) -> tuple[dict[str, Any], list[Item]]:
    """Return a TOML file's other keys, and its `[[name]]` tables of these names in the order in which they are written."""
    raw, lines = _parsed(path)
    items: list[Item] = []
    for name in names:
        tables = raw.pop(name, [])
        header = re.compile(rf"\s*\[\[\s*{re.escape(name)}\s*\]\]\s*(#.*)?")
        starts = [n for n, line in enumerate(lines) if header.fullmatch(line)]
        if not isinstance(tables, list) or len(starts) != len(tables):
            raise KnownError("{file}: each {name} must begin with a line [[{name}]].", file=path.name, name=name)
        for start, table in zip(starts, tables, strict=True):
            end = next((n for n in range(start + 1, len(lines)) if _OTHER_TABLE.match(lines[n]) and f"[{name}." not in lines[n]), len(lines))
            items.append(Item(path.name, start + 1, table, tuple(lines[start:end])))
    return raw, sorted(items, key=lambda item: item.line)


def read_text(path: Path) -> str:
    """Return a file's UTF-8 text; `KnownError` when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise KnownError("The file {file} cannot be read: {why}.", file=path.name, why=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise KnownError("The file {file} is not UTF-8 text.", file=path.name) from error

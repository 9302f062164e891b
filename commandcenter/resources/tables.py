"""Reads the catalogue's CSV and TOML files; every fault names file and row."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import Sentence, say

T = TypeVar("T")


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


def read_csv(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a comma-separated UTF-8 file; lines that start with `#` are remarks."""
    lines = [(n, line) for n, line in enumerate(read_text(path).splitlines(), start=1) if line.strip() and not line.startswith("#")]
    numbers = [n for n, _ in lines]
    rows = list(csv.reader(io.StringIO("\n".join(line for _, line in lines))))
    if not rows or rows[0] != list(columns):
        raise KnownError("{file}: the first row must be {columns}.", file=path.name, columns=",".join(columns))
    for line, row in zip(numbers[1:], rows[1:], strict=False):
        if len(row) != len(columns):
            raise KnownError(
                "{file}, line {line}: {found} columns instead of {expected}.", file=path.name, line=line, found=len(row), expected=len(columns)
            )
        yield Row(path.name, line, dict(zip(columns, row, strict=True)))


def read_unique(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Yield rows as `read_csv`; the first column is a code that may stand only once."""
    seen: dict[str, int] = {}
    for row in read_csv(path, columns):
        code = row.text(columns[0])
        if code in seen:
            raise row.fault(columns[0], say("“{code}” stands already in line {first}", code=code, first=seen[code]))
        seen[code] = row.line
        yield row


def read_toml_items(path: Path, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each `[[name]]` table of a TOML file with the line its header stands in."""
    text = read_text(path)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KnownError("{file}: {why}.", file=path.name, why=str(error)) from error
    items = raw.get(name)
    if not isinstance(items, list):
        raise KnownError("{file}: there is no [[{name}]].", file=path.name, name=name)
    headers = [n for n, line in enumerate(text.splitlines(), start=1) if line.strip() == f"[[{name}]]"]
    yield from zip(headers, items, strict=True)


def read_text(path: Path) -> str:
    """Return a file's UTF-8 text; `KnownError` when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise KnownError("The file {file} cannot be read: {why}.", file=path.name, why=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise KnownError("The file {file} is not UTF-8 text.", file=path.name) from error

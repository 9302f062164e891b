"""A scenario while it is being written: every cell as its author left it, unreadable ones too; each step can be taken back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from commandcenter.exercise.folder import HEAD, SHEETS, read_head, sheet_of
from commandcenter.exercise.moments import written, zone_of
from commandcenter.exercise.msel import FIELDS, Row, read_injects, read_rows, write_rows
from commandcenter.exercise.own_resources import Tables, commands_of, read_tables, write_tables
from commandcenter.exercise.scenario import Scenario, Text
from commandcenter.model.errors import KnownError, Refused
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.csv_tables import ImportIssue, Report

SHEET = SHEETS[0]
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
FIRST_ROW = 2
"""Of the sheet: row 1 names the columns."""
MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """One state of a scenario being written. Plain values."""

    head: Scenario
    """All but injects and resources."""
    rows: tuple[Row, ...] = ()
    source: Path | None = None
    """The folder whose other resource files go with it."""
    issues: tuple[ImportIssue, ...] = ()
    """What could not be read of the files it came from."""
    tables: Tables = field(default_factory=dict)
    """Its own units, stations and depots."""

    def scenario(self) -> Scenario:
        """Return it without its resources; what cannot be read is among its issues, by the row it would be written to."""
        report = Report(SHEET)
        injects = read_injects(enumerate(self.rows, start=FIRST_ROW), self.head.start_ms, report, zone_of(self.head.zone))
        return replace(self.head, injects=injects, issues=(*self.issues, *report.issues), digest="")

    def whole(self, catalogue: Catalogue) -> Scenario:
        """Return it as it would be played, with what is wrong with its resources too. Any thread but the window's. Raises `KnownError`."""
        written = self.scenario()
        commands, issues = commands_of(self.tables, self.source, catalogue)
        return replace(written, resources=commands, issues=(*written.issues, *issues))

    def put(self, row: int, /, **cells: str) -> Draft:
        """Return it with some cells of a row changed."""
        rows = list(self.rows)
        rows[row] = {**rows[row], **cells}
        return replace(self, rows=tuple(rows))

    def add(self, after: int, **cells: str) -> Draft:
        """Return it with a new row after another (-1: first)."""
        new = dict.fromkeys(FIELDS, "") | {"number": self.free_number(), "weight": "1"} | cells
        return replace(self, rows=(*self.rows[: after + 1], new, *self.rows[after + 1 :]))

    def copy(self, row: int) -> Draft:
        """Return it with a row twice, the second under a new number."""
        return replace(self, rows=(*self.rows[: row + 1], {**self.rows[row], "number": self.free_number()}, *self.rows[row + 1 :]))

    def remove(self, row: int) -> Draft:
        """Return it without a row."""
        return replace(self, rows=(*self.rows[:row], *self.rows[row + 1 :]))

    def move_to(self, row: int, offset_ms: int) -> Draft:
        """Return it with an inject at another time after the start (or after its trigger)."""
        return self.put(row, time=written(max(0, offset_ms)))

    def free_number(self) -> str:
        """Return the next whole number that no inject has."""
        taken = {row["number"] for row in self.rows}
        return str(next(n for n in range(max((int(t) for t in taken if t.isdecimal()), default=0) + 1, 10**6) if str(n) not in taken))


@dataclass(slots=True)
class History:
    """Drafts one after the other: undo and redo. One thread."""

    present: Draft
    _past: list[Draft] = field(default_factory=list)
    _future: list[Draft] = field(default_factory=list)
    saved: Draft | None = None
    """The state that lies on the disk."""

    def do(self, draft: Draft) -> bool:
        """Go on with another state; return whether it is another."""
        if draft == self.present:
            return False
        self._past = [*self._past, self.present][-MOST_STEPS:]
        self._future.clear()
        self.present = draft
        return True

    def undo(self) -> bool:
        """Take the last step back; return whether there was one."""
        if self._past:
            self._future.append(self.present)
            self.present = self._past.pop()
            return True
        return False

    def redo(self) -> bool:
        """Take the last step that was taken back again."""
        if self._future:
            self._past.append(self.present)
            self.present = self._future.pop()
            return True
        return False

    @property
    def changed(self) -> bool:
        """Return whether something is not on the disk."""
        return self.present is not self.saved


def new_draft(name: str, region: str, start_ms: int) -> Draft:
    """Return an empty scenario of one hour."""
    return Draft(Scenario(name, Text({"en": name}), Text(), region, start_ms, 60.0, 1, (), rings=True))


def read_draft(folder: Path) -> Draft:
    """Read a scenario for writing. Raises `KnownError`."""
    head, sheet = read_head(folder), sheet_of(folder)
    report = Report(sheet.name if sheet else SHEET)
    rows = read_rows(sheet, report) if sheet else ()
    return Draft(replace(head, issues=()), tuple(row for _, row in rows), folder, (*head.issues, *report.issues), read_tables(folder))


def write_draft(folder: Path, draft: Draft) -> None:
    """Write a scenario: all files beside the old ones first, then in their place. Raises `KnownError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_tables(folder, draft.tables, draft.source)
        sheet, head = folder / f"new-{SHEET}", folder / f"new-{HEAD}"
        write_rows(sheet, draft.rows, mark="")
        head.write_text(toml_of(draft.head), encoding="utf-8")
        sheet.replace(folder / SHEET)
        head.replace(folder / HEAD)
        (folder / SHEETS[1]).unlink(missing_ok=True)
    except OSError as error:
        raise KnownError("The scenario cannot be written to {folder}: {why}.", folder=str(folder), why=error.strerror or str(error)) from error


def checked_name(name: str) -> str:
    """Return a name that a folder of its own may have. Raises `Refused`."""
    if _NAME.fullmatch(name) is None:
        raise Refused("A scenario's short name has small Latin letters, digits and hyphens only, at most 64: storm-drill-2.")
    return name


def toml_of(head: Scenario) -> str:
    """Return the file `scenario.toml`."""
    return "\n".join(_lines(head)) + "\n"


def _lines(head: Scenario) -> Iterator[str]:
    yield f"id = {_quoted(head.id)}"
    yield f"region = {_quoted(head.region)}"
    yield f"start = {datetime.fromtimestamp(head.start_ms / 1000, UTC):%Y-%m-%dT%H:%M:%SZ}"
    if head.zone != "UTC":
        yield f"zone = {_quoted(head.zone)}"
    yield f"minutes = {head.minutes:g}"
    yield f"seed = {head.seed}"
    if head.guided:
        yield "guided = true"
    for name, text in (("name", head.name), ("summary", head.summary)):
        yield from ("", f"[{name}]", *_texts(text.by_language))
    yield from ("", "[player]", f"accept_after_s = {head.accept_after_s:g}", f"answer_after_s = {head.answer_after_s:g}")
    if not head.rings:
        yield "rings = false"
    if head.callsigns:
        yield from ("", "[resources]", f"callsigns = [{', '.join(map(_quoted, head.callsigns))}]")
    for objective in head.objectives:
        yield from ("", "[[objectives]]", f"code = {_quoted(objective.code)}", f"capability = {_quoted(objective.capability)}")
        yield from _texts(objective.text.by_language)
    for step in head.guide:
        yield from ("", "[[guide]]", *_texts(step.text.by_language), f"about = {_quoted(step.about)}")
        yield f"until = {_quoted('; '.join(map(str, step.until)))}"
        if step.help:
            yield f"help = {{ {', '.join(_texts(step.help.by_language))} }}"


def _texts(by_language: Mapping[str, str]) -> Iterator[str]:
    return (f"{language} = {_quoted(text)}" for language, text in by_language.items())


def _quoted(text: str) -> str:
    """Return a TOML string: its escapes are JSON's; DEL must be escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

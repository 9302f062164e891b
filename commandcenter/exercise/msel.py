"""The MSEL: injects as rows of a sheet, in and out. A row that cannot be read is reported by row and column; the rest loads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from pathlib import Path

from commandcenter.exercise.column_words import COLUMN_SAID
from commandcenter.exercise.further import parse_further
from commandcenter.exercise.moments import offset_ms, relative_ms, written
from commandcenter.exercise.rules import parse_rules
from commandcenter.exercise.scenario import LANGUAGES, Further, Inject, InjectKind, Rule, Text, Trigger, When
from commandcenter.exercise.sheet import read_sheet, write_sheet
from commandcenter.model.errors import Refused
from commandcenter.model.marks import MARK
from commandcenter.model.sentences import say
from commandcenter.resources.csv_tables import ImportIssue, Line, Report

TEXTS = ("synopsis", "inject", "expected")
"""Columns that may stand once per language, as `synopsis_en`, `synopsis_zh`."""
COLUMNS: Mapping[str, Sequence[str]] = {
    "number": ("number", "inject number", "event number", "no", "#", "编号", "序号"),
    "time": ("scenario time", "time", "exercise time", "场景时间", "时间"),
    "kind": ("kind", "inject kind", "inject type", "event type", "种类", "类型"),
    "synopsis": ("synopsis", "event synopsis", "summary", "title", "梗概", "摘要"),
    "inject": ("inject", "message", "event description", "detailed statement", "注入", "注入内容"),
    "method": ("method", "delivery method", "inject mode", "means", "方式", "注入方式"),
    "from": ("from", "sender", "发送方", "来自"),
    "to": ("to", "recipient", "接收方", "送至"),
    "controller": ("responsible controller", "controller", "导调员", "控制员"),
    "player": ("intended player", "player", "recipient player", "target player", "参演者", "受训者"),
    "expected": ("expected response", "expected action", "expected outcome", "expected player action", "预期响应", "预期行动"),
    "objective": ("objective", "objective/capability", "capability", "objectives", "目标", "目标/能力"),
    "note": ("evaluator note", "note", "notes", "remarks", "评估员备注", "备注"),
    "trigger": ("trigger", "triggered by", "触发", "触发条件"),
    "deadline": ("deadline", "due", "期限"),
    "match": ("match rule", "match", "匹配规则"),
    "weight": ("score weight", "weight", "权重", "分值"),
    "type": ("incident type", "事件类型"),
    "place": ("place", "location", "address", "地点", "地址"),
    "unit": ("unit", "callsign", "单位", "呼号"),
    "details": ("details", "data", "细节"),
    "further": ("further effects", "further", "also", "其他效果"),
}
"""Our name → the names a sheet may use; the first is the one we write."""
_MOST_WEIGHT = 1000.0
_WHEN = re.compile(r"(fired|after|missing)\s+(\S+)", re.IGNORECASE)


Row = Mapping[str, str]
"""One row as text, by the names of `FIELDS`."""
FIELDS: Sequence[str] = tuple(f"{name}_{language}" if language else name for name in COLUMNS for language in (LANGUAGES if name in TEXTS else ("",)))
"""Every column as it is edited and written: texts once per language."""


def read_msel(path: Path, start_ms: int, report: Report, zone: tzinfo = UTC) -> tuple[Inject, ...]:
    """Return the injects of a sheet, CSV or XLSX; its times of day are of `zone`. Raises `KnownError` for a dangerous or damaged file."""
    return read_injects(read_rows(path, report), start_ms, report, zone)


def read_rows(path: Path, report: Report) -> tuple[tuple[int, Row], ...]:
    """Return the rows of a sheet under our names, each with its number, as they are written there. Raises `KnownError`."""
    rows = read_sheet(path, report)
    header = next((row for row in rows if len(_places(row[1])) >= 3), None)
    if header is None:
        report.add(1, "number", "", say("This column is missing; the first row must name the columns."))
        return ()
    places = _places(header[1])
    missing = [name for name in ("number", "time") if name not in places]
    for name in missing:
        report.add(header[0], name, ", ".join(header[1])[:200], say("This column is missing; the first row must name the columns."))
    if missing:
        return ()
    return tuple((number, _fields(cells, places)) for number, cells in rows if number > header[0])


def _fields(cells: Sequence[str], places: Mapping[str, int]) -> Row:
    """Return one row by `FIELDS`; a text that stands once is English."""
    found = {name: cells[n] if n < len(cells) else "" for name, n in places.items()}
    for name in TEXTS:
        found[f"{name}_{LANGUAGES[0]}"] = found.get(f"{name}_{LANGUAGES[0]}") or found.pop(name, "")
    return {name: found.get(name, "") for name in FIELDS}


def read_injects(rows: Iterable[tuple[int, Row]], start_ms: int, report: Report, zone: tzinfo = UTC) -> tuple[Inject, ...]:
    """Return the injects of rows; one that cannot be read, or stands twice, goes to the report by row and column."""
    seen: set[str] = set()
    found = []
    for number, cells in rows:
        line = Line(number, cells, report)
        before = len(report.issues)
        inject = _Reader(line, start_ms, zone).inject()
        if inject is None or len(report.issues) > before:
            continue
        if inject.number in seen:
            line.issue("number", say("This stands twice; the first one counts."))
            continue
        seen.add(inject.number)
        found.append(inject)
    return tuple(found)


def _places(header: Sequence[str]) -> dict[str, int]:
    """Return where each column stands, by our names (`synopsis_zh` for a translated one)."""
    given = {re.sub(r"[\s_]+", " ", name.strip().casefold()): n for n, name in reversed(list(enumerate(header)))}
    found: dict[str, int] = {}
    for ours, aliases in COLUMNS.items():
        place = next((given[alias] for alias in (*aliases, ours) if alias in given), None)
        if place is not None:
            found[ours] = place
        for language in LANGUAGES if ours in TEXTS else ():
            translated = next((given[f"{alias} {language}"] for alias in (*aliases, ours) if f"{alias} {language}" in given), None)
            if translated is not None:
                found[f"{ours}_{language}"] = translated
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    line: Line
    start_ms: int
    zone: tzinfo

    def inject(self) -> Inject | None:
        """Return the row's inject; what is wrong goes to the report."""
        get = self.line.get
        number, kind, trigger = self.line.required("number"), self._kind(), self._trigger()
        offset = self._offset(trigger)
        weight = self.line.number_in("weight", 0, _MOST_WEIGHT) if get("weight") else 1.0
        match, deadline = self._match(), self._deadline()
        if number is None or kind is None or offset is None or weight is None:
            return None
        return Inject(
            number=number,
            row=self.line.number,
            kind=kind,
            time=get("time"),
            offset_ms=offset,
            synopsis=self._text("synopsis"),
            inject=self._text("inject"),
            method=get("method"),
            sender=get("from"),
            to=get("to"),
            controller=get("controller"),
            player=get("player"),
            expected=self._text("expected"),
            objective=get("objective"),
            note=get("note"),
            trigger=trigger,
            deadline_ms=deadline,
            match=match,
            weight=weight,
            type=get("type"),
            place=get("place"),
            unit=get("unit"),
            details=self._details(),
            further=self._further(),
        )

    def _text(self, name: str) -> Text:
        texts = {language: self.line.get(f"{name}_{language}") for language in LANGUAGES}
        return Text({language: text for language, text in texts.items() if text})

    def _kind(self) -> InjectKind | None:
        """Return the kind; a sheet from elsewhere has none, then a row with an incident type is a call."""
        text = re.sub(r"[\s-]+", "_", self.line.get("kind").casefold())
        if not text:
            return InjectKind.CALL if self.line.get("type") else InjectKind.INFORMATION
        for kind in InjectKind:
            if text == kind.value:
                return kind
        self.line.issue("kind", say("There is no such kind of inject; the kinds are {kinds}.", kinds=", ".join(InjectKind)))
        return None

    def _offset(self, trigger: Trigger | None) -> int | None:
        text = self.line.get("time")
        if trigger is not None:
            offset = relative_ms(text) if text else 0
            if offset is None:
                self.line.issue("time", say("After a trigger the time is a delay like M+5."))
            return offset
        if not text:
            self.line.issue("time", say("This is empty."))
            return None
        try:
            return offset_ms(text, self.start_ms, self.zone)
        except Refused as refused:
            self.line.issue("time", refused.sentence)
            return None

    def _trigger(self) -> Trigger | None:
        text = self.line.get("trigger")
        found = _WHEN.fullmatch(text)
        if text and found is None:
            self.line.issue("trigger", say("Write “fired 3”, “after 3” or “missing 3”, with the number of another inject."))
        return Trigger(When(found[1].casefold()), found[2]) if found else None

    def _deadline(self) -> int | None:
        text = self.line.get("deadline")
        if not text:
            return None
        deadline = relative_ms(text)
        if deadline is None or deadline <= 0:
            self.line.issue("deadline", say("Write how long after the inject, like M+5."))
        return deadline

    def _match(self) -> tuple[Rule, ...]:
        try:
            return parse_rules(self.line.get("match"))
        except Refused as refused:
            self.line.issue("match", refused.sentence)
            return ()

    def _further(self) -> tuple[Further, ...]:
        try:
            return parse_further(self.line.get("further"))
        except Refused as refused:
            self.line.issue("further", refused.sentence)
            return ()

    def _details(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for part in filter(str.strip, self.line.get("details").split(";")):
            key, equals, value = part.partition("=")
            if not equals or not key.strip():
                self.line.issue("details", say("Write key=value; key=value."))
                break
            found[key.strip()] = value.strip()
        return found


def write_msel(path: Path, injects: Iterable[Inject]) -> None:
    """Write a sheet to be handed out, which `read_msel` reads back: CSV or XLSX by the file's ending. Raises `KnownError`."""
    write_rows(path, map(row_of, injects))


def write_rows(path: Path, rows: Iterable[Row], mark: str = MARK) -> None:
    """Write rows as they are under the mark, CSV or XLSX by the file's ending; only a scenario's own sheet has none. Raises `KnownError`."""
    header = [f"{names[0]} {language}" if name in TEXTS else names[0] for name, names in COLUMNS.items() for language in _languages(name)]
    write_sheet(path, header, ([row.get(field, "") for field in FIELDS] for row in rows), mark=mark)


def row_of(inject: Inject) -> Row:
    """Return an inject as a row of text."""
    return {f"{name}_{language}" if language else name: _written(inject, name, language) for name in COLUMNS for language in _languages(name)}


def _languages(name: str) -> Sequence[str]:
    return LANGUAGES if name in TEXTS else ("",)


def _written(inject: Inject, name: str, language: str) -> str:
    if name in TEXTS:
        text: Text = getattr(inject, name)
        return text.by_language.get(language, "")
    special = _WRITTEN.get(name)
    return special(inject) if special else str(getattr(inject, name))


_WRITTEN: Mapping[str, Callable[[Inject], str]] = {
    "from": lambda inject: inject.sender,
    "kind": lambda inject: inject.kind.value,
    "trigger": lambda inject: f"{inject.trigger.when.value} {inject.trigger.number}" if inject.trigger else "",
    "deadline": lambda inject: written(inject.deadline_ms) if inject.deadline_ms is not None else "",
    "match": lambda inject: "; ".join(str(rule) for rule in inject.match),
    "weight": lambda inject: f"{inject.weight:g}",
    "further": lambda inject: "; ".join(map(str, inject.further)),
    "details": lambda inject: "; ".join(f"{key}={value}" for key, value in inject.details.items()),
}


def summary(issues: Iterable[ImportIssue]) -> list[str]:
    """Return one line per issue in English: file, row, column, what is wrong."""
    return [f"{i.file}, row {i.row}{f', column {COLUMN_SAID.get(i.column, i.column)}' if i.column else ''}: {i.sentence}" for i in issues]

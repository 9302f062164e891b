"""Reads agencies' CSV files as they come: UTF-8 (with or without mark) or GB18030; comma, semicolon or tab; many names for a column."""

from __future__ import annotations

import csv
import datetime
import io
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat

ENCODINGS = ("utf-8-sig", "gb18030")
"""Tried in this order; GB18030 text is hardly ever valid UTF-8."""
DELIMITERS = ",;\t"
MOST_BYTES = 50_000_000

ALIASES: Mapping[str, Sequence[str]] = {
    "name": ("name", "station_name", "depot_name", "facility_name", "title", "bezeichnung", "名称", "站名", "单位名称"),
    "name_en": ("name_en", "english_name", "英文名称"),
    "name_zh": ("name_zh", "chinese_name", "中文名称"),
    "kind": ("kind", "type", "unit_type", "type_of_vehicle", "vehicle_type", "facility_type", "station_type", "category", "类型", "种类"),
    "lat": ("lat", "latitude", "station_latitude", "y", "breite", "纬度"),
    "lon": ("lon", "lng", "long", "longitude", "station_longitude", "x", "länge", "经度"),
    "callsign": ("callsign", "call_sign", "unit", "unit_id", "unit_name", "fleet_no", "funkrufname", "呼号", "车辆编号"),
    "station": ("station", "station_name", "home_station", "base", "wache", "所属站", "所属单位", "站名"),
    "crew": ("crew", "staff", "personnel", "besatzung", "人数", "乘员"),
    "capabilities": ("capabilities", "capability", "skills", "能力"),
    "profile": ("profile", "vehicle_profile", "车型"),
    "depot": ("depot", "depot_name", "store", "warehouse", "仓库", "物资库"),
    "item": ("item", "item_code", "article", "goods", "物资", "物资名称"),
    "quantity": ("quantity", "qty", "amount", "count", "menge", "数量"),
    "unit": ("unit", "uom", "einheit", "单位"),
    "batch": ("batch", "lot", "charge", "批次", "批号"),
    "shared_crew": ("shared_crew", "cross_staffed", "crew_group", "共用车组", "共用人员"),
    "partner": ("partner", "organisation", "organization", "owner", "合作单位"),
    "carried_by": ("carried_by", "carrier", "vehicle", "随车", "承载车辆"),
    "minimum": ("minimum", "min", "level", "minimum_level", "reorder_level", "最低库存", "下限"),
    "facility": ("facility", "facility_name", "hospital", "shelter", "name", "单位", "医院", "名称"),
    "services": ("services", "service", "departments", "服务", "科室"),
    "care": ("care", "kind", "bed_type", "type", "床位类型", "类型"),
    "total": ("total", "beds", "capacity", "places", "总数", "床位数"),
    "taken": ("taken", "occupied", "used", "in_use", "已用", "占用"),
    "contact": ("contact", "phone", "telephone", "联系人", "联系方式"),
    "note": ("note", "remark", "remarks", "备注"),
    "expires": ("expires", "expiry", "expiry_date", "best_before", "有效期", "失效日期"),
}


@dataclass(frozen=True, slots=True)
class ImportIssue:
    """Something that could not be read; the rest was. Or, where `taken`, something to look at in a row that was."""

    file: str
    row: int
    """As a spreadsheet counts: the header is row 1; 0 for the whole file."""
    column: str
    value: str
    sentence: Sentence
    taken: bool = False


@dataclass(slots=True)
class Report:
    """Collects what could not be read in one file."""

    file: str
    issues: list[ImportIssue] = field(default_factory=list)

    def add(self, row: int, column: str, value: str, sentence: Sentence, *, taken: bool = False) -> None:
        """Note one thing."""
        self.issues.append(ImportIssue(self.file, row, column, value, sentence, taken))


@dataclass(frozen=True, slots=True)
class Line:
    """One row under the names we use."""

    number: int
    cells: Mapping[str, str]
    report: Report

    def get(self, column: str) -> str:
        """Return a cell; empty where the column is missing."""
        return self.cells.get(column, "")

    def issue(self, column: str, sentence: Sentence) -> None:
        """Note what is wrong with a cell."""
        self.report.add(self.number, column, self.get(column), sentence)

    def doubt(self, column: str, sentence: Sentence) -> None:
        """Note what a person should look at in a cell that is taken as it is."""
        self.report.add(self.number, column, self.get(column), sentence, taken=True)

    def required(self, column: str) -> str | None:
        """Return a cell that must not be empty, or note that it is."""
        value = self.get(column)
        if not value:
            self.issue(column, say("This is empty."))
        return value or None

    def number_in(self, column: str, least: float, most: float) -> float | None:
        """Return a number within bounds (decimal point or comma), or note why not."""
        text = self.required(column)
        if text is None:
            return None
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            value = math.nan
        if math.isnan(value):
            self.issue(column, say("This is not a number."))
            return None
        if not least <= value <= most:
            self.issue(column, say("This is not between {least} and {most}.", least=least, most=most))
            return None
        return value

    def whole_in(self, column: str, least: int, most: int) -> int | None:
        """Return a whole number within bounds, or note why not."""
        value = self.number_in(column, least, most)
        if value is not None and value != int(value):
            self.issue(column, say("This is not a whole number."))
            return None
        return None if value is None else int(value)

    def place(self) -> LonLat | None:
        """Return the position, or note why there is none."""
        lat, lon = self.number_in("lat", -90, 90), self.number_in("lon", -180, 180)
        if lat is None or lon is None:
            return None
        if lat == 0 and lon == 0:
            self.issue("lat", say("Latitude 0, longitude 0 is in the sea: the position is missing."))
            return None
        return LonLat(lon, lat)

    def date(self, column: str) -> str | None:
        """Return a date in ISO form, empty where the cell is; `None`, noted, where it is no date."""
        text = self.get(column).replace("/", "-").replace(".", "-")
        try:
            return datetime.date.fromisoformat(text).isoformat() if text else ""
        except ValueError:
            self.issue(column, say("This is not a date like 2027-03-31."))
            return None

    def parts(self, column: str) -> list[str]:
        """Return the words of a cell that holds several, between commas or semicolons; where there are none, between blanks."""
        text = self.get(column)
        words = re.split("[,;、，；]", text) if re.search("[,;、，；]", text) else text.split()
        return [part.strip() for part in words if part.strip()]

    def names(self) -> dict[str, str]:
        """Return the names by language that are given."""
        return {language: self.get(f"name_{language}") for language in ("en", "zh") if self.get(f"name_{language}")}


def read_lines(path: Path, needed: Sequence[str], columns: Sequence[str], report: Report) -> Iterator[Line]:
    """Yield the rows of a file; what stands in the way of reading it as a whole goes to the report."""
    text = _decode(path, report)
    if text is None:
        return
    rows = csv.reader(io.StringIO(text.replace("\0", "")), delimiter=_delimiter(text))
    try:
        header = next(rows, [])
        places = _columns(header, columns)
        missing = [c for c in needed if c not in places]
        for column in missing:
            report.add(1, column, ", ".join(header), say("This column is missing; the first row must name the columns."))
        if missing:
            return
        for row in rows:
            if any(cell.strip() for cell in row):
                yield Line(rows.line_num, {c: row[n].strip() if n < len(row) else "" for c, n in places.items()}, report)
    except csv.Error as error:
        report.add(rows.line_num, "", "", say("The file cannot be read on from here: {why}.", why=str(error)))


def _decode(path: Path, report: Report) -> str | None:
    if path.stat().st_size > MOST_BYTES:
        report.add(0, "", "", say("The file is larger than {most} MB.", most=MOST_BYTES // 1_000_000))
        return None
    raw = path.read_bytes()
    for encoding in ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    report.add(0, "", "", say("The file is neither UTF-8 nor GB18030 text."))
    return None


def _delimiter(text: str) -> str:
    first = text.lstrip("\r\n").partition("\n")[0]
    return max(DELIMITERS, key=first.count)


def _columns(header: Sequence[str], columns: Sequence[str]) -> dict[str, int]:
    """Return where each of our columns stands; an earlier alias wins over a later one."""
    given = {re.sub(r"\W+", "_", name.strip().casefold()).strip("_"): n for n, name in reversed(list(enumerate(header)))}
    return {c: next(given[a] for a in ALIASES[c] if a in given) for c in columns if any(a in given for a in ALIASES[c])}

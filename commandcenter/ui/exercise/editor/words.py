"""The columns of a sheet in words, with an example each."""

from __future__ import annotations

import re
from collections.abc import Mapping

from commandcenter.exercise.own_resources import DEPOTS, STATIONS, STOCK, UNITS
from commandcenter.exercise.scenario import InjectKind
from commandcenter.resources.csv_import import FILES
from commandcenter.resources.csv_tables import ImportIssue
from commandcenter.ui.i18n.tr import mark, spoken, tr

COLUMN_WORDS: Mapping[str, tuple[str, str]] = {
    "number": (mark("Number"), "12"),
    "time": (mark("Scenario time"), "M+5, H+1 M+30, J+1, 07:10"),
    "kind": (mark("Kind"), ""),
    "synopsis_en": (mark("Synopsis, English"), ""),
    "synopsis_zh": (mark("Synopsis, Chinese"), ""),
    "inject_en": (mark("What is said or shown, English"), ""),
    "inject_zh": (mark("What is said or shown, Chinese"), ""),
    "method": (mark("Method"), "phone"),
    "from": (mark("From"), "Ada Brook"),
    "to": (mark("To"), "dispatcher"),
    "controller": (mark("Responsible controller"), ""),
    "player": (mark("Intended player"), "dispatcher"),
    "expected_en": (mark("Expected response, English"), ""),
    "expected_zh": (mark("Expected response, Chinese"), ""),
    "objective": (mark("Objective"), "O1"),
    "note": (mark("Note for evaluators"), ""),
    "trigger": (mark("Trigger"), "fired 3, after 3, missing 3"),
    "deadline": (mark("Deadline"), "M+2"),
    "match": (mark("Match rule"), "dispatched capability=als; on_scene"),
    "weight": (mark("Score weight"), "1"),
    "type": (mark("Incident type"), "medical.fall"),
    "place": (mark("Place"), "Market Square"),
    "unit": (mark("Callsign"), "E1"),
    "details": (mark("Details"), "phone=0555 0101; priority=1"),
    "further": (mark("Further effects"), "closure place='Old Bridge' minutes=30; patient count=4"),
}
"""In the order of the sheet; the second text is an example in the sheet's own notation."""

KIND_WORDS: Mapping[str, str] = {
    InjectKind.CALL: mark("Emergency call"),
    InjectKind.PUBLIC_REPORT: mark("Report from the public"),
    InjectKind.SENSOR: mark("Sensor"),
    InjectKind.WARNING: mark("Warning"),
    InjectKind.RADIO: mark("Radio message"),
    InjectKind.BREAKDOWN: mark("Breakdown of a unit"),
    InjectKind.DELAY: mark("Delayed unit"),
    InjectKind.REFUSAL: mark("Refusing unit"),
    InjectKind.SILENCE: mark("Silent unit"),
    InjectKind.GPS_LOSS: mark("Loss of positions"),
    InjectKind.NETWORK_LOSS: mark("Loss of the data link"),
    InjectKind.APART: mark("Desks apart"),
    InjectKind.OTHER_DESK: mark("Act of the other desk"),
    InjectKind.CLOSURE: mark("Road closure"),
    InjectKind.PATIENT: mark("More patients"),
    InjectKind.SHORTAGE: mark("Supply shortage"),
    InjectKind.REINFORCEMENT: mark("Reinforcement"),
    InjectKind.INFORMATION: mark("Information"),
}
TONES: Mapping[str, str] = {
    InjectKind.CALL: "accent",
    InjectKind.PUBLIC_REPORT: "accent",
    InjectKind.SENSOR: "accent",
    InjectKind.WARNING: "warn",
    InjectKind.BREAKDOWN: "danger",
    InjectKind.REFUSAL: "danger",
    InjectKind.SILENCE: "danger",
    InjectKind.DELAY: "danger",
    InjectKind.GPS_LOSS: "danger",
    InjectKind.NETWORK_LOSS: "danger",
    InjectKind.APART: "danger",
    InjectKind.OTHER_DESK: "danger",
    InjectKind.CLOSURE: "warn",
    InjectKind.SHORTAGE: "warn",
}
"""Colours of the theme's `ui` table; others are muted. Never the only sign: the timeline writes numbers, the sheet words."""

HEAD_WORDS: Mapping[str, str] = {
    "region": mark("Region"),
    "start": mark("Start (UTC)"),
    "zone": mark("Time zone of the sheet"),
    "minutes": mark("Minutes"),
    "seed": mark("Seed of chance"),
    "accept_after_s": mark("Virtual player thinks, s"),
    "answer_after_s": mark("… answers calls after, s"),
    "objectives": mark("Objective {n}"),
    "guide": mark("Step {n} of the guide"),
}
"""What can be wrong with a scenario's head, by its names in `scenario.toml`; `objectives[2]` is the second one."""
RESOURCE_WORDS: Mapping[str, str] = {UNITS: mark("Units"), STATIONS: mark("Stations"), DEPOTS: mark("Depots"), STOCK: mark("Stock")}
RESOURCE_COLUMN_WORDS: Mapping[str, str] = {
    "callsign": mark("Callsign"),
    "name": mark("Name"),
    "name_en": mark("Name, English"),
    "name_zh": mark("Name, Chinese"),
    "kind": mark("Kind"),
    "station": mark("Station"),
    "lat": mark("Latitude"),
    "lon": mark("Longitude"),
    "crew": mark("Crew"),
    "capabilities": mark("Capabilities"),
    "profile": mark("Drives as"),
    "shared_crew": mark("One crew with"),
    "partner": mark("Partner"),
    "carried_by": mark("Carried by"),
    "depot": mark("Depot"),
    "item": mark("Item"),
    "quantity": mark("Quantity"),
    "unit": mark("Counted in"),
    "batch": mark("Batch"),
    "expires": mark("Expires"),
}
"""The columns of a scenario's own resources."""
_COUNTED = re.compile(r"(\w+)\[(\d+)\]")


def field_of(column: str) -> str:
    """Return the form's field for a column of an issue."""
    return column if column in COLUMN_WORDS else f"{column}_en"


def column_words(column: str) -> str:
    """Return what a column of an issue is called on the screen; the letter of one in a foreign sheet as it is."""
    counted = _COUNTED.fullmatch(column)
    if counted is not None and counted[1] in HEAD_WORDS:
        return tr(HEAD_WORDS[counted[1]], n=counted[2])
    if column in HEAD_WORDS:
        return tr(HEAD_WORDS[column])
    field = field_of(column)
    return tr(COLUMN_WORDS[field][0]) if field in COLUMN_WORDS else column


def issue_words(issue: ImportIssue) -> str:
    """Return an issue in one line: row, column, what is wrong; of a resource file also which."""
    if issue.file in FILES:
        return _resource_issue_words(issue)
    said, column = spoken(issue.sentence), column_words(issue.column)
    if not issue.row:
        return f"{column or issue.file}: {said}"
    return tr("Row {row}, {column}: {what}", row=issue.row, column=column, what=said) if column else tr("Row {row}: {what}", row=issue.row, what=said)


def _resource_issue_words(issue: ImportIssue) -> str:
    file, column = RESOURCE_WORDS.get(issue.file), RESOURCE_COLUMN_WORDS.get(issue.column)
    words = tr(file) if file is not None else issue.file
    return tr(
        "{file}, row {row}, {column}: {what}", file=words, row=issue.row, column=tr(column) if column else issue.column, what=spoken(issue.sentence)
    )

"""A scenario's folder: `scenario.toml`, `injects.csv` (or `.xlsx`), and the trainer's own resource files if there are any."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from commandcenter.exercise.moments import zone_of
from commandcenter.exercise.msel import read_msel
from commandcenter.exercise.rules import parse_rules
from commandcenter.exercise.scenario import LANGUAGES, GuideStep, Objective, Scenario, Text
from commandcenter.model.assets import assets_dir
from commandcenter.model.commands import Command
from commandcenter.model.errors import KnownError, Refused, SaidError
from commandcenter.model.sentences import say
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.csv_import import FILES, import_folder
from commandcenter.resources.csv_tables import ImportIssue, Report

HEAD = "scenario.toml"
SHEETS = ("injects.csv", "injects.xlsx")
RESOURCES = tuple(FILES)
MOST_MINUTES = 100 * 24 * 60


def shipped() -> Path:
    """Return the folder with the scenarios that come with the program."""
    return assets_dir() / "scenarios"


def find_scenario(name: str, own: Path) -> Path:
    """Return the folder of a scenario: a path, one of this home's own, or a shipped one. Raises `KnownError` naming those that are here."""
    for folder in (Path(name), own / name, shipped() / name):
        if (folder / HEAD).is_file():
            return folder
    here = ", ".join(path.name for path in list_scenarios(own)) or "none"
    raise KnownError(
        "There is no scenario {name}: no folder of that name has a {head}. The scenarios here are: {here}.", name=name, head=HEAD, here=here
    )


def list_scenarios(own: Path) -> list[Path]:
    """Return the folders of all scenarios that are here, one's own first."""
    return [path.parent for root in (own, shipped()) if root.is_dir() for path in sorted(root.glob(f"*/{HEAD}"))]


def read_scenario(folder: Path, catalogue: Catalogue) -> Scenario:
    """Read a scenario; unreadable rows are among its issues. Raises `KnownError` where there is nothing to run."""
    head = read_head(folder)
    sheet = sheet_of(folder)
    if sheet is None:
        raise KnownError("The scenario {name} has no {files}.", name=folder.name, files=" / ".join(SHEETS))
    rows = Report(sheet.name)
    injects = read_msel(sheet, head.start_ms, rows, zone_of(head.zone))
    commands, issues = read_resources(folder, catalogue)
    return replace(head, injects=injects, resources=commands, digest=_digest(folder), issues=(*head.issues, *rows.issues, *issues))


def sheet_of(folder: Path) -> Path | None:
    """Return the sheet with the injects."""
    return next((folder / name for name in SHEETS if (folder / name).is_file()), None)


def read_resources(folder: Path, catalogue: Catalogue) -> tuple[tuple[Command, ...], tuple[ImportIssue, ...]]:
    """Return the trainer's own fleet and stock; nothing where the folder has none."""
    if not any((folder / name).is_file() for name in RESOURCES):
        return (), ()
    imported = import_folder(folder, catalogue)
    return tuple(imported.commands), tuple(imported.issues)


def read_head(folder: Path) -> Scenario:
    """Return all of a scenario but injects and resources. Raises `KnownError`."""
    head = _head(folder)
    report = Report(HEAD)
    start_ms = _start(head, folder)
    player = _table(head, "player")
    return Scenario(
        id=str(head.get("id") or folder.name),
        name=_text(head, "name"),
        summary=_text(head, "summary"),
        region=str(head.get("region", "")),
        start_ms=start_ms,
        minutes=_number(head, "minutes", 60.0, 1.0, MOST_MINUTES, report),
        seed=int(_number(head, "seed", 1.0, 0.0, 2**53, report)),
        injects=(),
        objectives=tuple(_objectives(head, report)),
        guide=tuple(_guide(head, report)),
        accept_after_s=_number(player, "accept_after_s", 20.0, 0.0, 86_400.0, report),
        answer_after_s=_number(player, "answer_after_s", 5.0, 0.0, 86_400.0, report),
        callsigns=tuple(str(callsign) for callsign in _table(head, "resources").get("callsigns", ())),
        guided=bool(head.get("guided", False)),
        zone=_zone(head, report),
        rings=bool(player.get("rings", True)),
        issues=tuple(report.issues),
    )


def _head(folder: Path) -> Mapping[str, Any]:
    try:
        with (folder / HEAD).open("rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise KnownError("The file {file} cannot be read: {why}.", file=folder / HEAD, why=error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnownError("The scenario file {file} is not valid: {why}.", file=folder / HEAD, why=str(error)) from error


def _start(head: Mapping[str, Any], folder: Path) -> int:
    start = head.get("start")
    if not isinstance(start, datetime):
        raise KnownError("The scenario file {file} lacks a start like 2026-05-12T07:00:00Z.", file=folder / HEAD)
    return round((start if start.tzinfo else start.replace(tzinfo=UTC)).timestamp() * 1000)


def _zone(head: Mapping[str, Any], report: Report) -> str:
    name = str(head.get("zone", "UTC"))
    try:
        zone_of(name)
    except Refused as refused:
        report.add(0, "zone", name, refused.sentence)
        return "UTC"
    return name


def _table(head: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = head.get(name, {})
    return found if isinstance(found, dict) else {}


def _text(head: Mapping[str, Any], name: str) -> Text:
    found = head.get(name, "")
    return Text({str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {"en": str(found)})


def _words(raw: Mapping[str, Any]) -> Text:
    return Text({language: str(raw[language]) for language in LANGUAGES if language in raw})


def _number(head: Mapping[str, Any], name: str, default: float, least: float, most: float, report: Report) -> float:
    value = head.get(name, default)
    if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
        return float(value)
    report.add(0, name, str(value), say("This is not between {least} and {most}.", least=least, most=most))
    return default


def _tables(head: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = head.get(name, [])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _objectives(head: Mapping[str, Any], report: Report) -> list[Objective]:
    found = []
    for n, raw in enumerate(_tables(head, "objectives"), start=1):
        if not raw.get("code"):
            report.add(0, f"objectives[{n}]", "", say("This is empty."))
            continue
        found.append(Objective(str(raw["code"]), str(raw.get("capability", "")), _words(raw)))
    return found


def _guide(head: Mapping[str, Any], report: Report) -> list[GuideStep]:
    steps = []
    for n, raw in enumerate(_tables(head, "guide"), start=1):
        try:
            until = parse_rules(str(raw.get("until", "")))
        except SaidError as error:
            report.add(0, f"guide[{n}]", str(raw.get("until", "")), error.sentence)
            continue
        steps.append(GuideStep(_words(raw), until, str(raw.get("about", "")), _words(_table(raw, "help"))))
    return steps


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for name in (HEAD, *SHEETS, *RESOURCES):
        path = folder / name
        if path.is_file():
            whole.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()

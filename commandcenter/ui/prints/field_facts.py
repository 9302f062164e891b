"""What crews reported of an incident and what is dangerous there, as papers say it; each number with who said it and when."""

from __future__ import annotations

from commandcenter.model.drawings import SketchKind
from commandcenter.model.entries import EntryType
from commandcenter.picture.fields import as_int, as_mapping
from commandcenter.picture.views import IncidentView, LogLine
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.sketch.words import drawing_words


def last_reports(paper: Paper, incident: IncidentView) -> list[LogLine]:
    """Return the newest report of each unit, oldest first."""
    newest = {line.unit or line.actor: line for line in paper.lines(incident.id, (EntryType.SITUATION_REPORTED,))}
    return sorted(newest.values(), key=lambda line: line.happened_ms)


def people(paper: Paper, incident: IncidentView, what: str) -> str:
    """Return how many people each unit counted last, never added up: two crews may have counted the same; empty where nobody did."""
    found = []
    for line in last_reports(paper, incident):
        count = as_int(as_mapping(as_mapping(line.summary.get("situation")).get("counts")).get(what))
        if count:
            found.append(f"{count} ({_said_by(line)})")
    return "; ".join(found)


def situation(paper: Paper, incident: IncidentView) -> str:
    """Return the newest report of each unit in its own words, a line each."""
    return "\n".join(f"{_said_by(line)}: {line.summary.get('text') or '–'}" for line in last_reports(paper, incident))


def hazards(paper: Paper, incident: IncidentView) -> str:
    """Return what was drawn as a hazard of this incident and still holds, a line each."""
    found = [
        drawing_words(sketch.kind, sketch.symbol, sketch.text)
        for sketch in paper.desk.picture.sketches()
        if sketch.kind == SketchKind.HAZARD and sketch.incident == incident.id and sketch.valid(paper.now_ms)
    ]
    return "\n".join(found)


def in_danger(paper: Paper, incident: IncidentView) -> str:
    """Return the crews of an incident whose mayday goes on, a line each."""
    units = [unit for ident in incident.units if (unit := paper.desk.picture.unit(ident)) is not None and unit.mayday_ms is not None]
    return "\n".join(tr("MAYDAY {callsign}: {text}").format(callsign=unit.callsign, text=unit.mayday_text or "–") for unit in units)


def _said_by(line: LogLine) -> str:
    return f"{line.summary.get('callsign') or line.actor_name}, {formats.clock(line.happened_ms, seconds=False)}"

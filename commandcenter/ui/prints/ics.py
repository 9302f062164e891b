"""ICS forms, prefilled from the log; numbers of blocks follow FEMA's forms (ICS Forms Booklet, 502-2, 2010). Blank blocks are for the pen."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.model.entries import EntryType
from commandcenter.model.words import UnitStatus
from commandcenter.picture.views import IncidentView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.field_facts import hazards, in_danger, people, situation
from commandcenter.ui.prints.sheet import Facts, Sheet, Table, Text
from commandcenter.ui.prints.traffic import TRAFFIC, ends_of, said
from commandcenter.ui.type_names import type_name
from commandcenter.ui.words import grade_word, priority_word, role_word, state_word

PEOPLE = {
    "dead": mark("Dead"),
    "injured": mark("Injured"),
    "trapped": mark("Trapped"),
    "missing": mark("Missing"),
    "rescued": mark("Rescued"),
    "evacuated": mark("Evacuated"),
}
"""What crews count, as `SituationCard` of the field mode names it, and what is for the pen."""
ACTIONS = (
    EntryType.INCIDENT_REPORTED,
    EntryType.INCIDENT_CHANGED,
    EntryType.INCIDENT_STATE_CHANGED,
    EntryType.UNIT_ASSIGNED,
    EntryType.UNIT_RELEASED,
    EntryType.ORDER_SENT,
    EntryType.SITUATION_REPORTED,
    EntryType.MAYDAY_DECLARED,
    EntryType.MAYDAY_ENDED,
    EntryType.ROLL_CALL_STARTED,
    EntryType.ROLL_CALL_ENDED,
    EntryType.SKETCH_DRAWN,
    EntryType.SEARCH_BEGUN,
    EntryType.SEARCH_ENDED,
)
"""What a briefing tells; answers, messages and notes are in the activity log."""
MOST_ACTIONS = 40


def ics_201(paper: Paper, incident: IncidentView) -> Sheet:
    """Return the incident briefing."""
    return Sheet(
        "ICS 201",
        tr("Incident briefing"),
        paper.incident_name(incident),
        (
            Facts(
                (
                    (tr("1. Incident name"), paper.incident_name(incident)),
                    (tr("2. Incident number"), incident.number),
                    (tr("3. Initiated"), formats.moment(incident.reported_ms)),
                    (tr("Place") if paper.map else tr("4. Place (sketch on the back)"), paper.place(incident)),
                )
            ),
            *paper.drawings(tr("4. Map of the operation")),
            Text(tr("5. Situation, health and safety briefing"), _situation(paper, incident)),
            Text(tr("7. Current and planned objectives"), ""),
            Table(tr("8. Actions"), (tr("Time"), tr("Action")), _actions(paper, incident), (11, 89)),
            Table(
                tr("9. Organization"),
                (tr("Post"), tr("Name")),
                ((tr("Incident commander"), ""), (role_word(paper.role), paper.operator)),
                (40, 60),
            ),
            Table(
                tr("10. Resources"),
                (tr("Identifier"), tr("Resource"), tr("Ordered"), tr("En route"), tr("Arrived"), tr("Released")),
                paper.resources(incident),
                (14, 26, 15, 15, 15, 15),
            ),
        ),
        paper.prepared,
        paper.exercise,
    )


def ics_209(paper: Paper, incident: IncidentView) -> Sheet:
    """Return the incident status summary."""
    counted = [(tr(word), people(paper, incident, what), "") for what, word in PEOPLE.items()]
    steps = _events(paper, incident)
    return Sheet(
        "ICS 209",
        tr("Incident status summary"),
        paper.incident_name(incident),
        (
            _status_head(paper, incident),
            Table(tr("28. Significant events"), (tr("Time"), tr("Event")), steps, (25, 75)),
            Text(tr("29. Hazards and materials"), hazards(paper, incident), 2),
            Table(tr("31. to 33. People"), (tr("Status"), tr("Public"), tr("Responders")), counted, (25, 50, 25)),
            Text(tr("38. Threats: next 12, 24, 48, 72 hours"), "", 2),
            Text(tr("47. Remarks: what the crews reported last"), situation(paper, incident), 2),
            _resources_committed(paper, incident),
        ),
        paper.prepared,
        paper.exercise,
    )


def ics_214(paper: Paper, incident: IncidentView) -> Sheet:
    """Return the activity log of an incident."""
    lines = paper.lines(incident.id)
    staff = [(callsign, kind, "") for callsign, kind, *_ in paper.resources(incident)]
    activities = paper.diary(lines, lambda line: (f"{paper.words(line)} ({line.actor_name})" if line.actor_name else paper.words(line),))
    return Sheet(
        "ICS 214",
        tr("Activity log"),
        paper.incident_name(incident),
        (
            Facts(
                (
                    (tr("1. Incident name"), paper.incident_name(incident)),
                    (tr("2. Operational period"), paper.period(lines)),
                    (tr("3. Name"), paper.operator),
                    (tr("4. Position"), role_word(paper.role)),
                    (tr("5. Home agency"), ""),
                )
            ),
            Table(tr("6. Resources assigned"), (tr("Name"), tr("Post"), tr("Home agency")), staff, (30, 40, 30)),
            Table(tr("7. Activity log"), (tr("Time"), tr("Notable activities")), activities, (11, 89)),
        ),
        paper.prepared,
        paper.exercise,
    )


def ics_309(paper: Paper, incident: IncidentView | None) -> Sheet:
    """Return the communications log, of one incident or of the whole operation."""
    lines = paper.lines(incident.id if incident else None, TRAFFIC)
    name = paper.incident_name(incident) if incident else paper.about
    rows = paper.diary(lines, lambda line: (*ends_of(line), said(paper, line)))
    return Sheet(
        "ICS 309",
        tr("Communications log"),
        name,
        (
            Facts(
                (
                    (tr("1. Incident name"), name),
                    (tr("2. Operational period"), paper.period(lines)),
                    (tr("3. Operator"), paper.operator),
                    (tr("4. Station"), paper.region),
                )
            ),
            Table(tr("5. Log"), (tr("Time"), tr("From"), tr("To"), tr("Message")), rows, (11, 17, 17, 55), tr("Nothing was written.")),
        ),
        paper.prepared,
        paper.exercise,
    )


def _situation(paper: Paper, incident: IncidentView) -> str:
    """Return type, state, first report, what crews said last, who and what is in danger."""
    kind = type_name(paper.desk.catalogue, incident.type)
    head = formats.listed((kind, priority_word(incident.priority), grade_word(incident.grade), state_word(incident.state)))
    parts = (head, incident.text, situation(paper, incident), in_danger(paper, incident), hazards(paper, incident))
    return "\n".join(part for part in parts if part)


def _status_head(paper: Paper, incident: IncidentView) -> Facts:
    return Facts(
        (
            (tr("1. Incident name"), paper.incident_name(incident)),
            (tr("2. Incident number"), incident.number),
            (tr("3. Report version"), ""),
            (tr("4. Incident commander"), ""),
            (tr("6. Started"), formats.moment(incident.reported_ms)),
            (tr("7. Size or area"), ""),
            (tr("9. Kind"), type_name(paper.desk.catalogue, incident.type)),
            (tr("10. State, complexity"), f"{state_word(incident.state)} · {grade_word(incident.grade)}"),
            (tr("11. For the time"), formats.moment(paper.now_ms)),
            (tr("16. to 26. Place"), paper.place(incident)),
        )
    )


def _resources_committed(paper: Paper, incident: IncidentView) -> Facts:
    running = [unit for unit in paper.desk.picture.units() if unit.incident == incident.id]
    return Facts(
        (
            (tr("48. Units assigned"), str(len(running))),
            (tr("On scene"), str(sum(unit.status == UnitStatus.ON_SCENE for unit in running))),
            (tr("Crew"), str(sum(unit.crew for unit in running))),
            (tr("Priority"), f"{incident.priority}  {priority_word(incident.priority)}"),
        )
    )


def _events(paper: Paper, incident: IncidentView) -> list[tuple[str, str]]:
    """Return when the incident reached each state, and its maydays, as they came."""
    states = [(ms, state_word(state)) for state, ms in incident.state_ms.items()]
    maydays = [(line.happened_ms, paper.words(line)) for line in paper.lines(incident.id, (EntryType.MAYDAY_DECLARED, EntryType.MAYDAY_ENDED))]
    return [(formats.moment(ms), words) for ms, words in sorted([*states, *maydays], key=lambda pair: pair[0])]


def _actions(paper: Paper, incident: IncidentView) -> list[Sequence[str]]:
    """Return the newest actions; how many came before is said, and where they stand."""
    lines = paper.lines(incident.id, ACTIONS)
    before = len(lines) - MOST_ACTIONS
    rows = paper.diary(lines[-MOST_ACTIONS:], lambda line: (paper.words(line),))
    return [(tr("{n} earlier actions: see the activity log, ICS 214", n=before),), *rows] if before > 0 else rows

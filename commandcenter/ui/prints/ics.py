"""ICS forms, prefilled from the log; numbers of blocks follow FEMA's forms (ICS Forms Booklet, 502-2, 2010). Blank blocks are for the pen."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.model.entries import Value
from commandcenter.model.words import UnitStatus
from commandcenter.picture.views import IncidentView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.prints.facts import MESSAGES, Paper
from commandcenter.ui.prints.sheet import Facts, Sheet, Table, Text
from commandcenter.ui.type_names import type_name
from commandcenter.ui.words import grade_word, priority_word, role_word, state_word

PEOPLE = (mark("Dead"), mark("Injured"), mark("Trapped"), mark("Missing"), mark("Evacuated"))


def ics_201(paper: Paper, incident: IncidentView) -> Sheet:
    """Return the incident briefing."""
    lines = paper.lines(incident.id)
    actions = [(time, words) for time, _who, words in paper.activities(lines)]
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
                    (tr("4. Place (sketch on the back)"), paper.place(incident)),
                )
            ),
            Text(tr("5. Situation, health and safety briefing"), _situation(paper, incident)),
            Text(tr("7. Current and planned objectives"), ""),
            Table(tr("8. Actions"), (tr("Time"), tr("Action")), actions, (26, 74)),
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
    running = [u for u in paper.desk.picture.units() if u.incident == incident.id]
    on_scene = sum(u.status == UnitStatus.ON_SCENE for u in running)
    steps = [(formats.moment(ms), state_word(state)) for state, ms in sorted(incident.state_ms.items(), key=lambda pair: pair[1])]
    return Sheet(
        "ICS 209",
        tr("Incident status summary"),
        paper.incident_name(incident),
        (
            Facts(
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
            ),
            Table(tr("28. Significant events"), (tr("Time"), tr("Event")), steps, (34, 66)),
            Text(tr("29. Hazards and materials"), ""),
            Table(tr("31. to 33. People"), (tr("Status"), tr("Public"), tr("Responders")), [(tr(word), "", "") for word in PEOPLE], (40, 30, 30)),
            Text(tr("38. Threats: next 12, 24, 48, 72 hours"), ""),
            Facts(
                (
                    (tr("48. Units assigned"), str(len(running))),
                    (tr("On scene"), str(on_scene)),
                    (tr("Crew"), str(sum(u.crew for u in running))),
                    (tr("Priority"), f"{incident.priority}  {priority_word(incident.priority)}"),
                )
            ),
        ),
        paper.prepared,
        paper.exercise,
    )


def ics_214(paper: Paper, incident: IncidentView) -> Sheet:
    """Return the activity log of an incident."""
    lines = paper.lines(incident.id)
    staff = [(callsign, kind, "") for callsign, kind, *_ in paper.resources(incident)]
    activities = [(time, f"{words} ({who})" if who else words) for time, who, words in paper.activities(lines)]
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
            Table(tr("7. Activity log"), (tr("Time"), tr("Notable activities")), activities, (26, 74)),
        ),
        paper.prepared,
        paper.exercise,
    )


def ics_309(paper: Paper, incident: IncidentView | None) -> Sheet:
    """Return the communications log, of one incident or of the whole operation."""
    lines = paper.lines(incident.id if incident else None, MESSAGES)
    name = paper.incident_name(incident) if incident else paper.about
    rows = [
        (
            formats.moment(line.happened_ms),
            line.actor_name,
            str(line.summary.get("callsign") or line.summary.get("number") or tr("everyone")),
            _message(line.summary),
        )
        for line in lines
    ]
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
            Table(tr("5. Log"), (tr("Time"), tr("From"), tr("To"), tr("Message")), rows, (24, 18, 16, 42), tr("Nothing was written.")),
        ),
        paper.prepared,
        paper.exercise,
    )


def _situation(paper: Paper, incident: IncidentView) -> str:
    """Return type, state and first report in words."""
    kind = type_name(paper.desk.catalogue, incident.type)
    head = f"{kind}, {priority_word(incident.priority)}, {grade_word(incident.grade)}, {state_word(incident.state)}"
    return f"{head}\n{incident.text}" if incident.text else head


def _message(summary: Mapping[str, Value]) -> str:
    """Return what was said; of a call its place, never its caller."""
    return str(summary.get("text") or summary.get("address") or "")

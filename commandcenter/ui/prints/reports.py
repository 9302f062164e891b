"""Our own papers: the report of one incident, and the command log."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.picture.views import IncidentView, LogLine
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.sheet import Facts, Sheet, Table, Text
from commandcenter.ui.type_names import language, type_name
from commandcenter.ui.words import grade_word, priority_word, state_word


def incident_report(paper: Paper, incident: IncidentView) -> Sheet:
    """Return everything the log knows of an incident; callers' personal data stay out, their answers stand in it for whom they may be shown."""
    facts = Facts(
        (
            (tr("Number"), incident.number),
            (tr("Type"), type_name(paper.desk.catalogue, incident.type)),
            (tr("Where"), paper.place(incident)),
            (tr("State"), state_word(incident.state)),
            (tr("Priority"), f"{incident.priority}  {priority_word(incident.priority)}"),
            (tr("Grade"), grade_word(incident.grade)),
            (tr("Alarm level"), str(incident.alarm_level)),
            (tr("Reported"), formats.moment(incident.reported_ms)),
        )
    )
    steps = sorted(incident.state_ms.items(), key=lambda pair: pair[1])
    first_ms = incident.reported_ms
    times = [(state_word(state), formats.moment(ms), formats.eta((ms - first_ms) / 1000)) for state, ms in steps]
    heads = (tr("Unit"), tr("Kind"), tr("Dispatched"), tr("En route"), tr("On scene"), tr("Ended"))
    return Sheet(
        tr("Incident report"),
        tr("Incident report"),
        f"{paper.incident_name(incident)} · {paper.about}",
        (
            facts,
            Text(tr("Report"), incident.text or "–"),
            *paper.drawings(tr("Map")),
            *_answers(paper, incident),
            Table(tr("Times"), (tr("State"), tr("Reached"), tr("After the report")), times, (34, 40, 26)),
            Table(tr("Units"), heads, paper.resources(incident), (14, 26, 15, 15, 15, 15), tr("No unit was sent.")),
            _log_table(tr("Timeline"), paper, paper.lines(incident.id)),
        ),
        paper.prepared,
        paper.exercise,
    )


def _answers(paper: Paper, incident: IncidentView) -> tuple[Table, ...]:
    """Return the questions that were answered, where there are any."""
    given = [(question, question.answer(incident.answers.get(question.code, ""))) for question in paper.desk.catalogue.questions.of(incident.type)]
    if not paper.medical:
        return (Table(tr("Answers given on the telephone"), (tr("Question"), tr("Answer")), (), (60, 40), tr("answers withheld")),) if given else ()
    rows = [(question.name(language()), answer.name(language())) for question, answer in given if answer is not None]
    return (Table(tr("Answers given on the telephone"), (tr("Question"), tr("Answer")), rows, (60, 40)),) if rows else ()


def command_log(paper: Paper, lines: Sequence[LogLine]) -> Sheet:
    """Return the whole flat log, oldest first. Any thread: the rows are values, and only the catalogue is asked for their words."""
    facts = Facts(((tr("Operation"), paper.about), (tr("Period"), paper.period(lines)), (tr("Entries"), formats.number(len(lines)))))
    return Sheet(
        tr("Command log"),
        tr("Command log"),
        paper.about,
        (facts, _log_table(tr("Entries"), paper, lines)),
        paper.prepared,
        paper.exercise,
    )


def _log_table(title: str, paper: Paper, lines: Sequence[LogLine]) -> Table:
    rows = paper.diary(lines, lambda line: (line.actor_name, paper.words(line)))
    return Table(title, (tr("Time"), tr("Who"), tr("What happened")), rows, (11, 18, 71), tr("Nothing was written."))

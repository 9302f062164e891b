"""ICS forms for the work on scene: assignments, radio, check-in, messages; numbers of blocks as in FEMA's booklet (502-2, 2010)."""

from __future__ import annotations

from commandcenter.model.entries import EntryType
from commandcenter.model.words import OrderState
from commandcenter.picture.views import IncidentView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.sheet import Facts, Sheet, Table, Text
from commandcenter.ui.prints.traffic import ends_of, said
from commandcenter.ui.type_names import language, local_name, unit_kind_name
from commandcenter.ui.words import order_word, role_word

ROOM = 10
"""Lines for a message and for its reply."""


def ics_204(paper: Paper, incident: IncidentView) -> Sheet:
    """Return the assignment list: who is there, what each has still to do, on which channels."""
    picture, catalogue = paper.desk.picture, paper.desk.catalogue
    units = [unit for ident in incident.units if (unit := picture.unit(ident)) is not None]
    people = [(unit.callsign, unit_kind_name(catalogue, unit.kind), str(unit.crew), catalogue_slot(paper, unit.slot), "") for unit in units]
    orders = [
        (unit.callsign, order.text, order_word(answer.state))
        for order in picture.duty.orders()
        if order.incident == incident.id and order.withdrawn is None
        for ident, answer in order.answers.items()
        if ident in incident.units and answer.state not in (OrderState.DONE, OrderState.REFUSED) and (unit := picture.unit(ident)) is not None
    ]
    return Sheet(
        "ICS 204",
        tr("Assignment list"),
        paper.incident_name(incident),
        (
            _head(paper, incident),
            Facts(((tr("3. Branch, division, group"), ""), (tr("4. Operations personnel"), ""))),
            Table(
                tr("5. Resources assigned"),
                (tr("Identifier"), tr("Kind"), tr("People"), tr("Task"), tr("Remarks")),
                people,
                (14, 26, 10, 26, 24),
                tr("No unit was sent."),
            ),
            Table(tr("6. Work assignments"), (tr("Unit"), tr("Order"), tr("State")), orders, (14, 66, 20)),
            Text(tr("7. Special instructions"), ""),
            _channels(paper, tr("8. Communications")),
        ),
        paper.prepared,
        paper.exercise,
    )


def ics_205(paper: Paper, incident: IncidentView) -> Sheet:
    """Return the radio communications plan; what the agency's channel list leaves open is for the pen."""
    return Sheet(
        "ICS 205",
        tr("Radio communications plan"),
        paper.incident_name(incident),
        (_head(paper, incident), _channels(paper, tr("4. Basic radio channel use")), Text(tr("5. Special instructions"), "")),
        paper.prepared,
        paper.exercise,
    )


def ics_211(paper: Paper, incident: IncidentView) -> Sheet:
    """Return the check-in list: each unit that was on the incident, in the order of arrival."""
    picture = paper.desk.picture
    stations = {station.id: local_name(station.name, station.names) for station in picture.stations()}
    rows = []
    for one in sorted(picture.assignments(incident=incident.id), key=lambda a: a.times_ms.get("on_scene", a.times_ms.get("dispatched", 0))):
        unit = picture.unit(one.unit)
        if unit is not None:
            ordered, arrived = (formats.moment(ms) if (ms := one.times_ms.get(name)) else "" for name in ("dispatched", "on_scene"))
            home = stations.get(unit.station, "") if unit.station else ""
            rows.append((unit.callsign, unit_kind_name(paper.desk.catalogue, unit.kind), ordered, arrived, str(unit.crew), home))
    heads = (tr("Identifier"), tr("Kind"), tr("Ordered"), tr("Arrived"), tr("People"), tr("Home"))
    return Sheet(
        "ICS 211",
        tr("Check-in list"),
        paper.incident_name(incident),
        (
            _head(paper, incident),
            Facts(((tr("3. Check-in location"), ""), (tr("4. Begun"), formats.moment(incident.reported_ms)))),
            Table(tr("5. Check-in information"), heads, rows, (11, 15, 22, 22, 8, 22)),
        ),
        paper.prepared,
        paper.exercise,
    )


def ics_213(paper: Paper, incident: IncidentView) -> Sheet:
    """Return the general message: the newest message about the incident, with room for the reply; blank where there is none."""
    newest = next(iter(reversed(paper.lines(incident.id, (EntryType.MESSAGE_SENT,)))), None)
    sender, receiver = ends_of(newest) if newest is not None else (paper.operator, "")
    return Sheet(
        "ICS 213",
        tr("General message"),
        paper.incident_name(incident),
        (
            Facts(
                (
                    (tr("1. Incident name"), paper.incident_name(incident)),
                    (tr("2. To"), receiver),
                    (tr("3. From"), sender),
                    (tr("4. Subject"), ""),
                    (tr("5. Time"), formats.moment(newest.happened_ms if newest is not None else paper.now_ms)),
                    (tr("8. Approved by"), f"{paper.operator}, {role_word(paper.role)}"),
                )
            ),
            Text(tr("7. Message"), said(paper, newest) if newest is not None else "", ROOM),
            Text(tr("9. Reply"), "", ROOM),
            Facts(((tr("10. Replied by"), ""), (tr("Time"), ""))),
        ),
        paper.prepared,
        paper.exercise,
    )


def catalogue_slot(paper: Paper, slot: str) -> str:
    """Return the name of what a unit was sent as; the slot itself where the catalogue does not know it."""
    capability = slot.rsplit(":", maxsplit=1)[-1]
    return paper.desk.catalogue.capability(capability).name(language()) if capability else ""


def _head(paper: Paper, incident: IncidentView) -> Facts:
    return Facts(((tr("1. Incident name"), paper.incident_name(incident)), (tr("2. Operational period"), paper.period(paper.lines(incident.id)))))


def _channels(paper: Paper, title: str) -> Table:
    heads = (tr("Channel"), tr("Use"), tr("Receive"), tr("Transmit"), tr("Tone"), tr("Mode"))
    rows = [(c.name(language()), c.use.name(language()), c.receive, c.transmit, c.tone, c.mode) for c in paper.desk.catalogue.channels]
    return Table(title, heads, rows, (16, 34, 15, 15, 10, 10))

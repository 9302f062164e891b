"""Dispatch cards for the day when every link is down: one for each unit of an incident, and blank ones for the pen."""

from __future__ import annotations

from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.sheet import Facts, Sheet, Table
from commandcenter.ui.type_names import type_name
from commandcenter.ui.words import priority_word

BLANKS = 4
STEPS = 5


def dispatch_cards(paper: Paper, incident: IncidentView) -> Sheet:
    """Return a card for each unit now sent to an incident, to be handed over or read out."""
    units = [unit for ident in incident.units if (unit := paper.desk.picture.unit(ident)) is not None]
    blocks = [block for unit in units for block in _card(paper, incident, unit)]
    return Sheet(tr("Dispatch cards"), tr("Dispatch cards"), paper.incident_name(incident), blocks or _blank(), paper.prepared, paper.exercise)


def blank_cards(paper: Paper) -> Sheet:
    """Return empty cards; what is written on them is entered later, with the time at which it happened."""
    blocks = [block for _ in range(BLANKS) for block in _blank()]
    return Sheet(tr("Blank dispatch cards"), tr("Blank dispatch cards"), paper.about, blocks, paper.prepared, paper.exercise)


def _card(paper: Paper, incident: IncidentView, unit: UnitView) -> tuple[Facts, Table]:
    orders = [o.text for o in paper.desk.picture.duty.orders() if o.incident == incident.id and unit.id in o.answers and o.withdrawn is None]
    facts = Facts(
        (
            (tr("Unit"), f"{unit.callsign} ({unit.crew})"),
            (tr("Number"), incident.number),
            (tr("Type"), f"{type_name(paper.desk.catalogue, incident.type)} · {priority_word(incident.priority)}"),
            (tr("Reported"), formats.moment(incident.reported_ms)),
            (tr("Where"), paper.place(incident)),
            (tr("Order"), "; ".join(orders) or incident.text),
        )
    )
    return facts, _times()


def _blank() -> tuple[Facts, Table]:
    facts = tuple((name, "") for name in (tr("Unit"), tr("Number"), tr("Type"), tr("Reported"), tr("Where"), tr("Order")))
    return Facts(facts), _times()


def _times() -> Table:
    heads = (tr("Dispatched"), tr("En route"), tr("On scene"), tr("Ended"), tr("By"))
    return Table("", heads, [[""] * STEPS], (20, 20, 20, 20, 20))

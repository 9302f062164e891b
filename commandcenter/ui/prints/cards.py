"""Dispatch cards for the day when every link is down: one for each unit of an incident, and blank ones for the pen."""

from __future__ import annotations

from commandcenter.model.words import OrderState
from commandcenter.picture.orders import OrderView
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.sheet import Card, Facts, Sheet, Table, Text
from commandcenter.ui.type_names import type_name
from commandcenter.ui.words import priority_word

BLANKS = 3
"""They fill one page, of A4 and of Letter."""
STEPS = 5
MOST_ORDERS = 6
ROOM = 2
"""Lines for an order and for a note."""


def dispatch_cards(paper: Paper, incident: IncidentView) -> Sheet:
    """Return a card for each unit now sent to an incident, to be handed over or read out; where none is, one for the unit that the pen names."""
    units = [unit for ident in incident.units if (unit := paper.desk.picture.unit(ident)) is not None]
    cards = [_card(paper, incident, unit) for unit in units or (None,)]
    return Sheet(tr("Dispatch cards"), tr("Dispatch cards"), paper.incident_name(incident), cards, paper.prepared, paper.exercise)


def blank_cards(paper: Paper) -> Sheet:
    """Return empty cards; what is written on them is entered later, with the time at which it happened."""
    cards = [_blank() for _ in range(BLANKS)]
    return Sheet(tr("Blank dispatch cards"), tr("Blank dispatch cards"), paper.about, cards, paper.prepared, paper.exercise)


def _card(paper: Paper, incident: IncidentView, unit: UnitView | None) -> Card:
    facts = Facts(
        (
            (tr("Unit"), f"{unit.callsign} ({unit.crew})" if unit is not None else ""),
            (tr("Number"), incident.number),
            (tr("Type"), f"{type_name(paper.desk.catalogue, incident.type)} · {priority_word(incident.priority)}"),
            (tr("Reported"), formats.moment(incident.reported_ms)),
            (tr("Where"), paper.place(incident)),
        )
    )
    orders = _orders(paper, incident, unit) if unit is not None else ""
    return Card((facts, Text(tr("Order"), orders or incident.text, ROOM), _times()))


def _orders(paper: Paper, incident: IncidentView, unit: UnitView) -> str:
    """Return what a unit has still to do, the newest orders, a numbered line each."""
    found = [o for o in paper.desk.picture.duty.orders() if o.incident == incident.id and o.withdrawn is None and _stands(o, unit)]
    lines = [f"{n}. {formats.clock(o.sent_ms, seconds=False)}  {o.text}" for n, o in enumerate(found[-MOST_ORDERS:], start=1)]
    before = len(found) - MOST_ORDERS
    return "\n".join([*([tr("{n} earlier orders: see ICS 204", n=before)] if before > 0 else []), *lines])


def _stands(order: OrderView, unit: UnitView) -> bool:
    answer = order.answers.get(unit.id)
    return answer is not None and answer.state not in (OrderState.DONE, OrderState.REFUSED)


def _blank() -> Card:
    names = (tr("Unit"), tr("Number"), tr("Type"), tr("Reported"), tr("Where"))
    return Card((Facts(tuple((name, "") for name in names)), Text(tr("Order"), "", ROOM), _times()))


def _times() -> Table:
    heads = (tr("Dispatched"), tr("En route"), tr("On scene"), tr("Ended"), tr("By"))
    return Table("", heads, [[""] * STEPS], (20, 20, 20, 20, 20))

"""The turn list of a unit's way as a paper for the crew."""

from __future__ import annotations

from commandcenter.dispatch.turn_list import Turn
from commandcenter.model.ports import Route
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.incident.turns import rows_of
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.sheet import Block, Facts, Sheet, Table, Text


def way_sheet(paper: Paper, callsign: str, where: str, route: Route, turns: tuple[Turn, ...]) -> Sheet:
    """Return the way of a unit to an incident, with its warnings before the turns."""
    facts = Facts(
        (
            (tr("Unit"), callsign),
            (tr("Where"), where),
            (tr("Driving time"), formats.eta(route.eta_s)),
            (tr("Distance"), formats.distance(route.distance_m)),
        )
    )
    warnings: tuple[Block, ...] = (Text(tr("Mind"), "\n".join(spoken(warning) for warning in route.warnings)),) if route.warnings else ()
    heads = (tr("No."), tr("What to do"), tr("Then for"), tr("After"))
    table = Table(tr("Turns"), heads, rows_of(turns), (8, 60, 16, 16), tr("No road leads there."))
    return Sheet(tr("Way"), tr("Way"), f"{callsign} · {where} · {paper.about}", (facts, *warnings, table), paper.prepared, paper.exercise)

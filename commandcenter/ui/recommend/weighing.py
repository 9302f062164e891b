"""What the worst closure would do to the ways, worked out once the order is out and added to its decision."""

from __future__ import annotations

from collections.abc import Iterable

from commandcenter.dispatch.fragility import Fragility
from commandcenter.dispatch.jsonform import fragility_json
from commandcenter.model.commands import WeighDecision
from commandcenter.model.ids import Id
from commandcenter.ui.seat import Seat


async def weigh(seat: Seat, decision: Id, incident: Id, units: Iterable[Id]) -> None:
    """Look at each unit's way in a worker thread, then write what was found; nothing where there is nothing to say.

    It is no act of the operator's: undo does not see it. Raises `Refused` where the incident or the operation is gone meanwhile.
    """
    found: dict[Id, Fragility] = {}
    for unit in units:
        worst = await seat.desk.advice.fragility(incident, unit)
        if worst is not None:
            found[unit] = worst
    if found:
        await seat.desk.submit(WeighDecision(decision, fragility_json(found)))

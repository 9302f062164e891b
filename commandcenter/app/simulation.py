"""In the training region nobody drives: the crews are simulated, and everything they do is marked so."""

from __future__ import annotations

import asyncio

from commandcenter.app.session import Session
from commandcenter.app.training import TRAINING_REGION
from commandcenter.exercise.simulated_units import SimulatedUnits

TICK_S = 1.0


async def simulate(session: Session) -> None:
    """Move the crews once a second until cancelled; return at once where real crews drive."""
    if session.pack.name != TRAINING_REGION:
        return
    kinds = session.desk.catalogue.kinds
    crews = SimulatedUnits(session.desk, lambda kind: kinds[kind].turnout_s if kind in kinds else 0.0)
    while True:
        await crews.tick()
        await asyncio.sleep(TICK_S)

"""In the training region nobody drives: the crews are simulated, and everything they do is marked so."""

from __future__ import annotations

import asyncio

from commandcenter.app.session import Session
from commandcenter.app.training import TRAINING_REGION
from commandcenter.exercise.agenda import Agenda
from commandcenter.exercise.crews import ACTOR, Crews
from commandcenter.exercise.engine import Engine
from commandcenter.exercise.stage import DeskStage
from commandcenter.exercise.streams import Streams
from commandcenter.exercise.times import PlausibleTimes
from commandcenter.model.ids import Id

TICK_S = 1.0


async def simulate(session: Session) -> None:
    """Move the crews once a second until cancelled; return at once where real crews drive, or the desk that began the practice moves them."""
    if session.pack.name != TRAINING_REGION or session.joined:
        return
    desk = session.desk
    agenda, streams = Agenda(), Streams(_seed(desk.picture.operation))
    engine = Engine(agenda, streams, lambda _moment_ms: None)
    crews = Crews(DeskStage(desk, agenda), agenda, PlausibleTimes(desk.catalogue, streams))
    engine.add(ACTOR, crews)
    while True:
        await engine.run_until(desk.clock.wall_ms())
        crews.show_positions()
        await asyncio.sleep(TICK_S)


def _seed(operation: Id) -> int:
    return int(operation[-8:], 16)

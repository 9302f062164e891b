"""A leading computer that is about to lose its power: `python -m tests.unit.exercise.victim HOME` says every decision that was confirmed."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from commandcenter.app.exercise_store import RunKeeper, opening
from commandcenter.app.exercises import ground_of
from commandcenter.app.home import Home
from commandcenter.app.session import open_pack, read_secrets
from commandcenter.exercise.acts import Skip
from commandcenter.exercise.course import Course, Settings
from commandcenter.exercise.folder import read_scenario, shipped
from commandcenter.model.commands import ReportIncident
from commandcenter.resources.catalogue import default_catalogue

STEP_MS = 500


def new_course(home: Home) -> Course:
    """Return the quiet shift, as a window would begin it."""
    scenario = read_scenario(shipped() / "quiet-shift", default_catalogue())
    settings = Settings(scenario.seed, nonce="victim", founder=read_secrets(home).device.id)
    return Course(scenario, ground_of(open_pack(home, "training"), default_catalogue()), settings, opening(home))


async def decide_for_ever(home: Home) -> None:
    """Decide again and again until killed."""
    course = new_course(home)
    await course.begin()
    RunKeeper(home, course, None)
    say(course.operation)
    await course.control(Skip("7"))
    at = next(iter(course.desk.picture.stations())).at
    number = 0
    while True:
        number += 1
        await course.advance_to(course.clock.wall_ms() + STEP_MS)
        await course.desk.submit(ReportIncident("medical.fall", at, f"Place {number}"))
        say(f"Place {number}")


def say(line: str) -> None:
    """Tell the test."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


if __name__ == "__main__":
    asyncio.run(decide_for_ever(Home.open(Path(sys.argv[1]))))

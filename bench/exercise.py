"""Exercises: events a second against SimPy, going back to a moment, a day with two hundred units, two weeks of a real log, the window at ×60."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from bench import exercise_core, exercise_window
from bench.exercise_town import START_MS, Size, scenario_of
from bench.road_graphs import DATA
from bench.row import Row
from commandcenter.app.exercise_store import opening
from commandcenter.app.exercises import ground_of, play
from commandcenter.app.home import Home
from commandcenter.app.session import open_pack, read_secrets
from commandcenter.exercise.course import Course, Settings, run_key
from commandcenter.exercise.memory import in_memory
from commandcenter.exercise.recorded import Sort
from commandcenter.exercise.replay import as_scenario, read_recorded
from commandcenter.exercise.timelines import Timelines
from commandcenter.geo.importing.region import import_region
from commandcenter.model.progress import NoProgress
from commandcenter.resources.catalogue import default_catalogue

MAP = DATA / "osm" / "heidelberg.osm.pbf"
CALLS = DATA / "calls" / "sf_fire" / "sffd_2020-04-07_2020-04-20.csv"
REGION = "bench"


def rows(quick: bool) -> list[Row]:
    """Measure; the runs of a whole exercise need the map of Heidelberg, the replay the calls of San Francisco too."""
    found = exercise_core.rows(20_000 if quick else 200_000)
    if not MAP.is_file():
        return found
    with tempfile.TemporaryDirectory() as folder:
        home = Home.open(Path(folder))
        import_region(MAP, REGION, home.regions, progress=NoProgress())
        open_pack(home, REGION).roads().warm_up()
        found += asyncio.run(_rewinding(home, Size(1 if quick else 4, 40)))
        found.append(asyncio.run(_day(home, Size(2 if quick else 24, 200))))
        if CALLS.is_file():
            found.append(_two_weeks(home, 0.5 if quick else None))
        return found + exercise_window.rows(home, 5 if quick else 30)


def _course(home: Home, size: Size, *, on_disk: bool) -> Course:
    """Return an exercise: its log sealed on the disk under this home's key, as in the window, or in memory."""
    scenario, ground = scenario_of(size, REGION), ground_of(open_pack(home, REGION), default_catalogue())
    settings = Settings(1, virtual_player=True, founder=read_secrets(home).device.id if on_disk else "")
    return Course(scenario, ground, settings, opening(home) if on_disk else in_memory(run_key(scenario, settings)))


async def _rewinding(home: Home, size: Size) -> list[Row]:
    """Return what snapshots cost, and going back as the window does it: a sealed log of its own on the disk for each new timeline."""
    course = _course(home, size, on_disk=True)
    await course.begin()
    await course.advance_to(course.scenario.end_ms)
    start = time.perf_counter()
    for _ in range(1000):
        kept = course.snapshot()
    copy_ms = time.perf_counter() - start
    start = time.perf_counter()
    for _ in range(1000):
        course.engine.restore(kept.engine)
    restore_ms = time.perf_counter() - start
    lines, back_s = Timelines(course, opening(home)), []
    for share in (0.1, 0.37, 0.62, 0.999):
        lines.choose(0)
        moment_ms = START_MS + round((course.scenario.end_ms - START_MS) * share)
        start = time.perf_counter()
        await lines.go_back(moment_ms)
        back_s.append(time.perf_counter() - start)
    entries = course.desk.picture.count()
    await _close(lines)
    worst_s = max(back_s)
    what = f"{size.hours} h, {size.units} units"
    back = f"go back to a moment, {size}, {entries:,} entries, sealed log on the disk"
    return [
        Row(f"snapshot of the simulator, {what}", copy_ms, "ms"),
        Row(f"restoring it, {what}", restore_ms, "ms"),
        Row(f"{back}: median of four", statistics.median(back_s), "s"),
        Row(f"{back}: slowest", worst_s, "s", goal="≤ 1 s", met=worst_s <= 1),
    ]


async def _close(lines: Timelines) -> None:
    await lines.close()
    for one in lines.all:
        one.course.writer.submit(one.course.log.close).result()
        one.course.writer.shutdown()


async def _day(home: Home, size: Size) -> Row:
    """Return what a run without a window takes; its log is in memory."""
    course = _course(home, size, on_disk=False)
    await course.begin()
    start = time.perf_counter()
    await course.advance_to(course.scenario.end_ms)
    took_s = time.perf_counter() - start
    entries, events = course.desk.picture.count(), course.engine.agenda.happened
    await course.close()
    return Row(f"{size}, headless, {entries:,} entries, {events:,} events", took_s, "s", "exercise time", size.hours * 3600 / took_s)


def _two_weeks(home: Home, days: float | None) -> Row:
    """Return what `commandcenter exercise replay` takes for a real log, with the review of every decision; its faults are findings."""
    recorded = read_recorded(CALLS)
    scenario = as_scenario(recorded, REGION, open_pack(home, REGION).info.focus, days=days)
    start = time.perf_counter()
    played = play(home, scenario, Settings(scenario.seed, virtual_player=True))
    took_s = time.perf_counter() - start
    faults = {sort: sum(one.sort is sort for one in recorded.findings) for sort in (Sort.DOUBLE, Sort.CLOCK)}
    found = f"{faults[Sort.DOUBLE]:,} double bookings and {faults[Sort.CLOCK]:,} clock inversions found"
    what = f"{len(scenario.injects):,} real calls of {'two weeks' if days is None else f'{days:g} days'} replayed and reviewed"
    name = f"{what}, {played.review.entries:,} entries; {found}"
    goal, met = ("≤ 600 s", took_s <= 600) if days is None else ("", None)
    return Row(name, took_s, "s", goal=goal, met=met)

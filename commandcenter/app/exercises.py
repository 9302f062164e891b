"""Exercises of a home folder: `exercises/<operation>/log.db` for runs, `scenarios/` for one's own. Live logs are never touched."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from commandcenter.app.home import Home
from commandcenter.app.session import open_pack, read_secrets
from commandcenter.exercise.column_words import COLUMN_SAID
from commandcenter.exercise.course import Course, Ground, OpenLog, Settings, run_key
from commandcenter.exercise.memory import LatestTracks
from commandcenter.exercise.own_resources import with_region
from commandcenter.exercise.review import Review, review
from commandcenter.exercise.salts import counted_salts
from commandcenter.exercise.scenario import Scenario
from commandcenter.exercise.validate import Grounds, validate
from commandcenter.geo.pack import RegionPack
from commandcenter.log.ledger import Ledger
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.model.clock import Clock
from commandcenter.model.commands import AddDepot, AddUnit, Command
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id, is_exercise
from commandcenter.model.ports import TrackStore
from commandcenter.model.sentences import Sentence, say
from commandcenter.resources.catalogue import Catalogue, default_catalogue
from commandcenter.resources.csv_tables import ImportIssue
from commandcenter.resources.fleet import default_fleet

MOST_SAID = 30
"""Faults of a scenario that are named in a window; `commandcenter exercise validate` names all."""


def exercises_of(home: Home) -> Path:
    """Return the folder of runs."""
    return home.root / "exercises"


def scenarios_of(home: Home) -> Path:
    """Return the folder of one's own scenarios."""
    return home.root / "scenarios"


def ground_of(pack: RegionPack, catalogue: Catalogue) -> Ground:
    """Return what a run stands on: the region's roads and search, and its default fleet."""
    return Ground(catalogue, pack.roads(), pack.gazetteer(), default_fleet(pack.facilities(), catalogue).commands)


def regions_of(home: Home) -> frozenset[str]:
    """Return the names of the regions here."""
    return frozenset(path.name for path in home.regions.iterdir() if path.is_dir() and not path.name.startswith("."))


def check_scenario(home: Home, scenario: Scenario, region: str | None, file: str) -> tuple[ImportIssue, ...]:
    """Return everything that is wrong with a scenario: what could not be read, and what could not be played in its region."""
    regions = regions_of(home)
    name = region or scenario.region
    if name not in regions:
        return (*scenario.issues, *validate(scenario, Grounds(default_catalogue(), regions), file))
    return check_in(open_pack(home, name), scenario, regions | {scenario.region}, file)


def check_in(pack: RegionPack, scenario: Scenario, regions: frozenset[str], file: str) -> tuple[ImportIssue, ...]:
    """Return everything that is wrong with a scenario when it is played in a region."""
    catalogue = default_catalogue()
    commands = with_region(scenario.resources, default_fleet(pack.facilities(), catalogue).commands)
    callsigns, depots = _names(commands)
    return (*scenario.issues, *validate(scenario, Grounds(catalogue, regions, pack.gazetteer(), callsigns, depots), file))


def found_said(found: Sequence[ImportIssue | Refused]) -> tuple[Sentence, ...]:
    """Return what is wrong with a scenario, or what the desk would not have of its resources, for people: the first and how many more."""
    said = [_issue_said(one) if isinstance(one, ImportIssue) else one.sentence for one in found[:MOST_SAID]]
    return (*said, say("… and {n} more", n=len(found) - MOST_SAID)) if len(found) > MOST_SAID else tuple(said)


def _issue_said(issue: ImportIssue) -> Sentence:
    if not issue.column:
        return say("{file}, row {row}: {sentence}", file=issue.file, row=issue.row, sentence=issue.sentence)
    column = COLUMN_SAID.get(issue.column, issue.column)
    return say("{file}, row {row}, {column}: {sentence}", file=issue.file, row=issue.row, column=column, sentence=issue.sentence)


def _names(commands: Sequence[Command]) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(c.callsign for c in commands if isinstance(c, AddUnit)), frozenset(c.name for c in commands if isinstance(c, AddDepot))


@dataclass(frozen=True, slots=True)
class Played:
    """A finished headless run."""

    review: Review
    operation: Id
    log: Path


def play(home: Home, scenario: Scenario, settings: Settings, tell: Callable[[float], None] = lambda _share: None) -> Played:
    """Run a scenario to its end without a window. Its log goes to the exercises' folder, replacing an equal run's. Raises `KnownError`."""
    pack = open_pack(home, scenario.region)
    return asyncio.run(_play(home, scenario, ground_of(pack, default_catalogue()), settings, tell))


async def _play(home: Home, scenario: Scenario, ground: Ground, settings: Settings, tell: Callable[[float], None]) -> Played:
    with ExitStack() as opened:
        course = Course(scenario, ground, settings, on_disk(home, run_key(scenario, settings), durable=False))
        opened.callback(course.writer.shutdown)
        opened.callback(lambda: course.writer.submit(course.log.close).result())
        await course.begin()
        length_ms = scenario.end_ms - scenario.start_ms
        for share in range(1, 101):
            await course.advance_to(scenario.start_ms + length_ms * share // 100)
            tell(share / 100)
        await course.close()
        found = await asyncio.get_running_loop().run_in_executor(course.writer, review, course)
    return Played(found, course.operation, run_path(home, course.operation))


def run_path(home: Home, operation: Id) -> Path:
    """Return where the log of a run lies."""
    return exercises_of(home) / operation / "log.db"


def on_disk(home: Home, key: DeviceKey, *, durable: bool = True) -> OpenLog:
    """Return what opens a run's log as a file of its own, beside nothing live.

    `durable`: what was committed outlives a power cut. A run that nobody plays needs it not: the same command makes it again.
    """

    def open_log(operation: Id, clock: Clock) -> tuple[Ledger, TrackStore, Executor]:
        path = run_path(home, operation)
        if not is_exercise(operation):
            raise KnownError("This operation is live; it cannot be opened as an exercise.")
        for old in path.parent.glob("log.db*"):
            old.unlink()
        database_key = read_secrets(home).database_key
        writer = ThreadPoolExecutor(1, thread_name_prefix="exercise-writer")
        with ExitStack() as failing:
            failing.callback(writer.shutdown)
            kept = partial(SqliteLog, path, device=key, database_key=database_key, operation=operation, clock=clock, durable=durable)
            log = writer.submit(kept, new_salt=counted_salts(key)).result()
            failing.pop_all()
        return log, LatestTracks(), writer

    return open_log

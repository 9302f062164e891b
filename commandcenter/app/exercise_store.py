"""Runs that people play, kept so that each can be taken up again: scenario, settings, journal and notebook beside the log.

`HOME/exercises/<operation>/`: `log.db`, `run.json`, `scenario/`, `journal.txt` (one line per thing that came from outside), `notes.json`,
of a replayed log what the real crews did in `real.json`.
A run is taken up by playing its journal again: the same commands give the same log.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO, Any

from commandcenter.app.exercises import exercises_of, ground_of, on_disk, run_path
from commandcenter.app.home import Home
from commandcenter.app.session import open_pack, read_secrets
from commandcenter.exercise.acts import Came
from commandcenter.exercise.course import Course, OpenLog, Settings
from commandcenter.exercise.draft import Draft, write_draft
from commandcenter.exercise.folder import read_scenario
from commandcenter.exercise.msel import row_of
from commandcenter.exercise.plain import from_text, to_text
from commandcenter.exercise.review import Bookmark, Correction, CorrectiveAction, Notebook, Rating
from commandcenter.exercise.scenario import Scenario
from commandcenter.exercise.seat import Done, nowhere
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id, is_exercise
from commandcenter.model.progress import NoProgress, Progress
from commandcenter.model.sentences import say
from commandcenter.resources.catalogue import default_catalogue

RUN, JOURNAL, NOTES, SCENARIO, REAL = "run.json", "journal.txt", "notes.json", "scenario", "real.json"
TAKING_UP = say("taking the exercise up again").template


@dataclass(frozen=True, slots=True)
class Kept:
    """A run on the disk."""

    operation: Id
    scenario: Scenario
    settings: Settings
    source: str
    """Where the scenario came from, for its own resource files; empty for none."""
    reached_ms: int
    branch: int = 0

    @property
    def over(self) -> bool:
        """Return whether it had come to its end."""
        return self.reached_ms >= self.scenario.end_ms


class RunKeeper:
    """Keeps one run while it is played. The loop's thread; files are written in the log's thread."""

    def __init__(self, home: Home, course: Course, source: Path | None, branch: int = 0) -> None:
        """Begin to keep a run, its journal so far included."""
        self._folder, self._course = run_path(home, course.operation).parent, course
        self._writer: Executor = course.writer
        self._folder.mkdir(parents=True, exist_ok=True)
        write_draft(self._folder / SCENARIO, Draft(course.scenario, tuple(map(row_of, course.scenario.injects)), source))
        facts = {"settings": asdict(course.settings), "digest": course.scenario.digest, "branch": branch}
        (self._folder / RUN).write_text(json.dumps(facts), encoding="utf-8")
        if course.scenario.real:
            (self._folder / REAL).write_text(to_text(course.scenario.real), encoding="utf-8")
        self._journal: IO[str] = (self._folder / JOURNAL).open("w", encoding="utf-8")
        for done in course.desk.journal:
            self._write(_line(done))
        course.desk.on_done = self._keep

    async def _keep(self, done: Done) -> None:
        await asyncio.get_running_loop().run_in_executor(self._writer, self._write, _line(done))

    def reached(self) -> None:
        """Note how far exercise time has come; now and then, and at the end."""
        self._writer.submit(self._write, f"{self._course.clock.wall_ms()} reached")

    def keep_notes(self, book: Notebook) -> None:
        """Keep the notebook as it stands."""
        text = json.dumps(asdict(book), ensure_ascii=False)
        self._writer.submit(_replace, self._folder / NOTES, text)

    def _write(self, line: str) -> None:
        self._journal.write(line + "\n")
        self._journal.flush()
        os.fsync(self._journal.fileno())

    def close(self) -> None:
        """Write what is left."""
        self._course.desk.on_done = nowhere
        self.reached()
        self._writer.submit(self._journal.close).result()


def _line(done: Done) -> str:
    return f"{done.at_ms} {to_text(done.command)}"


def _replace(path: Path, text: str) -> None:
    new = path.with_name(f"new-{path.name}")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def kept_runs(home: Home) -> list[Kept]:
    """Return the runs that can be taken up, the newest first; broken folders are left out."""
    folders = [path.parent for path in exercises_of(home).glob(f"*/{RUN}")] if exercises_of(home).is_dir() else []
    found = []
    for folder in sorted(folders, key=lambda folder: (folder / JOURNAL).stat().st_mtime if (folder / JOURNAL).is_file() else 0.0, reverse=True):
        try:
            found.append(kept_run(home, Id(folder.name)))
        except KnownError:
            continue
    return found


def kept_run(home: Home, operation: Id) -> Kept:
    """Return one run. Raises `KnownError`."""
    folder = run_path(home, operation).parent
    if not is_exercise(operation) or not (folder / RUN).is_file():
        raise KnownError("There is no run {operation} that could be taken up.", operation=operation)
    try:
        facts = json.loads((folder / RUN).read_text(encoding="utf-8"))
        settings = Settings(**facts["settings"])
        reached = [int(line.partition(" ")[0]) for line in _lines(folder / JOURNAL)]
        real = from_text((folder / REAL).read_text(encoding="utf-8")) if (folder / REAL).is_file() else {}
        scenario = replace(read_scenario(folder / SCENARIO, default_catalogue()), digest=str(facts["digest"]), real=real)
        return Kept(operation, scenario, settings, str(folder / SCENARIO), max([scenario.start_ms, *reached]), int(facts["branch"]))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise KnownError("The run {operation} cannot be read: {why}.", operation=operation, why=type(error).__name__) from error


def kept_notes(home: Home, operation: Id) -> Notebook:
    """Return the notebook of a run; an empty one where nothing was written, or it cannot be read."""
    try:
        raw = json.loads((run_path(home, operation).parent / NOTES).read_text(encoding="utf-8"))
        return Notebook(
            [Bookmark(**one) for one in raw["bookmarks"]],
            [Rating(**one) for one in raw["ratings"]],
            [str(one) for one in raw["hot_wash"]],
            [CorrectiveAction(**one) for one in raw["actions"]],
            [Correction(**one) for one in raw.get("corrections", [])],
        )
    except (OSError, ValueError, TypeError, KeyError):
        return Notebook()


def _lines(path: Path) -> Iterator[str]:
    """Yield the whole lines of a journal: one that was being written when the program ended is left out."""
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.endswith("\n"):
            yield line[:-1]


def opening(home: Home) -> OpenLog:
    """Return what opens the logs of this computer's runs, under this computer's key."""
    return on_disk(home, read_secrets(home).device)


async def take_up(home: Home, kept: Kept, progress: Progress | None = None) -> Course:
    """Play a run's journal again up to where it was; its old log stays as `before/`. Raises `KnownError` or `Cancelled`."""
    told = progress or NoProgress()
    path = run_path(home, kept.operation)
    journal = [_read(line) for line in _lines(path.parent / JOURNAL)]
    if kept.branch and any(isinstance(what, Came) for _, what in journal):
        raise KnownError(
            "This branch left a run in which other computers took part; once closed it cannot be taken up. Take the first run up and go back again."
        )
    before = path.parent / "before"
    before.mkdir(exist_ok=True)
    for old in path.parent.glob("log.db*"):
        shutil.copy2(old, before / old.name)
    ground = ground_of(open_pack(home, kept.scenario.region), default_catalogue())
    course = Course(kept.scenario, ground, kept.settings, opening(home), kept.operation)
    await course.begin()
    length_ms = max(1, kept.reached_ms - kept.scenario.start_ms)
    for at_ms, what in journal:
        told.report(TAKING_UP, at_ms - kept.scenario.start_ms, length_ms)
        await course.advance_to(max(at_ms, course.clock.wall_ms()))
        if what is not None:
            await _again(course, what)
    told.report(TAKING_UP, length_ms, length_ms)
    return course


async def _again(course: Course, what: Any) -> None:  # noqa: ANN401 - whatever stands in a journal
    try:
        await course.redo(what)
    except Refused as refused:
        raise KnownError(
            "The run cannot be taken up: this program decides otherwise than the one that played it ({why}).", why=refused.sentence
        ) from refused


def _read(line: str) -> tuple[int, Any]:
    moment, _, rest = line.partition(" ")
    return int(moment), None if rest == "reached" else from_text(rest)

"""A long log is read behind a small window that tells how far it is and can be told to stop."""

from __future__ import annotations

import asyncio
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from commandcenter.app import own_log
from commandcenter.app.home import Home
from commandcenter.app.opening import opened_session
from commandcenter.app.session import Session, open_session
from commandcenter.geo.pack import RegionPack
from commandcenter.log.store import SqliteLog
from commandcenter.model.entries import Draft
from commandcenter.model.errors import Cancelled
from commandcenter.model.progress import CancelAfter
from commandcenter.picture.history import picture_of
from commandcenter.picture.picture import Picture
from commandcenter.ui.import_progress import STEPS, ImportProgress

from .world import ACTOR, World


@pytest.fixture
def home(tmp_path: Path, training_pack: RegionPack) -> Home:
    """A home whose operation has 40 entries."""
    found = Home.open(tmp_path / "home")
    shutil.copytree(training_pack.path, found.regions / "training")
    with open_session(found, "training") as session:
        session.writer.submit(_write, session.log).result()
    return found


def _write(log: SqliteLog) -> None:
    log.append([Draft("NoteAdded", ())] * 40, actor=ACTOR, heads=lambda _key: ())


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Reading begins when this is set; every entry is reported."""
    gate = threading.Event()

    def late(operation: object, read: object) -> Picture:
        assert gate.wait(60)
        return picture_of(operation, read)  # type: ignore[arg-type] # as it is called

    monkeypatch.setattr(own_log, "picture_of", late)
    monkeypatch.setattr(own_log, "REPORT_EVERY", 1)
    yield gate
    gate.set()


def shown() -> list[ImportProgress]:
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, ImportProgress) and window.isVisible()]


async def _opened(home: Home) -> Session:
    return await opened_session(home, "training", patience_s=0)


def begin(world: World, home: Home) -> tuple[asyncio.Task[Session], ImportProgress]:
    """Begin to open a desk; return when the window is there."""
    opening = world.loop.create_task(_opened(home))
    world.wait_for(shown, 30)
    (window,) = shown()
    return opening, window


def test_a_long_log_is_read_behind_a_window_that_says_so(world: World, home: Home, held: threading.Event) -> None:
    opening, window = begin(world, home)
    assert window.windowTitle() == "Opening the desk"
    said: list[int] = []
    window.bar.valueChanged.connect(said.append)
    held.set()
    with world.run(_result(opening)) as session:
        assert session.desk.picture.count() == 40

    assert said[-1] == STEPS
    assert shown() == []


async def _result(opening: asyncio.Task[Session]) -> Session:
    return await opening


def test_giving_up_leaves_nothing_open(world: World, home: Home, held: threading.Event) -> None:
    opening, window = begin(world, home)
    window.cancel_button.click()
    world.wait_for(lambda: not window.cancel_button.isEnabled())
    held.set()
    with pytest.raises(Cancelled):
        world.run(_result(opening))
    assert shown() == []
    with open_session(home, "training") as session:
        assert session.desk.picture.count() == 40


def test_a_short_log_needs_no_window(world: World, home: Home) -> None:
    async def opened() -> Session:
        return await opened_session(home, "training", patience_s=600)

    opening = world.loop.create_task(opened())
    windows = 0
    while not opening.done():
        world.settle(0.01)
        windows += len(shown())
    with opening.result() as session:
        assert (session.desk.picture.count(), windows) == (40, 0)


def test_reading_tells_how_far_it_is(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_log, "REPORT_EVERY", 10)
    told: list[tuple[str, float, float]] = []

    class Listener:
        def report(self, stage: str, done: float, total: float) -> None:
            told.append((stage, done, total))

    with open_session(home, "training", progress=Listener()):
        assert told == [(own_log.READING, done, 40) for done in (10, 20, 30, 40)]
    with pytest.raises(Cancelled):
        open_session(home, "training", progress=CancelAfter(2))
    with open_session(home, "training") as session:
        assert session.desk.picture.count() == 40

"""What breaks around a dispatcher in the middle of a call. The call is taken all the same.

The map's process, the graphics card, a monitor, the language, the clock, the disk.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from commandcenter.app.home import Home
from commandcenter.app.session import Session
from commandcenter.geo.pack import RegionPack
from commandcenter.model.clock import FakeClock
from commandcenter.ui.frame import layout_memory
from commandcenter.ui.frame.windows import WINDOWS

from .conftest import Play
from .player import Player, at_the_desk

HOUR_S = 3600
PAINTED = (
    "[...document.querySelectorAll('canvas')].filter(c => c.width && "
    "c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v > 0)).length"
)
"""How many canvases of the map show something."""
LOSE_CARD = f"document.querySelectorAll('canvas').forEach(c => c.getContext('2d').reset()), {PAINTED}"
RESTORE_CARD = "document.querySelectorAll('canvas').forEach(c => c.dispatchEvent(new Event('contextrestored')))"


async def in_writer(session: Session, act: Callable[[], object]) -> None:
    await asyncio.get_running_loop().run_in_executor(session.writer, act)


async def fill_disk(session: Session) -> None:
    """Let the log's file take not one page more."""
    log = session.log.database
    await in_writer(session, lambda: log.script(f"PRAGMA max_page_count = {log.number('PRAGMA page_count')}"))


async def free_disk(session: Session) -> None:
    await in_writer(session, lambda: session.log.database.script("PRAGMA max_page_count = 1000000"))


async def take_half_a_call(player: Player) -> None:
    """Type, place and half of what the caller says, by keyboard."""
    form = player.window.incident.report
    player.press(Qt.Key.Key_F2)
    await player.see(form.type.line.hasFocus, "the form")
    player.type("structure")
    await player.see(form.type.list.isVisible, "types on offer")
    player.press(Qt.Key.Key_Return)
    await player.see(form.place.line.hasFocus, "the place field")
    player.type("1")
    at = player.session.pack.info.focus
    player.window.incident.report.put_place(type(player.picture.stations()[0].at)((at[0] + at[2]) / 2, (at[1] + at[3]) / 2))
    await player.see(lambda: form.place.value is not None and form.text.hasFocus(), "the clicked place")
    player.type("smoke on the ")


async def the_map_dies(player: Player) -> None:
    """The page's process is killed; the keyboard stays where it is, and the map comes back."""
    form, crashed, ready = player.window.incident.report, [], []
    player.map.crashed.connect(lambda: crashed.append(True))
    player.map.ready.connect(lambda: ready.append(True))
    psutil.Process(player.map.browser.page.renderProcessPid()).kill()
    await player.see(lambda: crashed, "the end of the map's process")
    assert QApplication.focusWidget() is form.text
    player.type("second ")
    await player.see(lambda: ready and player.map.is_ready, "the map again")
    assert QApplication.focusWidget() is form.text
    player.type("floor")
    assert form.text.text() == "smoke on the second floor"


async def painted(player: Player, wanted: int) -> int:
    """Wait until at least so many canvases of the map show something; return how many do."""
    counts: list[float] = [0]

    def look() -> bool:
        player.map.browser.page.runJavaScript(PAINTED, 0, counts.append)
        return counts[-1] >= wanted

    await player.see(look, "the map painted")
    return round(counts[-1])


async def the_graphics_card_is_lost(player: Player) -> None:
    """All that the page drew is gone, then it is told that it may draw again; it does, and the keyboard stays where it is."""
    form = player.window.incident.report
    emptied: list[float] = []
    drawn = await painted(player, 1)
    player.map.browser.page.runJavaScript(LOSE_CARD, 0, emptied.append)
    await player.see(lambda: emptied == [0], "empty canvases")
    player.map.browser.page.runJavaScript(RESTORE_CARD)
    await painted(player, drawn)
    assert QApplication.focusWidget() is form.text


async def a_monitor_is_unplugged(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    """A panel and a window stand on the second monitor; without it they stand on the first, and the keyboard stays where it is."""
    form, window = player.window.incident.report, player.window
    legend, log = window.beside.open(next(one for one in WINDOWS if one.name == "legend")), window.docks["log"]
    log.setFloating(True)
    window.activateWindow()
    form.text.setFocus()
    await player.see(lambda: QApplication.focusWidget() is form.text, "the keyboard in the form again")
    first = QGuiApplication.primaryScreen()
    for widget, x in ((log, 6000), (legend, 6400)):
        widget.move(x, 200)
    monkeypatch.setattr(layout_memory, "plugged_in", lambda: [first])
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.screenRemoved.emit(first)
    assert all(layout_memory.reachable(one.frameGeometry(), [first.geometry()]) for one in (log, legend))
    assert QApplication.focusWidget() is form.text
    assert form.text.text() == "smoke on the second floor"
    log.setFloating(False)
    legend.close()


async def the_language_changes(player: Player) -> None:
    """Ctrl+Shift+L in the middle of the form: its words change, what was typed does not."""
    form = player.window.incident.report
    place, answers = form.place.value, dict(form.questions.answers)
    for code, heading in (("zh_CN", "新建事件"), ("en", "New incident")):
        player.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        await player.see(partial(lambda wanted: form.heading.text() == wanted, heading), "the form in the other language")
        assert player.window.language.code == code
        assert (form.text.text(), form.place.value, form.type.value) == ("smoke on the second floor", place, "fire.structure")
        assert form.questions.answers == answers
        assert QApplication.focusWidget() is form.text


async def the_clock_jumps(player: Player, clock: FakeClock) -> None:
    """The computer's clock is set back and forth; the call clock never runs below zero, and nothing stops."""
    form = player.window.incident.report
    for seconds in (-2 * HOUR_S, 2 * HOUR_S + 90, -30):
        clock.now_ms += 1000 * seconds
        player.window.seat.ticked.emit(player.window.seat.now_ms())
        assert not form.call_clock.text().startswith("-")
        assert form.text.text() == "smoke on the second floor"


async def the_disk_is_full(player: Player) -> None:
    """Enter says that the disk is full; the form keeps everything; once there is room, Enter opens the incident."""
    form, before = player.window.incident.report, len(player.picture.incidents())
    await fill_disk(player.session)
    form.text.setText(form.text.text() + ", " + "and people at the windows; " * 200)
    player.press(Qt.Key.Key_Return)
    await player.see(lambda: "disk is full" in player.strip, "the clear sentence")
    assert len(player.picture.incidents()) == before
    assert form.text.text().startswith("smoke on the second floor, and people")
    assert form.place.value is not None
    await free_disk(player.session)
    player.press(Qt.Key.Key_Return)
    await player.see(lambda: len(player.picture.incidents()) == before + 1, "the incident")


@pytest.mark.xdist_group("stories")
def test_a_call_is_taken_while_everything_around_breaks(
    tmp_path: Path, training_pack: RegionPack, play: Play[None], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home.open(tmp_path / "home")
    shutil.copytree(training_pack.path, home.regions / "training")
    clock = FakeClock()
    caplog.set_level(logging.CRITICAL, "commandcenter.ui.map.browser")

    async def story() -> None:
        async with at_the_desk(home, "training", clock=clock) as player:
            await take_half_a_call(player)
            await the_map_dies(player)
            await the_graphics_card_is_lost(player)
            await a_monitor_is_unplugged(player, monkeypatch)
            await the_language_changes(player)
            await the_clock_jumps(player, clock)
            await the_disk_is_full(player)
            taken = player.picture.incidents()[-1]
        async with at_the_desk(home, "training", clock=clock) as player:
            assert player.incident(taken).text.startswith("smoke on the second floor")
            await player.see(partial(bool, player.map.is_ready), "the map of the next day")

    play(story())

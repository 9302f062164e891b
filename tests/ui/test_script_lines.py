"""A script's line that an open desk carries out: the desk prints and takes back, and says what came of it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from commandcenter.app.hands import WindowHands
from commandcenter.app.lines import LineDone, OpenWindow, carry_out
from commandcenter.model.commands import SetUnitStatus
from commandcenter.model.errors import Refused
from commandcenter.model.words import UnitStatus
from commandcenter.ui.command_line.known import WindowWords
from commandcenter.ui.command_line.reading import Reading
from commandcenter.ui.prints.papers import Printer

from .world import World


def do(world: World, line: str, *, dry: bool = False) -> LineDone:
    window = world.window
    assert window is not None
    shown: list[Reading] = []
    work = carry_out(world.desk, line, dry=dry, window=OpenWindow(WindowWords, shown.append), hands=WindowHands(window))
    done: LineDone = world.run(work)
    assert shown == []
    return done


def test_a_script_takes_back_what_was_done_in_the_window(busy: World) -> None:
    window = busy.window
    assert window is not None
    with pytest.raises(Refused, match="nothing to undo"):
        do(busy, "undo")
    unit = next(one for one in busy.desk.picture.units() if one.status == UnitStatus.AVAILABLE)
    busy.run(window.seat.submit(SetUnitStatus(unit.id, UnitStatus.OUT_OF_SERVICE)))
    assert str(do(busy, "undo", dry=True).says) == "Undo your last action"
    assert "both entries stay" in str(do(busy, "undo").says)
    assert busy.desk.picture.unit(unit.id).status == UnitStatus.AVAILABLE  # type: ignore[union-attr] # it is there


def test_a_script_prints_about_the_incident_it_names(busy: World, tmp_path: Path) -> None:
    window = busy.window
    assert window is not None
    window.printer = Printer(window.seat, lambda: window.header.standing, tmp_path)
    chosen, other = busy.desk.picture.incidents()[:2]
    window.seat.choose_incident(chosen.id)
    done = do(busy, f"print 214 {other.number}")
    (file,) = done.files
    assert file.parent == tmp_path and file.is_file() and f"-{other.number}-" in file.name
    assert window.seat.incident == chosen.id


def test_nothing_is_printed_behind_a_locked_screen(busy: World) -> None:
    locked: Any = SimpleNamespace(lock=SimpleNamespace(locked=True))
    with pytest.raises(Refused, match="unlock it first"):
        busy.run(WindowHands(locked).write_paper("214", None))

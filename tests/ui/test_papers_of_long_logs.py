"""Papers of a log that is longer than what a desk holds in memory."""

from __future__ import annotations

from pathlib import Path

from commandcenter.model.commands import SetTimer
from commandcenter.model.progress import NoProgress
from commandcenter.ui.prints.paper_file import Size
from commandcenter.ui.prints.papers import LOG, Printer
from commandcenter.ui.prints.sheet import Sheet, Table

from .long_shift import long_shift
from .world import World


def table_rows(sheet: Sheet) -> set[tuple[str, ...]]:
    return {tuple(row) for block in sheet.blocks if isinstance(block, Table) for row in block.rows}


def test_papers_hold_the_rows_that_are_in_memory_no_longer(world: World, tmp_path: Path) -> None:
    made = world.run(long_shift(world.desk, world.clock, incidents=3, orders=12, notes=6))
    window, picture = world.open_window(), world.desk.picture
    window.seat.choose_incident(made.tenement)
    printer = Printer(window.seat, lambda: window.header.standing, tmp_path, Size.A4)
    names = (LOG, "214", "309", "report")
    whole = {name: printer.prepare(name).make() for name in names}
    picture._lines._kept = 20
    world.run(world.desk.submit(SetTimer("relief", world.clock.wall_ms() + 3_600_000)))
    assert picture._lines.kept < 30 < picture.lines_total()
    assert table_rows(whole[LOG]) - table_rows(printer.prepare(LOG).make()), "not read: only what is in memory"
    for name in names:
        assert table_rows(whole[name]) <= table_rows(world.run(printer.prepare_beside(name, NoProgress())).make()), name

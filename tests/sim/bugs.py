"""Programs with one mistake each, of the kind that real ones make. The simulation must notice every one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from commandcenter.log import intake, ledger
from commandcenter.log.header import FIRST_PREV, Header
from commandcenter.log.memory import MemoryRows
from commandcenter.log.rows import Row
from commandcenter.picture import registers
from commandcenter.sync import missing as missing_module

Plant = Callable[[pytest.MonkeyPatch], None]


def accept_a_gap(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(intake.Intake, "_follows", lambda self, header: True)


def skip_the_check_of_the_one_before(patch: pytest.MonkeyPatch) -> None:
    def follows(self: Any, header: Header) -> bool:
        tip = self._tip(header.device)
        return header.seq <= (tip.seq if tip else 0) + 1

    patch.setattr(intake.Intake, "_follows", follows)


def drop_the_other_branch_of_a_fork(patch: pytest.MonkeyPatch) -> None:
    right = intake.Intake._follows
    patch.setattr(intake.Intake, "_follows", lambda self, header: not self._claimed(header) and right(self, header))


def let_the_latest_clock_win(patch: pytest.MonkeyPatch) -> None:
    right = registers.Register._add

    def add(self: Any, entry: Any, head: Any) -> None:
        right(self, entry, head)
        self.heads = self.heads[-1:]

    patch.setattr(registers.Register, "_add", add)


def forget_what_was_superseded_before_it_came(patch: pytest.MonkeyPatch) -> None:
    right = registers.Register._supersede

    def supersede(self: Any, basis: Any) -> None:
        right(self, basis)
        self._missing = frozenset()

    patch.setattr(registers.Register, "_supersede", supersede)


def supersede_everything_that_is_here(patch: pytest.MonkeyPatch) -> None:
    def write(self: Any, entry: Any, basis: Any, head: Any) -> None:
        self._supersede(basis)
        self.heads, self._hidden = (), ()
        self._add(entry, head)

    patch.setattr(registers.Register, "write", write)


def name_only_the_longest_branch(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ledger.Ledger, "leaves", lambda self: {device: (tip,) for device, tip in self._rows.tips().items()})


def begin_one_entry_too_late(patch: pytest.MonkeyPatch) -> None:
    right = missing_module.missing

    def late(*args: Any) -> Iterator[Row]:
        rows = iter(right(*args))
        next(rows, None)
        yield from rows

    for module in ("session", "responder"):
        patch.setattr(f"commandcenter.sync.{module}.missing", late)


def take_an_unknown_end_for_being_ahead(patch: pytest.MonkeyPatch) -> None:
    right = missing_module._lacking

    def lacking(replica: Any, device: Any, ours: Any, theirs: Any, floor: int) -> Iterator[Row]:
        if len(replica.known([tip.id for tip in theirs])) == len(theirs):
            yield from right(replica, device, ours, theirs, floor)

    patch.setattr(missing_module, "_lacking", lacking)


def take_in_twice_what_comes_twice(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(MemoryRows, "known", lambda self, ids: set())
    patch.setattr(intake.Intake, "_follows", lambda self, header: header.prev == FIRST_PREV or bool(self._rows.at(header.device, header.seq - 1)))


def show_only_what_was_pulled(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("tests.sim.world.Node.received", lambda self, taken: None)


BUGS: tuple[Plant, ...] = (
    accept_a_gap,
    skip_the_check_of_the_one_before,
    drop_the_other_branch_of_a_fork,
    let_the_latest_clock_win,
    forget_what_was_superseded_before_it_came,
    supersede_everything_that_is_here,
    name_only_the_longest_branch,
    begin_one_entry_too_late,
    take_an_unknown_end_for_being_ahead,
    take_in_twice_what_comes_twice,
    show_only_what_was_pulled,
)

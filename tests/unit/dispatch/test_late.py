from __future__ import annotations

from typing import Any

import pytest

from commandcenter.model import commands as c
from commandcenter.model.errors import Refused
from commandcenter.model.words import OrderState, UnitStatus


def test_what_is_entered_late_carries_both_times(stage: Any) -> None:
    unit, happened = stage.unit("E1"), stage.clock.wall_ms() - 600_000
    (entry,) = stage.do(c.EnterLate(c.SetUnitStatus(unit, UnitStatus.OUT_OF_SERVICE), happened))
    assert stage.picture.unit(unit).status_ms == happened
    (line,) = stage.picture.lines(1)
    assert (line.late_ms, line.wall_ms > happened, entry.about["late"]) == (happened, True, happened)
    assert "late" not in line.summary


def test_late_orders_and_answers_stand_at_their_own_times(stage: Any) -> None:
    unit, now = stage.unit("E1"), stage.clock.wall_ms()
    ident = stage.do(c.EnterLate(c.SendOrder("Open the roof", (unit,)), now - 900_000))[0].writes[0].key.entity
    stage.do(c.EnterLate(c.AnswerOrder(ident, unit, OrderState.ACCEPTED), now - 800_000))
    order = stage.picture.duty.order(ident)
    assert (order.sent_ms, order.answers[unit].ms) == (now - 900_000, now - 800_000)


def test_what_was_entered_in_time_is_not_late(stage: Any) -> None:
    stage.do(c.AddNote("now"))
    assert stage.picture.lines(1)[0].late_ms is None


@pytest.mark.parametrize(
    ("ago_ms", "command", "why"),
    [
        (-60_000, c.AddNote("x"), "lies in the future"),
        (40 * 86_400_000, c.AddNote("x"), "more than 31 days ago"),
        (60_000, c.SetTimer("x", 5, None), "cannot be entered late"),
        (60_000, c.AddNote("  "), "note is empty"),
    ],
)
def test_what_cannot_have_happened_is_refused(stage: Any, ago_ms: int, command: c.Command, why: str) -> None:
    with pytest.raises(Refused, match=why):
        stage.do(c.EnterLate(command, stage.clock.wall_ms() - ago_ms))

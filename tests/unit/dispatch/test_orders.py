from __future__ import annotations

import itertools
from typing import Any

import pytest

from commandcenter.model import commands as c
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import OrderState as O

STEPS = {
    O.SENT: {O.READ, O.ACCEPTED, O.REFUSED, O.DONE},
    O.READ: {O.ACCEPTED, O.REFUSED, O.DONE},
    O.ACCEPTED: {O.REFUSED, O.DONE},
    O.REFUSED: {O.ACCEPTED},
    O.DONE: set(),
}


def order(stage: Any, *units: Id, incident: Id | None = None, urgent: bool = False) -> Id:
    return Id(stage.do(c.SendOrder("Lay a line from the canal", units, incident, urgent))[0].writes[0].key.entity)


def answer_of(stage: Any, ident: Id, unit: Id) -> O:
    return O(stage.picture.duty.order(ident).answers[unit].state)


def test_an_order_goes_to_many_and_each_answers_for_itself(stage: Any) -> None:
    one, two = stage.unit("E1"), stage.unit("E2")
    ident = order(stage, one, two, one)
    assert list(stage.picture.duty.order(ident).answers) == [one, two]
    stage.do(c.AnswerOrder(ident, one, O.ACCEPTED))
    assert (answer_of(stage, ident, one), answer_of(stage, ident, two)) == (O.ACCEPTED, O.SENT)
    assert stage.picture.duty.order(ident).unanswered() == (two,)
    assert stage.picture.duty.order(ident).open


@pytest.mark.parametrize(("old", "new"), list(itertools.product(STEPS, (O.READ, O.ACCEPTED, O.REFUSED, O.DONE))))
def test_an_order_goes_forward_only(stage: Any, old: O, new: O) -> None:
    unit = stage.unit("E1")
    ident = order(stage, unit)
    if old != O.SENT:
        stage.do(c.AnswerOrder(ident, unit, old, "no water"))
    if new in STEPS[old]:
        stage.do(c.AnswerOrder(ident, unit, new, "no water"))
        assert answer_of(stage, ident, unit) == new
    else:
        with pytest.raises(Refused, match="already gone further"):
            stage.do(c.AnswerOrder(ident, unit, new, "no water"))
        assert answer_of(stage, ident, unit) == old


def test_a_refusal_needs_a_reason(stage: Any) -> None:
    unit = stage.unit("E1")
    with pytest.raises(Refused, match="needs a reason"):
        stage.do(c.AnswerOrder(order(stage, unit), unit, O.REFUSED, "  "))


def test_an_order_needs_a_unit_and_a_text(stage: Any) -> None:
    unit = stage.unit("E1")
    for command, why in (
        (c.SendOrder("Go", ()), "at least one unit"),
        (c.SendOrder(" ", (unit,)), "empty"),
        (c.SendOrder("Go", (Id("0" * 32),)), "not known"),
    ):
        with pytest.raises(Refused, match=why):
            stage.do(command)


def test_an_answer_of_somebody_else_is_refused(stage: Any) -> None:
    one, two = stage.unit("E1"), stage.unit("E2")
    with pytest.raises(Refused, match="did not go to E2"):
        stage.do(c.AnswerOrder(order(stage, one), two, O.ACCEPTED))


def test_a_withdrawn_order_takes_no_answers(stage: Any) -> None:
    unit = stage.unit("E1")
    ident = order(stage, unit)
    stage.do(c.WithdrawOrder(ident, "wind has turned"))
    assert not stage.picture.duty.order(ident).open
    with pytest.raises(Refused, match="wind has turned"):
        stage.do(c.AnswerOrder(ident, unit, O.ACCEPTED))


def test_an_unknown_order_is_refused(stage: Any) -> None:
    with pytest.raises(Refused, match="not known"):
        stage.do(c.AnswerOrder(derived_id("order", "none"), stage.unit("E1"), O.ACCEPTED))


def test_the_log_row_names_whom_it_went_to(stage: Any) -> None:
    one, two = stage.unit("E1"), stage.unit("E2")
    order(stage, one, two)
    assert stage.picture.lines(1)[0].summary["to"] == "E1, E2"

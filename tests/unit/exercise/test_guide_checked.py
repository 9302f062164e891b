"""The steps of a guide are checked with the rest of a scenario."""

from __future__ import annotations

import pytest

from commandcenter.exercise.rules import parse_rules
from commandcenter.exercise.scenario import GuideStep, Text
from commandcenter.exercise.validate import Grounds, validate
from commandcenter.resources.catalogue import default_catalogue
from tests.unit.exercise.town import inject, scenario


@pytest.mark.parametrize(
    ("about", "until", "words"),
    [
        ("1", "dispatched", None),
        ("", "settled", None),
        ("", "dispatched about=1", None),
        ("", "dispatched", "There is no inject"),
        ("9", "settled", "There is no inject 9"),
        ("1", "", "over at once"),
    ],
)
def test_a_step_that_cannot_be_fulfilled_is_said_by_its_number(about: str, until: str, words: str | None) -> None:
    steps = (GuideStep(Text({"en": "Go"}), parse_rules("closed"), "1"), GuideStep(Text({"en": "Go"}), parse_rules(until), about))
    found = validate(scenario(inject("1", 1), guide=steps), Grounds(default_catalogue()))
    if words is None:
        assert found == ()
    else:
        assert [(issue.column, words in str(issue.sentence)) for issue in found] == [("guide[2]", True)]

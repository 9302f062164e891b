from __future__ import annotations

from pathlib import Path

import pytest

from commandcenter.model.assets import assets_dir
from commandcenter.model.errors import KnownError, Refused
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.questions import load_questions

SHIPPED = (assets_dir() / "catalogue" / "questions.toml").read_text(encoding="utf-8")
QUESTIONS = default_catalogue().questions


def test_every_question_is_asked_of_some_type() -> None:
    types = default_catalogue().types
    assert all(any(question in QUESTIONS.of(code) for code in types) for question in QUESTIONS.all)


@pytest.mark.parametrize(
    ("answers", "priority"),
    [
        ({}, None),
        ({"people_inside": "no"}, None),
        ({"people_inside": "yes"}, 1),
        ({"people_inside": "unknown"}, None),
        ({"people_inside": "no", "flames": "nothing"}, 4),
        ({"flames": "nothing"}, None),
        ({"people_inside": "yes", "flames": "nothing"}, 1),
        ({"people_inside": "maybe", "colour": "red"}, None),
    ],
)
def test_the_worst_answer_decides_and_less_urgent_needs_every_answer(answers: dict[str, str], priority: int | None) -> None:
    found = QUESTIONS.suggest("fire.vehicle", 2, answers)
    assert (found.priority if found is not None else None) == priority
    assert found is None or found.why.en


def test_only_known_answers_are_logged() -> None:
    assert QUESTIONS.checked({"breathing": "no"}) == {"breathing": "no"}
    for answers in ({"breathing": "maybe"}, {"colour": "red"}):
        with pytest.raises(Refused, match="no question"):
            QUESTIONS.checked(answers)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('code = "awake"', 'code = "breathing"', "stands here twice"),
        ('types = ["fire."]', 'types = "fire."', "list of texts"),
        ('zh = "患者能应答吗？"', "", "zh is missing"),
        ('priority = 1, why_en = "does not answer"', "priority = 1", "says why"),
        ("priority = 1", "priority = 7", "from 1 to 5"),
        ('{ code = "no", en = "No", zh = "不能"', '{ code = "yes", en = "No", zh = "不能"', "two answers have one code"),
    ],
)
def test_a_fault_is_named_by_its_line(tmp_path: Path, old: str, new: str, why: str) -> None:
    path = tmp_path / "questions.toml"
    assert old in SHIPPED
    path.write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnownError, match=why) as fault:
        load_questions(path)
    assert "questions.toml, line" in str(fault.value)

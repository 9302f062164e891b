"""Questions for the call taker and what their answers suggest, read from `assets/catalogue/questions.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from commandcenter.model.entries import Value
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.sentences import say
from commandcenter.resources.tables import Item, read_toml
from commandcenter.resources.terms import Term

QUESTIONS_FILE = "questions.toml"


@dataclass(frozen=True, slots=True)
class Answer(Term):
    """One possible answer. `why` is its reason for a priority, where it suggests one."""

    priority: int | None = None
    why: Term | None = None


@dataclass(frozen=True, slots=True)
class Question(Term):
    """A question of incidents whose type begins with one of `types`."""

    types: tuple[str, ...]
    answers: tuple[Answer, ...]

    def answer(self, code: str) -> Answer | None:
        """Return one of its answers."""
        return next((answer for answer in self.answers if answer.code == code), None)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The priority that the answers suggest, with the reason for it."""

    priority: int
    why: Term


@dataclass(frozen=True, slots=True)
class Questions:
    """All questions in their order. Immutable, safe in any thread."""

    all: tuple[Question, ...]

    def of(self, incident_type: str) -> list[Question]:
        """Return what is asked about an incident of this type."""
        return [question for question in self.all if question.types and incident_type.startswith(question.types)]

    def suggest(self, incident_type: str, own_priority: int, answers: Mapping[str, str]) -> Suggestion | None:
        """Return what the answers suggest where that differs from the type's own priority.

        The most urgent answer wins; a less urgent priority than the type's own is suggested only when every answer is given and
        none of them asks for the type's own or a more urgent one.
        """
        asked = self.of(incident_type)
        given = [answer for question in asked if (answer := question.answer(answers.get(question.code, ""))) is not None]
        found = [Suggestion(answer.priority, answer.why) for answer in given if answer.priority is not None and answer.why is not None]
        if not found:
            return None
        worst = min(found, key=lambda suggestion: suggestion.priority)
        lower = worst.priority > own_priority and len(given) == len(asked)
        return worst if worst.priority < own_priority or lower else None

    def checked(self, answers: Mapping[str, str]) -> Mapping[str, Value]:
        """Return answers as they are logged; `Refused` for a question or an answer that is not in the catalogue."""
        known = {question.code: question for question in self.all}
        for code, answer in answers.items():
            if code not in known or known[code].answer(answer) is None:
                raise Refused("There is no question “{question}” with the answer “{answer}”.", question=code, answer=answer)
        return dict(answers)


def load_questions(path: Path) -> Questions:
    """Read a questions file; `KnownError` names file, line and key of the first fault."""
    other, items = read_toml(path, "question")
    if other:
        raise KnownError("{file}: “{name}” is not known here.", file=path.name, name=next(iter(other)))
    found: list[Question] = []
    for item in items:
        item.only("code", "types", "en", "zh", "answers")
        code = item.text("code")
        if any(question.code == code for question in found):
            raise item.fault("code", say("“{value}” stands here twice", value=code))
        found.append(Question(code, item.text("en"), item.text("zh"), types=_types(item), answers=_answers(item)))
    return Questions(tuple(found))


def _types(item: Item) -> tuple[str, ...]:
    value = item.raw.get("types")
    if not isinstance(value, list) or not value or not all(isinstance(one, str) and one for one in value):
        raise item.fault("types", say("{name} must be a list of texts", name="types"))
    return tuple(value)


def _answers(item: Item) -> tuple[Answer, ...]:
    value = item.raw.get("answers")
    if not isinstance(value, list) or len(value) < 2:
        raise item.fault("answers", say("a question needs two answers or more"))
    answers = tuple(_answer(item, raw) for raw in value)
    if len({answer.code for answer in answers}) < len(answers):
        raise item.fault("answers", say("two answers have one code"))
    return answers


def _answer(item: Item, raw: Any) -> Answer:  # noqa: ANN401 - whatever TOML holds
    texts = raw if isinstance(raw, dict) else {}
    names = tuple(texts.get(name) for name in ("code", "en", "zh"))
    if not all(isinstance(name, str) and name for name in names):
        raise item.fault("answers", say("an answer needs code, en and zh"))
    code, en, zh = (str(name) for name in names)
    priority = texts.get("priority")
    if priority is None:
        return Answer(code, en, zh)
    if type(priority) is not int or not 1 <= priority <= 5 or not _whys(texts):
        raise item.fault("answers", say("an answer with a priority from 1 to 5 says why, in why_en and why_zh"))
    why_en, why_zh = _whys(texts)
    return Answer(code, en, zh, priority, Term(code, why_en, why_zh))


def _whys(texts: Mapping[str, Any]) -> Sequence[str]:
    whys = [texts.get("why_en"), texts.get("why_zh")]
    return [str(why) for why in whys] if all(isinstance(why, str) and why for why in whys) else []

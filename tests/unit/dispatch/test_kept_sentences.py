"""What the log keeps of a sentence is read back as it was, in either language; what is no sentence falls back to the English text."""

from __future__ import annotations

from typing import Any

import cbor2
import pytest

from commandcenter.dispatch.jsonform import to_json
from commandcenter.dispatch.kept_sentences import Kept, kept_sentence, pack, unpack
from commandcenter.model.sentences import ProperName, Sentence, say
from commandcenter.resources.terms import Term, Terms

from .test_recommend import ask

PUMP, LADDER = Term("pump", "water pump", "水泵"), Term("ladder", "ladder", "云梯")


def again(sentence: Sentence) -> Sentence:
    found = unpack(cbor2.loads(cbor2.dumps(pack(sentence))))
    assert found is not None
    return found


def test_sentences_come_back_with_their_terms_in_both_languages() -> None:
    inner = say("P{priority} −{time}", priority=1, time="2:10")
    sentence = say(
        "{here}: {capability}, {all} at {street}, {km} km",
        here=inner,
        capability=PUMP,
        all=Terms((PUMP, LADDER)),
        street=ProperName("Rue", {"zh": "路"}),
        km=1.2,
    )
    found = again(sentence)
    assert str(found) == str(sentence)
    names = {name: value.name("zh") for name, value in found.params.items() if isinstance(value, Term | Terms | ProperName)}
    assert names == {"capability": "水泵", "all": "水泵、云梯", "street": "路"}
    assert found.params["here"] == inner


def test_a_sentence_that_is_said_often_is_kept_once() -> None:
    kept = Kept()
    numbers = [
        kept.number(say("Busy: {status}.", status="on_scene")),
        kept.number(say("Out of service.")),
        kept.number(say("Busy: {status}.", status="on_scene")),
    ]
    assert numbers == [0, 1, 0] and len(kept.sentences) == 2 and kept.number(None) is None


@pytest.mark.parametrize(
    "packed",
    [
        None, "text", [], ["text"], ["{a}", {}], ["{a.__class__}", {"a": 1}], ["{a[0]}", {"a": "x"}], ["{a:>99999999}", {"a": 1}],
        ["{a!r}", {"a": 1}],        ["{", {}], ["{}", {"": 1}], [1, {}], ["x", 3], ["{a}", {"a": None}], ["{a}", {"a": {"en": "only"}}],
        ["{a}", {"a": {"say": ["{b}", {}]}}],
    ],
)  # fmt: skip
def test_what_is_no_sentence_or_asks_for_more_than_its_values_is_none(packed: Any) -> None:
    assert unpack(packed) is None
    assert kept_sentence({"sentences": [packed]}, 0) is None


def test_sentences_within_sentences_end() -> None:
    packed: Any = ["x", {}]
    for _ in range(50):
        packed = ["{a}", {"a": {"say": packed}}]
    assert unpack(packed) is None


def test_every_sentence_of_a_recommendation_is_kept_beside_its_english_text(stage: Any, grid: Any) -> None:
    stage.unit("E1", x=4, y=2), stage.unit("E2", x=0, y=0), stage.unit("L1", "ladder", 9, 2)
    shown = cbor2.loads(cbor2.dumps(to_json(ask(stage, grid, stage.incident("fire.structure")))))
    found = [(row["reason"], kept_sentence(shown, row["reason_no"])) for name in ("units", "rejected", "unfilled") for row in shown[name]]
    assert len(found) > 4 and all(sentence is not None and str(sentence) == text for text, sentence in found)
    assert [str(kept_sentence(shown, n)) for n in shown["notes_no"]] == shown["notes"]
    assert kept_sentence({**shown, "sentences": []}, 0) is None and kept_sentence(shown, None) is None

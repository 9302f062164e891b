"""Sentences as plain values, so that what the log keeps can be read in the reader's own language later.

A sentence is `[template, {name: value}]`. Values: plain ones as they are; another sentence as `{"say": sentence}`; a term of the
catalogue or a place's name as `{"en": …, "zh": …}` (and `"local"`), as it was called then; several terms as `{"all": [term, …]}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from string import Formatter

from commandcenter.model.entries import Value
from commandcenter.model.sentences import ProperName, Sentence
from commandcenter.resources.terms import Term, Terms

DEEPEST = 4
"""Sentences within sentences."""


class Kept:
    """Sentences of one document, each kept once; places name them by number. One thread."""

    def __init__(self) -> None:
        """Start empty."""
        self._numbers: dict[str, int] = {}
        self.sentences: list[Value] = []

    def number(self, sentence: Sentence | None) -> Value:
        """Return the number of a sentence; `None` for none."""
        if sentence is None:
            return None
        packed = pack(sentence)
        known = repr(packed)
        if known not in self._numbers:
            self._numbers[known] = len(self.sentences)
            self.sentences.append(packed)
        return self._numbers[known]

    def numbers(self, sentences: Iterable[Sentence]) -> Value:
        """Return the numbers of several."""
        return [self.number(sentence) for sentence in sentences]


def kept_sentence(document: Mapping[str, Value], number: Value) -> Sentence | None:
    """Return a document's sentence by its number; `None` where it has none that can be read: then the English text stands beside it."""
    sentences = document.get("sentences")
    if not isinstance(sentences, list | tuple) or not isinstance(number, int) or not 0 <= number < len(sentences):
        return None
    return unpack(sentences[number])


def pack(sentence: Sentence) -> Value:
    """Return a sentence as plain values."""
    return [sentence.template, {name: _plain(value) for name, value in sentence.params.items()}]


def unpack(packed: Value, depth: int = DEEPEST) -> Sentence | None:
    """Return the sentence; `None` where it is not one, or its template asks for more than its values by name."""
    if depth < 1 or not isinstance(packed, list | tuple) or len(packed) != 2 or not isinstance(packed[0], str):
        return None
    template, values = packed[0], packed[1]
    if not isinstance(values, Mapping) or not _harmless(template, values):
        return None
    params = {name: _meant(value, depth - 1) for name, value in values.items()}
    return None if None in params.values() else Sentence(template, params)


def _harmless(template: str, values: Mapping[str, Value]) -> bool:
    names = _places(template)
    return names is not None and names <= values.keys()


@lru_cache(maxsize=1024)
def _places(template: str) -> frozenset[str] | None:
    """Return the names that a template asks for; `None` where it asks for more than plain values by name."""
    try:
        places = [place for place in Formatter().parse(template) if place[1] is not None]
    except ValueError:
        return None
    plain = all(name is not None and name.isidentifier() and not spec and conversion is None for _, name, spec, conversion in places)
    return frozenset(name for _, name, _, _ in places if name is not None) if plain else None


def _plain(value: object) -> Value:
    match value:
        case bool() | int() | float():
            return value
        case Sentence():
            return {"say": pack(value)}
        case Term():
            return {"en": value.en, "zh": value.zh}
        case Terms():
            return {"all": [_plain(term) for term in value.terms]}
        case ProperName():
            return {"local": value.local, **value.names}
    return str(value)


def _meant(value: Value, depth: int) -> object:
    """Return what a value stands for; `None` where it stands for nothing."""
    if not isinstance(value, Mapping):
        return value if isinstance(value, bool | int | float | str) else None
    if "say" in value:
        return unpack(value["say"], depth)
    if "all" in value:
        found = value["all"]
        terms = [_meant(one, depth) for one in found] if isinstance(found, list | tuple) else []
        return Terms(tuple(term for term in terms if isinstance(term, Term)))
    names = {name: text for name, text in value.items() if isinstance(text, str)}
    if "local" in names:
        return ProperName(names.pop("local"), names)
    return Term("", names["en"], names["zh"]) if names.keys() >= {"en", "zh"} else None

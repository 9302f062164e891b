"""Words of the catalogue: a code with its name in both languages, and how rows of a table give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.model.sentences import Sentence, say
from commandcenter.resources.tables import Row


@dataclass(frozen=True, slots=True)
class Term:
    """A code with its name in both languages."""

    code: str
    en: str
    zh: str

    def name(self, language: str) -> str:
        """Return the name for a language code (`zh…` Chinese, else English)."""
        return self.zh if language.startswith("zh") else self.en

    def __str__(self) -> str:
        """Return the English name, so that a term can stand in a sentence."""
        return self.en


@dataclass(frozen=True, slots=True)
class Terms:
    """Several terms that stand in a sentence as a list."""

    terms: tuple[Term, ...]

    def name(self, language: str) -> str:
        """Return the names for a language code, joined as that language does."""
        return ("、" if language.startswith("zh") else ", ").join(term.name(language) for term in self.terms)

    def __str__(self) -> str:
        """Return the English names."""
        return self.name("en")


def names_of(row: Row) -> tuple[str, str, str]:
    """Return code, English and Chinese name of a row."""
    return row.text("code"), row.text("en"), row.text("zh")


def quantities_of(row: Row, column: str, known: Mapping[str, object], what: Sentence) -> dict[str, int]:
    """Return a cell like `pump:1 water:2` as quantities by code; each code must be known, `what` says as what."""
    found = {}
    for part in row.text(column).split():
        name, _, quantity = part.partition(":")
        if name not in known:
            raise row.fault(column, say("there is no {what} “{value}”", what=what, value=name))
        if not quantity.isdigit() or int(quantity) < 1:
            raise row.fault(column, say("“{value}” needs a quantity, as in {name}:1", value=part, name=name))
        found[name] = int(quantity)
    return found

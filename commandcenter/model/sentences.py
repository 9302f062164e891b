"""A sentence a person reads, kept as template and values so that the window can say it in either language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English template with `{name}` places. The template is the translation key (context `sentences`)."""

    template: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.template.format(**self.params) if self.params else self.template


@dataclass(frozen=True, slots=True)
class ProperName:
    """A street's or a place's own name: a sentence says it in its language where the map knows that, else as it is locally."""

    local: str
    names: Mapping[str, str] = field(default_factory=dict)
    """Language code (`en`, `zh`) → name."""

    def name(self, language: str) -> str:
        """Return the name for a language code."""
        return self.names.get(language[:2]) or self.local

    def __str__(self) -> str:
        """Return the English name."""
        return self.name("en")


def say(template: str, **params: object) -> Sentence:
    """Return a sentence; the short way to write one. Extracted for translation by its name."""
    return Sentence(template, params)

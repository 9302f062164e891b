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


def say(template: str, **params: object) -> Sentence:
    """Return a sentence; the short way to write one. Extracted for translation by its name."""
    return Sentence(template, params)

"""Translates: the window's own words (`tr`) and sentences that come from below (`spoken`).

Both are found by `extract.py` in the source: `tr("…")`, `mark("…")`, `say("…")`, `Refused("…")`, `KnownError("…")`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale

from commandcenter.model.sentences import ProperName, Sentence
from commandcenter.resources.catalogue import Term, Terms
from commandcenter.ui.i18n.closed_words import CLOSED_WORDS

WINDOW = "window"
SENTENCES = "sentences"


def tr(text: str, **params: object) -> str:
    """Return the window's words in the language in force; `{name}` places are filled from `params`."""
    said = QCoreApplication.translate(WINDOW, text)
    return said.format(**params) if params else said


def mark(text: str) -> str:
    """Return `text` as it is and mark it for translation; `tr(variable)` says it later."""
    return text


def spoken(sentence: Sentence) -> str:
    """Return a sentence from below the window in the language in force; sentences may nest."""
    chinese = QLocale().language() == QLocale.Language.Chinese
    return said_with(sentence, lambda text: QCoreApplication.translate(SENTENCES, text), "zh" if chinese else "en")


def said_with(sentence: Sentence, translate: Callable[[str], str], language: str) -> str:
    """Return a sentence in a language (`en`, `zh`), whose templates `translate` says; sentences may nest."""
    template = translate(sentence.template)
    if not sentence.params:
        return template
    return template.format(**{name: _param(value, translate, language) for name, value in sentence.params.items()})


def _param(value: object, translate: Callable[[str], str], language: str) -> object:
    """Say nested sentences, catalogue terms and words of closed sets (a status, a state)."""
    if isinstance(value, Sentence):
        return said_with(value, translate, language)
    if isinstance(value, Term | Terms | ProperName):
        return value.name(language)
    return said_with(CLOSED_WORDS[value], translate, language) if isinstance(value, str) and value in CLOSED_WORDS else value

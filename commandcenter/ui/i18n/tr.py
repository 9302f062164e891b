"""Translates: the window's own words (`tr`) and sentences that come from below (`spoken`).

Both are found by `extract.py` in the source: `tr("…")`, `mark("…")`, `say("…")`, `Refused("…")`, `KnownError("…")`.
"""

from __future__ import annotations

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
    template = QCoreApplication.translate(SENTENCES, sentence.template)
    if not sentence.params:
        return template
    params = {name: _param(value) for name, value in sentence.params.items()}
    return template.format(**params)


def _param(value: object) -> object:
    """Say nested sentences, catalogue terms and words of closed sets (a status, a state) in the language in force."""
    if isinstance(value, Sentence):
        return spoken(value)
    if isinstance(value, Term | Terms | ProperName):
        return value.name("zh" if QLocale().language() == QLocale.Language.Chinese else "en")
    return spoken(CLOSED_WORDS[value]) if isinstance(value, str) and value in CLOSED_WORDS else value

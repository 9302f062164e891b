"""The language of the terminal."""

from __future__ import annotations

from collections.abc import Callable

from commandcenter.model.sentences import Sentence


def speaker_of(language: str) -> Callable[[Sentence], str]:
    """Return what says sentences in a language (`en`, `zh_CN`); Qt, which reads the translations, is loaded only for another than English."""
    if language == "en":
        return str
    from commandcenter.ui.i18n.language import speaker

    return speaker(language)

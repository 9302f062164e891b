"""Which language the window speaks, and the switch while it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from commandcenter.model.assets import assets_dir
from commandcenter.model.sentences import Sentence
from commandcenter.ui.i18n.quotes import follow_language
from commandcenter.ui.i18n.tr import SENTENCES, WINDOW, said_with

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""Code → the language's own name (never translated)."""


class Language(QObject):
    """The language in force. A switch sends `LanguageChange` to every widget."""

    _in_force: ClassVar[list[QTranslator]] = []
    """Of the whole program: who speaks last is heard."""

    def __init__(self) -> None:
        """Start in English, the source language."""
        super().__init__()
        self.code = "en"

    def use(self, code: str) -> None:
        """Speak `en` or `zh_CN` (`zh` for short) from now on; another code means English."""
        self.code = code if code in LANGUAGES else "zh_CN" if code.startswith("zh") else "en"
        for translator in self._in_force:
            QCoreApplication.removeTranslator(translator)
        ours, qts = assets_dir() / "i18n", Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        found = (self._load(qts / f"qtbase_{self.code}.qm"), self._load(ours / f"desk_{self.code}.qm"))
        self._in_force[:] = [translator for translator in found if translator is not None]
        for translator in self._in_force:
            QCoreApplication.installTranslator(translator)
        QLocale.setDefault(QLocale(self.code))
        follow_language()

    def _load(self, path: Path) -> QTranslator | None:
        translator = QTranslator()
        return translator if path.is_file() and translator.load(str(path)) else None


def said_in(code: str, texts: Iterable[str]) -> dict[str, str]:
    """Return marked window texts, by themselves, in a language that the window need not speak; codes as in `use`, empty: the window's. Any thread."""
    if not code:
        return {text: QCoreApplication.translate(WINDOW, text) for text in texts}
    book = QTranslator()
    spoken = code.startswith("zh") and book.load(str(assets_dir() / "i18n" / "desk_zh_CN.qm"))
    return {text: (book.translate(WINDOW, text) if spoken else "") or text for text in texts}


def speaker(code: str) -> Callable[[Sentence], str]:
    """Return what says sentences from below the window in a language that the window need not speak; codes as in `use`. Any thread."""
    book, chinese = QTranslator(), code.startswith("zh")
    known = chinese and book.load(str(assets_dir() / "i18n" / "desk_zh_CN.qm"))
    return lambda sentence: said_with(sentence, lambda text: (book.translate(SENTENCES, text) if known else "") or text, "zh" if chinese else "en")


def system_language() -> str:
    """Return the best code for this computer's language."""
    return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"

"""The menu behind the operator's name: theme, language, panels, layout, keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDockWidget, QMenu

from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.i18n.language import LANGUAGES
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.prints.papers import LOG, LOG_WORDS, PAPERS
from commandcenter.ui.theme.tokens import THEMES

THEME_WORDS = {"dark": mark("Dark"), "light": mark("Light"), "night": mark("Night (red)")}


class DeskMenu(QMenu):
    """Built anew each time it opens, so that it always speaks the language in force."""

    def __init__(self, docks: Mapping[str, QDockWidget], acts: Mapping[str, Callable[[], object]]) -> None:
        """Take the docks to list and what the entries do."""
        super().__init__()
        self._docks, self._acts = docks, acts
        self._theme: Callable[[str], object] = lambda _name: None
        self._language: Callable[[str], object] = lambda _code: None
        self._now: Callable[[], tuple[str, str]] = lambda: ("dark", "en")
        self.aboutToShow.connect(self.fill)

    def choices(self, theme: Callable[[str], object], language: Callable[[str], object], now: Callable[[], tuple[str, str]]) -> None:
        """Say what choosing a theme or language does, and which are in force."""
        self._theme, self._language, self._now = theme, language, now

    def fill(self) -> None:
        """Make the entries."""
        self.clear()
        theme, language = self._now()
        self._choice(self.addMenu(tr("Theme")), {name: tr(THEME_WORDS[name]) for name in THEMES}, theme, self._theme)
        self._choice(self.addMenu(tr("Language")), LANGUAGES, language, self._language)
        panels = self.addMenu(tr("Panels"))
        for dock in self._docks.values():
            panels.addAction(dock.toggleViewAction())
        windows = self.addMenu(tr("Windows"))
        for kind in WINDOWS:
            words = "\t".join((tr(kind.words), *kind.keys[:1]))
            windows.addAction(words).triggered.connect(lambda _checked=False, name=kind.name: self._acts[f"window_{name}"]())
        self.addSeparator()
        for name, words in (
            ("reset_layout", tr("Reset the layout")),
            ("full_screen", tr("Full screen") + "\tF11"),
            ("help", tr("Every key") + "\tF1"),
        ):
            self.addAction(words).triggered.connect(lambda _checked=False, name=name: self._acts[name]())
        self._papers(self.addMenu(tr("Print")))
        self.addSeparator()
        for name, words in (("past", tr("Look back …") + "\tCtrl+H"), ("wall", tr("Wall view")), ("regions", tr("Regions and operator …"))):
            self.addAction(words).triggered.connect(lambda _checked=False, name=name: self._acts[name]())
        self.addSeparator()
        self.addAction(tr("Close the desk")).triggered.connect(lambda _checked=False: self._acts["close"]())

    def _papers(self, menu: QMenu) -> None:
        for name, words in (*((name, kind.words) for name, kind in PAPERS.items()), (LOG, LOG_WORDS)):
            menu.addAction(tr(words)).triggered.connect(lambda _checked=False, name=name: self._acts[f"print_{name}"]())

    @staticmethod
    def _choice(menu: QMenu, options: Mapping[str, str], chosen: str, choose: Callable[[str], object]) -> None:
        group = QActionGroup(menu)
        for value, words in options.items():
            action: QAction = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, value=value: choose(value))

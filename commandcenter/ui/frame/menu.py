"""The menu behind the operator's name: look, language, panels, windows, papers, layout. Each entry is an act with its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDockWidget, QMenu, QWidget

from commandcenter.ui.frame.keys import PAPER_KEYS, bound_keys
from commandcenter.ui.frame.motion import Motion
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.i18n.language import LANGUAGES
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.prints.paper_file import Size
from commandcenter.ui.prints.papers import LOG, MAP
from commandcenter.ui.theme.tokens import THEMES


class DeskMenu(QMenu):
    """Built anew each time it opens, so that it always speaks the language in force. An entry's data is the name of its act."""

    def __init__(
        self,
        docks: Mapping[str, QDockWidget],
        acts: Mapping[str, Callable[[], object]],
        motion: Motion,
        now: Callable[[], tuple[str, str, str]],
        folded: Callable[[], Sequence[str]],
        parent: QWidget,
    ) -> None:
        """Take the docks to list, what the entries do, how much moves, and which theme, language and paper are in force.

        `folded` says what the header has no room for: it stands at the top.
        """
        super().__init__(parent)
        self._docks, self._acts, self._motion, self._now, self._folded = docks, acts, motion, now, folded
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Make the entries."""
        self.clear()
        for words in self._folded():
            self.addAction(words).setEnabled(False)
        self.addSeparator()
        theme, language, size = self._now()
        self._choice(self.addMenu(tr("Theme")), [f"theme_{name}" for name in THEMES], f"theme_{theme}")
        self._choice(self.addMenu(tr("Language")), [f"language_{code}" for code in LANGUAGES], f"language_{language}")
        panels = self.addMenu(tr("Panels"))
        for name, dock in self._docks.items():
            shown = self._entry(panels, name)
            shown.setCheckable(True)
            shown.setChecked(dock.isVisible())
        self._entry(panels, "hide_panel")
        windows = self.addMenu(tr("Windows"))
        for kind in WINDOWS:
            self._entry(windows, f"window_{kind.name}")
        self.addSeparator()
        still = self._entry(self, "less_motion")
        still.setCheckable(True)
        still.setChecked(self._motion.less)
        for name in ("reset_layout", "full_screen", "help"):
            self._entry(self, name)
        papers = self.addMenu(tr("Print"))
        for name in (*PAPER_KEYS, LOG, MAP):
            self._entry(papers, f"print_{name}")
        for name in ("stop_work", "open_file", "show_folder"):
            self._entry(papers, name)
        papers.addSeparator()
        self._choice(papers, [f"paper_{one}" for one in Size], f"paper_{size}")
        self.addSeparator()
        for name in ("past", "wall", "regions", "lock"):
            self._entry(self, name)
        self.addSeparator()
        self._entry(self, "close")

    def _entry(self, menu: QMenu, act: str) -> QAction:
        key = bound_keys()[act]
        made = menu.addAction(f"{tr(key.words)}\t{key.keys[0]}")
        made.setData(act)
        made.triggered.connect(lambda _checked=False: self._acts[act]())
        return made

    def _choice(self, menu: QMenu, acts: Sequence[str], chosen: str) -> None:
        group = QActionGroup(menu)
        for act in acts:
            action = self._entry(menu, act)
            action.setCheckable(True)
            action.setChecked(act == chosen)
            group.addAction(action)

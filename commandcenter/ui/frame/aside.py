"""The guide, the fault reports and the legend beside a window that is no desk: the field window, the wall, the first start."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from commandcenter.model.ids import Id
from commandcenter.ui.faults.port import FaultsPort
from commandcenter.ui.frame.layout_memory import fitting, rooms
from commandcenter.ui.frame.roomy import make_roomy
from commandcenter.ui.frame.titles import PROGRAM, name_window
from commandcenter.ui.frame.windows import FAULTS, GUIDE, LAYERS, LEGEND, WindowKind
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.seat import Seat
from commandcenter.ui.theme.look import Look

LARGER = 1.4
"""How many times as large as at a desk the legend is written."""


class Aside(QObject):
    """Windows beside one window, one of each kind; they go when it goes. Qt thread."""

    def __init__(self, window: QWidget, look: Look, about: str, operation: Id | None) -> None:
        """F1 opens the guide at the chapter about `about`; `operation`: what the window works on, `None` before one is opened."""
        super().__init__(window)
        self._window, self._look, self._about, self._operation = window, look, about, operation
        self.open_windows: dict[str, QWidget] = {}
        QShortcut(QKeySequence("F1"), window, self.open_guide)

    def open_guide(self) -> None:
        """Open the guide where it tells about the window."""
        from commandcenter.ui.help.window import GuideWindow

        guide = self._opened(GUIDE)
        if guide is None:
            guide = self._show(GUIDE, GuideWindow(self._look))
        if isinstance(guide, GuideWindow):
            guide.show_about(self._about)

    def open_faults(self, seat: Seat, faults: FaultsPort | None) -> None:
        """Open the fault reports of this computer."""
        from commandcenter.ui.faults.window import FaultsWindow

        if self._opened(FAULTS) is None:
            self._show(FAULTS, FaultsWindow(seat, faults))

    def open_legend(self, seat: Seat, layers: LayerChoice) -> None:
        """Open the legend of the window's map, in letters that are read at arm's length."""
        from commandcenter.ui.layers.legend_window import LegendWindow

        if self._opened(LEGEND) is None:
            self._show(LEGEND, LegendWindow(seat, layers, LARGER))

    def open_layers(self, layers: LayerChoice) -> None:
        """Open the choice of what the window's map shows."""
        from commandcenter.ui.layers.window import LayersWindow

        if self._opened(LAYERS) is None:
            self._show(LAYERS, LayersWindow(layers))

    def bind_faults(self, seat: Seat, faults: FaultsPort | None) -> None:
        """Let the key of the desk open the fault reports here too."""
        for keys in FAULTS.keys:
            QShortcut(QKeySequence(keys), self._window, partial(self.open_faults, seat, faults))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Name the windows anew in another language; let everything happen."""
        if event.type() == QEvent.Type.LanguageChange:
            for kind in (GUIDE, FAULTS, LEGEND, LAYERS):
                if self.open_windows.get(kind.name) is watched and isinstance(watched, QWidget):
                    self._name(watched, kind)
        return False

    def _opened(self, kind: WindowKind) -> QWidget | None:
        """Return the window of a kind, brought to the front; `None` where it is not open."""
        found = self.open_windows.get(kind.name)
        if found is None or not isValid(found):
            return None
        _to_front(found)
        return found

    def _show(self, kind: WindowKind, made: QWidget) -> QWidget:
        made.setParent(self._window, Qt.WindowType.Window)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        make_roomy(made)
        made.resize(fitting(QSize(*kind.size) if kind.size is not None else made.sizeHint(), rooms()))
        made.installEventFilter(self)
        self._name(made, kind)
        self.open_windows[kind.name] = made
        _to_front(made)
        return made

    def _name(self, window: QWidget, kind: WindowKind) -> None:
        name_window(window, tr(kind.words), self._operation, PROGRAM)


def _to_front(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()

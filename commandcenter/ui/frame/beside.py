"""Opens the windows beside the desk, one of each kind, and remembers where they were."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.layout_memory import MOVES, bring_back, fitting, monitor_set, rooms
from commandcenter.ui.frame.roomy import make_roomy
from commandcenter.ui.frame.titles import PROGRAM, name_window
from commandcenter.ui.frame.windows import GUIDE, WindowKind
from commandcenter.ui.i18n.tr import tr


class Beside(QObject):
    """The windows that stand beside one desk; they go when it goes. Qt thread.

    Signals:
        moved(): one was moved, made larger or smaller, opened.
    """

    moved = Signal()

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        """Start with none open."""
        super().__init__(parent)
        self._context, self._desk = context, parent
        self.open_windows: dict[str, QWidget] = {}

    def open(self, kind: WindowKind) -> QWidget:
        """Open a window, or bring the open one to the front."""
        window = self.open_windows.get(kind.name)
        if window is None:
            window = kind.make(self._context)
            make_roomy(window)
            window.setParent(self._desk, Qt.WindowType.Window)
            window.setObjectName(f"window_{kind.name}")
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._name(window, kind)
            self._place(window, kind)
            self.open_windows[kind.name] = window
            window.installEventFilter(_Watch(window, self, kind))
            QShortcut(QKeySequence("F1"), window).activated.connect(partial(self.explain, kind.name))
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def explain(self, name: str) -> None:
        """Open the guide at the chapter about a window, a panel or a part of the desk."""
        from commandcenter.ui.help.window import GuideWindow

        guide = self.open(GUIDE)
        if isinstance(guide, GuideWindow) and name != GUIDE.name:
            guide.show_about(name)

    def close_all(self) -> None:
        """Close every window; each remembers its place."""
        for window in list(self.open_windows.values()):
            window.close()

    def gone(self, kind: WindowKind) -> None:
        """Remember where a window was that is closing."""
        window = self.open_windows.pop(kind.name, None)
        if window is not None:
            self._keep(kind.name, window)

    def keep_places(self) -> None:
        """Remember where the open windows are with these monitors."""
        for name, window in self.open_windows.items():
            self._keep(name, window)

    def put_back(self) -> None:
        """Put the open windows where they were with these monitors; one that never was open with them stays."""
        for name, window in self.open_windows.items():
            self._restore(name, window)

    def _name(self, window: QWidget, kind: WindowKind) -> None:
        name_window(window, tr(kind.words), self._context.seat.desk.picture.operation, PROGRAM)

    def renamed(self, kind: WindowKind) -> None:
        """Say a window's name in the language now in force."""
        self._name(self.open_windows[kind.name], kind)

    def _place(self, window: QWidget, kind: WindowKind) -> None:
        if self._restore(kind.name, window):
            bring_back(window)
        else:
            window.resize(fitting(QSize(*kind.size) if kind.size is not None else window.sizeHint(), rooms()))

    def _restore(self, name: str, window: QWidget) -> bool:
        """Put a window where it was with these monitors; return whether that is remembered."""
        kept = self._context.settings.get(_key(name))
        if kept:
            window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))
        return bool(kept)

    def _keep(self, name: str, window: QWidget) -> None:
        self._context.settings.put(_key(name), bytes(window.saveGeometry().toBase64().data()).decode("ascii"))


def _key(name: str) -> str:
    return f"window/{name}/{monitor_set()}"


class _Watch(QObject):
    """Tells when a window closes or must be named anew; lives as long as it."""

    def __init__(self, window: QWidget, beside: Beside, kind: WindowKind) -> None:
        super().__init__(window)
        self._beside, self._kind = beside, kind

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what happens to the window, let it happen."""
        if event.type() == QEvent.Type.Close and event.isAccepted():
            self._beside.gone(self._kind)
        elif event.type() == QEvent.Type.LanguageChange and self._kind.name in self._beside.open_windows:
            self._beside.renamed(self._kind)
        elif event.type() in MOVES and isValid(self._beside):  # a window that would not close goes after the desk
            self._beside.moved.emit()
        return False

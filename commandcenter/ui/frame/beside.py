"""Opens the windows beside the desk, one of each kind, and remembers where they were."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.layout_memory import fitting, monitor_set, reachable
from commandcenter.ui.frame.typing_guard import show_quietly
from commandcenter.ui.frame.windows import GUIDE, WindowKind
from commandcenter.ui.i18n.tr import tr


class Beside(QObject):
    """The windows that stand beside one desk; they go when it goes. Qt thread."""

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        """Start with none open."""
        super().__init__(parent)
        self._context, self._desk = context, parent
        self.open_windows: dict[str, QWidget] = {}

    def offer(self, kind: WindowKind) -> QWidget:
        """Open a window that nobody asked for: the keyboard stays where it is."""
        return self.open(kind, asked=False)

    def open(self, kind: WindowKind, *, asked: bool = True) -> QWidget:
        """Open a window, or bring the open one to the front."""
        window = self.open_windows.get(kind.name)
        if window is None:
            window = kind.make(self._context)
            window.setParent(self._desk, Qt.WindowType.Window)
            window.setObjectName(f"window_{kind.name}")
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._name(window, kind)
            self._place(window, kind)
            self.open_windows[kind.name] = window
            window.installEventFilter(_Watch(window, self, kind))
            QShortcut(QKeySequence("F1"), window).activated.connect(partial(self.explain, kind))
        if not asked:
            show_quietly(window)
            return window
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def explain(self, kind: WindowKind) -> None:
        """Open the guide at the chapter about a window."""
        from commandcenter.ui.help.window import GuideWindow

        guide = self.open(GUIDE)
        if isinstance(guide, GuideWindow) and kind is not GUIDE:
            guide.show_about(kind.name)

    def close_all(self) -> None:
        """Close every window; each remembers its place."""
        for window in list(self.open_windows.values()):
            window.close()

    def gone(self, kind: WindowKind) -> None:
        """Remember where a window was that is closing."""
        window = self.open_windows.pop(kind.name, None)
        if window is not None:
            self._context.settings.put(self._key(kind), bytes(window.saveGeometry().toBase64().data()).decode("ascii"))

    @staticmethod
    def _name(window: QWidget, kind: WindowKind) -> None:
        window.setWindowTitle(f"{tr(kind.words)} · commandcenter")
        window.setAccessibleName(tr(kind.words))

    def renamed(self, kind: WindowKind) -> None:
        """Say a window's name in the language now in force."""
        self._name(self.open_windows[kind.name], kind)

    def _place(self, window: QWidget, kind: WindowKind) -> None:
        kept = self._context.settings.get(self._key(kind))
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if kept:
            window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))
        else:
            window.resize(fitting(QSize(*kind.size) if kind.size is not None else window.sizeHint(), screens))
        if kept and not reachable(window.frameGeometry(), screens):
            window.move(screens[0].topLeft())

    @staticmethod
    def _key(kind: WindowKind) -> str:
        return f"window/{kind.name}/{monitor_set()}"


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
        return False

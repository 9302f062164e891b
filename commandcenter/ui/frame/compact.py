"""One thing at a time where there is little room: the map or one panel, chosen by a line of tabs under the header."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QWidget

from commandcenter.ui.frame.layout_memory import LayoutMemory
from commandcenter.ui.frame.roomy import Roomy
from commandcenter.ui.i18n.tr import tr

LEAST = QSize(480, 300)
"""So small may the desk's window become."""
FROM = QSize(960, 600)
"""A window that is narrower or lower than this is folded."""
BOTH_PX = 800
"""From this width the map stays in sight beside the panel."""
MAP = "map"


def little_room(size: QSize) -> bool:
    """Return whether a desk of this size is folded."""
    return size.expandedTo(FROM) != size


class ThingTabs(QTabBar):
    """The map and every panel by name; out of sight while each has its own place."""

    def __init__(self, docks: Mapping[str, QDockWidget]) -> None:
        """List them."""
        super().__init__()
        self.names = (MAP, *docks)
        self._docks = docks
        self.setObjectName("thingTabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        for _name in self.names:
            self.addTab("")
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say every name."""
        for place, name in enumerate(self.names):
            self.setTabText(place, tr("Map") if name == MAP else self._docks[name].accessibleName())
        self.setAccessibleName(tr("Map and panels"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, after the panels did."""
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self.retranslate)
        super().changeEvent(event)


class Compact(QObject):
    """Folds and unfolds one desk as its window becomes small and large. Qt thread.

    A panel that floats, perhaps on another monitor, stays there. What stood where is remembered and comes back with the room.

    Signals:
        changed(bool): it is folded, or unfolded.
    """

    changed = Signal(bool)

    def __init__(self, window: QMainWindow, map_view: QWidget, docks: Mapping[str, QDockWidget], tabs: ThingTabs, memory: LayoutMemory) -> None:
        """Start unfolded; call `look` once everything is in its place."""
        super().__init__(window)
        self._window, self._map, self._docks, self._tabs, self._memory = window, map_view, docks, tabs, memory
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        self._opened = False
        tabs.currentChanged.connect(self._chosen)
        memory.monitors_changed.connect(self.refold)
        for name, dock in docks.items():
            dock.visibilityChanged.connect(self._seen)
            dock.topLevelChanged.connect(partial(self._floated, name))

    @property
    def folded(self) -> bool:
        """Return whether only one thing is shown."""
        return bool(self._memory.folded)

    @property
    def shown(self) -> str:
        """Return what is shown alone; empty while everything has its place."""
        return self._memory.folded

    def look_soon(self) -> None:
        """The window has another size."""
        if self._opened:
            self._soon.start()

    def look(self) -> None:
        """Fold or unfold as the window's size asks for."""
        self._opened = True
        wanted = little_room(self._window.size())
        if wanted and not self.folded:
            self._fold()
        elif not wanted and self.folded:
            self._unfold()
        elif self.folded:
            self.show(self.shown)

    def show(self, name: str) -> None:
        """Show the map or a panel, where only one thing is shown."""
        if not self.folded:
            return
        self._memory.folded = name
        with QSignalBlocker(self._tabs):
            self._tabs.setCurrentIndex(self._tabs.names.index(name))
        chosen = self._docks.get(name)
        beside = self._window.width() >= BOTH_PX
        self._map.setVisible(chosen is None or chosen.isFloating() or beside)
        if chosen is not None:
            chosen.show()
            chosen.raise_()
        for dock in self._docks.values():
            if dock is not chosen and not dock.isFloating():
                dock.hide()
        if chosen is not None and beside:
            self._window.resizeDocks([chosen], [self._window.width() // 2], Qt.Orientation.Horizontal)
        self._memory.note_move()

    def to_map(self) -> None:
        """Show the map: something is to be looked at or drawn there."""
        if self.folded and not self._map.isVisible():
            self.show(MAP)

    def _fold(self) -> None:
        had, before = self._window.focusWidget(), self._memory.folded_before
        typed_in = next((name for name, dock in self._docks.items() if had is not None and dock.isAncestorOf(had)), "")
        self._memory.folded = typed_in or (before if before in self._tabs.names else self.shown or "queue")
        for dock in self._docks.values():
            if not dock.isFloating():
                _give_way(dock, True)
                self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self._tabs.show()
        self.changed.emit(True)
        self.show(self.shown)
        if had is not None and had.isVisible():
            had.setFocus()

    def _unfold(self) -> None:
        self._memory.folded = ""
        for dock in self._docks.values():
            _give_way(dock, dock.isFloating())
        self._tabs.hide()
        self._map.show()
        self.changed.emit(False)

    def refold(self) -> None:
        """All panels stand where they do with room: fold them again where there is little."""
        if self.folded and little_room(self._window.size()):
            self._fold()
        elif self.folded:
            self._unfold()

    def _chosen(self, place: int) -> None:
        self.show(self._tabs.names[place])

    def _seen(self) -> None:
        """Who closes the one panel sees the map again."""
        chosen = self._docks.get(self.shown)
        if chosen is not None and chosen.isHidden():
            self.show(MAP)

    def _floated(self, name: str, floating: bool) -> None:
        """In place of a panel that floats the map is seen; one that is put back is seen itself."""
        _give_way(self._docks[name], floating or self.folded)
        if not floating:
            self.show(name)
        elif name == self.shown:
            self.show(MAP)


def _give_way(dock: QDockWidget, gives_way: bool) -> None:
    room = dock.widget()
    if isinstance(room, Roomy):
        room.give_way(gives_way)

"""A dock with a slim title bar: name, count, the panel's own tools, float, close."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from commandcenter.model.ids import Id
from commandcenter.ui.frame.parts import Translated, label
from commandcenter.ui.frame.roomy import Roomy
from commandcenter.ui.frame.titles import name_window
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.theme.look import Look


class Panel(Translated):
    """What a dock holds: a widget with a name, a count and tools for the title bar."""

    def __init__(self, look: Look) -> None:
        """Make a panel; add to `tools` what belongs into the title bar."""
        super().__init__()
        self.look = look
        self.tools: list[QWidget] = []
        self.count_label = label()
        self.count_label.setObjectName("dockCount")
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def without_tools(self) -> None:
        """Stand where no title bar shows the tools: they go with the panel."""
        for tool in (*self.tools, self.count_label):
            tool.setParent(self)
            tool.hide()

    def title(self) -> str:
        """Return the panel's name in the language in force."""
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """Return what gets the keyboard when the panel is called by its key."""
        return self


class DockTitle(QWidget):
    """The title bar of a dock."""

    def __init__(self, dock: QDockWidget, panel: Panel, operation: Id) -> None:
        """Join a dock and its panel, which shows an operation."""
        super().__init__(dock)
        self._dock, self._panel, self._operation = dock, panel, operation
        self.setObjectName("dockTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = QLabel()
        self.name.setObjectName("dockName")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 3, 4, 3)
        layout.setSpacing(6)
        layout.addWidget(self.name)
        layout.addWidget(panel.count_label)
        layout.addStretch(1)
        for tool in panel.tools:
            layout.addWidget(tool)
        self.float_button = self._tool(lambda: dock.setFloating(not dock.isFloating()))
        self.close_button = self._tool(dock.close)
        layout.addWidget(self.float_button)
        layout.addWidget(self.close_button)
        self.paint_icons()
        self.retranslate()
        panel.look.changed.connect(self.paint_icons)
        dock.topLevelChanged.connect(lambda _floating: QTimer.singleShot(0, self, self._moved))

    def _moved(self) -> None:
        """Follow the dock into a window of its own, and back."""
        self.retranslate()
        self.paint_icons()

    def paint_icons(self) -> None:
        """Draw the icons in the theme's colours."""
        self.float_button.setIcon(self._panel.look.icon("dock-window" if self._dock.isFloating() else "arrow-top-right", "text_faint"))
        self.close_button.setIcon(self._panel.look.icon("close", "text_faint"))

    def retranslate(self) -> None:
        """Say the names."""
        title = self._panel.title()
        name_window(self._dock, title, self._operation if self._dock.isFloating() else None)
        self.name.setText(self._dock.windowTitle())
        for made, text in ((self.float_button, tr("Move to its own window, or back")), (self.close_button, tr("Hide this panel"))):
            made.setToolTip(text)
            made.setAccessibleName(f"{title}: {text}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Return a height that all title bars share."""
        return QSize(super().sizeHint().width(), 32)

    def minimumSizeHint(self) -> QSize:
        """Never force a dock wider than its panel."""
        return QSize(60, 32)

    def _tool(self, act: object) -> QToolButton:
        made = QToolButton(self)
        made.setIconSize(QSize(13, 13))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(act)
        return made


def dock_for(panel: Panel, name: str, operation: Id) -> QDockWidget:
    """Return a dock around a panel that shows an operation; `name` is what the layout is remembered by."""
    dock = QDockWidget()
    dock.setObjectName(name)
    room = Roomy(panel)
    room.give_way(False)
    dock.setWidget(room)
    dock.setTitleBarWidget(DockTitle(dock, panel, operation))
    return dock

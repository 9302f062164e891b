"""A dock with a slim title bar: name, count, the panel's own tools, float, close."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from commandcenter.model.ids import Id
from commandcenter.ui.frame.parts import Translated, column, label
from commandcenter.ui.frame.roomy import Roomy
from commandcenter.ui.frame.titles import name_window
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.theme.look import Look

HEAD_PX = 32


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

    def title(self) -> str:
        """Return the panel's name in the language in force."""
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """Return what gets the keyboard when the panel is called by its key."""
        return self


class PanelHead(QWidget):
    """The slim heading of a panel: its name, its count and its tools."""

    def __init__(self, panel: Panel, parent: QWidget | None = None) -> None:
        """Take the count and the tools of a panel."""
        super().__init__(parent)
        self._panel = panel
        self.setObjectName("dockTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = QLabel()
        self.name.setObjectName("dockName")
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(10, 3, 4, 3)
        self.line.setSpacing(6)
        self.line.addWidget(self.name)
        self.line.addWidget(panel.count_label)
        self.line.addStretch(1)
        for tool in panel.tools:
            self.line.addWidget(tool)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the name."""
        self.name.setText(self._panel.title())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Return a height that all headings share."""
        return QSize(super().sizeHint().width(), HEAD_PX)

    def minimumSizeHint(self) -> QSize:
        """Never force a panel wider than it is."""
        return QSize(60, HEAD_PX)


class DockTitle(PanelHead):
    """The title bar of a dock: the heading of its panel, and how it floats and closes."""

    def __init__(self, dock: QDockWidget, panel: Panel, operation: Id) -> None:
        """Join a dock and its panel, which shows an operation."""
        self._dock, self._operation = dock, operation
        super().__init__(panel, dock)
        self.float_button = self._tool(lambda: dock.setFloating(not dock.isFloating()))
        self.close_button = self._tool(dock.close)
        self.line.addWidget(self.float_button)
        self.line.addWidget(self.close_button)
        self.paint_icons()
        self._say_tools()
        panel.look.changed.connect(self.paint_icons)
        dock.topLevelChanged.connect(lambda _floating: QTimer.singleShot(0, self, self._moved))

    def _moved(self) -> None:
        """Follow the dock into a window of its own, and back."""
        self.retranslate()
        self._say_tools()
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

    def _say_tools(self) -> None:
        title = self._panel.title()
        for made, text in ((self.float_button, tr("Move to its own window, or back")), (self.close_button, tr("Hide this panel"))):
            made.setToolTip(text)
            made.setAccessibleName(f"{title}: {text}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_tools()

    def _tool(self, act: object) -> QToolButton:
        made = QToolButton(self)
        made.setIconSize(QSize(13, 13))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(act)
        return made


def headed(panel: Panel) -> QWidget:
    """Return a panel under its heading, for where there are no docks."""
    made = QWidget()
    made.setProperty("role", "panel")
    lines = column(made)
    lines.addWidget(PanelHead(panel))
    lines.addWidget(panel, 1)
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

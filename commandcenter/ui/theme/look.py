"""The look in force: hands colours, fonts and icons to widgets that paint themselves."""

from __future__ import annotations

import sys

import qtawesome
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.quotes import CHINESE, set_quotes
from commandcenter.ui.theme.qss import style_sheet
from commandcenter.ui.theme.tokens import DEFAULT_THEME, Tokens, load

FAMILIES = (
    "Segoe UI Variable Text",
    "Segoe UI",
    "Inter",
    "Roboto",
    "Noto Sans",
    "Ubuntu",
    "Cantarell",
    *CHINESE,
)
"""System fonts in the order we like them, Latin before Chinese; those that are missing are skipped."""


class Look(QObject):
    """The theme in force.

    Signals:
        changed(): another theme is in force; repaint.
    """

    changed = Signal()

    def __init__(self, theme: str = DEFAULT_THEME) -> None:
        """Start with a theme; `apply` makes it visible."""
        super().__init__()
        self.tokens: Tokens = load(theme)
        self._families = _families()
        self._fonts: dict[tuple[int, bool, str], QFont] = {}
        """Those that were asked for, by size, weight and language: which of the families is there takes longer to ask than a word to paint."""

    def apply(self, theme: str | None = None) -> None:
        """Put a theme (or the present one) in force for the whole application."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("a look needs a QApplication")
        if theme is not None:
            self.tokens = load(theme)
        app.setStyle("Fusion")
        app.setFont(self.font("body"))
        app.setPalette(_palette(self.tokens))
        app.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()

    def colour(self, name: str) -> QColor:
        """Return a colour of the `[ui]` table."""
        return QColor(self.tokens.ui[name])

    def status(self, status: str) -> QColor:
        """Return a unit status's colour."""
        return QColor(self.tokens.status[status])

    def priority(self, priority: int) -> QColor:
        """Return a priority's colour; beyond 5 counts as 5."""
        return QColor(self.tokens.priority[str(max(1, min(priority, 5)))])

    def grade(self, grade: int) -> QColor:
        """Return a grade's colour (1 red … 4 blue)."""
        return QColor(self.tokens.grade[str(max(1, min(grade, 4)))])

    def size(self, name: str) -> int:
        """Return a size in device-independent pixels."""
        return self.tokens.sizes[name]

    def font(self, size: str = "body", *, bold: bool = False) -> QFont:
        """Return the interface font; `size` is small, body, large or title."""
        pixels = self.tokens.sizes[f"font_{size}"]
        wanted = pixels, bold, formats.locale_code()
        if wanted not in self._fonts:
            self._fonts[wanted] = self._made(pixels, bold)
        return QFont(self._fonts[wanted])

    def _made(self, pixels: int, bold: bool) -> QFont:
        font = QFont()
        font.setFamilies(self._families)
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return set_quotes(font)

    def icon(self, name: str, colour: str = "text_muted") -> QIcon:
        """Return a Material Design icon, with or without its prefix `mdi6.`, in a colour of the `[ui]` table."""
        icon: QIcon = qtawesome.icon(
            name if name.startswith("mdi6.") else f"mdi6.{name}", color=self.tokens.ui[colour], color_disabled=self.tokens.ui["text_faint"]
        )
        return icon


def _families() -> list[str]:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    present = set(QFontDatabase.families())
    found = [f for f in FAMILIES if f in present]
    return [system, *found] if sys.platform == "darwin" or not found else [*found, system]


def _palette(tokens: Tokens) -> QPalette:
    ui = tokens.ui
    role = QPalette.ColorRole
    colours = {
        role.Window: "panel",
        role.WindowText: "text",
        role.Base: "panel",
        role.AlternateBase: "raised",
        role.Text: "text",
        role.Button: "raised",
        role.ButtonText: "text",
        role.Highlight: "selected",
        role.HighlightedText: "text",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.PlaceholderText: "text_faint",
        role.Link: "accent",
        role.Mid: "border",
        role.Dark: "border_strong",
        role.Light: "hover",
        role.Shadow: "shadow",
    }
    palette = QPalette()
    for where, name in colours.items():
        palette.setColor(where, QColor(ui[name]))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Text, QColor(ui["text_faint"]))
    palette.setColor(QPalette.ColorGroup.Disabled, role.ButtonText, QColor(ui["text_faint"]))
    return palette

"""Who types is left typing: what comes late or by itself takes no keyboard away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def typing_outside(home: QWidget) -> bool:
    """Return whether the person is writing into a field that is not inside `home`. Qt thread."""
    field = QApplication.focusWidget()
    if field is None or home.isAncestorOf(field):
        return False
    if isinstance(field, QLineEdit):
        return bool(field.text()) and not field.isReadOnly()
    return isinstance(field, QPlainTextEdit | QTextEdit) and bool(field.toPlainText()) and not field.isReadOnly()


def show_quietly(window: QWidget) -> None:
    """Show a window that nobody asked for: whatever window has the keyboard keeps it, also where the system would give it to every new one."""
    active = QApplication.activeWindow()
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    window.show()
    window.raise_()
    if active is not None and active is not window:
        active.activateWindow()

"""The keys of the field window that are no page's, in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from commandcenter.ui.frame.windows import LEGEND

if TYPE_CHECKING:
    from commandcenter.ui.field.window import FieldWindow


def bind_keys(window: FieldWindow) -> None:
    """Bind them; F1 and the fault reports are bound by `aside`."""
    acts = (
        ("F11", window.fill_screen),
        ("Esc", window.escape),
        ("Ctrl+Z", window.seat.undo),
        ("Ctrl+Shift+T", window.turn_night),
        ("Ctrl+B", window.saver.turn),
        ("Ctrl+Alt+L", window.lock.lock),
        ("Ctrl+Shift+L", window.turn_language),
        *((keys, window.layers.legend.click) for keys in LEGEND.keys),
    )
    for keys, act in acts:
        QShortcut(QKeySequence(keys), window, act)
    window.aside.bind_faults(window.seat, window.services.faults)

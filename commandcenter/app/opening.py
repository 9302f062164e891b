"""What takes long before there is a desk, with a small window that says how far it is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt

from commandcenter.app.home import Home
from commandcenter.app.session import Session, begin_session
from commandcenter.ui.frame.titles import name_window
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.import_progress import ImportProgress, SignalProgress

PATIENCE_S = 0.5
"""A log that is read sooner needs no window."""


@contextmanager
def progress_shown(title: str, progress: SignalProgress) -> Iterator[ImportProgress]:
    """Show how far something is, and let it be cancelled, while the block runs."""
    window = ImportProgress()
    window.setProperty("role", "window")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    name_window(window, title, None)
    window.setContentsMargins(20, 16, 20, 16)
    window.resize(520, 140)
    window.follow(progress)
    window.show()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()


async def opened_session(home: Home, region: str, patience_s: float = PATIENCE_S) -> Session:
    """Open a session; a long log is read behind a window. Raises `KnownError`, or `Cancelled` when the person gives up."""
    progress = SignalProgress()
    opening = begin_session(home, region, progress=progress)
    reading = {asyncio.ensure_future(asyncio.to_thread(opening.reading.exception))}
    _, waiting = await asyncio.wait(reading, timeout=patience_s)
    if waiting:
        with progress_shown(tr("Opening the desk"), progress):
            await asyncio.wait(waiting)
    return opening.session()

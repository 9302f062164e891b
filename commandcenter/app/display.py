"""Is there a screen?"""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping

from commandcenter.model.errors import KnownError


def choose_platform(*, screenshot: bool, environment: MutableMapping[str, str] | None = None, system: str = sys.platform) -> None:
    """Let Qt draw in memory for a screenshot without a screen; raises `KnownError` when a window is wanted and there is none."""
    found = os.environ if environment is None else environment
    if not system.startswith("linux") or found.get("QT_QPA_PLATFORM") or found.get("DISPLAY") or found.get("WAYLAND_DISPLAY"):
        return
    if not screenshot:
        raise KnownError(
            "There is no display on this machine. Use a virtual one (xvfb-run -a make run) "
            'or draw the window into a file (make run ARGS="--screenshot desk.png").'
        )
    found["QT_QPA_PLATFORM"] = "offscreen"

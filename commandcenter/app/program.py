"""How this program is started again, as a process of its own."""

from __future__ import annotations

import sys


def own_command() -> list[str]:
    """Return the words that start the command line: installed in a Python, or packaged with one."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "commandcenter"]

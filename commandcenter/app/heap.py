"""Keeps glibc's memory allocator from hoarding: a desk runs for days, and what was needed for a moment goes back to the system."""

from __future__ import annotations

import ctypes
import sys

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
"""Parameters of `mallopt(3)`."""
KEPT_BYTES = 128 * 1024
"""glibc's own first value of both thresholds; once set, they no longer grow (to 32 MB) with what was freed."""
ARENAS = 2
"""Pools of memory for all threads; by default eight a core, each with its own holes."""


def settle_heap() -> bool:
    """Let large blocks go back when they are freed, and threads share their pools; return whether this platform was told so.

    Call early, before threads are begun; harmless when called again. Nothing is changed where the C library is not glibc.
    """
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    wanted = ((_M_ARENA_MAX, ARENAS), (_M_MMAP_THRESHOLD, KEPT_BYTES), (_M_TRIM_THRESHOLD, KEPT_BYTES))
    return [mallopt(parameter, value) for parameter, value in wanted] == [1] * len(wanted)

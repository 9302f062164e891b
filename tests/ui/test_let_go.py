"""A window that was closed is gone, wholly: over a shift of twelve hours hundreds are opened."""

from __future__ import annotations

import gc
import weakref

from commandcenter.ui.frame.windows import WINDOWS

from .world import World


def held_after_closing(world: World, name: str) -> bool:
    """Open a window, close it, and return whether anything still holds it."""
    assert world.window is not None
    world.window.acts[f"window_{name}"]()
    world.settle(0.02)
    window = world.window.beside.open_windows[name]
    seen = weakref.ref(window)
    window.close()
    del window
    world.settle(0.02)
    gc.collect()
    return seen() is not None


def test_each_window_is_gone_once_it_is_closed(busy: World) -> None:
    assert busy.window is not None
    assert [kind.name for kind in WINDOWS if held_after_closing(busy, kind.name)] == []

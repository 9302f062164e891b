"""A desk on the monitors that the environment names: `python -m tests.ui.monitors SETTINGS ACT`; says in JSON where its panels are.

The act is `arrange` or `look`. A process of its own, for a program has the monitors that were there when Qt was started.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import cast

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.ui.frame import layout_memory
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.ports import MemorySettings

from .world import World, make_world

AWAY = {"log": (1500, 200), "board": (3000, 300)}
"""Panels that the person puts on the second and the third monitor."""


class Kept(MemorySettings):
    """Settings in a file."""

    def __init__(self, path: Path) -> None:
        self.path, self.all = path, cast(dict[str, str], json.loads(path.read_text()) if path.exists() else {})
        super().__init__(self.all)

    def put(self, key: str, value: str) -> None:
        super().put(key, value)
        self.all[key] = value
        self.path.write_text(json.dumps(self.all))


def place(widget: QWidget) -> list[int]:
    return [widget.x(), widget.y(), widget.width(), widget.height()]


def places(window: MainWindow) -> dict[str, object]:
    return {name: place(window.docks[name]) if window.docks[name].isFloating() else "docked" for name in AWAY}


def screens_become(world: World, screens: list[QScreen], *, gone: bool) -> None:
    """Only these monitors are there from now on."""
    layout_memory.plugged_in = lambda: screens
    app = cast(QGuiApplication, QGuiApplication.instance())
    (app.screenRemoved if gone else app.screenAdded).emit(screens[0])
    world.settle(0.2)


def arrange(world: World, window: MainWindow) -> dict[str, object]:
    """Put panels and a window on other monitors; take those away and bring them back."""
    for name, (x, y) in AWAY.items():
        window.docks[name].setFloating(True)
        window.docks[name].setGeometry(x, y, 420, 260)
    beside = window.beside.open(next(kind for kind in WINDOWS if kind.name == "legend"))
    beside.move(3100, 150)
    world.settle()
    before = {**places(window), "legend": place(beside)}
    world.wait_for(lambda: not window.memory.pending)
    every = QGuiApplication.screens()
    screens_become(world, every[:1], gone=True)
    alone = {**places(window), "legend": place(beside)}
    screens_become(world, every, gone=False)
    return {"before": before, "alone": alone, "again": {**places(window), "legend": place(beside)}}


def main(settings: Path, act: str) -> None:
    """Open a desk with what was remembered before; do the act; remember."""
    app = cast(QApplication, QApplication.instance() or QApplication(sys.argv[:1]))
    with make_world(app) as world:
        world.settings = Kept(settings)
        screen = QGuiApplication.primaryScreen().size()
        window = world.open_window(min(1200, screen.width()), min(700, screen.height()))
        said = arrange(world, window) if act == "arrange" else {"now": places(window), "size": place(window), "alone": window.compact.shown}
        if act == "look":
            window.grab().save(str(settings.with_suffix(".png")))
        window.memory.save()
    print(json.dumps(said))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

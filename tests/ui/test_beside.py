"""Windows beside the desk open once, remember their place and go with the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from commandcenter.ui.frame.beside import Beside
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.windows import WINDOWS, WindowKind

from .world import World

KIND = WindowKind("trial", "Every key", (), lambda context: QLabel(str(context.seat.actor)))


def beside_of(world: World) -> tuple[Beside, DeskContext]:
    window = world.open_window()
    return window.beside, window.context


def test_a_window_opens_once(world: World) -> None:
    beside, _ = beside_of(world)
    first = beside.open(KIND)
    assert beside.open(KIND) is first
    assert first.isWindow()
    assert first.isVisible()


def test_it_remembers_its_place(world: World) -> None:
    beside, _ = beside_of(world)
    first = beside.open(KIND)
    first.setGeometry(40, 50, 333, 222)
    first.close()
    assert beside.open_windows == {}
    again = beside.open(KIND)
    assert (again.width(), again.height()) == (333, 222)


def test_all_close_with_the_desk(world: World) -> None:
    beside, _ = beside_of(world)
    gone: list[object] = []
    beside.open(KIND).destroyed.connect(lambda *_: gone.append(True))
    beside.close_all()
    world.wait_for(lambda: bool(gone))


def test_it_is_named_in_the_language_in_force(world: World) -> None:
    window = world.open_window()
    opened = window.beside.open(KIND)
    english = opened.windowTitle()
    window.use_language("zh_CN")
    world.wait_for(lambda: opened.windowTitle() != english)


def test_every_window_of_the_table_opens(busy: World) -> None:
    window = busy.window
    assert window is not None
    for kind in WINDOWS:
        made = window.beside.open(kind)
        assert isinstance(made, QWidget)
        assert made.windowFlags() & Qt.WindowType.Window
    window.beside.close_all()


def test_a_closed_window_hears_nothing_any_more(busy: World) -> None:
    window = busy.window
    assert window is not None
    for kind in WINDOWS:
        window.beside.open(kind)
        busy.settle()
    window.beside.close_all()
    busy.settle(0.2)
    window.use_theme("light")
    window.use_language("zh_CN")
    window.seat.ticked.emit(window.seat.now_ms())
    busy.settle(0.2)

"""What a line of the command line does in the window, and what it may name of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from commandcenter.model.ids import Id
from commandcenter.ui.closures.form import PROFILES
from commandcenter.ui.command_line.known import Named, WindowWords
from commandcenter.ui.command_line.reading import Act, Reading
from commandcenter.ui.frame.keys import bound_keys
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.layers.choice import LAYERS
from commandcenter.ui.layers.toggles import layer_word
from commandcenter.ui.map_menu import copy_coordinates
from commandcenter.ui.report.aside import parked_words

if TYPE_CHECKING:
    from commandcenter.ui.main_window import MainWindow


def window_words(window: MainWindow) -> WindowWords:
    """Return what a line may name: in the language in force first, in English too."""
    acts = [Named(act, _said(tr(key.words), key.words, act.removeprefix("window_"))) for act, key in bound_keys().items()]
    panels = [Named(name, _said(panel.title(), name)) for name, panel in window.panels.all().items()]
    layers = [Named(layer, _said(layer_word(layer), layer.replace("_", " "))) for layer in LAYERS]
    profiles = [Named(name, _said(tr(PROFILES[name]), name)) for name in window.seat.desk.roads.profiles if name in PROFILES]
    return WindowWords(acts, panels, layers, profiles, [parked_words(draft) for draft in window.incident.report.drafts.parked])


def _said(*words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def carry_out(window: MainWindow, reading: Reading) -> None:
    """Submit a line's commands and do in the window what else it says."""
    if reading.commands:
        window.seat.perform(*reading.commands, said=reading.says)
    ACTS.get(reading.act, _nothing)(window, reading)


def _nothing(_window: MainWindow, _reading: Reading) -> None:
    """The line's commands were all."""


def _incident(window: MainWindow, reading: Reading) -> None:
    if reading.subject is not None:
        window.choose(reading.subject)
        if reading.act == Act.RECOMMEND:
            window.focus_incident()


def _unit(window: MainWindow, reading: Reading) -> None:
    if reading.subject is not None:
        window.seat.choose_unit(reading.subject)
        window.bring_up("board")
        window.board.board.show_on_map()


def _go(window: MainWindow, reading: Reading) -> None:
    if reading.place is not None:
        window.show_map()
        window.map_view.fly_to(reading.place.at, 17)


def _print(window: MainWindow, reading: Reading) -> None:
    window.print_paper(reading.detail, reading.subject) if reading.subject else window.acts[f"print_{reading.detail}"]()


def _open_window(window: MainWindow, reading: Reading) -> None:
    """Open a window beside the desk, about an incident or a unit where one is named."""
    subject: Id | None = reading.subject
    if subject is not None and window.seat.desk.picture.incident(subject) is not None:
        window.seat.choose_incident(subject)
    elif subject is not None:
        window.seat.choose_unit(subject)
    window.seat.window_wanted.emit(reading.detail)


def _layer(window: MainWindow, reading: Reading) -> None:
    layers = window.context.layers
    layers.show(reading.detail, reading.reason == "on" or (not reading.reason and not layers.shown(reading.detail)))


def _reach(window: MainWindow, reading: Reading) -> None:
    reach = window.panels.layers
    window.show_map()
    if reading.subject is not None:
        reach.reach_of(reading.subject)
    elif reading.place is not None:
        reach.reach_from(reading.place.name, reading.place.at, reading.detail)
    else:
        reach.isochrones.hide()


def _around(window: MainWindow, reading: Reading) -> None:
    if reading.place is not None:
        window.show_map()
        window.panels.layers.measure.around_place(reading.place.at, float(reading.detail))


def _copy(window: MainWindow, reading: Reading) -> None:
    if reading.place is not None:
        copy_coordinates(window.seat, reading.place.at, reading.detail)


def _ring(window: MainWindow, reading: Reading) -> None:
    ringing = window.incident.report.ringing
    ringing.ring(reading.detail) if reading.reason == "ring" else ringing.stop(reading.detail)


def _resume(window: MainWindow, reading: Reading) -> None:
    window.bring_up("incident")
    if not window.incident.reporting:
        window.incident.take_report()
    window.incident.report.take_up(int(reading.detail) - 1)


ACTS: Mapping[Act, Callable[[MainWindow, Reading], object]] = {
    Act.SHOW_INCIDENT: _incident,
    Act.RECOMMEND: _incident,
    Act.SHOW_UNIT: _unit,
    Act.GO: _go,
    Act.DRAW: lambda window, reading: window.draw_closure(reading.detail, reading.reason),
    Act.STREET: lambda window, reading: window.close_street(reading.detail, reading.reason),
    Act.PRINT: _print,
    Act.WINDOW: _open_window,
    Act.DO: lambda window, reading: window.acts[reading.detail](),
    Act.HIDE: lambda window, reading: window.docks[reading.detail].hide(),
    Act.LAYER: _layer,
    Act.REACH: _reach,
    Act.AROUND: _around,
    Act.COPY: _copy,
    Act.RING: _ring,
    Act.RESUME: _resume,
    Act.UNDO: lambda window, _reading: window.undo_last(),
    Act.HELP: lambda window, _reading: window.overlay.show_over(),
}


def carrier(window: MainWindow) -> Callable[[Reading], None]:
    """Return what carries lines out in a window."""
    return partial(carry_out, window)

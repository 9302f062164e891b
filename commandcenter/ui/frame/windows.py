"""Every window that opens beside the desk, in one table: listed in the menu, bound to its key and shown by F1 from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.i18n.tr import mark


@dataclass(frozen=True, slots=True)
class WindowKind:
    """One kind of window."""

    name: str
    """What its place on the screen is remembered by."""
    words: str
    """Its name, marked for translation."""
    keys: tuple[str, ...]
    make: Callable[[DeskContext], QWidget]
    """Builds it; imports its module only then, so that the desk starts quickly."""
    size: tuple[int, int] | None = None
    """Width and height in points when it is opened for the first time; `None`: as it wants."""


def _surge(context: DeskContext) -> QWidget:
    from commandcenter.ui.queue.surge import SurgeWindow

    return SurgeWindow(context)


def _decisions(context: DeskContext) -> QWidget:
    from commandcenter.ui.recommend.decisions import DecisionsWindow

    return DecisionsWindow(context)


def _moves(context: DeskContext) -> QWidget:
    from commandcenter.ui.recommend.moves import MovesWindow

    return MovesWindow(context)


def _supplies(context: DeskContext) -> QWidget:
    from commandcenter.ui.supplies.window import SuppliesWindow

    return SuppliesWindow(context)


def _statistics(context: DeskContext) -> QWidget:
    from commandcenter.ui.statistics.window import StatisticsWindow

    return StatisticsWindow(context)


def _legend(context: DeskContext) -> QWidget:
    from commandcenter.ui.layers.legend_window import LegendWindow

    return LegendWindow(context.seat, context.layers)


def _layers(context: DeskContext) -> QWidget:
    from commandcenter.ui.layers.window import LayersWindow

    return LayersWindow(context.layers)


def _speeds(context: DeskContext) -> QWidget:
    from commandcenter.ui.speeds.window import SpeedsWindow

    return SpeedsWindow(context)


def _sitrep(context: DeskContext) -> QWidget:
    from commandcenter.ui.sitrep.window import SitrepWindow

    return SitrepWindow(context)


def _facilities(context: DeskContext) -> QWidget:
    from commandcenter.ui.facilities.window import FacilitiesWindow

    return FacilitiesWindow(context)


def _messages(context: DeskContext) -> QWidget:
    from commandcenter.ui.messages.window import MessagesWindow

    return MessagesWindow(context)


def _search(context: DeskContext) -> QWidget:
    from commandcenter.ui.search.window import SearchWindow

    return SearchWindow(context)


def _connection(context: DeskContext) -> QWidget:
    from commandcenter.ui.connection.window import ConnectionWindow

    return ConnectionWindow(context)


def _data(context: DeskContext) -> QWidget:
    from commandcenter.ui.data.window import DataWindow

    return DataWindow(context)


def _people(context: DeskContext) -> QWidget:
    from commandcenter.ui.identity.window import PeopleWindow

    return PeopleWindow(context)


def _operator(context: DeskContext) -> QWidget:
    from commandcenter.ui.identity.sign_in import OperatorWindow

    return OperatorWindow(context)


def _catalogue(context: DeskContext) -> QWidget:
    from commandcenter.ui.catalogue.window import CatalogueWindow

    return CatalogueWindow(context)


def _importing(context: DeskContext) -> QWidget:
    from commandcenter.ui.importing.window import ImportWindow

    return ImportWindow(context)


def _roll_call(context: DeskContext) -> QWidget:
    from commandcenter.ui.roll_call.window import RollCallWindow

    return RollCallWindow(context)


def _faults(context: DeskContext) -> QWidget:
    from commandcenter.ui.faults.window import FaultsWindow

    return FaultsWindow(context.seat, context.services.faults)


def _exercise(context: DeskContext) -> QWidget:
    """Return the control of the exercise that runs here, else the choice of one."""
    from commandcenter.ui.exercise.choice import ScenariosWindow
    from commandcenter.ui.exercise.control import ControlWindow

    run, scenarios = context.services.exercise, context.services.scenarios
    return ControlWindow(context, run) if run is not None else ScenariosWindow(context, scenarios)


def _scenario_editor(context: DeskContext) -> QWidget:
    from commandcenter.ui.exercise.editor.window import EditorWindow
    from commandcenter.ui.exercise.nothing import NothingHere

    editor = context.services.scenario_editor
    return EditorWindow(context, editor) if editor is not None else NothingHere()


def _guide(context: DeskContext) -> QWidget:
    from commandcenter.ui.help.window import GuideWindow

    return GuideWindow(context.seat.look)


GUIDE = WindowKind("guide", mark("User guide"), ("Shift+F1",), _guide)
LEGEND = WindowKind("legend", mark("Map legend"), ("Ctrl+Shift+G",), _legend)
LAYERS = WindowKind("layers", mark("Map layers"), ("Ctrl+L",), _layers)
"""A panel at desks; a window beside a wall."""
FAULTS = WindowKind("faults", mark("Fault reports"), ("Ctrl+Shift+B",), _faults, (860, 520))
WINDOWS: tuple[WindowKind, ...] = (
    GUIDE,
    WindowKind("people", mark("People and devices"), ("Ctrl+I",), _people, (820, 600)),
    WindowKind("operator", mark("Change operator"), ("Ctrl+Shift+O",), _operator),
    WindowKind("connection", mark("Connection"), ("Ctrl+J",), _connection, (640, 560)),
    LEGEND,
    WindowKind("speeds", mark("Speed calibration"), ("Ctrl+Shift+V",), _speeds),
    WindowKind("sitrep", mark("Situation report"), ("Ctrl+Shift+R",), _sitrep),
    WindowKind("statistics", mark("Statistics"), ("Ctrl+Shift+S",), _statistics),
    WindowKind("surge", mark("Surge"), ("Ctrl+G",), _surge, (1180, 640)),
    WindowKind("decisions", mark("Decisions"), ("Ctrl+Shift+D",), _decisions, (980, 600)),
    WindowKind("moves", mark("Coverage and move-ups"), ("Ctrl+U",), _moves, (640, 480)),
    WindowKind("supplies", mark("Supplies"), ("Shift+F9",), _supplies, (1120, 720)),
    WindowKind("facilities", mark("Hospitals and shelters"), ("Ctrl+Shift+H",), _facilities, (1160, 860)),
    WindowKind("data", mark("Data"), ("Ctrl+Shift+I",), _data, (1000, 620)),
    WindowKind("catalogue", mark("Catalogue"), ("Ctrl+Shift+C",), _catalogue, (1240, 780)),
    WindowKind("importing", mark("Import resources"), ("Ctrl+Shift+U",), _importing, (980, 560)),
    WindowKind("messages", mark("Messages, groups, radio"), ("Ctrl+Shift+M",), _messages, (1080, 720)),
    WindowKind("search", mark("Search for people"), ("Ctrl+Shift+F",), _search, (1180, 860)),
    WindowKind("roll_call", mark("Roll-call"), ("Ctrl+R",), _roll_call, (680, 420)),
    FAULTS,
    WindowKind("exercise", mark("Exercise"), ("Ctrl+E",), _exercise),
    WindowKind("scenario_editor", mark("Scenario editor"), ("Ctrl+Shift+E",), _scenario_editor, (1240, 800)),
)

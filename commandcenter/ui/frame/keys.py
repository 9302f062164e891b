"""Every key of the window, in one table: bound from here, shown by F1 from here."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.ui.frame.panels import PANELS
from commandcenter.ui.frame.tool_keys import TOOL_KEYS
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.i18n.language import LANGUAGES
from commandcenter.ui.i18n.tr import mark
from commandcenter.ui.prints.paper_file import Size
from commandcenter.ui.prints.papers import LOG, LOG_WORDS, MAP, MAP_WORDS, PAPERS
from commandcenter.ui.theme.tokens import THEMES


@dataclass(frozen=True, slots=True)
class Key:
    """Key sequences, the name of what they do, and the words for it."""

    keys: tuple[str, ...]
    act: str
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that belong together; `bound` is false where the panel itself handles them."""

    words: str
    keys: tuple[Key, ...]
    bound: bool = True


THEME_WORDS = {"dark": mark("Dark"), "light": mark("Light"), "night": mark("Night (red)")}
THEME_KEYS, LANGUAGE_KEYS = {"dark": "D", "light": "L", "night": "N"}, {"en": "E", "zh_CN": "Z"}
"""After Ctrl+T."""
PAPER_KEYS = {
    "report": "R",
    "201": "1",
    "204": "4",
    "205": "5",
    "209": "9",
    "211": "2",
    "213": "3",
    "214": "A",
    "309": "C",
    "cards": "D",
    "blank": "B",
}
"""After Ctrl+P."""

GROUPS: tuple[Group, ...] = (
    Group(
        mark("Everywhere"),
        (
            Key(("Ctrl+K", "/"), "command_line", mark("Command line and search")),
            Key(("F2", "Ctrl+N"), "new_incident", mark("New incident")),
            Key(("Shift+F2",), "ring", mark("A telephone rings: F2 then answers it")),
            Key(("Ctrl+Shift+P",), "park", mark("Park the call on the form")),
            Key(("Ctrl+Shift+K",), "line_dropped", mark("The line dropped: keep the call, to be rung back")),
            Key(("Alt+Down",), "next_incident", mark("Next incident")),
            Key(("Alt+Up",), "previous_incident", mark("Previous incident")),
            Key(("Ctrl+Z",), "undo", mark("Undo your last action")),
            Key(("Ctrl+.",), "stop_sending", mark("Stop what is about to be sent by itself")),
            Key(("Ctrl+H",), "past", mark("Look back")),
            Key(("Ctrl+Alt+L",), "lock", mark("Lock the screen")),
            Key(("F1",), "help", mark("Every key")),
            Key(("F11",), "full_screen", mark("Full screen")),
            Key(("Ctrl+Shift+T",), "next_theme", mark("Next theme: dark, light, night")),
            Key(("Ctrl+Shift+L",), "next_language", mark("English / Chinese")),
            Key(("Ctrl+F4",), "hide_panel", mark("Hide the panel that has the keyboard")),
            Key(("Ctrl+Shift+0",), "reset_layout", mark("Reset the layout")),
            Key(("Ctrl+Shift+W",), "wall", mark("Wall view")),
            Key(("Ctrl+Shift+N",), "regions", mark("Regions and operator")),
            Key(("Ctrl+Q, Ctrl+Q",), "close", mark("Close the desk")),
        ),
    ),
    Group(
        mark("Panels"),
        (
            Key(("F3",), "queue", mark("Incident queue")),
            Key(("F4",), "incident", mark("Incident panel")),
            Key(("F5",), "map", mark("Map")),
            Key(("F6",), "board", mark("Unit board")),
            Key(("F7",), "log", mark("Command log, filter")),
            Key(("F8",), "closures", mark("Road closures")),
            Key(("F9",), "depots", mark("Depots and stock")),
            Key(("F10",), "conflicts", mark("Conflicts")),
            Key(("F12",), "alarms", mark("Alarms")),
            Key(("Ctrl+O",), "orders", mark("Orders")),
            Key(("Ctrl+1",), "tab_1", mark("Incident: detail")),
            Key(("Ctrl+2",), "tab_2", mark("Incident: recommendation")),
            Key(("Ctrl+3",), "tab_3", mark("Incident: units")),
            Key(("Ctrl+4",), "tab_4", mark("Incident: messages")),
            *(Key(kind.keys, kind.name, kind.words) for kind in PANELS),
            Key(("Ctrl+5",), "tab_5", mark("Incident: timeline")),
            Key(("Ctrl+6",), "tab_6", mark("Incident: way and turns")),
        ),
    ),
    Group(
        mark("Recommendation"),
        (
            Key(("Enter",), "", mark("In the queue: show the place, go to who should go")),
            Key(("Enter",), "", mark("Send everything that is ticked")),
            Key(("Space",), "", mark("Tick or untick a unit")),
            Key(("Up", "Down"), "", mark("Show the way of the next unit on the map")),
        ),
        bound=False,
    ),
    Group(
        mark("Unit board"),
        (
            Key(("A",), "", mark("Available")),
            Key(("E",), "", mark("En route")),
            Key(("S",), "", mark("On scene")),
            Key(("T",), "", mark("Transporting")),
            Key(("F",), "", mark("At facility")),
            Key(("R",), "", mark("Returning")),
            Key(("O",), "", mark("Out of service")),
            Key(("D",), "", mark("Send to the chosen incident")),
            Key(("X",), "", mark("End the assignment")),
            Key(("Enter",), "", mark("Show on the map")),
        ),
        bound=False,
    ),
    Group(
        mark("Alarms and orders"),
        (
            Key(("Enter",), "", mark("Have the alarm in hand")),
            Key(("Space",), "", mark("Go to what the alarm is about")),
            Key(("A",), "", mark("The unit accepts the order")),
            Key(("R",), "", mark("The unit refuses the order")),
            Key(("D",), "", mark("The order is carried out")),
        ),
        bound=False,
    ),
    Group(
        mark("Look and language"),
        (
            *(Key((f"Ctrl+T, {THEME_KEYS[name]}",), f"theme_{name}", THEME_WORDS[name]) for name in THEMES),
            *(Key((f"Ctrl+T, {LANGUAGE_KEYS[code]}",), f"language_{code}", words) for code, words in LANGUAGES.items()),
            Key(("Ctrl+T, M",), "less_motion", mark("Less motion: nothing glides on the map")),
        ),
    ),
    Group(
        mark("Print"),
        (
            *(Key((f"Ctrl+P, {key}",), f"print_{name}", PAPERS[name].words) for name, key in PAPER_KEYS.items()),
            Key(("Ctrl+P, L",), f"print_{LOG}", LOG_WORDS),
            Key(("Ctrl+P, M",), f"print_{MAP}", MAP_WORDS),
            Key(("Ctrl+P, X",), "stop_work", mark("Stop the printing that is under way")),
            Key(("Ctrl+P, O",), "open_file", mark("Open the file that was written last")),
            Key(("Ctrl+P, F",), "show_folder", mark("Show the folder of the file that was written last")),
            Key(("Ctrl+P, I",), f"paper_{Size.A4}", mark("Paper: A4")),
            Key(("Ctrl+P, U",), f"paper_{Size.LETTER}", mark("Paper: Letter")),
        ),
    ),
    Group(mark("Tools of the map"), tuple(Key((key,), act, words) for act, (key, words) in TOOL_KEYS.items())),
    Group(mark("Windows"), tuple(Key(kind.keys, f"window_{kind.name}", kind.words) for kind in WINDOWS)),
)


def bound_keys() -> dict[str, Key]:
    """Return every key that the window binds, by what it does."""
    return {key.act: key for group in GROUPS if group.bound for key in group.keys}

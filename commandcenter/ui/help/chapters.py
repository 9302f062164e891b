"""The chapters of the user guide, and which of them tells about which window."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.assets import guide_dir
from commandcenter.ui.help.grammar import NAME, grammar_page

PLACE = "help"
"""The property by which a part of a window says under which name `CHAPTER_OF` has it, where that is no docked panel."""
CHAPTER_OF = {
    "first_run": "01-start",
    "desk": "02-window",
    "command_line": NAME,
    "map": "06-map",
    "wall": "02-window",
    "call": "03-call",
    "field": "12-field",
    "queue": "02-window",
    "board": "02-window",
    "incident": "04-sending",
    "closures": "06-map",
    "layers": "06-map",
    "sketches": "06-map",
    "legend": "06-map",
    "speeds": "06-map",
    "orders": "05-orders",
    "messages": "05-orders",
    "roll_call": "05-orders",
    "alarms": "05-orders",
    "moves": "04-sending",
    "surge": "04-sending",
    "decisions": "04-sending",
    "depots": "07-supplies",
    "supplies": "07-supplies",
    "facilities": "08-places",
    "search": "08-places",
    "log": "09-log",
    "sitrep": "09-log",
    "statistics": "09-log",
    "conflicts": "10-apart",
    "connection": "10-apart",
    "people": "11-people",
    "operator": "11-people",
    "data": "11-people",
    "catalogue": "14-own",
    "importing": "14-own",
    "faults": "15-trouble",
    "exercise": "13-exercises",
    "scenario_editor": "13-exercises",
}
"""Name of a panel or window → chapter."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the guide."""

    name: str
    title: str
    text: str
    """Markdown."""


def chapters(language: str) -> list[Chapter]:
    """Return the guide in a language (`en` or `zh`, the one in force), in order; the last chapter is written from the command line's own table."""
    files = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted((guide_dir() / language).glob("*.md"))]
    return [_chapter(name, text) for name, text in (*files, (NAME, grammar_page()))]


def chapter_of(name: str) -> str:
    """Return the chapter that tells about a panel or window; the first one for any other."""
    return CHAPTER_OF.get(name, "01-start")


def _chapter(name: str, text: str) -> Chapter:
    return Chapter(name, text.partition("\n")[0].lstrip("# ").strip(), text)

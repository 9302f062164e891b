"""The page of the guide that lists every word of the command line, written from the table that the line is read with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from commandcenter.model.words import UnitStatus
from commandcenter.ui.command_line.verbs import STATUS_WORDS, USAGES
from commandcenter.ui.i18n.closed_words import STATUS_SAID
from commandcenter.ui.i18n.tr import spoken, tr

NAME = "16-grammar"
"""Of the chapter; it stands behind those that are files."""


def grammar_page() -> str:
    """Return the page as Markdown in the language in force."""
    lead = tr(
        "Press / and type. Each word in a row means the same; the words of both languages work in either. Enter does what the line below it says."
    )
    rows = [(_words(usage.words), _code(usage.example), spoken(usage.does)) for usage in USAGES]
    statuses = [(_words(words), _code(f"E1 {words[0]}"), spoken(STATUS_SAID[status])) for status, words in _status_words().items()]
    parts = (
        f"# {tr('The command line: every word')}",
        lead,
        _table((tr("Words"), tr("Example"), tr("What it does")), rows),
        f"## {tr('The status of a unit')}",
        tr("A callsign, then one of these words."),
        _table((tr("Words"), tr("Example"), tr("Status")), statuses),
    )
    return "\n\n".join(parts) + "\n"


def _status_words() -> Mapping[UnitStatus, tuple[str, ...]]:
    found: dict[UnitStatus, tuple[str, ...]] = {}
    for word, status in STATUS_WORDS.items():
        found[status] = (*found.get(status, ()), word)
    return found


def _words(words: tuple[str, ...]) -> str:
    return " · ".join(_code(word) for word in words)


def _code(text: str) -> str:
    return f"`{text}`"


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)

"""Radio channels, read from `assets/catalogue/channels.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from commandcenter.resources.tables import Row, read_unique
from commandcenter.resources.terms import Term, names_of

CHANNELS_FILE = "channels.csv"


@dataclass(frozen=True, slots=True)
class Channel(Term):
    """A radio channel; what the agency did not fill in is empty."""

    use: Term
    receive: str
    transmit: str
    tone: str
    mode: str


def load_channels(path: Path) -> tuple[Channel, ...]:
    """Read a channels file in its order; `KnownError` names file, line and column of the first fault."""
    columns = ("code", "en", "zh", "use_en", "use_zh", "receive", "transmit", "tone", "mode")
    return tuple(_channel(row) for row in read_unique(path, columns))


def _channel(row: Row) -> Channel:
    use = Term(row.text("code"), row.text("use_en"), row.text("use_zh"))
    rest = (row.cells[name].strip() for name in ("receive", "transmit", "tone", "mode"))
    return Channel(*names_of(row), use, *rest)

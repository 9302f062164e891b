"""How figures of a search are said."""

from __future__ import annotations

from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr

ALMOST = 0.9995
"""What would be rounded to 100 %."""


def percent(share: float) -> str:
    """Return a share as per cent with one decimal; nothing that is uncertain is said to be certain."""
    if ALMOST <= share < 1:
        return tr("> {n} %", n=formats.number(99.9, 1))
    return tr("{n} %", n=formats.number(100 * share, 1))

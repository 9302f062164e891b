"""How figures of a search are said."""

from __future__ import annotations

from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr


def percent(share: float) -> str:
    """Return a share as per cent with one decimal."""
    return tr("{n} %", n=formats.number(100 * share, 1))

"""Offers kinds of incidents for what is typed."""

from __future__ import annotations

from commandcenter.resources.catalogue import Catalogue
from commandcenter.ui.report.pick import Offer
from commandcenter.ui.type_names import language


def type_offers(catalogue: Catalogue, text: str) -> list[Offer]:
    """Return the types that a text names, the best first; nothing for no text."""
    wanted = text.strip().casefold()
    ranked = [(_rank(wanted, (t.code, t.en, t.zh, t.apco)), t) for t in catalogue.types.values()] if wanted else []
    found = sorted((pair for pair in ranked if pair[0] < 3), key=lambda pair: pair[0])
    return [Offer(t.name(language()), t.code, t.code) for _, t in found]


def _rank(wanted: str, names: tuple[str, ...]) -> int:
    """Return 0 for exactly, 1 for a start, 2 for inside, 3 for not at all."""
    folded = [name.casefold() for name in names]
    if wanted in folded:
        return 0
    if any(name.startswith(wanted) for name in folded):
        return 1
    return 2 if any(wanted in name for name in folded) else 3

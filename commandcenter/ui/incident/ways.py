"""The ways of one unit to one incident on the map: the chosen one plain, the others dashed, each with its time."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.dispatch.turn_list import differs_by
from commandcenter.model.ports import Route
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.type_names import language

OVERLAY = "ways"


def way_words(ways: Sequence[Route], n: int) -> str:
    """Return time and length of a way, and the street that tells it from the others."""
    way = ways[n]
    street = differs_by(way, [other for m, other in enumerate(ways) if m != n])
    words = f"{formats.eta(way.eta_s)}  {formats.distance(way.distance_m)}"
    return words + (f"  {tr('via {street}', street=street.name(language()))}" if street else "")


def shapes(ways: Sequence[Route], chosen: int) -> list[OverlayShape]:
    """Return the lines, the chosen one last, so that it lies above."""
    order = sorted(range(len(ways)), key=lambda n: (n == chosen, n))
    return [
        OverlayShape(
            f"way{n}",
            "line",
            (ways[n].points,),
            label=formats.eta(ways[n].eta_s),
            tone="accent" if n == chosen else "text_muted",
            dashed=n != chosen,
            title=f"{n + 1}: {way_words(ways, n)}",
        )
        for n in order
    ]

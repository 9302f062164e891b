"""What the page shows besides units, kept here so that only differences travel and a new page can be filled again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from commandcenter.ui.map.things import OVERLAY_NAME, OverlayShape, Thing

LAYERS = ("places", "closures", "routes", "incidents")
OVERLAY = "overlay:"
"""Before the name of an overlay, as a layer and as the kind of its shapes."""


class Scene:
    """The things of each layer. A delta is JSON: `{layer, reset, upsert: [thing], remove: [id]}`."""

    def __init__(self) -> None:
        """Start empty."""
        self._layers: dict[str, dict[str, Thing]] = {layer: {} for layer in LAYERS}
        self._hidden: frozenset[str] = frozenset()

    def set(self, layer: str, things: Iterable[Thing]) -> str | None:
        """Make a layer hold exactly these; return the delta, or `None` if nothing changed."""
        old = self._layers[layer]
        new = {thing.id: thing for thing in things}
        self._layers[layer] = new
        if layer in self._hidden:
            return None
        upsert = [thing for id_, thing in new.items() if (before := old.get(id_)) is not thing and before != thing]
        remove = [id_ for id_ in old if id_ not in new]
        return _delta(layer, upsert, remove) if upsert or remove else None

    def hide(self, layers: Iterable[str]) -> list[str]:
        """Keep exactly these layers from the page; return the deltas that empty them and fill those shown again."""
        before, self._hidden = self._hidden, frozenset(layers)
        return [_delta(layer, self._seen(layer), (), reset=True) for layer in self._layers if (layer in before) != (layer in self._hidden)]

    def _seen(self, layer: str) -> Iterable[Thing]:
        return () if layer in self._hidden else self._layers[layer].values()

    def set_overlay(self, name: str, shapes: Iterable[OverlayShape]) -> str | None:
        """Make an overlay hold exactly these, none of which ends it; `ValueError` for a name that the page would not take."""
        if not OVERLAY_NAME.fullmatch(name):
            raise ValueError(f"not an overlay's name: {name!r}")
        layer = OVERLAY + name
        self._layers.setdefault(layer, {})
        delta = self.set(layer, shapes)
        if not self._layers[layer]:
            del self._layers[layer]
        return delta

    def snapshot(self) -> Iterator[str]:
        """Yield what fills an empty page."""
        for layer in self._layers:
            yield _delta(layer, self._seen(layer), (), reset=True)


def _delta(layer: str, upsert: Iterable[Thing], remove: Iterable[str], *, reset: bool = False) -> str:
    value = {"layer": layer, "reset": reset, "upsert": [thing.to_page() for thing in upsert], "remove": list(remove)}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

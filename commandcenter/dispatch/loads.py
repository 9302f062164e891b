"""What goods weigh and how much room they take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.resources.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Load:
    """Weight and volume."""

    weight_kg: float
    volume_l: float


def load_of(goods: Mapping[str, int], catalogue: Catalogue) -> Load:
    """Return the load of goods by item; an item that the catalogue lacks weighs nothing."""
    weight_g = volume_ml = 0
    for item, quantity in goods.items():
        known = catalogue.items.get(item)
        if known is not None:
            weight_g += known.weight_g * quantity
            volume_ml += known.volume_ml * quantity
    return Load(weight_g / 1000, volume_ml / 1000)

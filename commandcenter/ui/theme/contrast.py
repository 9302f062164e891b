"""How well a colour reads on another, after WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""

from __future__ import annotations

READABLE = 4.5
"""Smallest ratio for text (WCAG 2.2, 1.4.3 AA)."""
VISIBLE = 3.0
"""Smallest ratio for the edge of a field or a box to tick, and for the ring of the keyboard (WCAG 2.2, 1.4.11 AA)."""


def luminance(colour: str) -> float:
    """Return the relative luminance (0 … 1) of `#rrggbb`."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Return the contrast ratio (1 … 21) of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, ground: str, share: float) -> str:
    """Return `colour` laid over `ground` with an opacity of `share` (0 … 1)."""
    pairs = ((int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(c * share + g * (1 - share)):02x}" for c, g in pairs)

"""Field mode: one unit, big targets, works with nothing but the laptop."""

"""Sketches, hazards and notes on the map: drawn, changed and removed by hand, shared as entries."""

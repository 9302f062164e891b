"""Measuring on the map: distances, areas, what lies around."""

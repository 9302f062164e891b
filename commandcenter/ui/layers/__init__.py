"""Layers, legend, measuring and printing of the map."""

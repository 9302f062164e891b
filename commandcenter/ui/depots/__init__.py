"""Depots and their stock."""

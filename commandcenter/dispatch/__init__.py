"""Decides: the desk's one door, response plans, recommendations, supplies."""

"""Command Center: emergency command and dispatch, fully offline."""

__version__ = "0.1.0"

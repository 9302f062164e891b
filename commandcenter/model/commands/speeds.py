"""Driving times as the agency's own runs show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.model.commands.base import Command


@dataclass(frozen=True, slots=True)
class AdoptSpeeds(Command):
    """Take factors on the driving times into use; none at all goes back to those shipped."""

    groups: Mapping[str, float]
    """By group of roads, see `model.speeds.GROUPS`."""
    bands: Mapping[str, float]
    """By time of day, see `model.speeds.BANDS`."""
    runs: int = 0
    note: str = ""

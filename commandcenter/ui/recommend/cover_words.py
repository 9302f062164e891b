"""How much of a region, and of its people, free units reach in time, in words."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from commandcenter.dispatch.coverage import Cover
from commandcenter.model.ids import Id
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr

People: TypeAlias = NDArray[np.float64]
"""About how many live around each place."""


def coverage_words(cover: Cover, within_min: float, people: People | None) -> list[str]:
    """Return which share of the region, and of its people, somebody free reaches in time."""
    minutes = formats.number(within_min)
    said = [tr("{percent} % of the region can be reached within {minutes} min.", percent=formats.number(cover.share * 100), minutes=minutes)]
    if people is not None:
        share = formats.number(100 * cover.reached(people) / people.sum())
        said.append(tr("There live about {percent} % of the people, {n}, by the map's house numbers.", percent=share, n=about(cover.reached(people))))
    return said


def lost_words(cover: Cover, unit: Id | None, people: People | None) -> list[str]:
    """Return what would be lost without a unit, or without the one that is missed most where none is chosen."""
    lost = cover.lost_without()
    worst = unit if unit in lost else max(lost, key=lambda one: lost[one], default=None)
    if worst is None or (unit is None and lost[worst] <= 0):
        return []
    callsign = next(one.unit.callsign for one in cover.units if one.unit.id == worst)
    if lost[worst] <= 0:
        return [tr("Without {callsign} nothing is lost.", callsign=callsign)]
    percent = formats.number(lost[worst] * 100, 1)
    if people is None:
        return [tr("Without {callsign} {percent} % less.", callsign=callsign, percent=percent)]
    return [tr("Without {callsign} {percent} % less, and {n} people.", callsign=callsign, percent=percent, n=about(cover.only_by(people)[worst]))]


def about(people: float) -> str:
    """Return a number of people that does not claim to be exact."""
    return formats.number(round(people, -2) if people >= 1000 else round(people, -1))

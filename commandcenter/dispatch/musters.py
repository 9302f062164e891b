"""Vehicles as they were last put on the roads: what has been found for them holds until something opens or they move."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from commandcenter.model.ports import Muster, Roads
from commandcenter.model.words import LonLat

MOST = 24
"""Sets of vehicles remembered; the one not asked for longest goes first."""


class Musters:
    """Gives each set of vehicles what was found for it before; see `ports.Roads.muster`. Safe in any thread."""

    def __init__(self) -> None:
        """Start empty."""
        self._lock = threading.Lock()
        self._last: OrderedDict[tuple[str, tuple[float, ...]], Muster] = OrderedDict()

    def muster(self, roads: Roads, origins: Sequence[LonLat], profile: str, delays_s: Sequence[float]) -> Muster:
        """Put vehicles on the roads. What was last asked about as many with these delays is still known where it must still hold."""
        key = profile, tuple(delays_s)
        with self._lock:
            before = self._last.get(key)
        found = roads.muster(origins, profile, delays_s, after=before)
        with self._lock:
            self._last[key] = found
            self._last.move_to_end(key)
            while len(self._last) > MOST:
                self._last.popitem(last=False)
        return found

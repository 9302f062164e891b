"""The hub's signed checkpoints: made anew when there is something new, kept in a folder with the co-signatures that desks bring."""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path

from commandcenter.log.checkpoint import Checkpoint, Feeds, Roots, agrees, take
from commandcenter.log.checkpoint_shelf import Shelf
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import Clock
from commandcenter.model.ids import Id

MAX_KEPT = 16
"""Operations whose roots are remembered, so that only new entries are read."""


class HubNotary:
    """Implements `sync.checkpoints.Notary`. Any thread, one exchange at a time."""

    def __init__(self, key: DeviceKey, folder: Path, clock: Clock) -> None:
        """Sign with this key."""
        self._key, self._folder, self._clock = key, folder, clock
        self._lock = threading.Lock()
        self._roots: OrderedDict[Id, Roots] = OrderedDict()

    def exchange(self, replica: Feeds, theirs: Checkpoint | None) -> Checkpoint | None:
        """Keep and co-sign another's checkpoint where all that it stands for is here; return the hub's own. `None` while there is nothing."""
        tips = replica.leaves()
        if not tips:
            return None
        with self._lock:
            shelf = Shelf(self._folder / replica.operation)
            if theirs is not None and agrees(replica, theirs):
                shelf.keep(theirs.signed_by(self._key))
            newest = shelf.newest(self._key.id)
            here = {(device, tip.seq, tip.id) for device, ends in tips.items() for tip in ends}
            if newest is not None and {(end.device, end.seq, end.id) for end in newest.ends} == here:
                return newest
            return shelf.keep(take(replica, self._clock.wall_ms(), self._remembered(replica.operation)).signed_by(self._key))

    def _remembered(self, operation: Id) -> Roots:
        roots = self._roots.pop(operation, None) or Roots()
        self._roots[operation] = roots
        if len(self._roots) > MAX_KEPT:
            self._roots.popitem(last=False)
        return roots

"""What one device may ask of one hub process, or of one desk nearby, so that none crowds out the others. Numbers only; nothing waits here."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

MAX_KNOWN = 10_000
"""Devices that are remembered; beyond, the one that was quiet for longest is forgotten."""


@dataclass(frozen=True, slots=True)
class Limits:
    """A device that catches up with 100,000 entries at full speed stays far below."""

    requests_per_s: float = 50
    request_burst: float = 500
    bytes_per_s: float = 16 << 20
    """Both ways together."""
    byte_burst: float = 128 << 20
    at_once: int = 8
    """Requests under way."""
    bells: int = 16
    strangers_per_s: float = 2
    """Requests of all who show no certificate, by address: enough to join, too few to guess."""
    stranger_burst: float = 40


@dataclass(slots=True)
class Bucket:
    """A token bucket. Tokens may be owed: who took many at once waits longer."""

    rate: float
    """Tokens per second."""
    size: float
    level: float
    at_s: float

    def wait_s(self, now_s: float) -> float:
        """Return how long to wait until there is anything to take; 0 when there is."""
        self.level = min(self.size, self.level + self.rate * max(0.0, now_s - self.at_s))
        self.at_s = now_s
        return 0.0 if self.level >= 1 else (1 - self.level) / self.rate

    def take(self, tokens: float) -> None:
        """Take, though it be more than there is."""
        self.level -= tokens


@dataclass(slots=True)
class Share:
    """What one device has used."""

    requests: Bucket
    bytes: Bucket
    under_way: int = 0
    bells: int = 0
    told_s: float = field(default=float("-inf"))
    """When the log was last told that it is held back."""


class Shares:
    """The shares of all devices of one process. One thread."""

    def __init__(self, limits: Limits) -> None:
        """Nobody has used anything."""
        self.limits = limits
        self._shares: OrderedDict[str, Share] = OrderedDict()

    def of(self, who: str, now_s: float, *, stranger: bool = False) -> Share:
        """Return a device's share; `stranger`: an address's, of all who come from there without a certificate."""
        share = self._shares.pop(who, None)
        if share is None:
            limits = self.limits
            rate, burst = (limits.strangers_per_s, limits.stranger_burst) if stranger else (limits.requests_per_s, limits.request_burst)
            share = Share(Bucket(rate, burst, burst, now_s), Bucket(limits.bytes_per_s, limits.byte_burst, limits.byte_burst, now_s))
        self._shares[who] = share
        if len(self._shares) > MAX_KNOWN:
            self._forget_one()
        return share

    def wait_s(self, share: Share, now_s: float) -> float:
        """Return how long a device is to wait before its next request; 0: it may come now."""
        wait_s = max(share.requests.wait_s(now_s), share.bytes.wait_s(now_s))
        return max(wait_s, 1.0) if share.under_way >= self.limits.at_once else wait_s

    def _forget_one(self) -> None:
        idle = next((who for who, share in self._shares.items() if not (share.under_way or share.bells)), None)
        if idle is not None:
            del self._shares[idle]


class Memory:
    """Bytes of bodies that are being received, of all devices together."""

    def __init__(self, most: int) -> None:
        """Allow as many."""
        self.most = most
        self.used = 0

    @contextmanager
    def lent(self, size: int) -> Iterator[bool]:
        """Say whether there is room, and keep it for as long as the block lasts."""
        fits = self.used + size <= self.most
        self.used += size if fits else 0
        try:
            yield fits
        finally:
            self.used -= size if fits else 0

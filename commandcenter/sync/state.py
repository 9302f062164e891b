"""How this desk stands to all others, hub and LAN together, in words that are true."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.status import State, Status, clock


@dataclass(frozen=True, slots=True)
class Way:
    """An address at which a desk is looked for."""

    address: str
    """HOST:PORT."""
    typed: bool
    """By a person; else it was found on the network."""
    device: Id | None
    """Who answers there, when somebody does."""
    state: State
    why: Sentence | None = None
    """What is wrong with it."""


@dataclass(frozen=True, slots=True)
class LanState:
    """How this desk stands to those on its own network."""

    listening: tuple[str, ...]
    """HOST:PORT at which others reach this desk; none when it does not listen."""
    ways: tuple[Way, ...]
    connected: frozenset[Id]
    """Devices that are joined with this one now, whoever called."""
    since_ms: int
    """When somebody was joined first, or the last one went."""
    behind: int = 0
    """Entries that the connected ones have and this desk does not."""
    lacking: int = 0
    """Entries that this desk has and one of the connected ones has not acknowledged yet."""
    note: Sentence | None = None
    """What is wrong with finding or being found."""
    faults: tuple[Sentence, ...] = ()
    """What a fault of this program holds up."""

    @property
    def apart(self) -> bool:
        """Return whether a connected desk and this one do not take what the other has."""
        return any(way.state == State.APART for way in self.ways)


@dataclass(frozen=True, slots=True)
class SyncState:
    """A moment of it; made anew at every change. `None`: not set, or switched off."""

    hub: Status | None
    lan: LanState | None
    count: int = 0
    """Entries here."""
    unsent: int = 0
    """Entries of this desk that the hub is not known to have; without a hub, that no other device is."""
    met: bool = False
    """Whether another device has ever written in this operation or acknowledged anything."""
    faults: tuple[Sentence, ...] = ()
    """What a fault of this program has ended; it is begun again."""

    @property
    def since_ms(self) -> int:
        """Return when the present state began, ms since the epoch."""
        return self.hub.since_ms if self.hub else self.lan.since_ms if self.lan else 0

    @property
    def slow(self) -> int | None:
        """Return how many bytes per second the line to the hub carries, where that is little; else `None`."""
        return self.hub.slow if self.hub else None

    @property
    def why(self) -> Sentence | None:
        """Return what is wrong, or what else one should know."""
        return self.hub.why if self.hub else self.lan.note if self.lan else None

    def sentence(self, now_ms: int | None = None) -> Sentence:
        """Return what the header's pill says. `now_ms`: wall time; what began on another day is said with its date."""
        if self.hub is not None:
            return self._by_lan_only(now_ms) if self._hub_is_away and self.lan and self.lan.connected else self.hub.sentence(now_ms)
        return say("Local only") if self.lan is None else self._lan_sentence(self.lan, now_ms)

    @property
    def level(self) -> str:
        """Return the pill's colour: ok, plain, warn or danger."""
        if self.hub is not None:
            return self.hub.level
        lan = self.lan
        if lan is None or not (lan.connected or self.met):
            return "plain"
        if not lan.connected:
            return "warn"
        return "danger" if lan.apart else "plain" if lan.behind or lan.lacking else "ok"

    @property
    def _hub_is_away(self) -> bool:
        return self.hub is not None and self.hub.state == State.OFFLINE

    def _by_lan_only(self, now_ms: int | None) -> Sentence:
        return say("LAN only since {since}, {count} unsent", since=clock(self.since_ms, now_ms), count=f"{self.unsent:,}")

    def _lan_sentence(self, lan: LanState, now_ms: int | None = None) -> Sentence:
        if not lan.connected:
            if not self.met:
                return say("Waiting for other desks")
            return say("Offline since {since}, {count} unsent", since=clock(lan.since_ms, now_ms), count=f"{self.unsent:,}")
        if lan.apart:
            return say("Not in step with a desk nearby")
        if lan.behind:
            return say("Catching up {done} of {total}", done=f"{self.count:,}", total=f"{self.count + lan.behind:,}")
        if lan.lacking:
            return say("Sending {count}", count=f"{lan.lacking:,}")
        return say("In step with 1 desk") if len(lan.connected) == 1 else say("In step with {n} desks", n=len(lan.connected))

    def details(self) -> tuple[Sentence, ...]:
        """Return what the tooltip adds."""
        said = [self.hub.why] if self.hub and self.hub.why else []
        if self.lan is not None:
            if self.hub is not None:
                said.append(self._lan_sentence(self.lan) if self.lan.connected else say("No other desk on this network"))
            said += [self.lan.note] if self.lan.note else []
            said += [way.why for way in self.lan.ways if way.why is not None and way.typed]
        said += [*self.faults, *(self.hub.faults if self.hub else ()), *(self.lan.faults if self.lan else ())]
        return tuple(one for number, one in enumerate(said) if one not in said[:number])

"""A desk that only remembers: the picture of a moment, and no door for changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from commandcenter.dispatch.coverage import Cover, MoveUp
from commandcenter.dispatch.duplicates import Duplicate
from commandcenter.dispatch.fragility import Fragility
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.dispatch.relief import Relief
from commandcenter.dispatch.worklist import Waiting
from commandcenter.model.clock import Clock
from commandcenter.model.commands import Command
from commandcenter.model.entries import Changes, Entry
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.ports import Gazetteer, Roads, TrackStore
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import Position
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Catalogue
from commandcenter.ui.ports import AdvicePort, DeskPort, Done, TrailSource


class StoppedClock:
    """Stands at the moment that is shown."""

    def __init__(self, wall_ms: int) -> None:
        """Stand here (ms since the epoch)."""
        self.moment_ms = wall_ms

    def wall_ms(self) -> int:
        """Return the moment."""
        return self.moment_ms

    def monotonic_s(self) -> float:
        """Return the moment in seconds."""
        return self.moment_ms / 1000


class PastTracks:
    """Where units were at the moment; where no position of it is kept, they stand where the log says."""

    def __init__(self) -> None:
        """Know of no position."""
        self.positions: Mapping[Id, Position] = {}

    def put(self, positions: Mapping[Id, Position]) -> None:
        """Nothing moves in the past."""

    def latest(self) -> Mapping[Id, Position]:
        """Return the positions of the moment."""
        return self.positions


class PastTrails:
    """Implements `TrailSource` up to the moment at which a clock stands."""

    def __init__(self, source: TrailSource, clock: Clock) -> None:
        """Leave out what came later."""
        self._source, self._clock = source, clock

    async def trails(self, units: Sequence[Id], since_ms: int) -> Mapping[Id, Sequence[Position]]:
        """Return the positions of each of these units since a moment, oldest first."""
        moment_ms = self._clock.wall_ms()
        kept = await self._source.trails(units, since_ms)
        return {unit: [one for one in track if one.wall_ms <= moment_ms] for unit, track in kept.items()}

    async def positions_at(self, moment_ms: int) -> Mapping[Id, Position]:
        """Return where each unit was last seen at a moment."""
        return await self._source.positions_at(min(moment_ms, self._clock.wall_ms()))


class NoAdvice:
    """Implements `AdvicePort` where nothing can be changed."""

    def waiting(self) -> Waiting:
        """Nothing waits in the past."""
        return Waiting((), 0.0)

    async def duplicates(self) -> tuple[Duplicate, ...]:
        """Return nothing."""
        return ()

    async def recommend_all(self, incident_ids: Sequence[Id]) -> list[Recommendation]:
        """Refuse."""
        raise Refused("This is the past: nothing can be changed in this window.")

    async def fragility(self, incident_id: Id, unit_id: Id) -> Fragility | None:
        """Return nothing."""
        return None

    async def coverage(self, capability: str) -> Cover:
        """Refuse."""
        raise Refused("This is the past: nothing can be changed in this window.")

    async def move_ups(self, capability: str) -> tuple[MoveUp, ...]:
        """Return nothing."""
        return ()

    async def reliefs(self) -> tuple[Relief, ...]:
        """Return nothing."""
        return ()


class PastDesk:
    """Implements `DeskPort` over a desk at work. Qt thread."""

    def __init__(self, present: DeskPort) -> None:
        """Start with the present picture."""
        self._present = present
        self._clock = StoppedClock(present.clock.wall_ms())
        self._tracks = PastTracks()
        self._picture = present.picture

    def show(self, picture: Picture, moment_ms: int, positions: Mapping[Id, Position]) -> None:
        """Remember another moment; whoever shows it reads it anew."""
        self._picture = picture
        self._tracks.positions = positions
        self._clock.moment_ms = moment_ms

    @property
    def picture(self) -> Picture:
        """The picture of the moment."""
        return self._picture

    @property
    def device(self) -> Id:
        """This workstation."""
        return self._present.device

    @property
    def catalogue(self) -> Catalogue:
        """Types, plans, kinds, goods of today."""
        return self._present.catalogue

    @property
    def roads(self) -> Roads:
        """Roads of the region."""
        return self._present.roads

    @property
    def gazetteer(self) -> Gazetteer:
        """Search of the region."""
        return self._present.gazetteer

    @property
    def tracks(self) -> TrackStore:
        """Where units were at the moment."""
        return self._tracks

    @property
    def clock(self) -> Clock:
        """The moment."""
        return self._clock

    @property
    def advice(self) -> AdvicePort:
        """Refuses: the engine advises on the present only."""
        return NoAdvice()

    def lacks(self, command: type[Command]) -> Sentence | None:
        """Say for every command that it cannot be given."""
        return say("This is the past: nothing can be changed in this window.")

    async def submit(self, command: Command) -> Done:
        """Refuse."""
        raise Refused("This is the past: nothing can be changed in this window.")

    async def submit_all(self, commands: Sequence[Command]) -> Sequence[Done | Refused]:
        """Refuse."""
        raise Refused("This is the past: nothing can be changed in this window.")

    async def recommend(self, incident_id: Id) -> Recommendation:
        """Refuse."""
        raise Refused("This is the past: nothing can be changed in this window.")

    async def entries_at(self, positions: Sequence[int]) -> Mapping[int, Entry]:
        """Return entries of the log."""
        return await self._present.entries_at(positions)

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Nothing happens in the past."""
        return lambda: None

"""What the windows need from outside, as protocols; `app` hands in the real ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from commandcenter.dispatch.coverage import Cover, MoveUp
from commandcenter.dispatch.duplicates import Duplicate
from commandcenter.dispatch.fragility import Fragility
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.dispatch.relief import Relief
from commandcenter.dispatch.worklist import Waiting
from commandcenter.geo.census import Census, Living
from commandcenter.model.clock import Clock
from commandcenter.model.commands import Command
from commandcenter.model.entries import Changes, Entry
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.ports import Gazetteer, Roads, TrackStore
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence
from commandcenter.model.words import LonLat, Position
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Catalogue
from commandcenter.ui.catalogue.port import CataloguePort
from commandcenter.ui.connection.port import SyncPort
from commandcenter.ui.data.port import PartnerPort
from commandcenter.ui.exercise.editor.port import EditorPort
from commandcenter.ui.exercise.port import ExercisePort, ScenariosPort
from commandcenter.ui.faults.port import FaultsPort
from commandcenter.ui.field.port import ReceiverPort
from commandcenter.ui.files.port import FilesPort
from commandcenter.ui.identity.port import IdentityPort


class Done(Protocol):
    """What `Desk.submit` gives back."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that were committed."""

    @property
    def changes(self) -> Changes:
        """What they touched."""

    @property
    def created(self) -> tuple[Id, ...]:
        """Ids of new things, in order."""


class AdvicePort(Protocol):
    """What the engine has to say beside one incident's recommendation; every answer may be waited for without blocking."""

    def waiting(self) -> Waiting:
        """Return what nobody has been sent to, in the suggested order."""

    async def duplicates(self) -> tuple[Duplicate, ...]:
        """Return the open incidents that may be one."""

    async def recommend_all(self, incident_ids: Sequence[Id]) -> list[Recommendation]:
        """Return one plan for many incidents; raises `Refused`."""

    async def fragility(self, incident_id: Id, unit_id: Id) -> Fragility | None:
        """Return what the worst single closure would do to a unit's way; raises `Refused`."""

    async def coverage(self, capability: str) -> Cover:
        """Return what the free units with a capability cover."""

    async def move_ups(self, capability: str) -> tuple[MoveUp, ...]:
        """Return the moves that raise the coverage most."""

    async def reliefs(self) -> tuple[Relief, ...]:
        """Return who should take over from who is under way and much farther."""


class DeskPort(Protocol):
    """The one door for every change, and what may be read beside it."""

    @property
    def picture(self) -> Picture:
        """The common operating picture."""

    @property
    def device(self) -> Id:
        """This workstation."""

    @property
    def catalogue(self) -> Catalogue:
        """Types, plans, kinds, goods."""

    @property
    def roads(self) -> Roads:
        """Roads of the region."""

    @property
    def gazetteer(self) -> Gazetteer:
        """Search of the region."""

    @property
    def tracks(self) -> TrackStore:
        """Latest positions."""

    @property
    def clock(self) -> Clock:
        """Where time comes from."""

    @property
    def advice(self) -> AdvicePort:
        """Everything else the engine knows."""

    def lacks(self, command: type[Command]) -> Sentence | None:
        """Return why who sits here may not give such a command; `None` when nothing speaks against it."""

    async def submit(self, command: Command) -> Done:
        """Carry a command out; raises `Refused` or `KnownError`."""

    async def submit_all(self, commands: Sequence[Command]) -> Sequence[Done | Refused]:
        """Carry commands out one after the other; a refused one does not stop the rest. Raises `KnownError`."""

    async def recommend(self, incident_id: Id) -> Recommendation:
        """Return who should go."""

    async def entries_at(self, positions: Sequence[int]) -> Mapping[int, Entry]:
        """Return entries of the log that the picture no longer holds, by position. Raises `KnownError`."""

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Call back after every commit, on the Qt thread; returns how to stop."""


class SoundPort(Protocol):
    """Makes a named sound heard."""

    def play(self, sound: str) -> None:
        """Play `mayday`, `urgent` or `notice` once."""

    def fault(self) -> Sentence | None:
        """Return why the last one could not be heard."""


class CensusPort(Protocol):
    """Counts what stands in an area. Safe in any thread."""

    def count(self, rings: Sequence[Sequence[LonLat]]) -> Census:
        """Return what stands within the rings (even-odd)."""

    def around(self, places: Sequence[LonLat]) -> NDArray[np.float64]:
        """Return for each place about how many people live nearer to it than to the others."""

    def living(self, areas: Sequence[Sequence[Sequence[LonLat]]]) -> Living:
        """Return about how many people live in the region, and in each of these areas (rings, even-odd)."""


class TrailSource(Protocol):
    """Where units were, as far as it is still kept."""

    async def trails(self, units: Sequence[Id], since_ms: int) -> Mapping[Id, Sequence[Position]]:
        """Return the positions of each of these units since a moment, oldest first."""

    async def positions_at(self, moment_ms: int) -> Mapping[Id, Position]:
        """Return where each unit was last seen at a moment."""


@dataclass(frozen=True, slots=True)
class CheckpointRow:
    """A signed checkpoint of the log, as a window shows it."""

    wall_ms: int
    entries: int
    root: str
    """Hexadecimal."""
    signers: tuple[str, ...]
    """Names of devices, or the beginning of their ids."""


class IntegrityPort(Protocol):
    """Checkpoints and audits of the open log. Every method raises `KnownError`."""

    async def checkpoints(self) -> tuple[CheckpointRow, ...]:
        """Return what is kept beside the log, newest first."""

    async def sign(self) -> CheckpointRow:
        """Sign what the log holds now and keep that."""

    async def take_in(self, path: Path) -> CheckpointRow:
        """Keep another's checkpoint, co-signed in its file where all that it stands for is here."""

    async def hand_out(self, row: CheckpointRow, path: Path) -> None:
        """Write a kept checkpoint into a file, for others to co-sign or to keep."""

    async def verify(self, progress: Progress) -> Sentence:
        """Audit the whole log; return the good news. Raises `KnownError` with the bad ones, `Cancelled` when the progress does."""


class EndingPort(Protocol):
    """The archive of an ended operation. Every method raises `KnownError`."""

    async def archive(self, path: Path, progress: Progress) -> Sentence:
        """Write the ended operation into one file and check that file; return what is in it. Raises `Refused` or `Cancelled`, too."""

    async def look_at(self, path: Path, code: str) -> None:
        """Open an archive in a window of its own and return when that is closed. `code` of its operation: empty where its key is here."""


@dataclass(frozen=True, slots=True)
class Power:
    """How this computer is fed."""

    on_battery: bool | None
    """`None`: it cannot be known."""
    percent: int | None


@dataclass(frozen=True, slots=True)
class Services:
    """What only the app can give to windows; each is `None` where the program runs without it."""

    sound: SoundPort | None = None
    exercise: ExercisePort | None = None
    """The run that this desk plays."""
    scenarios: ScenariosPort | None = None
    scenario_editor: EditorPort | None = None
    sync: SyncPort | None = None
    trails: TrailSource | None = None
    census: CensusPort | None = None
    integrity: IntegrityPort | None = None
    ending: EndingPort | None = None
    partners: PartnerPort | None = None
    identity: IdentityPort | None = None
    catalogue: CataloguePort | None = None
    files: FilesPort | None = None
    power: Callable[[], Power] | None = None
    """Asked in a worker thread."""
    faults: FaultsPort | None = None
    receiver: ReceiverPort | None = None
    """Where a laptop in the field learns its position from."""


class Settings(Protocol):
    """Small things remembered between sessions on this computer; never shared."""

    def get(self, key: str, default: str = "") -> str:
        """Return a remembered text."""

    def put(self, key: str, value: str) -> None:
        """Remember a text."""


class DraftStore(Protocol):
    """Keeps one text of personal data over a crash, sealed; never shared."""

    def read(self) -> str:
        """Return the text that was kept, empty where there is none."""

    def write(self, text: str) -> None:
        """Keep a text in place of the one before."""


class MemoryDrafts:
    """Forgets at the end; for tests and screenshots."""

    def __init__(self, text: str = "") -> None:
        """Start with a text."""
        self.text = text

    def read(self) -> str:
        """Return the text."""
        return self.text

    def write(self, text: str) -> None:
        """Keep a text until the end."""
        self.text = text


class MemorySettings:
    """Forgets everything at the end; for a first start and for screenshots."""

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        """Start with some values."""
        self._values = dict(values or {})

    def get(self, key: str, default: str = "") -> str:
        """Return a remembered text."""
        return self._values.get(key, default)

    def put(self, key: str, value: str) -> None:
        """Remember a text until the end."""
        self._values[key] = value

"""Opens everything a desk needs over one region, in the right order, and closes it again."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TypedDict, Unpack

from commandcenter.app.admission import warrant_of
from commandcenter.app.home import Home
from commandcenter.app.joining import has_joined
from commandcenter.app.operator import Operator, operator_of
from commandcenter.app.own_log import announce, folded, log_path, open_as_this_device
from commandcenter.app.profile import Copied, Profile
from commandcenter.app.recovery import found
from commandcenter.app.training import TRAINING_REGION
from commandcenter.dispatch.desk import Desk
from commandcenter.geo.pack import RegionPack
from commandcenter.log.keys import Secrets, load_secrets, open_vault
from commandcenter.log.store import SqliteLog
from commandcenter.log.tracks import SqliteTracks
from commandcenter.model.clock import Clock, SystemClock
from commandcenter.model.collecting import keep_for_long, keep_no_longer
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id, id_bytes, is_exercise, random_id
from commandcenter.model.progress import NoProgress, Progress
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Catalogue, default_catalogue


@dataclass(slots=True)
class Session:
    """One desk at work on one region. Close it in the thread that opened it."""

    pack: RegionPack
    desk: Desk
    log: SqliteLog
    tracks: SqliteTracks
    operator: Operator
    writer: ThreadPoolExecutor
    profile: Profile
    joined: bool = False
    """The operation was begun elsewhere: its beginning, its fleet and its crews come from there."""
    copied: Copied | None = None
    """How it was found that this profile has a twin; the desk works as a new device since."""

    @property
    def fresh(self) -> bool:
        """Return whether the operation has not begun: its log is empty."""
        return self.desk.picture.count() == 0

    def close(self) -> None:
        """End the writer's work and release the files."""
        self.writer.submit(self.profile.note, self.log).result()
        self.writer.submit(self.tracks.close).result()
        self.writer.submit(self.log.close).result()
        self.writer.shutdown(wait=True)
        keep_no_longer()

    def __enter__(self) -> Session:
        """Enter a `with` block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close at the end of the block."""
        self.close()


def operation_of(home: Home, region: str) -> Id:
    """Return the operation that this home runs over a region; a new one, founded by this device, where there is none. Raises `KnownError`.

    Practice in the training region is an exercise, all else is live; an exercise is never opened as live work.
    """
    name = f"operation:{region}"
    kept = home.setting(name)
    if kept is None:
        kept = found(open_vault(home.root), region, random_id)
        home.keep(name, kept)
    id_bytes(kept)
    if region != TRAINING_REGION and is_exercise(Id(kept)):
        raise KnownError("This operation is an exercise; it cannot be opened as live work.")
    return Id(kept)


def used_region(home: Home, named: str | None = None) -> str:
    """Return the region that is meant: the named one, else the last one opened, else the only one with an operation. Raises `KnownError`."""
    meant = named or home.setting("region")
    if meant is None:
        used = [path.name for path in home.regions.iterdir() if home.setting(f"operation:{path.name}") is not None]
        meant = used[0] if len(used) == 1 else None
    if meant is None:
        raise KnownError("There is no command log here yet; open a desk first, or name its region with --region.")
    return str(meant)


def existing_log(home: Home, region: str) -> Path | None:
    """Return the log of a region's operation when there is one."""
    kept = home.setting(f"operation:{region}")
    path = log_path(home, Id(kept)) if kept else None
    return path if path and path.exists() else None


def open_pack(home: Home, region: str) -> RegionPack:
    """Open a region pack by name. Raises `KnownError` naming the regions that are here."""
    if not (home.regions / region).is_dir():
        here = sorted(path.name for path in home.regions.iterdir() if path.is_dir() and not path.name.startswith("."))
        raise KnownError(
            "There is no region {region} here; the regions are: {here}. Make one with `commandcenter region import FILE --name {region}`.",
            region=region,
            here=", ".join(here) or "none",
        )
    return RegionPack.open(home.regions / region)


def read_secrets(home: Home) -> Secrets:
    """Return this device's keys, made at the first start."""
    return load_secrets(open_vault(home.root))


@dataclass(frozen=True, slots=True)
class Opening:
    """A session whose log is being read, in the writer's thread."""

    reading: Future[_Store]
    """Done when it is read; for waiting, not for looking into."""
    _writer: ThreadPoolExecutor
    _finish: Callable[[_Store], Session]

    def session(self) -> Session:
        """Wait until the log is read; return the session. Raises `KnownError`, or `Cancelled` when the progress does; then nothing stays open."""
        with ExitStack() as opened:
            opened.callback(self._writer.shutdown)
            store = self.reading.result()
            opened.pop_all()
        return self._finish(store)


class Given(TypedDict, total=False):
    """What a session uses in place of its own; `None` and nothing are the same."""

    clock: Clock | None
    catalogue: Catalogue | None
    operator: Operator | None
    profile: Profile | None
    progress: Progress | None
    """Told how far reading the log is."""


def open_session(home: Home, region: str, **given: Unpack[Given]) -> Session:
    """Open region, keys, log, picture and desk. Raises as `Opening.session`."""
    return begin_session(home, region, **given).session()


def begin_session(home: Home, region: str, **given: Unpack[Given]) -> Opening:
    """Open region and keys and begin to read the log. Raises `KnownError`; then nothing stays open."""
    wall = given.get("clock") or SystemClock()
    pack = open_pack(home, region)
    profile = given.get("profile") or Profile(home, open_vault(home.root))
    keys, copied = profile.secrets()
    operation = operation_of(home, region)
    seat = given.get("operator") or operator_of(home)
    writer = ThreadPoolExecutor(1, thread_name_prefix="log-writer")

    def finish(store: _Store) -> Session:
        desk = Desk(
            store.log,
            store.picture,
            clock=wall,
            new_id=random_id,
            actor=seat.id,
            catalogue=given.get("catalogue") or default_catalogue(),
            roads=pack.roads(),
            gazetteer=pack.gazetteer(),
            tracks=store.tracks,
            writer=writer,
            warrant=warrant_of(home, operation),
        )
        joined, twin = has_joined(home, operation), copied or store.copied
        return Session(pack, desk, store.log, store.tracks, seat, writer, profile, joined, twin)

    progress = given.get("progress") or NoProgress()
    return Opening(writer.submit(_open_store, profile, operation, keys, wall, seat.id, progress), writer, finish)


@dataclass(frozen=True, slots=True)
class _Store:
    log: SqliteLog
    tracks: SqliteTracks
    picture: Picture
    copied: Copied | None


def _open_store(profile: Profile, operation: Id, keys: Secrets, clock: Clock, actor: Id, progress: Progress) -> _Store:
    """Open the files and fold the picture; runs in the writer thread, which owns them from now on."""
    path = log_path(profile.home, operation)
    with ExitStack() as opened:
        log, copied = open_as_this_device(path, profile, operation, keys, clock)
        opened.callback(log.close)
        tracks = SqliteTracks(path.with_name("tracks.db"), keys.database_key)
        opened.callback(tracks.close)
        picture = folded(log, progress)
        if announce(profile, log, picture, actor):
            picture = folded(log, progress)
        opened.pop_all()
    keep_for_long()
    return _Store(log, tracks, picture, copied)

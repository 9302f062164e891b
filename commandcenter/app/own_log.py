"""This device's log without a desk: opened under a new key where the profile has a twin, and that is said in the log at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from commandcenter.app.home import Home
from commandcenter.app.operator import operator_of
from commandcenter.app.profile import Copied, Profile
from commandcenter.dispatch.handlers.rights import succession
from commandcenter.log.keys import Secrets, open_vault
from commandcenter.log.store import SqliteLog
from commandcenter.model.clock import Clock, SystemClock
from commandcenter.model.entries import Entry
from commandcenter.model.ids import Id
from commandcenter.model.progress import NoProgress, Progress
from commandcenter.model.sentences import say
from commandcenter.picture.history import picture_of
from commandcenter.picture.picture import Picture
from commandcenter.sync.files.store import FolderStore

READING = say("reading the command log").template
"""Stage of the progress."""
REPORT_EVERY = 1_000
"""Entries."""


def log_path(home: Home, operation: Id) -> Path:
    """Return where an operation's log lies."""
    return home.operations / operation / "log.db"


def file_store(home: Home, operation: Id) -> FolderStore:
    """Return where an operation's attachments lie."""
    return FolderStore(log_path(home, operation).with_name("files"))


@contextmanager
def own_log(home: Home, operation: Id) -> Iterator[tuple[SqliteLog, Copied | None]]:
    """Open the log of an operation, a new one where there is none, for as long as the block runs; and how a twin was found, if one was.

    In the calling thread. Raises `KnownError`.
    """
    profile = Profile(home, open_vault(home.root))
    keys, copied = profile.secrets()
    with ExitStack() as opened:
        log, found = open_as_this_device(log_path(home, operation), profile, operation, keys, SystemClock())
        opened.callback(log.close)
        if profile.pending(log) is not None:
            announce(profile, log, folded(log), operator_of(home).id)
        yield log, copied or found
        profile.note(log)


def open_as_this_device(path: Path, profile: Profile, operation: Id, keys: Secrets, clock: Clock) -> tuple[SqliteLog, Copied | None]:
    """Open a log; as a new device where this one's key has a twin. In the thread that will own it. Raises `KnownError`."""
    log = SqliteLog(path, device=keys.device, database_key=keys.database_key, operation=operation, clock=clock)
    with ExitStack() as failing:
        failing.callback(log.close)
        copied = profile.check(log)
        if copied is None:
            failing.pop_all()
            return log, None
        new = profile.new_device(keys, may_go_on=True)
    log = SqliteLog(path, device=new.device, database_key=new.database_key, operation=operation, clock=clock)
    with ExitStack() as failing:
        failing.callback(log.close)
        profile.check(log)
        failing.pop_all()
    return log, copied


def announce(profile: Profile, log: SqliteLog, picture: Picture, actor: Id) -> bool:
    """Say in the log for which devices this one goes on, where that is still to be said; return whether it was.

    Not in an operation that has not begun here or was ended. In the thread that owns the log. Raises `KnownError`.
    """
    command = profile.pending(log)
    if command is None or picture.closed() or not picture.count():
        return False
    log.append([succession(command, log.device)], actor=actor, heads=picture.heads)
    profile.said(log)
    return True


def folded(log: SqliteLog, progress: Progress | None = None) -> Picture:
    """Return the picture; what entries that came while no desk was open decreed erased is forgotten. In the thread that owns the log.

    Raises `Cancelled` when the progress does.
    """

    def read() -> Iterator[tuple[int, Entry]]:
        watched, total = progress or NoProgress(), log.count()
        for position, entry in log.entries():
            if position % REPORT_EVERY == 0:
                watched.report(READING, position, total)
            yield position, entry

    picture = picture_of(log.operation, read)
    if due := picture.privacy.due():
        for entry, section in due:
            log.erase(entry, section)
        picture = picture_of(log.operation, read)
    return picture

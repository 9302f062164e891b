"""The desk's attachments: kept sealed beside the log, fetched and handed out as the person wants it, forgotten when the log says so."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from commandcenter.app.callbacks import Callbacks
from commandcenter.app.home import Home
from commandcenter.app.own_log import file_store
from commandcenter.app.session import Session
from commandcenter.model.commands import NewFile
from commandcenter.model.entries import Changes, Kind, Section
from commandcenter.model.errors import KnownError, Refused
from commandcenter.picture.messages import AttachmentView
from commandcenter.sync.files.sealed import KEY_BYTES, file_name, seal, sealed_size, unseal
from commandcenter.sync.files.store import Held
from commandcenter.sync.lasting import report_of
from commandcenter.ui.files.kinds import check_size, media_of, safe_name, size_words
from commandcenter.ui.files.port import FileState
from commandcenter.ui.files.previews import preview_of

AUTO_BYTES = 5_000_000
"""What is larger waits until somebody asks for it, even on a good line."""
_NOTHING: Mapping[bytes, int] = MappingProxyType({})


class Files:
    """Implements `ui.files.port.FilesPort`, and `sync.files.port.FilePort` for the sync thread, which reads two maps that are made anew."""

    def __init__(self, session: Session, home: Home, low: Callable[[], bool]) -> None:
        """Look at what is here; `low`: whether little may travel. `start` follows the picture."""
        self._desk = session.desk
        self.store = file_store(home, session.log.operation)
        self._low = low
        self._held: dict[bytes, Held] = {}
        self._asked: set[bytes] = set()
        self._released: set[bytes] = set()
        self._keeping: set[bytes] = set()
        self._offered = self._wanted = _NOTHING
        self._callbacks = Callbacks()
        self._loop = asyncio.get_running_loop()
        self._looking: asyncio.Task[None] | None = None
        self._again = False
        self.stir: Callable[[], None] = lambda: None
        """Tells the sync thread that there is something to carry."""

    def start(self) -> None:
        """Follow the picture; what it names no more is forgotten now."""
        self._unsubscribe = self._desk.subscribe(self._on_changes)
        self.look()

    async def looked(self) -> None:
        """Wait until what is here is known; `start` looks beside the desk."""
        if self._looking is not None:
            await self._looking

    async def stop(self) -> None:
        """End what is under way."""
        self._unsubscribe()
        if self._looking is not None:
            await asyncio.gather(self._looking, return_exceptions=True)

    # for windows

    @property
    def low(self) -> bool:
        """Whether little may travel."""
        return self._low()

    async def take(self, path: Path, *, personal: bool) -> NewFile:
        """Check, preview and keep a file that a person attaches. Raises `Refused` or `KnownError`; then nothing is kept."""
        made, sealed = await asyncio.to_thread(_taken, path, Section.PII if personal else Section.OP)
        self._keeping.add(made.hash)
        await asyncio.to_thread(self.store.keep, made.hash, sealed)
        return made

    def state(self, file: AttachmentView) -> FileState:
        """Return where the bytes of an attachment are."""
        held = self._held.get(file.hash)
        if held is not None and held.whole:
            return FileState(here=True, share=1.0, waiting=self.low and self._own(file) and file.hash not in self._released)
        return FileState(False, held.received / held.size if held is not None else 0.0, coming=file.hash in self._wanted)

    def fetch(self, file: AttachmentView) -> None:
        """Have it fetched, however little may travel."""
        if not file.readable:
            raise Refused("This attachment cannot be opened here; its key was erased or is withheld.")
        self._asked.add(file.hash)
        self.look()

    def release(self, file: AttachmentView) -> None:
        """Let it go out now."""
        self._released.add(file.hash)
        self.look()

    async def content(self, file: AttachmentView) -> bytes:
        """Return the bytes as they were given."""
        if not file.readable:
            raise Refused("This attachment cannot be opened here; its key was erased or is withheld.")
        if not self.state(file).here:
            raise Refused("{name} is not here yet ({size}).", name=file.name, size=size_words(file.size))
        try:
            return await asyncio.to_thread(self._opened, file)
        except KnownError:
            await asyncio.to_thread(self.store.drop, [file.hash])
            self.look()
            raise

    def _opened(self, file: AttachmentView) -> bytes:
        sealed = self.store.read(file.hash, 0, sealed_size(file.size) + 1)
        return unseal(sealed, file.key, file.size, file.hash)

    async def save(self, file: AttachmentView, path: Path) -> None:
        """Write it into a file."""
        content = await self.content(file)
        try:
            await asyncio.to_thread(path.write_bytes, content)
        except OSError as error:
            raise KnownError("{file} cannot be written: {why}.", file=path.name, why=error.strerror or str(error)) from error

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have `callback` called after each change; returns what ends that."""
        return self._callbacks.add(callback)

    def all_here(self) -> Mapping[bytes, int]:
        """Return every file that is whole here (name → sealed size): for a stick, which carries more than a line."""
        whole = {name for name, held in self._held.items() if held.whole}
        return {file.hash: sealed_size(file.size) for file in self._known() if file.readable and file.hash in whole}

    def lacks(self, name: bytes, size: int) -> bool:
        """Return whether the log names a file that is not whole here."""
        held = self._held.get(name)
        known = any(file.hash == name and file.readable and sealed_size(file.size) == size for file in self._known())
        return known and (held is None or not held.whole)

    # for the sync thread

    def offered(self) -> Mapping[bytes, int]:
        """Return files that are here and may go out now."""
        return self._offered

    def wanted(self) -> Mapping[bytes, int]:
        """Return files that are to be fetched now, the smallest first."""
        return self._wanted

    def wants(self, name: bytes, size: int) -> bool:
        """Return whether a file that another desk brings is taken."""
        return self._wanted.get(name) == size

    def moved(self) -> None:
        """Something has come or gone; called in any thread."""
        self._loop.call_soon_threadsafe(self.look)

    # how it keeps up

    def look(self) -> None:
        """Look anew at what is here, and decide what travels."""
        self._again = True
        if self._looking is None or self._looking.done():
            self._looking = self._loop.create_task(self._look())
            self._looking.add_done_callback(report_of)

    async def _look(self) -> None:
        while self._again:
            self._again = False
            try:
                self._held = await asyncio.to_thread(self.store.everything)
                gone = set(self._held).difference(self._keeping, (file.hash for file in self._known() if file.readable))
                if gone:
                    await asyncio.to_thread(self.store.drop, gone)
                    self._held = {name: held for name, held in self._held.items() if name not in gone}
            except KnownError:  # the disk; said where a person attaches or opens something
                continue
            self._decide()
        self._callbacks.tell()

    def _known(self) -> tuple[AttachmentView, ...]:
        return self._desk.picture.words.attachments()

    def _decide(self) -> None:
        files = [file for file in self._known() if file.readable]
        self._keeping.difference_update(file.hash for file in files)
        whole = {name for name, held in self._held.items() if held.whole}
        begun = set(self._held) - whole
        lacking = sorted((file for file in files if file.hash not in whole), key=lambda file: (file.hash not in self._asked, file.size))
        wanted = {file.hash: sealed_size(file.size) for file in lacking if self._fetches(file, begun)}
        offered = {file.hash: sealed_size(file.size) for file in files if file.hash in whole and self._gives(file)}
        if (wanted, offered) != (dict(self._wanted), dict(self._offered)):
            self._wanted, self._offered = MappingProxyType(wanted), MappingProxyType(offered)
            self.stir()

    def _fetches(self, file: AttachmentView, begun: set[bytes]) -> bool:
        return file.hash in self._asked or (not self.low and (file.size <= AUTO_BYTES or file.hash in begun))

    def _gives(self, file: AttachmentView) -> bool:
        return not self.low or file.hash in self._released

    def _own(self, file: AttachmentView) -> bool:
        return file.by == self._desk.actor

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.ATTACHMENT) or changes.of(Kind.ERASURE):
            self.look()


def _taken(path: Path, section: str) -> tuple[NewFile, bytes]:
    """Read, check, preview and seal a file; in a worker thread."""
    try:
        check_size(path.stat().st_size, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise KnownError("{file} cannot be read: {why}.", file=path.name, why=error.strerror or str(error)) from error
    check_size(len(data), path.name)
    media = media_of(data, path.name)
    name = safe_name(path.name, media)
    preview = preview_of(data, media, name)
    key = secrets.token_bytes(KEY_BYTES)
    sealed = seal(data, key)
    return NewFile(file_name(sealed), len(data), key, name, media, preview, section), sealed

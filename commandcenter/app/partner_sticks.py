"""Sticks that only certain computers can read, from the window: for a partner what it may see, and back to the desk that gave one."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from commandcenter.app.file_sticks import readable
from commandcenter.app.home import Home
from commandcenter.app.joining import is_guest
from commandcenter.app.own_log import file_store
from commandcenter.app.session import Session, read_secrets
from commandcenter.app.stick import Stick
from commandcenter.app.stick_keys import partner_lock
from commandcenter.log.sharing import SharingPolicy, redact
from commandcenter.log.signed import SignedEntry
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.bundle import whole
from commandcenter.sync.files.sealed import sealed_size
from commandcenter.sync.sealed import write_address


class PartnerSticks:
    """Implements `ui.data.port.PartnerPort` for one session. Qt thread; the log is read in its own."""

    def __init__(self, session: Session, home: Home) -> None:
        """Use the keys of this home."""
        self._session, self._home = session, home
        self.address = write_address(read_secrets(home).device.public_key)
        """Of this computer; no secret."""
        self.guest = is_guest(home, session.log.operation)
        """Whether this computer is a partner's: it writes back all that it has."""

    async def write(self, path: Path, audience: Id | None, address: str, progress: Progress, *, files: bool) -> Sentence:
        """Write what a partner may see (all that is here without one), and the attachments of it that are here.

        For this address, where there is one, and the computers that Sharing names. Raises `Refused`, `KnownError` or `Cancelled`; then there is
        no such file.
        """
        if audience is None and not address:
            raise Refused("Give the address of the computer that is to read it.")
        log, picture = self._session.log, self._session.desk.picture
        known = await asyncio.get_running_loop().run_in_executor(self._session.writer, log.device_keys)
        lock = partner_lock(log.operation, known, picture, audience, [address] if address else [])
        policy, stick = picture.privacy.sharing(), Stick(self._session, self._home)
        seen = None if audience is None else policy.sections(audience)
        copy = whole if audience is None else partial(_shown, policy=policy, audience=audience)
        count = await stick.write(path, None, progress, lock, copy)
        if not files:
            return say("Entries in {file}: {count}.", count=f"{count:,}", file=path.name)
        sizes = {file.hash: sealed_size(file.size) for file in readable(picture, seen)}
        taken = await stick.write_files(path, file_store(self._home, log.operation), sizes, progress, lock)
        return say("Entries in {file}: {count}, attachments: {n}.", count=f"{count:,}", file=path.name, n=f"{taken:,}")


def _shown(signed: SignedEntry, policy: SharingPolicy, audience: Id) -> SignedEntry:
    return redact(signed, policy, audience)

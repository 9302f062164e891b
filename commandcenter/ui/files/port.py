"""What windows need of attachments; `app.files` is the real one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from commandcenter.model.commands import NewFile
from commandcenter.picture.messages import AttachmentView


@dataclass(frozen=True, slots=True)
class FileState:
    """Where the bytes of an attachment are."""

    here: bool
    """All of it."""
    share: float = 0.0
    """How much of it is here, 0 … 1."""
    coming: bool = False
    """It will be fetched as soon as somebody who has it is joined."""
    waiting: bool = False
    """It is here and waits for a person to send it, for little may travel."""


class FilesPort(Protocol):
    """Attachments of the open operation. Qt thread."""

    @property
    def low(self) -> bool:
        """Whether little may travel: attachments wait until they are asked for."""

    async def take(self, path: Path, *, personal: bool) -> NewFile:
        """Check, preview and keep a file that a person attaches. Raises `Refused` or `KnownError`; then nothing is kept."""

    def state(self, file: AttachmentView) -> FileState:
        """Return where the bytes of an attachment are."""

    def fetch(self, file: AttachmentView) -> None:
        """Have it fetched, however little may travel. Raises `Refused` for one that cannot be opened here."""

    def release(self, file: AttachmentView) -> None:
        """Let it go out now, however little may travel."""

    async def content(self, file: AttachmentView) -> bytes:
        """Return the bytes as they were given. Raises `Refused` where they are not here, `KnownError` where they are damaged."""

    async def save(self, file: AttachmentView, path: Path) -> None:
        """Write it into a file. Raises as `content`."""

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have `callback` called after each change; returns what ends that."""

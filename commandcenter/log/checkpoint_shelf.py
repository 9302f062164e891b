"""Checkpoints kept as files in a folder beside the log: what a removed tail is found out by."""

from __future__ import annotations

import os
from pathlib import Path

from commandcenter.log.checkpoint import Checkpoint, load
from commandcenter.model.disk import on_disk
from commandcenter.model.ids import Id

KEPT = 100
"""Checkpoints that only one device has signed; what others co-signed is kept for good."""
SUFFIX = ".checkpoint"


class Shelf:
    """The checkpoints of one operation. Any thread, one at a time."""

    def __init__(self, folder: Path) -> None:
        """Use this folder; it is made when the first checkpoint comes."""
        self.folder = folder

    def all(self) -> list[Checkpoint]:
        """Return all checkpoints, oldest first. Raises `KnownError` naming a file that was tampered with."""
        found = [load(path) for path in self._paths()]
        return sorted(found, key=lambda one: (one.said.wall_ms, one.statement))

    def newest(self, signer: Id | None = None) -> Checkpoint | None:
        """Return the latest checkpoint, of one signer where given."""
        found = [one for one in self.all() if signer is None or signer in one.signers]
        return found[-1] if found else None

    def keep(self, checkpoint: Checkpoint) -> Checkpoint:
        """Keep a checkpoint, durably; signatures of copies of one statement come together. Return what is kept now. Raises `KnownError`."""
        path = self.folder / f"{checkpoint.said.wall_ms:013d}-{checkpoint.said.root.hex()[:12]}{SUFFIX}"
        kept = load(path) if path.exists() else checkpoint
        if kept.statement == checkpoint.statement:
            kept = kept.joined(checkpoint)
        with on_disk(path):
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, kept.encoded())
            self._tidy()
        return kept

    def _tidy(self) -> None:
        alone = [path for path in self._paths() if len(load(path).signers) == 1]
        for path in alone[:-KEPT]:
            path.unlink()

    def _paths(self) -> list[Path]:
        return sorted(self.folder.glob("*" + SUFFIX)) if self.folder.is_dir() else []


def write_whole(path: Path, raw: bytes) -> None:
    """Write a file whole or not at all; it has reached the disk when this returns. Raises `KnownError`."""
    new = path.with_name(path.name + ".new")
    with on_disk(path):
        try:
            with new.open("wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)

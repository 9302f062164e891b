"""What a disk may hold after the power failed: all that was synced, and of the rest whatever it likes, down to torn sectors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.fault.disk import Act

SECTOR = 512


@dataclass(slots=True)
class _File:
    """One file: what it surely holds, and what was done since the last sync."""

    safe: bytearray = field(default_factory=bytearray)
    open: list[Act] = field(default_factory=list)
    here: bool = True
    """Whether its name is there."""
    new: bool = False
    """Whether its folder is synced with its own first sync."""

    def sync(self) -> None:
        for act in self.open:
            _apply(self.safe, act.kind, act.at, act.data)
        self.open.clear()


def _apply(content: bytearray, kind: str, at: int, data: bytes) -> None:
    if kind == "truncate":
        del content[at:]
    else:
        content.extend(bytes(max(0, at - len(content))))
        content[at : at + len(data)] = data


@dataclass(frozen=True, slots=True)
class Image:
    """A disk after a power cut."""

    files: dict[str, bytes]
    reached: int
    """The last mark that the program had set."""

    def write(self, folder: Path) -> None:
        """Make it real, in a folder of its own."""
        for name, content in self.files.items():
            (folder / name).write_bytes(content)


def images(acts: Sequence[Act], count: int, rng: random.Random) -> Iterator[Image]:
    """Yield what the disk might hold after power cuts at `count` random moments."""
    files: dict[str, _File] = {}
    reached = done = 0
    for moment in sorted(rng.choices(range(1, len(acts) + 1), k=count)):
        for act in acts[done:moment]:
            reached = act.at if act.kind == "mark" else reached
            _follow(files, act)
        done = moment
        left = {name: _leave(file, rng) for name, file in files.items()}
        yield Image({name: content for name, content in left.items() if content is not None}, reached)


def _follow(files: dict[str, _File], act: Act) -> None:
    """Keep what an act leaves open. SQLite syncs the folder with the first sync of a new journal, and where a deletion asks for it."""
    if act.kind == "mark":
        return
    if act.path not in files or not files[act.path].here:
        files[act.path] = _File(new=act.path.endswith(("-wal", "-journal")))
    file = files[act.path]
    if act.kind == "delete":
        file.here = False
    elif act.kind == "sync":
        file.sync()
    else:
        file.open.append(act)
    if (act.kind == "delete" and act.at) or (act.kind == "sync" and file.new):
        file.new = False
        for name in [name for name, other in files.items() if not other.here]:
            del files[name]


def _leave(file: _File, rng: random.Random) -> bytes | None:
    """Return what is found of a file; `None`: not even its name."""
    if not file.here and rng.random() < 0.5:
        return None
    content = bytearray(file.safe)
    fate = rng.choice((_nothing, _everything, _some_writes, _some_sectors, _a_beginning))
    fate(content, file.open, rng)
    return bytes(content)


def _nothing(content: bytearray, acts: list[Act], rng: random.Random) -> None:
    """The disk kept it all in its memory."""


def _everything(content: bytearray, acts: list[Act], rng: random.Random) -> None:
    for act in acts:
        _apply(content, act.kind, act.at, act.data)


def _some_writes(content: bytearray, acts: list[Act], rng: random.Random) -> None:
    _everything(content, [act for act in acts if rng.random() < 0.5], rng)


def _some_sectors(content: bytearray, acts: list[Act], rng: random.Random) -> None:
    """In any order, some sectors not at all and some torn in the middle."""
    for act in rng.sample(acts, len(acts)):
        if act.kind == "truncate":
            if rng.random() < 0.5:
                _apply(content, act.kind, act.at, act.data)
            continue
        for start in range(0, len(act.data), SECTOR):
            whole = act.data[start : start + SECTOR]
            _apply(content, "write", act.at + start, whole[: rng.choice((0, len(whole), rng.randrange(len(whole))))])


def _a_beginning(content: bytearray, acts: list[Act], rng: random.Random) -> None:
    """In order up to a moment; the last is torn."""
    if not acts:
        return
    end = rng.randrange(len(acts))
    _everything(content, acts[:end], rng)
    last = acts[end]
    _apply(content, last.kind, last.at, last.data[: rng.randrange(len(last.data) + 1)])

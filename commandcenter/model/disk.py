"""What the operating system refuses, in one sentence that names the file and the cause. Pure; any thread."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from commandcenter.model.errors import KnownError, SaidError
from commandcenter.model.sentences import Sentence, say

_FULL = {errno.ENOSPC, errno.EDQUOT}
_PROTECTED = {errno.EROFS}
_FORBIDDEN = {errno.EACCES, errno.EPERM}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO}
_BROKEN = {errno.EIO}


def disk_fault(error: OSError, path: Path | None = None) -> KnownError:
    """Return what a person is told of a refusal; `path` stands in where the system names no file."""
    return KnownError(_template(error.errno).template, file=_named(error, path), why=error.strerror or str(error) or type(error).__name__)


def outside_fault(error: BaseException) -> SaidError | None:
    """Return what a person is told where the cause lies outside the program; `None`: the fault is ours.

    An `OSError` without a number was raised by a program, not by the system: that is a fault of ours, too.
    """
    if isinstance(error, SaidError):
        return error
    return disk_fault(error) if isinstance(error, OSError) and error.errno is not None else None


@contextmanager
def on_disk(path: Path) -> Iterator[None]:
    """Raise `KnownError` in place of every `OSError` of the block, which is about this file."""
    try:
        yield
    except OSError as error:
        raise disk_fault(error, path) from error


def _template(number: int | None) -> Sentence:
    if number in _FULL:
        return say("{file} was not written: the disk is full. Delete what is not needed, then try again.")
    if number in _PROTECTED:
        return say("{file} was not written: the disk or stick is write-protected.")
    if number in _FORBIDDEN:
        return say("{file} may not be used: this account has no permission for it, or another program holds it.")
    if number in _GONE:
        return say("{file} is not there: was its stick or network drive taken away?")
    if number in _BROKEN:
        return say("The disk reported an error at {file}. Check the disk, then try again.")
    return say("The system refused {file}: {why}.")


def _named(error: OSError, path: Path | None) -> object:
    if path is not None:
        return path
    return error.filename if isinstance(error.filename, str | Path) else say("A file")

"""Turns what SQLite reports into one sentence that tells the person what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from commandcenter.model.errors import KnownError

FULL = 13
_SENTENCES = {
    5: "Another program has this log open: {file}. Close it there, then try again.",
    6: "Another program has this log open: {file}. Close it there, then try again.",
    8: "The log {file} is write-protected. Make the file and its folder writable, then try again.",
    10: "The disk reported an error at the log {file}. Nothing was saved. Check the disk, then try again.",
    11: "The log {file} is damaged. Make a copy of it at once; what other desks have can be fetched again.",
    FULL: "The disk is full and nothing was saved. A reserve was given free: delete what is not needed, then try again.",
    14: "The log {file} cannot be opened. Check that its folder exists and may be written.",
    26: "The log {file} cannot be read: its key does not fit, or the file is damaged.",
}
"""By SQLite's primary result code (sqlite.org/rescode.html)."""
_OURS = {1, 19, 20, 21, 25}
"""Codes of wrong SQL, broken constraints, types and misuse: faults of the program, which go to the crash report."""


def result_code(error: DBAPIError) -> int | None:
    """Return SQLite's primary result code of an error."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


@contextmanager
def known(path: Path) -> Iterator[None]:
    """Raise `KnownError` in place of what is not our fault; the rest goes through as it is."""
    try:
        yield
    except DBAPIError as error:
        code = result_code(error)
        if code is None or code in _OURS:
            raise
        if code in _SENTENCES:
            raise KnownError(_SENTENCES[code], file=path.name) from error
        raise KnownError(
            "The log {file} cannot be used (SQLite error {code}) and nothing was saved. Check its disk, then try again.", file=path.name, code=code
        ) from error

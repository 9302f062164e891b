"""What a crash report may say: where in the program it happened, and never what people wrote. Pure; no Qt.

Messages of exceptions and values in lines of the journal may be names, numbers to call or places; only their kind is told.
Of a failure that has a sentence for people the sentence is told without what fills it.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Iterator, Mapping
from enum import Enum

from commandcenter.model.errors import SaidError

_OURS = re.compile(r'(?<=File ")[^"]*?(?=(?:commandcenter|site-packages|python3\.\d+|Lib)[/\\][^"]*")')
"""What stands before the part of a file's path that is the same on every computer: folders named after people."""
_OTHER_FILE = re.compile(r'File "(?:/|[A-Za-z]:\\)[^"]*[/\\]([^"/\\]+)"')
_PLACE = re.compile(r"%(\(\w+\))?[-#0 +]*\d*(?:\.\d+)?[a-zA-Z]")
"""A place for a value in a line of the journal, however it is to be formatted."""
HIDDEN = "‹{kind}›"
NO_VALUES = (bool, type(None), Enum)


def without_folders(trace: str) -> str:
    """Return a trace whose files are named from the program's folder on."""
    return _OTHER_FILE.sub(r'File "…/\1"', _OURS.sub("", trace))


def told_trace(error: BaseException) -> str:
    """Return where an exception came from, with all that led to it, without their messages."""
    return "\n".join(_chain(error, set()))


def _chain(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _chain(before, seen)
        yield "then:"
    yield without_folders("".join(traceback.format_tb(error.__traceback__)).rstrip())
    yield said(error)


def said(value: object) -> str:
    """Return a value as a report may tell it."""
    if isinstance(value, SaidError):
        return f"{type(value).__name__}: {value.sentence.template}"
    if isinstance(value, BaseException):
        return type(value).__name__
    if isinstance(value, NO_VALUES) or (isinstance(value, int) and abs(value) < 10_000):
        return str(value)
    return HIDDEN.format(kind=type(value).__name__)


def told_line(record: logging.LogRecord) -> str:
    """Return a line of the journal: its fixed words as the program has them, of the values only what `said` tells."""
    words = str(record.msg)
    if record.args:
        told = {name: said(value) for name, value in record.args.items()} if isinstance(record.args, Mapping) else tuple(map(said, record.args))
        words = _PLACE.sub(r"%\1s", words) % told
    trace = record.exc_info[1] if record.exc_info else None
    return words if trace is None else f"{words}\n{told_trace(trace)}"

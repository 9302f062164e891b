"""This home's part in operations of others: joined by a code, never begun here."""

from __future__ import annotations

from commandcenter.app.home import Home
from commandcenter.log.keys import open_vault
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.sync.operation_key import join, read_join_code

_JOINED = "joined"
_GUEST = "guest"


def join_operation(home: Home, code: str, region: str) -> Id:
    """Take in another desk's operation and run it over a region from now on; return it. Raises `KnownError`; then nothing changed.

    The operation that this home ran over the region before keeps its log.
    """
    operation = join(open_vault(home.root), code, anew=is_guest(home, operation_of_code(code)))
    home.keep(_GUEST, sorted({*_listed(home, _GUEST)} - {operation}))
    _take_part(home, operation, region)
    return operation


def join_as_guest(home: Home, operation: Id, region: str) -> None:
    """Take part in another's operation without its key: bundles are made for this computer, and those from here for theirs."""
    home.keep(_GUEST, sorted({*_listed(home, _GUEST), operation}))
    _take_part(home, operation, region)


def is_guest(home: Home, operation: Id) -> bool:
    """Return whether this home takes part in an operation whose key it was not given."""
    return operation in _listed(home, _GUEST)


def _take_part(home: Home, operation: Id, region: str) -> None:
    home.keep(_JOINED, sorted({*_listed(home, _JOINED), operation}))
    home.keep(f"operation:{region}", operation)


def has_joined(home: Home, operation: Id) -> bool:
    """Return whether an operation was begun elsewhere: its beginning, its fleet and its crews come from there."""
    return operation in _listed(home, _JOINED)


def operation_of_code(code: str) -> Id:
    """Return the operation that a code lets in to. Raises `KnownError`."""
    return read_join_code(code)[0]


def is_operation_code(code: str) -> bool:
    """Return whether a text is the code of an operation."""
    try:
        read_join_code(code)
    except KnownError:
        return False
    return True


def _listed(home: Home, name: str) -> list[str]:
    kept = home.setting(name)
    return [str(one) for one in kept] if isinstance(kept, list) else []

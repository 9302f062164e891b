"""A disk that remembers every write and fails on demand, under the very SQLCipher that ships.

SQLite reaches files through a table of functions (sqlite.org/vfs.html). A copy of the system's table is registered as the
default; the files it opens write down what is written, cut, synced and deleted, and then call the system's own functions.
Nothing of the program, its statements or its encryption is replaced.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import POINTER, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sqlcipher3 import _sqlite3

OK, FULL = 0, 13
IOERR_READ, IOERR_WRITE, IOERR_FSYNC = 10 | 1 << 8, 10 | 3 << 8, 10 | 4 << 8
"""SQLite's extended result codes (sqlite.org/rescode.html)."""

_Write = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_Truncate = ctypes.CFUNCTYPE(c_int, c_void_p, c_int64)
_Sync = ctypes.CFUNCTYPE(c_int, c_void_p, c_int)
_Open = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_Delete = ctypes.CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)


class _Methods(ctypes.Structure):
    """`sqlite3_io_methods`."""

    _fields_ = (
        ("version", c_int),
        ("close", c_void_p),
        ("read", _Write),
        ("write", _Write),
        ("truncate", _Truncate),
        ("sync", _Sync),
        *((f"other{number}", c_void_p) for number in range(13)),
    )


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs`."""

    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", _Open),
        ("delete", _Delete),
        *((f"other{number}", c_void_p) for number in range(14)),
    )


class Act(NamedTuple):
    """One thing that reached the disk: `write` (at, data), `truncate` (at), `sync`, `delete`, or the program's own `mark` (at)."""

    kind: str
    path: str = ""
    at: int = 0
    data: bytes = b""


@dataclass(slots=True)
class Failure:
    """Which act fails and how."""

    at: int
    """The first that fails: 0 is the next."""
    code: int
    kinds: frozenset[str]
    lasts: bool = True
    """Everything after it fails too, until the failure is taken away."""


class Disk:
    """What happened since it was installed."""

    def __init__(self, system: _Vfs) -> None:
        self.acts: list[Act] = []
        self.failure: Failure | None = None
        self.failed = 0
        self._names: dict[int, str] = {}
        self._system = system
        self._methods: dict[int, _Methods] = {}
        self._kept: list[Any] = [_Open(self._open), _Delete(self._delete)]

    def mark(self, number: int) -> None:
        """Write down that the program has come so far."""
        self.acts.append(Act("mark", at=number))

    def table(self) -> _Vfs:
        """The system's table of functions with our own way to open and delete."""
        table = _Vfs()
        ctypes.pointer(table)[0] = self._system
        table.name = b"recorded"
        table.next = None
        table.open, table.delete = self._kept[:2]
        return table

    def _may(self, kind: str) -> int:
        """Return the result code that an act of this kind is to have."""
        failure = self.failure
        if failure is None or kind not in failure.kinds:
            return OK
        failure.at -= 1
        if failure.at >= 0 or (failure.at < -1 and not failure.lasts):
            return OK
        self.failed += 1
        return failure.code

    def _open(self, vfs: int, name: int, file: int, flags: int, flags_out: int) -> int:
        code: int = self._system.open(vfs, name, file, flags, flags_out)
        methods = ctypes.cast(file, POINTER(c_void_p))
        if code == OK and name and methods[0]:
            self._names[file] = Path(ctypes.string_at(name).decode()).name
            methods[0] = ctypes.addressof(self._recording(methods[0]))
        return code

    def _recording(self, address: int) -> _Methods:
        """Return the system's file functions with ours before some of them."""
        if address not in self._methods:
            system = ctypes.cast(address, POINTER(_Methods))[0]
            copy = _Methods()
            ctypes.pointer(copy)[0] = system
            copy.read, copy.write = _Write(self._reader(system.read)), _Write(self._writer(system.write))
            copy.truncate, copy.sync = _Truncate(self._cutter(system.truncate)), _Sync(self._syncer(system.sync))
            self._methods[address] = copy
        return self._methods[address]

    def _reader(self, system: Callable[..., int]) -> Callable[..., int]:
        def read(file: int, data: int, size: int, at: int) -> int:
            return self._may("read") or system(file, data, size, at)

        return read

    def _writer(self, system: Callable[..., int]) -> Callable[..., int]:
        def write(file: int, data: int, size: int, at: int) -> int:
            code = self._may("write")
            if code == OK:
                self.acts.append(Act("write", self._names[file], at, ctypes.string_at(data, size)))
            return code or system(file, data, size, at)

        return write

    def _cutter(self, system: Callable[..., int]) -> Callable[..., int]:
        def truncate(file: int, size: int) -> int:
            code = self._may("truncate")
            if code == OK:
                self.acts.append(Act("truncate", self._names[file], size))
            return code or system(file, size)

        return truncate

    def _syncer(self, system: Callable[..., int]) -> Callable[..., int]:
        def sync(file: int, how: int) -> int:
            code = self._may("sync")
            if code == OK:
                self.acts.append(Act("sync", self._names[file]))
            return code or system(file, how)

        return sync

    def _delete(self, vfs: int, name: bytes, with_folder: int) -> int:
        code: int = self._system.delete(vfs, name, with_folder)
        if code == OK:
            self.acts.append(Act("delete", Path(name.decode()).name, with_folder))
        return code


@contextmanager
def recorded() -> Iterator[Disk]:
    """Put the disk under every database that is opened inside; skip where this SQLCipher does not let one."""
    library = ctypes.PyDLL(_sqlite3.__file__)
    if not hasattr(library, "sqlite3_vfs_register"):
        pytest.skip("this SQLCipher hides its file functions")
    library.sqlite3_vfs_find.restype = POINTER(_Vfs)
    disk = Disk(library.sqlite3_vfs_find(None)[0])
    table = disk.table()
    library.sqlite3_vfs_register(ctypes.byref(table), 1)
    try:
        yield disk
    finally:
        library.sqlite3_vfs_unregister(ctypes.byref(table))

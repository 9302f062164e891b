"""Registers and their heads. The fold is commutative: any order of arrival ends in the same heads.

An entry that writes a key supersedes the entries of its basis on that key. The heads of a register are the entries that
write it and that no other entry supersedes. Only heads keep their values; what was superseded lives in the log.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from commandcenter.model.entries import Entry, EntryId, Key, Stamp, Value
from commandcenter.model.ids import Id

_SHORT = 16
"""A basis names an entry by this many bytes of its id."""
_NONE: frozenset[bytes] = frozenset()
"""Shared by all registers: there are hundreds of thousands, and each `frozenset()` would be a new object of 216 bytes."""


class Head(NamedTuple):
    """One present value of a register."""

    entry: EntryId
    author: Id
    hlc: int
    device: Id
    value: Value

    @property
    def stamp(self) -> Stamp:
        """Return its place in display order."""
        return Stamp(self.hlc, self.device)

    @property
    def rank(self) -> tuple[int, Id, EntryId]:
        """Return what display order sorts by; never equal for two heads."""
        return self.hlc, self.device, self.entry


class Register:
    """One register. `key` is `None` while only withheld sections wrote it."""

    __slots__ = ("_hidden", "_missing", "heads", "key", "opaque")

    def __init__(self, opaque: bytes) -> None:
        """Start without heads."""
        self.opaque = opaque
        """What stands for the key in headers."""
        self.key: Key | None = None
        self.heads: tuple[Head, ...] = ()
        """Heads whose value is known, in order of rank."""
        self._hidden: tuple[EntryId, ...] = ()
        """Heads whose value is withheld or erased."""
        self._missing = _NONE
        """Superseded by an entry that is here, but not here themselves (yet)."""

    def ids(self) -> tuple[EntryId, ...]:
        """Return the ids of all heads, sorted."""
        return tuple(sorted((*(head.entry for head in self.heads), *self._hidden)))

    def write(self, entry: EntryId, basis: tuple[bytes, ...], head: Head | None) -> None:
        """Let an entry supersede its basis; `head`: what it writes, `None` where that is withheld."""
        heads = self.heads
        if head is not None and len(heads) == 1 and len(basis) == 1 and not (self._hidden or self._missing) and heads[0].entry[:_SHORT] == basis[0]:
            self.heads = (head,)  # the usual case, made quick
            return
        if basis:
            self._supersede(basis)
        self._add(entry, head)

    def _supersede(self, basis: tuple[bytes, ...]) -> None:
        """Take the entries of a basis off the heads, now or when they come."""
        present = {entry[:_SHORT] for entry in self.ids()}
        self.heads = tuple(head for head in self.heads if head.entry[:_SHORT] not in basis)
        self._hidden = tuple(entry for entry in self._hidden if entry[:_SHORT] not in basis)
        absent = [name for name in basis if name not in present]
        if absent:
            self._missing = self._missing.union(absent)

    def _add(self, entry: EntryId, head: Head | None) -> None:
        """Make an entry a head, unless another has superseded it already; `None` where its value is withheld."""
        if entry[:_SHORT] in self._missing:
            self._missing = self._missing - {entry[:_SHORT]} or _NONE
        elif head is None:
            self._hidden = (*self._hidden, entry)
        elif not self.heads:
            self.heads = (head,)
        else:
            self.heads = tuple(sorted((*self.heads, head), key=lambda one: one.rank))


_NOTHING: Mapping[str, Register] = {}


class Registers:
    """All registers, by opaque key, and by kind and entity."""

    def __init__(self) -> None:
        """Start empty."""
        self._by_opaque: dict[bytes, Register] = {}
        self._entities: defaultdict[str, dict[Id, dict[str, Register]]] = defaultdict(dict)
        self._contested: set[Key] = set()

    def apply(self, entry: Entry) -> list[Key]:
        """Fold one entry (each exactly once); return the keys that it writes and that are known."""
        touched: list[Key] = []
        written: dict[bytes, Head] = {}
        for key, value, _ in entry.writes:
            kind, entity, field = key
            known = self._entities[kind].get(entity, _NOTHING).get(field)
            opaque = self._introduce(key) if known is None else known.opaque
            written[opaque] = Head(entry.id, entry.actor, entry.hlc, entry.device, value)
            touched.append(key)
        for opaque, basis in entry.bases.items():
            register = self._register(opaque)
            register.write(entry.id, basis, written.get(opaque))
            known_key = register.key
            if known_key is None:
                continue
            if opaque not in written:
                touched.append(known_key)
            if len(register.heads) > 1:
                self._contested.add(known_key)
            elif self._contested:
                self._contested.discard(known_key)
        return touched

    def _introduce(self, key: Key) -> bytes:
        """Give a register, new or known by what stands for it in headers only, its name; return what stands for it."""
        opaque = key.opaque()
        register = self._register(opaque)
        register.key = key
        self._entities[key.kind].setdefault(key.entity, {})[key.field] = register
        return opaque

    def _register(self, opaque: bytes) -> Register:
        register = self._by_opaque.get(opaque)
        if register is None:
            register = self._by_opaque[opaque] = Register(opaque)
        return register

    def heads(self, key: Key) -> tuple[EntryId, ...]:
        """Return the ids of all heads of a key, withheld ones too."""
        register = self._by_opaque.get(key.opaque())
        return () if register is None else register.ids()

    def fields(self, kind: str, entity: Id) -> dict[str, Register]:
        """Return the registers of one thing by field; empty when nothing is known of it."""
        return self._entities[kind].get(entity, {})

    def entities(self, kind: str) -> dict[Id, dict[str, Register]]:
        """Return everything of a kind."""
        return self._entities[kind]

    def everything(self) -> Iterator[tuple[str, Id]]:
        """Yield (kind, entity) of all things."""
        return ((kind, entity) for kind, entities in self._entities.items() for entity in entities)

    def contested(self) -> list[Key]:
        """Return the keys with several known heads, sorted."""
        return sorted(self._contested)

    def digest(self) -> bytes:
        """Return 32 bytes that are equal for equal heads, whatever the order of arrival and whatever is withheld."""
        sha = hashlib.sha256()
        for opaque in sorted(self._by_opaque):
            heads = self._by_opaque[opaque].ids()
            sha.update(opaque + len(heads).to_bytes(4, "big") + b"".join(heads))
        return sha.digest()

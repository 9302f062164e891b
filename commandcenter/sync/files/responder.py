"""Answers questions about attachments out of one store. Knows nothing of how they came, and nothing of what is in the files."""

from __future__ import annotations

from collections.abc import Callable

from commandcenter.log.codec import MalformedError
from commandcenter.model.ids import Id
from commandcenter.sync.files.messages import (
    FileStanding,
    read_fetch,
    read_inquiry,
    read_store,
    write_file_standing,
    write_piece,
    write_stored,
)
from commandcenter.sync.files.store import FileStore
from commandcenter.sync.verbs import Verb

Wants = Callable[[bytes, int], bool]
"""Whether a file of this name and sealed size is to be taken here."""


class FileResponder:
    """One store at the service of others. Every method raises `MalformedError` for what is not of this protocol or of another operation."""

    def __init__(self, operation: Id, store: FileStore, wants: Wants) -> None:
        """Answer for the files of an operation; `wants` says which are taken."""
        self._operation, self._store, self._wants = operation, store, wants

    def answer(self, verb: Verb, body: bytes) -> bytes:
        """Return the answer to a question."""
        return {Verb.FILES: self._inquire, Verb.FETCH: self._fetch, Verb.STORE: self._keep}[verb](body)

    def _inquire(self, body: bytes) -> bytes:
        inquiry = read_inquiry(body)
        self._check(inquiry.operation)
        held = self._store.held({*inquiry.offered, *inquiry.wanted})
        lacking = {
            name: held[name].received if name in held and held[name].size == size else 0
            for name, size in inquiry.offered.items()
            if not (name in held and held[name].whole) and self._wants(name, size)
        }
        there = {name: held[name].size for name in inquiry.wanted if name in held and held[name].whole}
        return write_file_standing(FileStanding(lacking, there))

    def _fetch(self, body: bytes) -> bytes:
        fetch = read_fetch(body)
        self._check(fetch.operation)
        held = self._store.held([fetch.name]).get(fetch.name)
        if held is None or not held.whole:
            return write_piece(0, b"")
        return write_piece(held.size, self._store.read(fetch.name, fetch.offset, fetch.most))

    def _keep(self, body: bytes) -> bytes:
        piece = read_store(body)
        self._check(piece.operation)
        if not self._wants(piece.name, piece.size):
            return write_stored(None)
        held = self._store.append(piece.name, piece.size, piece.offset, piece.data)
        return write_stored(None if held is None else held.received)

    def _check(self, operation: Id) -> None:
        if operation != self._operation:
            raise MalformedError("it is about another operation")

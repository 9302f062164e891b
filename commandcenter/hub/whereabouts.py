"""Positions that pass through this hub process: in its memory only, the latest of each unit, for a quarter of an hour."""

from __future__ import annotations

import threading
from collections import OrderedDict

from commandcenter.model.clock import Clock
from commandcenter.model.ids import Id
from commandcenter.sync.positions import PositionBook, PositionNews, read_positions, write_positions

MOST_OPERATIONS = 1_000
"""Whose positions are remembered; the one longest silent is forgotten first."""


class Whereabouts:
    """One book an operation. Any thread.

    Several processes of one hub do not share positions: desks that meet different ones see each other's a little later by another
    way, or not. Nothing that matters depends on it: what counts is in the log.
    """

    def __init__(self, clock: Clock) -> None:
        """Start empty."""
        self._clock = clock
        self._lock = threading.Lock()
        self._books: OrderedDict[Id, PositionBook] = OrderedDict()

    def answer(self, operation: Id, body: bytes, *, partner: bool) -> bytes:
        """Take what a device brings and return what it lacks; a partner's device is told nothing. Raises `MalformedError`."""
        book = self._book(operation)
        answer = book.answer(body)
        if partner:
            return write_positions(PositionNews(operation, read_positions(answer).ages, ()))
        return answer

    def _book(self, operation: Id) -> PositionBook:
        with self._lock:
            book = self._books.get(operation)
            if book is None:
                book = self._books[operation] = PositionBook(operation, self._clock)
            self._books.move_to_end(operation)
            if len(self._books) > MOST_OPERATIONS:
                self._books.popitem(last=False)
            return book

"""Notes that are corrected: the new words stand in the notebook, and what stood before, who changed it and when stays beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from commandcenter.exercise.review import Bookmark, Correction, CorrectiveAction, Notebook

Note = Bookmark | str | CorrectiveAction
"""What a person writes down; a text is a line of the hot wash."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """One note corrected, or withdrawn."""

    was: Note
    now: Note | None
    """Of the same kind; `None`: it is withdrawn."""
    by: str
    at_ms: int
    """Exercise time."""

    def apply(self, book: Notebook) -> bool:
        """Put it into a notebook; return whether the old note was there. A correction of what is not there changes nothing."""
        notes: list[Any] = self._among(book)
        if self.was not in notes:
            return False
        place = notes.index(self.was)
        notes[place : place + 1] = [] if self.now is None else [self.now]
        book.corrections.append(Correction(words_of(self.was), "" if self.now is None else words_of(self.now), self.by, self.at_ms))
        return True

    def _among(self, book: Notebook) -> list[Any]:
        match self.was:
            case Bookmark():
                return book.bookmarks
            case CorrectiveAction():
                return book.actions
        return book.hot_wash


def words_of(note: Note) -> str:
    """Return a note in one line."""
    match note:
        case Bookmark(_, text, _):
            return text
        case CorrectiveAction(text, owner, due, capability):
            return f"{text} ({', '.join(part for part in (capability, owner, due) if part)})"
    return note

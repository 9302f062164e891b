"""Calls that are half taken: the one on the form and those that were parked. Pure; the store keeps them over a crash."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace

from commandcenter.ui.ports import DraftStore

MOST = 9


@dataclass(frozen=True, slots=True)
class Draft:
    """What the form holds."""

    began_ms: int
    type: str = ""
    """Code of the type, empty while none is picked."""
    type_text: str = ""
    place_text: str = ""
    place_kind: str = ""
    lon: float | None = None
    lat: float | None = None
    priority: int | None = None
    text: str = ""
    caller: str = ""
    phone: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    rang_ms: int | None = None
    """When it began to ring; `None`: nobody knows."""

    @property
    def empty(self) -> bool:
        """Return whether nothing was typed."""
        return not any((self.type_text, self.place_text, self.text, self.caller, self.phone))


class Drafts:
    """The present draft and the parked ones, oldest first. Every change goes to the store at once."""

    def __init__(self, store: DraftStore) -> None:
        """Take up what was left; a draft that was on the form at the end counts as parked."""
        self._store = store
        self.parked: list[Draft] = []
        self.present: Draft | None = None
        kept = _read(store.read())
        self.parked = [draft for draft in kept if not draft.empty][:MOST]

    def keep(self, draft: Draft) -> None:
        """Remember what is on the form."""
        if draft != self.present:
            self.present = draft
            self._save()

    def done(self) -> None:
        """The call on the form is taken or given up."""
        if self.present is not None:
            self.present = None
            self._save()

    def park(self, draft: Draft) -> None:
        """Put a draft aside; an empty one is dropped, of too many the oldest goes."""
        self.present = None
        if not draft.empty:
            self.parked = [*self.parked, draft][-MOST:]
        self._save()

    def take_up(self, place: int) -> Draft:
        """Return a parked draft to the form; `IndexError` where there is none."""
        draft = self.parked.pop(place)
        self.present = replace(draft)
        self._save()
        return draft

    def _save(self) -> None:
        present = [self.present] if self.present is not None else []
        self._store.write(json.dumps([asdict(draft) for draft in (*self.parked, *present)], ensure_ascii=False))


def _read(text: str) -> list[Draft]:
    """Return the drafts of a stored text; what an older or newer program wrote otherwise is left out."""
    try:
        rows = json.loads(text) if text else []
        return [Draft(**row) for row in rows]
    except (ValueError, TypeError):
        return []

"""Calls that are half taken: the one on the form and those that were parked. The store keeps them over a crash."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from commandcenter.model.errors import Refused
from commandcenter.picture.views import CallView
from commandcenter.ui.ports import DraftStore

MOST = 9
"""Parked calls; a tenth is refused, for none may be lost."""


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
    ring_back: bool = False
    """Whether the caller must be rung back."""

    @property
    def empty(self) -> bool:
        """Return whether nothing was typed."""
        return not any((self.type_text, self.place_text, self.text, self.caller, self.phone))


def draft_of(call: CallView, now_ms: int) -> Draft:
    """Return the form of a call that was recorded already, taken up again now."""
    draft = Draft(now_ms, call.type, place_text=call.address, text=call.text or "", caller=call.caller_name or "", phone=call.caller_phone or "")
    return draft if call.at is None else replace(draft, place_kind="address", lon=call.at.lon, lat=call.at.lat)


class Drafts(QObject):
    """The present draft, those on their way to the log, and the parked ones, oldest first. Every change goes to the store at once. Qt thread.

    Signals:
        changed(): one more is parked, or one less.
    """

    changed = Signal()

    def __init__(self, store: DraftStore, parent: QObject | None = None) -> None:
        """Take up what was left; a draft that was on the form at the end counts as parked, also beside as many as can be parked."""
        super().__init__(parent)
        self._store = store
        self.parked: list[Draft] = []
        self.sent: list[Draft] = []
        self.present: Draft | None = None
        kept = _read(store.read())
        self.parked = [draft for draft in kept if not draft.empty]

    def keep(self, draft: Draft) -> None:
        """Remember what is on the form."""
        if draft != self.present:
            self.present = draft
            self._save()

    def done(self) -> None:
        """The call on the form is given up."""
        if self.present is not None:
            self.present = None
            self._save()

    def send(self, draft: Draft) -> None:
        """The call on the form is handed over to the log; until it is written there, a crash leaves it as a parked one."""
        self.present = None
        self.sent.append(draft)
        self._save()

    def arrived(self, draft: Draft) -> None:
        """A call that was handed over is in the log, or back on the form."""
        self.sent.remove(draft)
        self._save()

    def come_back(self, draft: Draft) -> None:
        """A call that was handed over could not be written: it is parked, beside as many as can be."""
        self.sent.remove(draft)
        self.parked = [*self.parked, draft]
        self._save()
        self.changed.emit()

    def park(self, draft: Draft) -> None:
        """Put a draft aside; an empty one is dropped. Raises `Refused` where as many are parked as can be; then nothing has changed."""
        if not draft.empty and len(self.parked) >= MOST:
            raise Refused("{n} calls are parked already. Open one of them or give one up first; this call stays on the form.", n=len(self.parked))
        self.present = None
        if not draft.empty:
            self.parked = [*self.parked, draft]
        self._save()
        self.changed.emit()

    def take_up(self, place: int) -> Draft:
        """Return a parked draft to the form; `IndexError` where there is none."""
        draft = self.parked.pop(place)
        self.present = replace(draft)
        self._save()
        self.changed.emit()
        return draft

    def swap(self, place: int, draft: Draft) -> Draft:
        """Return a parked draft to the form and park the one that is on it in its stead, however many are parked."""
        taken = self.take_up(place)
        if not draft.empty:
            self.parked.append(draft)
            self._save()
            self.changed.emit()
        return taken

    def _save(self) -> None:
        present = [self.present] if self.present is not None else []
        self._store.write(json.dumps([asdict(draft) for draft in (*self.parked, *self.sent, *present)], ensure_ascii=False))


def _read(text: str) -> list[Draft]:
    """Return the drafts of a stored text; what an older or newer program wrote otherwise is left out."""
    try:
        rows = json.loads(text) if text else []
        return [Draft(**row) for row in rows]
    except (ValueError, TypeError):
        return []

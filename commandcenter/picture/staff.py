"""What controllers and evaluators of an exercise wrote for each other, still sealed, and the exercise's clock."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.entries import Kind, Stamp
from commandcenter.model.ids import Id
from commandcenter.picture.state import State


@dataclass(frozen=True, slots=True)
class StaffNote:
    """One sealed note."""

    id: Id
    sealed: bytes
    stamp: Stamp
    """When and by which device: the order in which notes stand."""


def staff_note(state: State, id_: Id) -> StaffNote | None:
    """Return a note; `None` where its section is withheld, as on players' computers."""
    fields = state.fields(Kind.EXERCISE_NOTE, id_)
    sealed, stamp = fields.value("sealed"), fields.stamp("sealed")
    if not isinstance(sealed, bytes) or stamp is None:
        return None
    return StaffNote(id_, sealed, stamp)

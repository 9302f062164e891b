"""What the people of units are to do, as it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from commandcenter.model.entries import Kind, Section, Stamp
from commandcenter.model.ids import Id
from commandcenter.picture.fields import as_int, as_text
from commandcenter.picture.kept import Kept
from commandcenter.picture.state import State

MEMBERS = "team"
"""The field of a unit that names who is in its crew; personal data."""
NAMES = Section.PII
SERVED_BY = "device:"
"""Beginning of the fields of a unit, followed by a device: `True` while the device stands with the unit. Only the device itself can say so."""


@dataclass(frozen=True, slots=True)
class TaskView:
    """Something that somebody of a crew is to do."""

    id: Id
    unit: Id
    incident: Id | None
    text: str
    member: str | None
    """Empty: the whole crew; `None`: the name is withheld or erased."""
    by: Id
    given_ms: int
    state: str
    """open, done, cancelled."""
    ended_ms: int | None = None

    @property
    def open(self) -> bool:
        """Return whether it is still to be done."""
        return self.state == "open"


class TeamBook:
    """Crews by name, and their tasks."""

    def __init__(self, state: State) -> None:
        """Read this state."""
        self._state = state
        self._tasks = Kept(state, Kind.TASK, task_view, lambda view: (view.given_ms, view.id))
        self.drops: Mapping[str, Callable[[set[Id]], None]] = {Kind.TASK: self._tasks.drop}

    def members(self, unit: Id) -> tuple[str, ...]:
        """Return who is in a unit's crew, in the order that was given."""
        value = self._state.fields(Kind.UNIT, unit).value(MEMBERS)
        return tuple(name for name in value if isinstance(name, str)) if isinstance(value, list | tuple) else ()

    def devices(self, unit: Id) -> tuple[Id, ...]:
        """Return the devices that stand with a unit by their own word."""
        fields = self._state.fields(Kind.UNIT, unit)
        said = fields.starting(SERVED_BY)
        return tuple(Id(device) for device, on in said.items() if on is True and _own_word(fields.stamp(SERVED_BY + device), device))

    def served(self, device: Id) -> tuple[Id, ...]:
        """Return the units that a device stands with: one, or none."""
        return tuple(unit for unit in sorted(self._state.registers.entities(Kind.UNIT)) if device in self.devices(unit))

    def task(self, task_id: Id) -> TaskView | None:
        """Return one task."""
        return self._tasks.get(task_id)

    def tasks(self, unit: Id | None = None) -> tuple[TaskView, ...]:
        """Return tasks, ended ones too, oldest first; of one unit or of all."""
        return tuple(task for task in self._tasks.all() if unit in (None, task.unit))


def _own_word(stamp: Stamp | None, device: str) -> bool:
    return stamp is not None and stamp.device == device


def task_view(state: State, id_: Id) -> TaskView | None:
    """Return a task; `None` before it is known what it is."""
    fields = state.fields(Kind.TASK, id_)
    what = fields.mapping("what")
    if "text" not in what:
        return None
    end = fields.mapping("end")
    incident = as_text(what.get("incident"))
    return TaskView(
        id=id_,
        unit=Id(as_text(what.get("unit"))),
        incident=Id(incident) if incident else None,
        text=as_text(what.get("text")),
        member=fields.maybe_text("member"),
        by=Id(as_text(what.get("by"))),
        given_ms=as_int(what.get("ms")),
        state=as_text(end.get("s")) or "open",
        ended_ms=as_int(end.get("ms")) if end else None,
    )

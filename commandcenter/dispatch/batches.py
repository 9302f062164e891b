"""Which commands of a long list may share one commit: additions that do not look at each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from commandcenter.model.commands import AddDepot, AddFacility, AddStation, AddUnit, Command, MoveStock

MOST = 200
"""Commands in one commit: short enough that others are not kept waiting."""


def batches(commands: Iterable[Command]) -> Iterator[list[Command]]:
    """Yield the commands in order, in groups that give the same result whether committed together or one by one."""
    group: list[Command] = []
    names: set[str] = set()
    for command in commands:
        name = _name(command)
        joins = name is not None and name not in names and type(group[-1]) is type(command) and len(group) < MOST if group else True
        if not joins:
            yield group
            group, names = [], set()
        group.append(command)
        names.add(name or "")
    if group:
        yield group


def _name(command: Command) -> str | None:
    """Return what must not occur twice in a group; `None` for a command that stands alone."""
    match command:
        case AddUnit():
            return command.callsign.strip().casefold()
        case AddStation(station_id=str(entity)) | AddFacility(facility_id=str(entity)) | AddDepot(depot_id=str(entity)):
            return entity
        case MoveStock(move_id=str(entity)) if command.quantity > 0:
            return entity
    return None

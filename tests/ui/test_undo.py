"""Every command of the seat can be taken back; both entries stay in the log."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from commandcenter.model.commands import (
    AcceptRecommendation,
    AddNote,
    AssignUnit,
    ChangeIncident,
    CloseRoad,
    Command,
    MergeIncident,
    MoveStock,
    ReleaseUnit,
    ReopenRoad,
    ReportIncident,
    ReserveStock,
    SendMessage,
    SetIncidentState,
    SetUnitStatus,
)
from commandcenter.model.entries import EntryType
from commandcenter.model.words import IncidentState, UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import IncidentView, UnitView

from .world import HOME, World


def waiting(picture: Picture) -> IncidentView:
    return next(i for i in picture.incidents() if i.open and not i.units)


def manned(picture: Picture) -> IncidentView:
    return next(i for i in picture.incidents() if i.open and i.units)


def free(picture: Picture) -> UnitView:
    return next(u for u in picture.units() if u.status == UnitStatus.AVAILABLE)


def state(picture: Picture) -> object:
    """Return what a dispatcher sees, without the times and the ended assignments."""
    units = [(u.id, u.status, u.incident, u.crew) for u in picture.units()]
    incidents = [(i.id, i.state, i.priority, i.units, i.calls, i.merged_into) for i in picture.incidents()]
    stock = [(d.id, sorted(d.reserved.items()), [(s.item, s.quantity) for s in d.stock]) for d in picture.depots()]
    return units, incidents, stock, [c.id for c in picture.closures() if not c.reopened]


Make = Callable[[Picture], Command]
EXACT: dict[str, Make] = {
    "status": lambda p: SetUnitStatus(free(p).id, UnitStatus.OUT_OF_SERVICE),
    "assign": lambda p: AssignUnit(waiting(p).id, free(p).id),
    "release": lambda p: ReleaseUnit(manned(p).units[0]),
    "accept": lambda p: AcceptRecommendation(waiting(p).id, tuple((u.id, "") for u in p.units() if u.status == UnitStatus.AVAILABLE)[:2]),
    "change": lambda p: ChangeIncident(waiting(p).id, {"priority": 5 if waiting(p).priority != 5 else 4}),
    "state": lambda p: SetIncidentState(waiting(p).id, IncidentState.CANCELLED),
    "merge": lambda p: MergeIncident(waiting(p).id, manned(p).id),
    "close road": lambda p: CloseRoad((HOME,)),
    "stock": lambda p: MoveStock(p.depots()[0].id, p.depots()[0].stock[0].item, 3, p.depots()[0].stock[0].unit),
    "reserve": lambda p: ReserveStock(p.depots()[0].id, p.depots()[0].stock[0].item, 1, waiting(p).id),
}


@pytest.mark.parametrize("name", EXACT)
def test_everything_is_as_before(busy: World, name: str) -> None:
    window, picture = busy.window, busy.desk.picture
    assert window is not None
    before, count = state(picture), picture.count()
    busy.run(window.seat.submit(EXACT[name](picture)))
    done = picture.count()
    assert state(picture) != before
    busy.run(window.seat.take_back())
    assert state(picture) == before
    assert picture.count() > done > count


def test_an_open_road_is_closed_again(busy: World) -> None:
    window, picture = busy.window, busy.desk.picture
    assert window is not None
    busy.run(window.seat.submit(CloseRoad((HOME,))))
    closure = picture.closures()[0].id
    busy.run(window.seat.submit(ReopenRoad(closure)))
    busy.run(window.seat.take_back())
    assert picture.closure(closure).reopened is False  # type: ignore[union-attr] # it is there


def test_a_reported_incident_is_cancelled(busy: World) -> None:
    window, picture = busy.window, busy.desk.picture
    assert window is not None
    known = {i.id for i in picture.incidents()}
    busy.run(window.seat.submit(ReportIncident("fire.structure", HOME, "Mill Lane 1", caller_name="Jo")))
    busy.run(window.seat.take_back())
    assert [i.state for i in picture.incidents() if i.id not in known] == [IncidentState.CANCELLED]


def test_what_was_said_is_withdrawn(busy: World) -> None:
    window, picture = busy.window, busy.desk.picture
    assert window is not None
    incident, unit = manned(picture).id, manned(picture).units[0]
    for command, entry in (
        (SendMessage("turn back", incident, unit), EntryType.MESSAGE_SENT),
        (AddNote("power cut", incident), EntryType.NOTE_ADDED),
    ):
        busy.run(window.seat.submit(command))
        busy.run(window.seat.take_back())
        newest = picture.lines(1)[0]
        assert (newest.type, newest.summary["text"], newest.incident) == (entry, f"Withdrawn: {command.text}", incident)

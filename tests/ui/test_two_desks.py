"""Two desks with their windows, joined over the loopback network: they disagree while apart, both are alarmed, one settles it for both."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.app.home import Home
from commandcenter.app.joining import join_operation
from commandcenter.app.sync_link import SyncLink
from commandcenter.dispatch.desk import Desk
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.commands import AnswerAlarm, AssignUnit, ChangeIncident, Command, ReportIncident, SetUnitStatus, SignIn
from commandcenter.model.entries import EntryType, Key, Kind
from commandcenter.model.ids import Id, counting_ids
from commandcenter.model.words import UnitStatus
from commandcenter.picture.incidents import AUTOMATIC
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.policy import Automatic
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.connection.port import Choice
from commandcenter.ui.data.window import DataWindow
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.ports import MemorySettings, Services
from commandcenter.ui.theme.look import Look

from .world import ACTOR, ELSEWHERE, HOME, GridRoads, NoTracks, PlainMap, StreetGazetteer, World, populate, street_at


@dataclass
class Place:
    """A desk with its window and its link."""

    desk: Desk
    window: MainWindow
    link: SyncLink
    writer: ThreadPoolExecutor

    def kinds(self) -> set[AlarmKind]:
        return {alarm.kind for alarm in self.window.watch.alarms}


class Pair:
    """Anna's desk, where the operation began, and Ben's, which joined it."""

    def __init__(self, world: World, folder: Path) -> None:
        self.world, self._folder = world, folder
        self.places: list[Place] = []

    def open(self, desk: Desk, log: MemoryLog, writer: ThreadPoolExecutor, name: str, actor: Id, code: str = "", at: str = "") -> Place:
        home = Home.open(self._folder / name)
        (self._folder / name / "keys").mkdir()
        if code:
            join_operation(home, code, "town")
        session: Any = SimpleNamespace(desk=desk, log=log, writer=writer, pack=SimpleNamespace(name="town"))

        async def begin() -> SyncLink:
            link = SyncLink(session, home, Choice(lan=True, typed=(at,) if at else ()), retry_s=0.05)
            link.start()
            return link

        link = self.world.run(begin())
        look, language = Look(), Language()
        look.apply()
        standing = Standing("Heidelberg", "Day shift", name, "Dispatcher", exercise=True)
        services = Services(sync=link)
        window = MainWindow(
            desk, PlainMap(), MemorySettings(), look=look, language=language, standing=standing, actor=actor, home=HOME, services=services
        )
        window.open()
        self.places.append(Place(desk, window, link, writer))
        return self.places[-1]

    def apart(self, *commands: tuple[Place, Command]) -> None:
        """Let desks act while no word goes between them."""
        for place in self.places:
            place.link.client.set_lan(None)
            self.world.wait_for(lambda place=place: str(place.link.links().sentence) == "Local only", 60)
        for place, command in commands:
            self.world.run(place.desk.submit(command))

    def together(self) -> None:
        ann, ben = self.places
        ann.link.client.set_lan(ann.link._lan(ann.link.choice))
        self.world.wait_for(lambda: ann.link.links().listening, 60)
        ben.link.client.set_lan(ben.link._lan(replace(ben.link.choice, typed=ann.link.links().listening)))
        self.in_step()

    def in_step(self) -> None:
        ann, ben = self.places
        self.world.wait_for(lambda: ann.desk.picture.digest() == ben.desk.picture.digest(), 60)
        said = [place.window.header.sync for place in self.places]
        self.world.wait_for(lambda: {pill.text() for pill in said} == {"In step with 1 desk"}, 60)

    def close(self) -> None:
        for place in self.places:
            self.world.run(place.link.stop())
            place.window.close()
            place.window.deleteLater()
            self.world.run(place.desk.close())
        self.places[-1].writer.shutdown()
        self.world.settle()


@pytest.fixture
def pair(world: World, tmp_path: Path, lan_on_loopback: None) -> Iterator[Pair]:
    world.run(populate(world.desk, world.clock, units=8, incidents=4))
    made = Pair(world, tmp_path)
    ann = made.open(world.desk, world.log, world.writer, "ann", ACTOR)
    world.wait_for(lambda: ann.link.links().listening, 60)
    log = MemoryLog(world.log.operation, DeviceKey(bytes([5]) * 32), world.clock)
    writer = ThreadPoolExecutor(1)
    desk = Desk(
        log,
        Picture(log.operation),
        clock=world.clock,
        new_id=counting_ids(9),
        actor=ELSEWHERE,
        catalogue=default_catalogue(),
        roads=GridRoads(),
        gazetteer=StreetGazetteer(),
        tracks=NoTracks(),
        writer=writer,
    )
    world.run(desk.submit(SignIn(ELSEWHERE, "Ben Stone", "Dispatcher")))
    made.open(desk, log, writer, "ben", ELSEWHERE, ann.link.code(), ann.link.links().listening[0])
    made.in_step()
    yield made
    made.close()


def free_unit(desk: Desk) -> Id:
    return next(unit.id for unit in desk.picture.units() if unit.status == UnitStatus.AVAILABLE)


def test_a_unit_that_both_sent_alarms_both_and_one_settles_it_for_both(pair: Pair) -> None:
    ann, ben = pair.places
    unit = free_unit(ann.desk)
    first, second = [incident.id for incident in ann.desk.picture.incidents() if incident.open][:2]
    pair.apart((ann, AssignUnit(first, unit)), (ben, AssignUnit(second, unit)))
    assert all(AlarmKind.DOUBLE_BOOKED not in place.kinds() for place in pair.places)
    pair.together()
    for place in pair.places:
        pair.world.wait_for(lambda place=place: AlarmKind.DOUBLE_BOOKED in place.kinds(), 60)
        callsign = place.desk.picture.unit(unit).callsign  # type: ignore[union-attr] # it is there
        assert callsign in place.window.header.alarms.toolTip()
        assert place.window.header.alarms.isEnabled()
        tile = next(view for view in place.desk.picture.units() if view.id == unit)
        assert "assignment" in tile.conflicts
    (conflict,) = [found for found in ben.desk.picture.conflicts() if found.key.field == "assignment"]
    assert {author for _, author, _, _ in conflict.values} == {ACTOR, ELSEWHERE}
    ben.window.focus_panel("conflicts")
    ben.window.conflicts.choices[0].click()  # type: ignore[attr-defined] # a button
    for place in pair.places:
        pair.world.wait_for(lambda place=place: AlarmKind.DOUBLE_BOOKED not in place.kinds(), 60)
    pair.in_step()
    assert ann.desk.picture.unit(unit) == ben.desk.picture.unit(unit)
    (settled,) = [line for line in ann.desk.picture.lines(50) if line.type == EntryType.CONFLICT_RESOLVED]
    assert settled.actor == ELSEWHERE


def test_a_later_clock_settles_nothing_in_silence(pair: Pair) -> None:
    ann, ben = pair.places
    incident = next(one.id for one in ann.desk.picture.incidents() if one.open)
    was = ann.desk.picture.incident(incident).priority  # type: ignore[union-attr] # it is there
    theirs, ours = [priority for priority in (1, 2, 3, 4) if priority != was][:2]
    pair.apart((ann, ChangeIncident(incident, {"priority": ours})))
    pair.world.clock.advance(6 * 3600)
    pair.world.run(ben.desk.submit(ChangeIncident(incident, {"priority": theirs})))
    pair.together()
    for place in pair.places:
        view = place.desk.picture.incident(incident)
        assert view is not None
        assert view.conflicts == ("priority",)
        assert place.window.queue.rows.item(place.window.queue.rows.row_of(incident)).conflicts == ("priority",)
        (conflict,) = place.desk.picture.conflicts()
        assert {value for _, _, _, value in conflict.values} == {ours, theirs}
        pair.world.wait_for(lambda place=place: AlarmKind.DISAGREEMENT in place.kinds(), 60)


def test_acts_on_different_things_do_not_disagree(pair: Pair) -> None:
    ann, ben = pair.places
    unit = free_unit(ann.desk)
    pair.apart(
        (ann, SetUnitStatus(unit, UnitStatus.OUT_OF_SERVICE)), (ben, ChangeIncident(ben.desk.picture.incidents()[0].id, {"text": "seen by Ben"}))
    )
    pair.together()
    assert ann.desk.picture.conflicts() == ben.desk.picture.conflicts() == ()
    assert ben.desk.picture.unit(unit).status == UnitStatus.OUT_OF_SERVICE  # type: ignore[union-attr] # it is there


def typed(place: Place, line: str) -> None:
    """Type a line into a desk's command line and press Enter."""
    QTest.keyClicks(place.window.command_bar, line)
    QTest.keyClick(place.window.command_bar, Qt.Key.Key_Return)


def test_divided_stock_is_promised_apart_by_both_and_never_twice(pair: Pair) -> None:
    ann, ben = pair.places
    depot = ann.desk.picture.depots()[0]
    free = depot.free("blanket")
    first, second = [incident for incident in ann.desk.picture.incidents() if incident.open][:2]
    ann.window.seat.window_wanted.emit("data")
    data = ann.window.beside.open_windows["data"]
    assert isinstance(data, DataWindow)
    data.tabs.setCurrentWidget(data.shares)
    data.shares.table.choose((depot.id, "blanket"))
    data.shares.divide.click()
    pair.world.wait_for(lambda: set(ann.desk.picture.shares(depot.id, "blanket").values()) == {free // 2})
    data.close()
    pair.in_step()
    pair.apart()
    half = free // 2
    for place, incident in ((ann, first), (ben, second)):
        typed(place, f"stock {half} blanket from Central for {incident.number}")
        pair.world.wait_for(lambda place=place: [t.goods for t in place.desk.picture.supplies.transfers()] == [{"blanket": half}])
        typed(place, f"stock 1 blanket from Central for {incident.number}")
        pair.world.wait_for(lambda place=place: "0 of blanket at Central depot left in its share" in place.window.strip.text.text())
    pair.together()
    for place in pair.places:
        assert place.desk.picture.conflicts() == ()
        view = place.desk.picture.depot(depot.id)
        assert view is not None and view.free("blanket") == free - 2 * half
        assert [t.goods for t in place.desk.picture.supplies.transfers()] == [{"blanket": half}] * 2


def test_an_alarm_nobody_deals_with_calls_the_desk_of_that_role_and_the_others_see_it(pair: Pair) -> None:
    ann, ben = pair.places
    pair.world.run(ben.desk.submit(SignIn(ELSEWHERE, "Ben Stone", "Supervisor")))
    command = ReportIncident("medical.cardiac_arrest", HOME, "Castle Hill 3", 1)
    incident = pair.world.run(ann.desk.submit(command)).created[-1]
    pair.in_step()
    pair.world.clock.advance(200)
    for place in pair.places:
        pair.world.wait_for(lambda place=place: any(a.incident == incident and a.escalated_to for a in place.window.watch.alarms), 60)
    alarm = next(one for one in ben.window.watch.alarms if one.incident == incident)
    for place, words in ((ann, "escalated to Supervisor"), (ben, "you are called as Supervisor")):
        assert words in place.window.panels.alarms.rows.standing(alarm)
    assert ann.window.watch.called == [] and not ann.window.called.isVisible()
    assert alarm in ben.window.watch.called and ben.window.called.isVisible()
    assert "Supervisor called" in ben.window.called.pill.accessibleName()
    pair.world.run(ann.desk.submit(AnswerAlarm(alarm.id, "E1 goes")))
    pair.world.wait_for(lambda: all(one.incident != incident for one in ben.window.watch.called), 60)


def sent_by(place: Place, incident: Id) -> list[Id]:
    """Return the devices that sent to an incident by themselves, as a desk's log has it."""
    picture = place.desk.picture
    entries = [picture.entry(head) for head in picture.heads(Key(Kind.INCIDENT, incident, AUTOMATIC))]
    return [entry.device for entry in entries if entry is not None and entry.about.get("policy")]


def test_of_two_connected_desks_only_the_one_that_reported_sends_by_itself(pair: Pair) -> None:
    ann, ben = pair.places
    kind, after_s = "fire.rubbish", 10
    for place in pair.places:
        policy = replace(place.desk.catalogue.policy, automatic=Automatic({kind: after_s}, True))
        place.desk.catalogue = replace(place.desk.catalogue, policy=policy)
    for sender, other, at in ((ann, ben, street_at(9, 30)), (ben, ann, street_at(2, 20))):
        incident = pair.world.run(sender.desk.submit(ReportIncident(kind, at, "Mill Lane 3"))).created[0]
        pair.in_step()
        for place in pair.places:
            place.window.automatic.look()
            assert [one.mine for one in place.window.automatic.counting if one.incident == incident] == [place is sender]
        for _ in range(after_s):
            pair.world.clock.advance(1)
            other.window.automatic.look()
            sender.window.automatic.look()
        other.window.automatic.look()
        for place in pair.places:
            pair.world.wait_for(lambda place=place, incident=incident: bool(sent_by(place, incident)), 60)
        pair.in_step()
        for place in pair.places:
            assert sent_by(place, incident) == [sender.desk.device]
            assert [one.incident for one in place.desk.picture.decisions()].count(incident) == 1
            assert place.desk.picture.conflicts() == ()

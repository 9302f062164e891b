from __future__ import annotations

from datetime import datetime

import pytest

from commandcenter.model.commands import EnterLate, ReadBackOrder, SendMessage, SetUnitStatus
from commandcenter.model.ids import Id
from commandcenter.model.words import IncidentState, LonLat, OrderState, UnitStatus
from commandcenter.picture.groups import GroupView
from commandcenter.picture.orders import OrderAnswer, OrderView
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.command_line.completion import complete
from commandcenter.ui.command_line.grammar import read
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.command_line.late import moment_of

NOW = round(1000 * datetime(2026, 5, 1, 14, 10).astimezone().timestamp())


def unit(callsign: str, kind: str) -> UnitView:
    return UnitView(Id(callsign), callsign, kind, {"pump": 1}, 6, None, "engine", LonLat(8.0, 49.0), UnitStatus.AVAILABLE, 0)


def known() -> Known:
    incident = IncidentView(Id("i42"), "42", "fire.structure", IncidentState.REPORTED, 1, 1, 1, LonLat(8.0, 49.0), "12 Mill Lane", "", "", 0, {})
    order = OrderView(Id("o"), "Open the roof", None, Id("x"), 0, False, {Id("E1"): OrderAnswer(OrderState.SENT, 0)})
    groups = (
        GroupView(Id("g1"), "north", kinds=frozenset({"ambulance"})),
        GroupView(Id("g2"), "north sector", units=frozenset({Id("E1")})),
        GroupView(Id("g3"), "boats", kinds=frozenset({"boat"})),
    )
    units = (unit("E1", "engine"), unit("M1", "ambulance"), unit("M2", "ambulance"))
    return Known.of(units, [incident], [], {}, orders=(order,), now_ms=NOW, catalogue=default_catalogue(), groups=groups)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("msg E1 turn back", SendMessage("turn back", None, Id("E1"))),
        ("msg E1 M1 turn back", SendMessage("turn back", None, Id("E1"), (Id("M1"),))),
        ("msg 42 wind turns", SendMessage("wind turns", Id("i42"))),
        ("msg north refuel", SendMessage("refuel", group_id=Id("g1"))),
        ("msg North Sector refuel", SendMessage("refuel", group_id=Id("g2"))),
        ("msg all come in", SendMessage("come in", everybody=True)),
        ("消息 全体 集合", SendMessage("集合", everybody=True)),
        ("back E1 tango kilo", ReadBackOrder(Id("o"), "tango kilo", (Id("E1"),))),
        ("late 14:05 E1 os", EnterLate(SetUnitStatus(Id("E1"), UnitStatus.ON_SCENE, ""), NOW - 300_000)),
    ],
)
def test_lines_are_understood(line: str, command: object) -> None:
    assert read(line, known()).commands == (command,)


def test_a_group_says_who_gets_it_before_enter() -> None:
    assert str(read("msg north refuel", known()).says) == "Message to north (M1, M2): refuel"


def test_a_template_is_filled_in_from_its_subject() -> None:
    (command,) = read("msg 42 =arrive", known()).commands
    assert isinstance(command, SendMessage) and command.text.startswith("42 Structure fire, 12 Mill Lane: report")
    (command,) = read("msg E1 =recall", known()).commands
    assert isinstance(command, SendMessage) and command.text.startswith("E1: break off")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("msg", "To whom?"),
        ("msg nobody hello", "There is no unit, group or incident nobody"),
        ("msg boats launch", "Nobody belongs to the group boats now"),
        ("msg E1 =arrive", "The template Report on arrival needs an incident."),
        ("msg 42 =recall", "The template Come back needs a unit."),
        ("msg 42 =nothing", "Which template? arrive"),
        ("late noon E1 os", "noon is no time"),
        ("late 14:05 timer 5 x", "cannot be entered late"),
        ("late 14:05", "What happened at 14:05?"),
        ("back E1", "Which check word"),
        ("back M1 tango", "No order went to M1"),
    ],
)
def test_what_is_missing_or_wrong_is_said(line: str, says: str) -> None:
    reading = read(line, known())
    assert not reading.ready and says in str(reading.says)


def test_times_are_the_last_ones_that_were() -> None:
    assert moment_of("14:05", NOW) == NOW - 300_000
    assert moment_of("1405", NOW) == NOW - 300_000
    assert moment_of("14:15", NOW) == NOW - 23 * 3_600_000 - 55 * 60_000
    assert moment_of("2026-04-30T14:10", NOW) == NOW - 86_400_000
    assert moment_of("2026-02-30T14:10", NOW) is None and moment_of("25:00", NOW) is None


def test_groups_and_templates_are_offered() -> None:
    assert [offer.label for offer in complete("msg nor", known())] == ["north", "north sector"]
    assert "msg E1 =recall" in [offer.line for offer in complete("msg E1 =re", known())]

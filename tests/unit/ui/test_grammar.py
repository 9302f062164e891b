"""The command line's grammar, without a window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commandcenter.dispatch.duplicates import Duplicate
from commandcenter.model.commands import (
    AddNote,
    AnswerAlarm,
    AnswerOrder,
    AnswerRollCall,
    AnswerTransfer,
    AskCallback,
    AskTransfer,
    AssignUnit,
    ChangeIncident,
    ChangeUnit,
    Command,
    DeclareMayday,
    DrawSketch,
    EndMayday,
    EndRollCall,
    EndTimer,
    IssueStock,
    KeepApart,
    LinkCall,
    MergeIncident,
    MovePlacement,
    NoteCallback,
    ReleaseUnit,
    ReopenRoad,
    ReportCapacity,
    ReportContact,
    ReportIncident,
    ReservePlaces,
    SendMessage,
    SendOrder,
    SetIncidentState,
    SetTimer,
    SetUnitStatus,
    StartRollCall,
    TakeCall,
    Undo,
    WithdrawOrder,
)
from commandcenter.model.drawings import SketchKind
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import CallbackState, IncidentState, OrderState, UnitStatus
from commandcenter.ui.command_line.grammar import read
from commandcenter.ui.command_line.known import WindowWords
from commandcenter.ui.command_line.reading import Act
from commandcenter.ui.command_line.verbs import BY_WORD, STATUS_CODES, STATUS_WORDS, USAGES

from .known_words import AT, CALLED, KNOWN, LOOKUPS, incident


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        ("new fire 12 Mill Lane", (ReportIncident("fire.structure", AT, "Mill Lane 12"),)),
        ("/new vehicle fire 12 Mill Lane !2 ; smoke; much of it", (ReportIncident("fire.vehicle", AT, "Mill Lane 12", 2, "smoke; much of it"),)),
        ("新建 心脏骤停 12 Mill Lane", (ReportIncident("medical.cardiac", AT, "Mill Lane 12"),)),
        ("stock 20 blanket from Central", (IssueStock(Id("d1"), "blanket", 20),)),
        (
            "stock 20 blanket, 2 kit_light from central depot for 42",
            (AskTransfer(Id("d1"), {"blanket": 20, "kit_light": 2}, incident_id=Id("i42"), agreed=True),),
        ),
        ("物资 20 毛毯 自 中心仓库 给 North", (AskTransfer(Id("d1"), {"blanket": 20}, Id("d2"), agreed=True),)),
        ("hosp 12/20 emergency st. mary", (ReportCapacity(Id("f1"), "emergency", 20, 12),)),
        ("order E1 e2 !open the roof", (SendOrder("open the roof", (Id("E1"), Id("E2")), None, True),)),
        ("order M3 wait", (SendOrder("wait", (Id("M3"),), Id("i42")),)),
        ("命令 E1 待命", (SendOrder("待命", (Id("E1"),)),)),
        ("ack E1 ok", (AnswerOrder(Id("o1"), Id("E1"), OrderState.ACCEPTED),)),
        ("ack E1 no too steep", (AnswerOrder(Id("o1"), Id("E1"), OrderState.REFUSED, "too steep"),)),
        ("mayday E1 floor collapsed", (DeclareMayday(Id("E1"), "floor collapsed"),)),
        ("mayday E1 end all out", (EndMayday(Id("E1"), "all out"),)),
        ("contact E1 M3 all well", (ReportContact(Id("E1"), "all well"), ReportContact(Id("M3"), "all well"))),
        ("par 42", (StartRollCall(Id("i42")),)),
        ("par 43 end all out", (EndRollCall(Id("r1"), "all out"),)),
        ("par E2 3", (AnswerRollCall(Id("r1"), Id("E2"), 3),)),
        ("timer 10 check the wind", (SetTimer("check the wind", 601_000),)),
        ("timer end WIND", (EndTimer(Id("t1")),)),
        ("计时 结束 relief", (EndTimer(Id("t2")),)),
        ("计时 5 #42 风向", (SetTimer("风向", 301_000, Id("i42")),)),
        ("grade 42 2", (ChangeIncident(Id("i42"), {"grade": 2}),)),
        ("等级 42 1", (ChangeIncident(Id("i42"), {"grade": 1}),)),
        ("level 42 3", (ChangeIncident(Id("i42"), {"alarm_level": 3}),)),
        ("type 42 vehicle fire", (ChangeIncident(Id("i42"), {"type": "fire.vehicle"}),)),
        ("name 42 Castle fire", (ChangeIncident(Id("i42"), {"name": "Castle fire"}),)),
        ("apart 43 42", (KeepApart(Id("i43"), Id("i42")),)),
        ("split 40", (Undo(EntryId(b"m")),)),
        ("join 42 caller sees smoke", (TakeCall("fire.structure", AT, "Castle Hill 3", text="caller sees smoke", incident_id=Id("i42")),)),
        ("hand", (AnswerAlarm(Id("a1")),)),
        ("hand E1 we ring them", (AnswerAlarm(Id("a2"), "we ring them"),)),
        ("接手 42", (AnswerAlarm(Id("a1")),)),
        ("withdraw E1 wind turned", (WithdrawOrder(Id("o1"), "wind turned"),)),
        ("settle 42 2", (Undo(EntryId(b"b")),)),
        ("settle 1", (Undo(EntryId(b"a")),)),
        ("裁定 42 问", (AddNote("What is right?"),)),
        ("ask 20 blanket from Central for 42", (AskTransfer(Id("d1"), {"blanket": 20}, incident_id=Id("i42")),)),
        ("transfer 42 yes", (AnswerTransfer(Id("tr1"), accepted=True),)),
        ("调拨 42 拒绝 用完", (AnswerTransfer(Id("tr1"), accepted=False, reason="用完"),)),
        ("keep 2 emergency st. mary for 42", (ReservePlaces(Id("f1"), "emergency", 2, Id("i42")),)),
        ("keep 1 emergency St. Mary for M3 tag 7", (ReservePlaces(Id("f1"), "emergency", 1, Id("i42"), Id("M3"), "tag 7"),)),
        ("placed E1 arrived", (MovePlacement(Id("p1"), "arrived"),)),
        ("d 42 e1, M3", (AssignUnit(Id("i42"), Id("E1")), AssignUnit(Id("i42"), Id("M3")))),
        ("E1 42", (AssignUnit(Id("i42"), Id("E1")),)),
        ("E1 os", (SetUnitStatus(Id("E1"), UnitStatus.ON_SCENE),)),
        (
            "e1 e2 oos pump broken",
            (SetUnitStatus(Id("E1"), UnitStatus.OUT_OF_SERVICE, "pump broken"), SetUnitStatus(Id("E2"), UnitStatus.OUT_OF_SERVICE, "pump broken")),
        ),
        ("E1 到场", (SetUnitStatus(Id("E1"), UnitStatus.ON_SCENE),)),
        ("rel E1 M3", (ReleaseUnit(Id("E1")), ReleaseUnit(Id("M3")))),
        ("crew E1 M3", (ChangeUnit(Id("E1"), {"shared_crew": "E1+M3"}), ChangeUnit(Id("M3"), {"shared_crew": "E1+M3"}))),
        ("crew E1", (ChangeUnit(Id("E1"), {"shared_crew": ""}),)),
        ("close 42 false alarm", (SetIncidentState(Id("i42"), IncidentState.CLOSED, "false alarm"),)),
        ("cancel #42", (SetIncidentState(Id("i42"), IncidentState.CANCELLED, ""),)),
        ("control 42", (SetIncidentState(Id("i42"), IncidentState.UNDER_CONTROL, ""),)),
        ("reopen 41", (SetIncidentState(Id("i41"), IncidentState.REPORTED, ""),)),
        ("merge 43 into 42", (MergeIncident(Id("i43"), Id("i42")),)),
        ("pri 42 3", (ChangeIncident(Id("i42"), {"priority": 3}),)),
        ("msg E1 turn back", (SendMessage("turn back", None, Id("E1")),)),
        ("msg M3 turn back", (SendMessage("turn back", Id("i42"), Id("M3")),)),
        ("msg 42 gas is off", (SendMessage("gas is off", Id("i42")),)),
        ("note power cut", (AddNote("power cut"),)),
        ("note #42 roof gone", (AddNote("roof gone", Id("i42")),)),
    ],
)
def test_a_line_becomes_commands(line: str, commands: tuple[Command, ...]) -> None:
    reading = read(line, KNOWN)
    assert reading.commands == commands
    assert reading.ready
    assert str(reading.says)


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("d 42", Act.RECOMMEND),
        ("rec 42", Act.RECOMMEND),
        ("42", Act.SHOW_INCIDENT),
        ("show E1", Act.SHOW_UNIT),
        ("E1", Act.SHOW_UNIT),
        ("go 12 Mill Lane", Act.GO),
        ("12 Mill Lane", Act.GO),
        ("closure line burst main", Act.DRAW),
        ("closure Mill ; burst main", Act.STREET),
        ("封路 Mill 从 A 到 B", Act.STREET),
        ("open statistics", Act.DO),
        ("打开 统计", Act.DO),
        ("do full", Act.DO),
        ("hide log", Act.HIDE),
        ("layer coverage", Act.LAYER),
        ("layer natural disasters off", Act.LAYER),
        ("reach E1", Act.REACH),
        ("reach engine 12 Mill Lane", Act.REACH),
        ("reach off", Act.REACH),
        ("around 500 12 Mill Lane", Act.AROUND),
        ("copy 12 Mill Lane", Act.COPY),
        ("copy mgrs 12 Mill Lane", Act.COPY),
        ("print map", Act.PRINT),
        ("undo", Act.UNDO),
        ("?", Act.HELP),
    ],
)
def test_a_line_without_a_command_still_does_something(line: str, act: Act) -> None:
    reading = read(line, KNOWN)
    assert reading.act == act
    assert reading.commands == ()


@pytest.mark.parametrize(
    "line",
    [
        "d 99 E1",
        "d 42 E9",
        "close 99",
        "E1 dancing",
        "merge 42 into 42",
        "merge 42 into 99",
        "reopen 42",
        "pri 42 7",
        "msg X9 hello",
        "new picnic here",
        "go nowhere",
        "closure nowhere",
        "show 99",
        "ack E2 ok",
        "ack X9 ok",
        "mayday X9",
        "par 99",
        "par 43",
        "par 42 end",
        "par M3 2",
        "open sesame",
        "hide nothing",
        "layer cake on",
        "reach X9",
        "reach submarine 12 Mill Lane",
        "around far 12 Mill Lane",
        "around 0 12 Mill Lane",
        "hazard 900000 12 Mill Lane",
        "copy nowhere",
        "closure end Moon bridge",
        "timer end foam",
        "timer end old",
    ],
)
def test_what_cannot_be_done_is_said_before_enter(line: str) -> None:
    reading = read(line, KNOWN)
    assert reading.wrong
    assert not reading.ready


HALF_DUTY = [
    "order",
    "order E1",
    "ack",
    "ack E1",
    "ack E1 no",
    "mayday",
    "mayday E1 end",
    "contact",
    "par",
    "par E2",
    "timer",
    "timer 0 x",
    "timer 5",
    "timer end",
    "open",
    "hide",
    "layer",
    "layer on",
    "reach",
    "around",
    "around 500",
    "hazard 20",
    "copy",
    "copy mgrs",
    "closure end",
]


@pytest.mark.parametrize(
    "line", ["", "new", "new fire", "d", "close", "merge 43", "msg E1", "msg", "note", "go", "rel", "pri 42", "closure", "show", *HALF_DUTY]
)
def test_half_a_line_asks_for_the_rest(line: str) -> None:
    reading = read(line, KNOWN)
    assert not reading.ready
    assert not reading.wrong


def test_hazards_and_open_roads_are_entries() -> None:
    assert read("hazard 200 12 Mill Lane ; gas", KNOWN).commands == (DrawSketch(SketchKind.HAZARD, (AT,), "gas", "other", 200.0, None, None),)
    assert read("closure end old", KNOWN).commands == (ReopenRoad(Id("c1")),)


def test_a_street_is_closed_by_its_name_with_part_and_reason() -> None:
    reading = read("closure Mill from Castle Hill to Harbour Road ; burst main", KNOWN)
    assert (reading.detail, reading.reason) == ("Mill Street from Castle Hill to Harbour Road", "burst main")
    assert not reading.commands and "Mill Street" in str(reading.says)
    assert read("closure Unheard Of Street", KNOWN).asks == "Unheard Of Street"
    assert read("closure 12 Mill Lane", KNOWN).wrong


def test_all_pieces_of_a_street_open_again_together() -> None:
    piece = KNOWN.closures[0]
    known = replace(KNOWN, closures=(piece, replace(piece, id=Id("c2")), replace(piece, id=Id("c3"), name="Old bridge north")))
    assert read("closure end Old bridge", known).commands == (ReopenRoad(Id("c1")), ReopenRoad(Id("c2")))


def test_without_a_window_nothing_of_it_can_be_named() -> None:
    assert read("open statistics", replace(KNOWN, window=WindowWords())).wrong


def test_an_unknown_address_is_asked_of_the_gazetteer_first() -> None:
    assert read("new fire Harbour Road 5 !2", KNOWN).asks == "Harbour Road 5"
    assert read("go Harbour", KNOWN).asks == "Harbour"


def test_words_are_unambiguous() -> None:
    assert len(BY_WORD) == sum(len(usage.words) for usage in USAGES)
    assert set(STATUS_CODES.values()) <= set(STATUS_WORDS)


def test_every_example_in_the_help_is_understood() -> None:
    examples = [usage.example for usage in USAGES if usage.verb.value not in ("reopen", "new", "go", "split", "link")]
    assert [line for line in examples if read(line, KNOWN).wrong] == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("stock 20 unicorns from Central", "no item “unicorns”"),
        ("stock 20 blanket from Nowhere", "Nothing here is called “Nowhere”"),
        ("stock blanket from Central", "no quantity and item"),
        ("stock 20 blanket from Central for Atlantis", "Nothing here is called “Atlantis”"),
        ("hosp 12/20 hammock St. Mary", "hammock"),
        ("hosp 12/20 emergency Elsewhere", "Nothing here"),
        ("hosp 99", "no unit or incident 99"),
        ("search 99", "no incident 99"),
    ],
)
def test_wrong_lines_about_goods_and_places_say_why(line: str, says: str) -> None:
    reading = read(line, KNOWN)
    assert reading.wrong and says in str(reading.says)


@pytest.mark.parametrize(
    ("line", "window", "subject"), [("stock", "supplies", None), ("医院 E1", "facilities", "E1"), ("search 42", "search", "i42")]
)
def test_a_line_opens_a_window(line: str, window: str, subject: str | None) -> None:
    reading = read(line, KNOWN)
    assert (reading.act, reading.detail, reading.subject) == (Act.WINDOW, window, subject)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("grade 42 5", "Which grade, 1 to 4"),
        ("type 42 unicorn", "no kind of incident"),
        ("apart 43 99", "no incident 99"),
        ("split 43", "was not marked as a duplicate"),
        ("hand 43", "No alarm of 43"),
        ("withdraw E2 why", "No order to E2"),
        ("settle 42 both", "only one of the values"),
        ("settle 43 1", "No desk disagrees"),
        ("ask 20 unicorns from Central for 42", "no item"),
        ("transfer 43 yes", "No goods go to 43"),
        ("transfer 42 got Anna", "is asked for"),
        ("keep 2 hammock St. Mary for 42", "hammock"),
        ("placed E2 arrived", "No places of E2"),
        ("print log 42", "not about one incident"),
        ("resume 7", "There are 1 parked calls"),
    ],
)
def test_wrong_lines_say_why(line: str, says: str) -> None:
    reading = read(line, KNOWN)
    assert reading.wrong and says in str(reading.says)


def test_a_report_that_may_be_known_already_says_so_and_can_join_it() -> None:
    older = incident("42")
    known = replace(KNOWN, lookups=replace(LOOKUPS, same=lambda _report: Duplicate(older, older, 0.9, say("80 m away"))))
    reading = read("new fire 12 Mill Lane ; smoke", known)
    assert isinstance(reading.commands[0], ReportIncident)
    assert "Perhaps the same as 42" in str(reading.warns) and "80 m away" in str(reading.warns)
    assert reading.instead is not None
    call = TakeCall("fire.structure", AT, "Mill Lane 12", text="smoke", incident_id=Id("i42"))
    assert (reading.instead.commands, reading.instead.act, reading.instead.subject) == ((call,), Act.SHOW_INCIDENT, Id("i42"))


@pytest.mark.parametrize(
    ("line", "commands"),
    [
        (
            "callback 0151 5550123 ; line dropped",
            (AskCallback("line dropped", call=TakeCall("", None, "", caller_phone="0151 5550123", text="line dropped")),),
        ),
        ("callback 42 promised", (AskCallback("promised", Id("k2")),)),
        ("callback reached", (NoteCallback(Id("k1"), CallbackState.REACHED),)),
        ("callback 5550123 tried", (NoteCallback(Id("k1"), CallbackState.TRIED),)),
        ("link 5550123 to 42", (LinkCall(Id("k1"), Id("i42")),)),
        ("回拨 43 放弃 空号", (NoteCallback(Id("k1"), CallbackState.GIVEN_UP, "空号"),)),
    ],
)
def test_callers_are_rung_back_by_line_and_the_line_is_not_kept(line: str, commands: tuple[Command, ...]) -> None:
    reading = read(line, CALLED)
    assert (reading.commands, reading.private) == (commands, True), reading.says


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("callback nobody", "no telephone number"),
        ("callback 43 please", "left a number"),
        ("callback 999999 tried", "Nobody like that"),
        ("link 999999 42", "No call came"),
        ("link 5550123 99", "no incident 99"),
    ],
)
def test_a_caller_who_cannot_be_rung_back_is_refused(line: str, says: str) -> None:
    reading = read(line, CALLED)
    assert reading.wrong and says in str(reading.says)

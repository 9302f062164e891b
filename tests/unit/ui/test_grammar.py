"""The command line's grammar, completion and history, without a window."""

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
from commandcenter.model.entries import EntryId, Key, Kind
from commandcenter.model.ids import Id
from commandcenter.model.ports import Place
from commandcenter.model.sentences import say
from commandcenter.model.words import CallbackState, IncidentState, LonLat, OrderState, UnitStatus
from commandcenter.monitor.alarms import Alarm
from commandcenter.picture.care import FacilityView, PlacementView
from commandcenter.picture.orders import OrderAnswer, OrderView, RollCallView, TimerView
from commandcenter.picture.supplies import TransferView
from commandcenter.picture.views import CallbackView, CallView, ClosureView, DepotView, IncidentView, StockView, UnitView
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.command_line.completion import complete
from commandcenter.ui.command_line.grammar import read
from commandcenter.ui.command_line.history import History
from commandcenter.ui.command_line.known import Known, Lookups, Named, TypeWords, WindowWords
from commandcenter.ui.command_line.popup import ICONS
from commandcenter.ui.command_line.reading import Act
from commandcenter.ui.command_line.verbs import BY_WORD, STATUS_CODES, STATUS_WORDS, USAGES
from commandcenter.ui.conflicts.settling import Choice, Dispute

AT = LonLat(8.7, 49.4)
MILL = Place("Mill Lane 12", "address", AT, "Oldtown")


def unit(callsign: str, incident: str | None = None) -> UnitView:
    return UnitView(Id(callsign), callsign, "engine", {"pump": 1}, 4, None, "engine", AT, UnitStatus.AVAILABLE, 0, Id(incident) if incident else None)


def incident(number: str, state: IncidentState = IncidentState.REPORTED) -> IncidentView:
    return IncidentView(Id("i" + number), number, "fire.structure", state, 1, 4, 1, AT, "Castle Hill 3", "", "", 0, {})


def alarm(ident: str, about: Id | None, unit_id: Id | None = None) -> Alarm:
    return Alarm(Id(ident), AlarmKind.CALL_WAITING, 1, 0, say("nobody sent"), about, unit_id, None, None, "", sounding=True, sound="urgent")


ORDER = OrderView(Id("o1"), "Open the roof", None, Id("op"), 0, False, {Id("E1"): OrderAnswer(OrderState.SENT, 0)})
ROLL_CALL = RollCallView(Id("r1"), Id("i43"), 0, {Id("E2"): 4}, {})
KNOWN = Known.of(
    [unit("E1"), unit("E2"), unit("M3", "i42")],
    [incident("42"), incident("43"), incident("41", IncidentState.CLOSED)],
    [
        TypeWords("fire.structure", {"en": "Structure fire", "zh": "建筑火灾"}, ("FSTRU",)),
        TypeWords("fire.vehicle", {"en": "Vehicle fire", "zh": "车辆火灾"}),
        TypeWords("medical.cardiac", {"en": "Cardiac arrest", "zh": "心脏骤停"}),
    ],
    {"12 Mill Lane": (MILL,), "Mill": (MILL, Place("Mill Street", "street", AT)), "nowhere": ()},
    orders=[ORDER],
    roll_calls=[ROLL_CALL],
    now_ms=1000,
    depots=[
        DepotView(Id("d1"), "Central depot", AT, (StockView("blanket", "pcs", "", "", 50),), {}, {"zh": "中心仓库"}),
        DepotView(Id("d2"), "North", AT, (), {}),
    ],
    facilities=[FacilityView(Id("f1"), "St. Mary", "hospital", AT)],
    catalogue=default_catalogue(),
)
ALARM = alarm("a1", Id("i42")), alarm("a2", None, Id("E1"))
DISPUTE = Dispute(
    Key(Kind.INCIDENT, Id("i42"), "priority"),
    "42 Castle Hill 3: the priority",
    [Choice("2  Urgent", Undo(EntryId(b"a"))), Choice("4  Minor", Undo(EntryId(b"b")))],
    None,
    AddNote("What is right?"),
)
DUPLICATE = replace(incident("40", IncidentState.MERGED), merged_into=Id("i42"))
LOOKUPS = Lookups(
    alarms=lambda: ALARM,
    disputes=lambda: [DISPUTE],
    transfers=lambda: [TransferView(Id("tr1"), Id("d1"), None, Id("i42"), {"blanket": 20}, "", "asked")],
    placements=lambda: [PlacementView(Id("p1"), Id("f1"), "emergency", 2, None, Id("E1"), "", None, "reserved", 0, None)],
    merging_of=lambda _incident: EntryId(b"m"),
)
KNOWN = replace(
    KNOWN,
    incidents={**KNOWN.incidents, "40": DUPLICATE},
    lookups=LOOKUPS,
    reasons={"close": ["false alarm", "dealt with"], "closure": ["flood", "burst main"]},
    timers=[
        TimerView(Id("t1"), "check the wind", 9000, None, Id("op"), done=False),
        TimerView(Id("t2"), "relief of E1", 9000, None, Id("op"), done=False),
        TimerView(Id("t3"), "old one", 9000, None, Id("op"), done=True),
    ],
    closures=(ClosureView(Id("c1"), (AT,), "Old bridge", "flood", None, None, (), False),),
    window=WindowWords(
        (Named("window_statistics", ("统计", "Statistics")), Named("full_screen", ("Full screen",))),
        (Named("log", ("Command log",)),),
        (Named("coverage", ("Coverage",)), Named("class_natural", ("Natural disasters",))),
        (Named("engine", ("Fire engines",)),),
        ("fire · Mill Lane",),
    ),
)

RINGS = CallView(Id("k1"), "", None, "", 0, Id("i43"), "", "0151 5550123", "", callback=CallbackView(CallbackState.ASKED, 0, Id("op")))
PROMISED = CallView(Id("k2"), "", None, "", 0, Id("i42"), "", "110", "")
CALLED = replace(
    KNOWN, lookups=replace(LOOKUPS, calls=lambda: [RINGS], callbacks=lambda: [RINGS], call_of=lambda ident: PROMISED if ident == "i42" else None)
)


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


def test_completion_offers_what_the_window_has() -> None:
    assert [c.line for c in complete("open s", KNOWN)] == ["open 统计"]
    assert [c.line for c in complete("layer nat", KNOWN)] == ["layer Natural disasters"]
    assert [c.line for c in complete("reach E", KNOWN)] == ["reach E1 ", "reach E2 "]


def test_an_unknown_address_is_asked_of_the_gazetteer_first() -> None:
    assert read("new fire Harbour Road 5 !2", KNOWN).asks == "Harbour Road 5"
    assert read("go Harbour", KNOWN).asks == "Harbour"


def test_completion_offers_verbs_units_incidents_types_statuses_and_places() -> None:
    assert complete("mer", KNOWN)[0].line == "merge "
    assert [c.line for c in complete("d 42 E", KNOWN)] == ["d 42 E1 ", "d 42 E2 "]
    assert [c.line for c in complete("d 42 E1 E", KNOWN)] == ["d 42 E1 E2 "]
    assert [c.line for c in complete("close ", KNOWN)] == ["close 42 ", "close 43 "]
    assert [c.line for c in complete("reopen ", KNOWN)] == ["reopen 41 ", "reopen 40 "]
    assert complete("new card", KNOWN)[0].line == "new medical.cardiac "
    assert complete("new 车", KNOWN)[0].line == "new fire.vehicle "
    assert [c.line for c in complete("E1 o", KNOWN)][:2] == ["E1 os", "E1 oos"]
    assert [c.line for c in complete("new fire Mill", KNOWN)] == ["new fire Mill Lane 12", "new fire Mill Street"]


def test_every_offer_begins_with_what_was_typed_before() -> None:
    for line in ("d 42 E", "new fire Mill", "merge 43 into 4", "msg "):
        assert all(offer.line.startswith(line.rsplit(" ", 1)[0]) for offer in complete(line, KNOWN))


def test_words_are_unambiguous() -> None:
    assert len(BY_WORD) == sum(len(usage.words) for usage in USAGES)
    assert set(STATUS_CODES.values()) <= set(STATUS_WORDS)


def test_every_example_in_the_help_is_understood() -> None:
    examples = [usage.example for usage in USAGES if usage.verb.value not in ("reopen", "new", "go", "split", "link")]
    assert [line for line in examples if read(line, KNOWN).wrong] == []


def test_history_walks_back_and_forth_and_keeps_the_draft() -> None:
    history = History(["first"])
    history.add("second")
    history.add("second")
    assert history.lines == ["first", "second"]
    assert [history.older("dra"), history.older("dra"), history.older("dra")] == ["second", "first", "first"]
    assert [history.newer(""), history.newer(""), history.newer("x")] == ["second", "dra", "x"]


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


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("closure Mill", ["closure Mill Street"]),
        ("closure end ", ["closure end Old bridge"]),
        ("closure Mill Street ; f", ["closure Mill Street ; flood"]),
        ("hazard 200 Mill", ["hazard 200 Mill Lane 12", "hazard 200 Mill Street"]),
        ("around 5", ["around 500 "]),
        ("close 42 f", ["close 42 false alarm"]),
        ("grade 42 ", ["grade 42 1 ", "grade 42 2 ", "grade 42 3 ", "grade 42 4 "]),
        ("type 42 card", ["type 42 medical.cardiac"]),
        ("hand ", ["hand 42 ", "hand E1 "]),
        ("settle ", ["settle 42 "]),
        ("settle 42 ", ["settle 42 1", "settle 42 2", "settle 42 ask "]),
        ("split ", ["split 40 "]),
        ("withdraw E1", ["withdraw E1 "]),
        ("ask 20 blan", ["ask 20 blanket "]),
        ("ask 20 blanket from Cen", ["ask 20 blanket from Central depot"]),
        ("ask 20 blanket from North for 42", ["ask 20 blanket from North for 42 "]),
        ("transfer ", ["transfer 42 "]),
        ("transfer 42 y", ["transfer 42 yes "]),
        ("keep 2 emer", ["keep 2 emergency "]),
        ("placed ", ["placed E1 "]),
        ("placed E1 a", ["placed E1 arrived "]),
        ("print 21", ["print 211 ", "print 213 ", "print 214 "]),
        ("print 214 4", ["print 214 42 ", "print 214 43 "]),
        ("timer end ch", ["timer end check the wind"]),
        ("resume ", ["resume 1"]),
        ("late 14:05 E1 o", ["late 14:05 E1 os", "late 14:05 E1 oos"]),
        ("late 14:05 close 42 f", ["late 14:05 close 42 false alarm"]),
    ],
)
def test_every_verb_completes(line: str, offers: list[str]) -> None:
    assert [offer.line for offer in complete(line, KNOWN)][: len(offers)] == offers


def test_every_kind_of_offer_has_its_sign() -> None:
    lines = ("", "d 42 ", "msg ", "msg E1 =", "new ", "E1 ", "go Mill", "open ", "grade 42 ")
    assert {offer.kind for line in lines for offer in complete(line, KNOWN)} <= set(ICONS)


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

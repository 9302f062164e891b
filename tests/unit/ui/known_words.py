"""What the command line knows in these tests: two engines, an ambulance, four incidents, a depot, a hospital."""

from __future__ import annotations

from dataclasses import replace

from commandcenter.model.commands import (
    AddNote,
    Undo,
)
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
from commandcenter.ui.command_line.known import Known, Lookups, Named, TypeWords, WindowWords
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

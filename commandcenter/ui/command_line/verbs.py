"""The words of the command line, English and Chinese, with the example that help shows. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import UnitStatus


class Verb(StrEnum):
    """What a line may begin with."""

    NEW = "new"
    CALL = "call"
    CALLBACK = "callback"
    LINK = "link"
    DISPATCH = "d"
    RECOMMEND = "rec"
    HOLD = "hold"
    RELEASE = "rel"
    CREW = "crew"
    CONTROL = "control"
    CLOSE = "close"
    CANCEL = "cancel"
    REOPEN = "reopen"
    MERGE = "merge"
    APART = "apart"
    SPLIT = "split"
    JOIN = "join"
    PRIORITY = "pri"
    GRADE = "grade"
    TYPE = "type"
    LEVEL = "level"
    NAME = "name"
    MOVE = "move"
    MESSAGE = "msg"
    NOTE = "note"
    LATE = "late"
    READ_BACK = "back"
    ORDER = "order"
    ANSWER = "ack"
    WITHDRAW = "withdraw"
    MAYDAY = "mayday"
    CONTACT = "contact"
    ROLL_CALL = "par"
    TIMER = "timer"
    HAND = "hand"
    SETTLE = "settle"
    PARK = "park"
    RESUME = "resume"
    STOCK = "stock"
    ASK = "ask"
    TRANSFER = "transfer"
    KEEP = "keep"
    PLACED = "placed"
    HOSPITAL = "hosp"
    SEARCH = "search"
    GO = "go"
    SHOW = "show"
    CLOSURE = "closure"
    PRINT = "print"
    OPEN = "open"
    HIDE = "hide"
    LAYER = "layer"
    REACH = "reach"
    AROUND = "around"
    HAZARD = "hazard"
    COPY = "copy"
    UNDO = "undo"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Usage:
    """One line of the help."""

    verb: Verb
    words: tuple[str, ...]
    """Everything that names it, short and long, both languages."""
    example: str
    does: Sentence


USAGES = (
    Usage(Verb.NEW, ("new", "n", "新建"), "new fire 12 Mill Lane !1 ; smoke", say("Open an incident: type, address, !priority, ; text")),
    Usage(
        Verb.CALL,
        ("call", "来电"),
        "call ring 0151 5550123",
        say("A call rings, with its number if known; “call end” when the caller hung up; F2 answers it"),
    ),
    Usage(
        Verb.CALLBACK,
        ("callback", "回拨"),
        "callback 0151 5550123 ; line dropped",
        say("A caller must be rung back: a number or the caller of an incident; then “callback 42 tried”, “reached”, or “no” and why"),
    ),
    Usage(Verb.LINK, ("link", "关联"), "link 0151 5550123 to 42", say("Say which incident a call that was taken is about")),
    Usage(Verb.DISPATCH, ("d", "dispatch", "send", "派"), "d 42 E1 M3", say("Send units to an incident")),
    Usage(Verb.RECOMMEND, ("rec", "recommend", "推荐"), "rec 42", say("Show who should go")),
    Usage(Verb.HOLD, ("hold", "勿派"), "hold 42", say("Do not send to an incident by itself; a person sends")),
    Usage(Verb.RELEASE, ("rel", "release", "释放"), "rel E1 M3", say("End the assignment of units")),
    Usage(Verb.CREW, ("crew", "合组"), "crew E1 M3", say("Units share one crew; one unit alone has its own again")),
    Usage(Verb.CONTROL, ("control", "控制"), "control 42", say("Incident is under control")),
    Usage(Verb.CLOSE, ("close", "关闭"), "close 42 false alarm", say("Close an incident, with a reason if you like")),
    Usage(Verb.CANCEL, ("cancel", "取消"), "cancel 42 wrong number", say("Cancel an incident")),
    Usage(Verb.REOPEN, ("reopen", "重开"), "reopen 42", say("Open a closed incident again")),
    Usage(Verb.MERGE, ("merge", "合并"), "merge 43 into 42", say("Mark an incident as a duplicate of another")),
    Usage(Verb.APART, ("apart", "非同"), "apart 43 42", say("Two incidents are not the same; they are not offered as one again")),
    Usage(Verb.SPLIT, ("split", "拆分"), "split 43", say("Take back that an incident was a duplicate")),
    Usage(Verb.JOIN, ("join", "并入"), "join 42 caller sees smoke", say("Add another call to an incident that is known")),
    Usage(Verb.PRIORITY, ("pri", "priority", "优先级"), "pri 42 1", say("Change the priority, 1 to 5")),
    Usage(Verb.GRADE, ("grade", "等级"), "grade 42 2", say("Change the grade, 1 to 4")),
    Usage(Verb.TYPE, ("type", "类型"), "type 42 vehicle fire", say("Change what kind of incident it is")),
    Usage(Verb.LEVEL, ("level", "响应级"), "level 42 2", say("Change the alarm level of the response plan")),
    Usage(Verb.NAME, ("name", "命名"), "name 42 Castle fire", say("Give an incident a name")),
    Usage(Verb.MOVE, ("move", "移动"), "move 42 12 Mill Lane", say("Correct where an incident is")),
    Usage(Verb.MESSAGE, ("msg", "message", "消息"), "msg E1 turn back", say("Write to units, a group, an incident or all; “=recall” is a template")),
    Usage(Verb.NOTE, ("note", "备注"), "note power cut in the old town", say("Write a line into the log")),
    Usage(Verb.LATE, ("late", "补录"), "late 14:05 E1 os", say("Enter late what happened earlier: the time, then any command")),
    Usage(Verb.READ_BACK, ("back", "复诵"), "back E1 tango kilo", say("A unit has read its order back; the check word proves it")),
    Usage(Verb.ORDER, ("order", "命令"), "order E1 M3 open the roof", say("Order units to do something; each answers")),
    Usage(Verb.ANSWER, ("ack", "回复"), "ack E1 ok", say("Write down a unit's answer to its last order: ok, done, or no and why")),
    Usage(Verb.WITHDRAW, ("withdraw", "收回"), "withdraw E1 the wind has turned", say("Take back the last order to a unit, with the reason")),
    Usage(Verb.MAYDAY, ("mayday", "求救"), "mayday E1 floor collapsed", say("A crew is in danger; “mayday E1 end all out” ends it")),
    Usage(Verb.CONTACT, ("contact", "联络"), "contact E1 all well", say("A unit was heard")),
    Usage(Verb.ROLL_CALL, ("par", "点名"), "par 42", say("Begin or end a roll-call; “par E1 4” counts a unit's people")),
    Usage(Verb.TIMER, ("timer", "计时"), "timer 10 check the wind", say("Be reminded in so many minutes; “timer end wind” calls it off")),
    Usage(Verb.HAND, ("hand", "接手"), "hand 42 we ring them", say("Take the worst alarm in hand: of all, of an incident or of a unit")),
    Usage(Verb.SETTLE, ("settle", "裁定"), "settle 42 1", say("Settle what desks disagree about: a value by its number, both, or ask")),
    Usage(Verb.PARK, ("park", "挂起"), "park", say("Park the call on the form")),
    Usage(Verb.RESUME, ("resume", "续接"), "resume 1", say("Take a parked call up again")),
    Usage(Verb.STOCK, ("stock", "物资"), "stock 20 blanket from Central for 42", say("Issue goods, or promise them to an incident or a depot")),
    Usage(Verb.ASK, ("ask", "申请"), "ask 20 blanket from Central for 42", say("Ask a depot for goods; it has still to agree")),
    Usage(Verb.TRANSFER, ("transfer", "调拨"), "transfer 42 yes", say("Goods on their way: yes, no and why, send with a unit, got by whom")),
    Usage(Verb.KEEP, ("keep", "预留"), "keep 2 emergency St. Mary for 42", say("Keep places at a hospital or shelter for people who go there")),
    Usage(Verb.PLACED, ("placed", "安置"), "placed E1 arrived", say("The people that places were kept for: arrived, left, or off")),
    Usage(
        Verb.HOSPITAL, ("hosp", "hospital", "医院"), "hosp 42", say("Choose a hospital or shelter; “hosp 12/20 emergency St. Mary” reports places")
    ),
    Usage(Verb.SEARCH, ("search", "搜索"), "search 42", say("Show the search for an incident")),
    Usage(Verb.GO, ("go", "find", "前往"), "go Mill Lane", say("Show a place on the map; coordinates work too")),
    Usage(Verb.SHOW, ("show", "查看"), "show 42", say("Show an incident or a unit")),
    Usage(
        Verb.CLOSURE,
        ("closure", "封路"),
        "closure Mill Lane ; burst main",
        say("Close a street by its name, or draw point, line or area; “closure end Old bridge” opens the road again"),
    ),
    Usage(
        Verb.PRINT,
        ("print", "打印"),
        "print 214 42",
        say("Print as PDF: report, log, cards, blank, map, or an ICS form by its number; of which incident"),
    ),
    Usage(Verb.OPEN, ("open", "do", "打开", "执行"), "open statistics", say("Open a window or panel, or do anything else that has a key")),
    Usage(Verb.HIDE, ("hide", "隐藏"), "hide log", say("Hide a panel")),
    Usage(Verb.LAYER, ("layer", "图层"), "layer coverage on", say("Show or hide a layer of the map: on, off, or the other way round")),
    Usage(Verb.REACH, ("reach", "可达"), "reach E1", say("Show how far a unit gets; “reach engine Mill Lane” from a place; “reach off” ends it")),
    Usage(Verb.AROUND, ("around", "周边"), "around 500 Mill Lane", say("Count who is within so many metres of a place")),
    Usage(Verb.HAZARD, ("hazard", "危险"), "hazard 200 Mill Lane ; gas", say("Mark a hazard on everybody's map, so many metres around a place")),
    Usage(Verb.COPY, ("copy", "复制"), "copy Mill Lane", say("Copy the coordinates of a place")),
    Usage(Verb.UNDO, ("undo", "撤销"), "undo", say("Undo your last action by a compensating entry")),
    Usage(Verb.HELP, ("help", "?", "帮助"), "help", say("Show every key and command")),
)
BY_WORD = {word: usage.verb for usage in USAGES for word in usage.words}

STATUS_WORDS = {
    "av": UnitStatus.AVAILABLE,
    "available": UnitStatus.AVAILABLE,
    "待命": UnitStatus.AVAILABLE,
    "di": UnitStatus.DISPATCHED,
    "er": UnitStatus.ENROUTE,
    "enroute": UnitStatus.ENROUTE,
    "途中": UnitStatus.ENROUTE,
    "os": UnitStatus.ON_SCENE,
    "scene": UnitStatus.ON_SCENE,
    "到场": UnitStatus.ON_SCENE,
    "tr": UnitStatus.TRANSPORTING,
    "转运": UnitStatus.TRANSPORTING,
    "af": UnitStatus.AT_FACILITY,
    "到院": UnitStatus.AT_FACILITY,
    "rt": UnitStatus.RETURNING,
    "returning": UnitStatus.RETURNING,
    "返回": UnitStatus.RETURNING,
    "oos": UnitStatus.OUT_OF_SERVICE,
    "停用": UnitStatus.OUT_OF_SERVICE,
}
STATUS_CODES = {
    UnitStatus.AVAILABLE: "av",
    UnitStatus.DISPATCHED: "di",
    UnitStatus.ENROUTE: "er",
    UnitStatus.ON_SCENE: "os",
    UnitStatus.TRANSPORTING: "tr",
    UnitStatus.AT_FACILITY: "af",
    UnitStatus.RETURNING: "rt",
    UnitStatus.OUT_OF_SERVICE: "oos",
}
"""The short code shown to people."""
SHAPES = {"point": "point", "点": "point", "line": "line", "线": "line", "area": "polygon", "polygon": "polygon", "区域": "polygon"}
PAPER_WORDS = {
    "report": "report",
    "报告": "report",
    "log": "log",
    "日志": "log",
    **{n: n for n in ("201", "204", "205", "209", "211", "213", "214", "309")},
    "map": "map",
    "地图": "map",
    "cards": "cards",
    "派遣卡": "cards",
    "blank": "blank",
    "空白卡": "blank",
}
MAP_PAPER = "map"
PAPERS_OF_ALL = ("log", MAP_PAPER, "blank")
"""Papers that are not about one incident."""

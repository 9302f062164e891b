"""Reads lines about the window itself: what is open, what the map shows. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.dispatch.street_closure import street_in, with_street
from commandcenter.model.commands import DrawSketch, ReopenRoad
from commandcenter.model.drawings import SketchKind
from commandcenter.model.ports import Place
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.views import ClosureView
from commandcenter.ui.command_line.known import Known, Named, named
from commandcenter.ui.command_line.reading import Act, Reading, hint, wrong
from commandcenter.ui.command_line.report import read_place

ON, OFF = ("on", "show", "开", "显示"), ("off", "hide", "关", "隐藏")
RING, HUNG_UP = ("ring", "rings", "振铃", "响铃"), ("end", "over", "挂断", "结束")
NOTATIONS = ("lat_lon", "mgrs", "utm", "olc")
MOST_M = 50_000
NO_WINDOW = say("Only an open window can do this; open the desk with “commandcenter” first")


def read_open(words: Sequence[str], known: Known) -> Reading:
    """Read `open statistics`, `open full screen`: anything that has a key or stands in the menu."""
    found = _named(words, known.window.acts, say("What do you want to open or do? e.g. open statistics"))
    if isinstance(found, Reading):
        return found
    return Reading(say("Open or do: {name}", name=found.words[0]), act=Act.DO, detail=found.code)


def read_call(words: Sequence[str], _known: Known) -> Reading:
    """Read `call ring 0151 5550123`, `call end`: what a telephone system tells, or who hears it ring."""
    first, number = (words[0].casefold(), " ".join(words[1:])) if words else ("", "")
    if first in RING:
        said = say("A call from {number} rings", number=number) if number else say("A call rings")
        return Reading(said, act=Act.RING, detail=number, reason="ring")
    if first in HUNG_UP:
        return Reading(say("Whoever rang has hung up"), act=Act.RING, detail=number, reason="end")
    asks = say("What of the call? “call ring 0151 5550123”, or “call end” when the caller hung up")
    return wrong(asks) if first else hint(asks)


def read_hide(words: Sequence[str], known: Known) -> Reading:
    """Read `hide log`."""
    found = _named(words, known.window.panels, say("Which panel do you want to hide? e.g. hide log"))
    if isinstance(found, Reading):
        return found
    return Reading(say("Hide: {name}", name=found.words[0]), act=Act.HIDE, detail=found.code)


def read_layer(words: Sequence[str], known: Known) -> Reading:
    """Read `layer coverage on`; without on or off the layer changes."""
    last = words[-1].casefold() if words else ""
    turn = "on" if last in ON else "off" if last in OFF else ""
    found = _named(words[:-1] if turn else words, known.window.layers, say("Which layer of the map? e.g. layer coverage on"))
    if isinstance(found, Reading):
        return found
    said = {"on": say("Show on the map: {name}", name=found.words[0]), "off": say("Hide from the map: {name}", name=found.words[0])}
    return Reading(said.get(turn, say("Show on the map or hide: {name}", name=found.words[0])), act=Act.LAYER, detail=found.code, reason=turn)


def read_reach(words: Sequence[str], known: Known) -> Reading:
    """Read `reach E1`, `reach engine Mill Lane`, `reach off`."""
    if not words:
        return hint(say("How far does who get? e.g. reach E1, reach engine Mill Lane, reach off"))
    if len(words) == 1 and words[0].casefold() in OFF:
        return Reading(say("Take the reach off the map"), act=Act.REACH, detail="off")
    unit = known.unit(words[0])
    if unit is not None and len(words) == 1:
        return Reading(say("Show how far {callsign} gets", callsign=unit.callsign), act=Act.REACH, subject=unit.id)
    for count in range(min(3, len(words) - 1), 0, -1):
        profile = named(" ".join(words[:count]), known.window.profiles)
        if profile is not None:
            return _reach_from(profile, words[count:], known)
    return wrong(say("“{word}” is neither a unit nor a kind of vehicle", word=words[0]))


def _reach_from(profile: Named, words: Sequence[str], known: Known) -> Reading:
    place = read_place(words, known)
    if place.place is None:
        return place
    said = say("Show how far one gets from {place}: {name}", place=place.place.proper, name=profile.words[0])
    return Reading(said, act=Act.REACH, place=place.place, detail=profile.code)


def read_copy(words: Sequence[str], known: Known) -> Reading:
    """Read `copy Mill Lane 12`, `copy mgrs Mill Lane 12`: its coordinates go to the clipboard."""
    notation = words[0].casefold() if words and words[0].casefold() in NOTATIONS else ""
    rest = words[1:] if notation else words
    found = read_place(rest, known) if rest else hint(say("Coordinates of which place? e.g. copy mgrs Mill Lane; lat_lon, mgrs, utm or olc"))
    if found.place is None:
        return found
    said = say("Copy the coordinates of {place}: {notation}", place=found.place.proper, notation=notation or NOTATIONS[0])
    return Reading(said, act=Act.COPY, place=found.place, detail=notation or NOTATIONS[0])


def read_around(words: Sequence[str], known: Known) -> Reading:
    """Read `around 500 Mill Lane`: who is within so many metres."""
    asked = _metres_and_place(words, known, say("How many metres around which place? e.g. around 500 Mill Lane"))
    if isinstance(asked, Reading):
        return asked
    radius_m, place, _ = asked
    said = say("Count who is within {radius} m of {place}", radius=f"{radius_m:g}", place=place.proper)
    return Reading(said, act=Act.AROUND, place=place, detail=f"{radius_m:g}")


def read_hazard(words: Sequence[str], known: Known) -> Reading:
    """Read `hazard 200 Mill Lane ; gas`: everybody sees it on the map."""
    asked = _metres_and_place(words, known, say("How many metres around which place? e.g. hazard 200 Mill Lane ; gas"))
    if isinstance(asked, Reading):
        return asked
    radius_m, place, text = asked
    said = say("Mark a hazard at {place}, {radius} m around", place=place.proper, radius=f"{radius_m:g}")
    return Reading(said, (DrawSketch(SketchKind.HAZARD, (place.at,), text, "other", radius_m, None, None),), place=place)


def _metres_and_place(words: Sequence[str], known: Known, asks: Sentence) -> tuple[float, Place, str] | Reading:
    """Return metres, place and the text after a semicolon, or what is missing."""
    head, _, text = " ".join(words).replace("；", ";").partition(";")
    first, *rest = head.split() or [""]
    if not first or (first.isdecimal() and not rest):
        return hint(asks)
    if not first.isdecimal() or not 0 < int(first) <= MOST_M:
        return wrong(say("“{word}” is no distance: write whole metres, at most {most}", word=first, most=MOST_M))
    found = read_place(rest, known)
    return found if found.place is None else (float(first), found.place, text.strip())


def read_street_closed(words: Sequence[str], known: Known) -> Reading:
    """Read `closure Mill Lane from Castle Hill to Harbour Road ; burst main`: what closes is shown first."""
    text, _, reason = (part.strip() for part in " ".join(words).replace("；", ";").partition(";"))
    street = street_in(text)
    if street not in known.places:
        return Reading(say("Looking up “{text}” …", text=street), asks=street)
    place = next((place for place in known.places[street] if place.kind == "street"), None)
    if place is None:
        return wrong(say("There is no street “{name}”. To draw on the map, use point, line or area", name=street))
    said = say("Show what of {street}, {town}, closes; Enter there closes it", street=place.proper, town=place.town)
    return Reading(said, act=Act.STREET, detail=with_street(text, place.name), reason=reason, place=place, typed=text)


def read_road_open(words: Sequence[str], known: Known) -> Reading:
    """Read `closure end Old bridge`: that road is open again."""
    wanted = " ".join(words).casefold()
    if not wanted:
        return hint(say("Which road is open again? e.g. closure end Old bridge"))
    found = [closure for closure in known.closures if wanted in (closure.name.casefold(), closure.id)] or [
        closure for closure in known.closures if closure.name.casefold().startswith(wanted)
    ]
    if not found:
        return wrong(say("No closed road is called “{name}”", name=" ".join(words)))
    first: ClosureView = found[0]
    pieces = [closure for closure in found if closure.name == first.name and closure.reason == first.reason]
    return Reading(say("{road} is open again", road=first.name or first.reason), tuple(ReopenRoad(closure.id) for closure in pieces))


def _named(words: Sequence[str], among: Sequence[Named], asks: Sentence) -> Named | Reading:
    if not words:
        return hint(asks)
    if not among:
        return wrong(NO_WINDOW)
    text = " ".join(words)
    return named(text, among) or wrong(say("Nothing here is called “{name}”", name=text))

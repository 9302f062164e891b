"""Match rules: how the program recognises that the expected action was taken. `dispatched capability=ladder count=2; on_scene`."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from commandcenter.exercise.scenario import Rule
from commandcenter.model.entries import EntryId, EntryType
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import UnitStatus
from commandcenter.picture.picture import Picture

NEWEST_LINES = 200
"""How far back a said word is looked for at each look; there are many looks."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a rule is held against."""

    picture: Picture
    incident: Id | None
    """That of the inject, or of the one named by `about=`."""
    fired_ms: int
    now_ms: int
    staged: frozenset[EntryId]
    """Entries that injects made themselves: they fulfil nothing."""
    incident_of: Callable[[str], Id | None]
    """The incident that an inject opened."""
    joined: bool = False
    """Whether the inject's call was put to an incident that was known already."""


@dataclass(frozen=True, slots=True)
class _Check:
    holds: Callable[[Scene, Mapping[str, str]], bool]
    params: frozenset[str] = frozenset()
    incident: bool = True
    """Whether it is about an incident."""


def parse_rules(text: str) -> tuple[Rule, ...]:
    """Read `name key=value; name …`: all must hold. Raises `Refused`."""
    return tuple(_parse(part) for part in text.split(";") if part.strip())


def _parse(text: str) -> Rule:
    try:
        name, *words = shlex.split(text)
    except ValueError:
        raise Refused("A quotation mark is not closed in “{text}”.", text=text.strip()) from None
    check = CHECKS.get(name)
    if check is None:
        raise Refused("There is no match rule “{name}”; the rules are {names}.", name=name, names=", ".join(sorted(CHECKS)))
    params = dict(word.partition("=")[::2] for word in words)
    for key, value in params.items():
        if key not in check.params | {"about"} or not value:
            allowed = ", ".join(sorted(check.params | {"about"}))
            raise Refused("The match rule “{name}” does not take “{key}”; it takes {allowed}.", name=name, key=key, allowed=allowed)
        if key in _WHOLE and not value.isdecimal():
            raise Refused("{what} must be a whole number from {least} to {most}.", what=say("“{key}”", key=key), least=0, most=999)
    return Rule(name, params)


def fulfilled(rules: tuple[Rule, ...], scene: Scene) -> bool:
    """Return whether all rules hold."""
    return all(_holds(rule, scene) for rule in rules)


def needs_incident(rule: Rule) -> bool:
    """Return whether a rule is about an incident."""
    return CHECKS[rule.name].incident


def _holds(rule: Rule, scene: Scene) -> bool:
    about = rule.params.get("about")
    incident = scene.incident_of(about) if about else scene.incident
    mine = replace(scene, incident=incident, joined=scene.joined and about is None)
    check = CHECKS[rule.name]
    return (incident is not None or not check.incident) and check.holds(mine, rule.params)


def _dispatched(scene: Scene, params: Mapping[str, str]) -> bool:
    sent = 0
    for assignment in scene.picture.assignments(incident=scene.incident):
        unit = scene.picture.unit(assignment.unit)
        wanted = params.get("capability"), params.get("unit"), params.get("kind")
        if unit is not None and _is(unit.capabilities, unit.callsign, unit.kind, wanted):
            sent += 1
    return sent >= int(params.get("count", "1"))


def _is(capabilities: Mapping[str, int], callsign: str, kind: str, wanted: tuple[str | None, str | None, str | None]) -> bool:
    capability, name, sort = wanted
    return (capability is None or capabilities.get(capability, 0) > 0) and name in (None, callsign) and sort in (None, kind)


def _reached(*states: str) -> Callable[[Scene, Mapping[str, str]], bool]:
    def holds(scene: Scene, _params: Mapping[str, str]) -> bool:
        incident = scene.picture.incident(scene.incident) if scene.incident else None
        return incident is not None and any(state in incident.state_ms for state in states)

    return holds


def _merged(scene: Scene, params: Mapping[str, str]) -> bool:
    """Whether two calls became one: the player merged their incidents, or put the second call to the first one's at once."""
    incident = scene.picture.incident(scene.incident) if scene.incident else None
    if scene.joined and incident is not None:
        return "into" not in params or incident.id == scene.incident_of(params["into"])
    if incident is None or incident.merged_into is None:
        return False
    return "into" not in params or incident.merged_into == scene.incident_of(params["into"])


def _alarm(scene: Scene, params: Mapping[str, str]) -> bool:
    incident = scene.picture.incident(scene.incident) if scene.incident else None
    return incident is not None and incident.alarm_level >= int(params.get("level", "2"))


def _reserved(scene: Scene, params: Mapping[str, str]) -> bool:
    return any(r.incident == scene.incident and params.get("item") in (None, r.item) for r in scene.picture.reservations())


def _said(type_: EntryType) -> Callable[[Scene, Mapping[str, str]], bool]:
    def holds(scene: Scene, params: Mapping[str, str]) -> bool:
        words = [word.casefold() for word in params.get("contains", "").split("|") if word]
        for line in scene.picture.lines(NEWEST_LINES):
            if line.wall_ms < scene.fired_ms:
                return False
            text = str(line.summary.get("text", "")).casefold()
            if line.type == type_ and line.entry not in scene.staged and (not words or any(word in text for word in words)):
                return True
        return False

    return holds


def _out_of_service(scene: Scene, params: Mapping[str, str]) -> bool:
    return any(u.status is UnitStatus.OUT_OF_SERVICE and u.callsign == params.get("unit") for u in scene.picture.units())


def _closed_road(scene: Scene, _params: Mapping[str, str]) -> bool:
    lines = scene.picture.lines(NEWEST_LINES)
    return any(x.type == EntryType.ROAD_CLOSED and x.wall_ms >= scene.fired_ms and x.entry not in scene.staged for x in lines)


def _settled(scene: Scene, _params: Mapping[str, str]) -> bool:
    """Whether somebody has settled a conflict since, and none is left."""
    if scene.picture.conflicts():
        return False
    return any(x.type == EntryType.CONFLICT_RESOLVED and x.wall_ms >= scene.fired_ms for x in scene.picture.lines(NEWEST_LINES))


_WHOLE = frozenset({"count", "level"})
CHECKS: Mapping[str, _Check] = {
    "dispatched": _Check(_dispatched, frozenset({"capability", "count", "unit", "kind"})),
    "reported": _Check(lambda _scene, _params: True),
    "triaged": _Check(_reached("triaged", "dispatched", "on_scene", "under_control", "closed")),
    "on_scene": _Check(_reached("on_scene")),
    "under_control": _Check(_reached("under_control", "closed")),
    "closed": _Check(_reached("closed", "cancelled")),
    "merged": _Check(_merged, frozenset({"into"})),
    "alarm": _Check(_alarm, frozenset({"level"})),
    "reserved": _Check(_reserved, frozenset({"item"})),
    "message": _Check(_said(EntryType.MESSAGE_SENT), frozenset({"contains"}), incident=False),
    "note": _Check(_said(EntryType.NOTE_ADDED), frozenset({"contains"}), incident=False),
    "out_of_service": _Check(_out_of_service, frozenset({"unit"}), incident=False),
    "closed_road": _Check(_closed_road, incident=False),
    "settled": _Check(_settled, incident=False),
}
"""By name; the parameters that each takes."""

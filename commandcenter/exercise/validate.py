"""Finds what is wrong with a scenario before anybody plays it: every message names the row and the column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from commandcenter.exercise.details import NUMBERS, read_number
from commandcenter.exercise.effects import NETWORK_MINUTES
from commandcenter.exercise.further import parts_of
from commandcenter.exercise.places import find_place
from commandcenter.exercise.rules import needs_incident
from commandcenter.exercise.scenario import BEFALL, REPORTS, GuideStep, Inject, InjectKind, Scenario, When
from commandcenter.exercise.warnings import read_warning
from commandcenter.model.errors import Refused
from commandcenter.model.ports import Gazetteer
from commandcenter.model.sentences import Sentence, say
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.csv_tables import ImportIssue

MOST_INJECTS = 5_000
"""More than anybody can control, or read afterwards."""
MOST_SAID = 10
"""Injects of a circle that are named; the rest is an ellipsis."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a scenario is checked against, as far as it is there."""

    catalogue: Catalogue
    regions: frozenset[str] | None = None
    """Names of the regions here; `None`: not checked."""
    gazetteer: Gazetteer | None = None
    callsigns: frozenset[str] | None = None
    depots: frozenset[str] | None = None


@dataclass(slots=True)
class _Check:
    scenario: Scenario
    grounds: Grounds
    file: str
    by_number: Mapping[str, Inject]
    fires_ms: Mapping[str, int | None]
    """Earliest moment each inject can fire; `None` where its triggers run in a circle."""
    found: list[ImportIssue] = field(default_factory=list)
    everything: Sequence[Inject] = ()
    """All injects, and their further effects as injects."""
    places: dict[str, Sentence | None] = field(default_factory=dict)
    """What is wrong with each place that was searched for; many rows name the same."""

    def add(self, inject: Inject, column: str, value: str, sentence: Sentence) -> None:
        """Note what is wrong with a row."""
        self.found.append(ImportIssue(self.file, inject.row, column, value, sentence))

    def place(self, text: str, gazetteer: Gazetteer) -> Sentence | None:
        """Return why a place cannot be found; `None` when it can."""
        if text not in self.places:
            try:
                find_place(text, gazetteer)
                self.places[text] = None
            except Refused as refused:
                self.places[text] = refused.sentence
        return self.places[text]


def validate(scenario: Scenario, grounds: Grounds, file: str = "injects.csv") -> tuple[ImportIssue, ...]:
    """Return what is wrong, by row; empty when the scenario can be played as written."""
    check = _check(scenario, grounds, file)
    _whole(check)
    for inject in scenario.injects:
        _look_at(check, inject)
    return tuple(sorted(check.found, key=lambda issue: issue.row))


def validate_one(scenario: Scenario, grounds: Grounds, inject: Inject) -> tuple[ImportIssue, ...]:
    """Return what is wrong with one inject of a scenario, as `validate` would say it."""
    check = _check(scenario, grounds, "")
    _look_at(check, inject)
    return tuple(check.found)


def _check(scenario: Scenario, grounds: Grounds, file: str) -> _Check:
    everything = [one for inject in scenario.injects for one in (inject, *parts_of(inject))]
    by_number = {inject.number: inject for inject in scenario.injects}
    return _Check(scenario, grounds, file, by_number, earliest(scenario.injects), everything=everything)


def _look_at(check: _Check, inject: Inject) -> None:
    for look in (_times, _trigger, _subject, _unit, _references, _objective, _apart):
        look(check, inject)
    before = len(check.found)
    for part in parts_of(inject):
        for look in (_subject, _unit, _references, _apart):
            look(check, part)
    check.found[before:] = [replace(issue, column="further") for issue in check.found[before:]]


def earliest(injects: Sequence[Inject]) -> dict[str, int | None]:
    """Return the earliest moment each inject can fire, in ms after the start, its triggers counted; `None` in a circle."""
    by_number = {inject.number: inject for inject in injects}
    known: dict[str, int | None] = {}
    for first in injects:
        path: dict[str, None] = {}
        here: str | None = first.number
        while here is not None and here in by_number and here not in known and here not in path:
            path[here] = None
            trigger = by_number[here].trigger
            here = trigger.number if trigger else None
        circle = here in path
        for number in reversed(path):
            inject = by_number[number]
            base = known.get(inject.trigger.number, 0) if inject.trigger else 0
            known[number] = None if circle or base is None else base + _delay_ms(inject, by_number)
    return known


def _delay_ms(inject: Inject, by_number: Mapping[str, Inject]) -> int:
    source = by_number.get(inject.trigger.number) if inject.trigger else None
    waits = source.deadline_ms or 0 if source is not None and inject.trigger is not None and inject.trigger.when is When.MISSING else 0
    return inject.offset_ms + waits


def _whole(check: _Check) -> None:
    scenario, regions = check.scenario, check.grounds.regions
    if regions is not None and scenario.region not in regions:
        sentence = say("There is no region {region} here; the regions are: {here}.", region=scenario.region, here=", ".join(sorted(regions)))
        if not regions:
            sentence = say("There is no region {region} here, and no other: import one first.", region=scenario.region)
        check.found.append(ImportIssue("scenario.toml", 0, "region", scenario.region, sentence))
    for n, step in enumerate(scenario.guide, start=1):
        wrong = _step_fault(check, step)
        if wrong is not None:
            check.found.append(ImportIssue("scenario.toml", 0, f"guide[{n}]", step.about, wrong))
    if not scenario.injects:
        check.found.append(ImportIssue(check.file, 0, "", "", say("There is no inject that can be read.")))
    for inject in scenario.injects[MOST_INJECTS : MOST_INJECTS + 1]:
        check.add(inject, "number", inject.number, say("There are more than {most} injects; from here on they are too many.", most=MOST_INJECTS))


def _step_fault(check: _Check, step: GuideStep) -> Sentence | None:
    """Return why a step of the guide could never be fulfilled, or would be at once."""
    if not step.until:
        return say("A step without a rule is over at once.")
    if step.about not in check.by_number and (step.about or any(needs_incident(rule) and "about" not in rule.params for rule in step.until)):
        return say("There is no inject {number}.", number=step.about or "“”")
    return None


def _times(check: _Check, inject: Inject) -> None:
    at_ms = check.fires_ms[inject.number]
    if inject.offset_ms < 0:
        check.add(inject, "time", inject.time, say("Inject {number} is before the start of the exercise.", number=inject.number))
    elif at_ms is not None and at_ms > check.scenario.end_ms - check.scenario.start_ms:
        check.add(inject, "time", inject.time, say("Inject {number} is after the end of the exercise.", number=inject.number))


def _trigger(check: _Check, inject: Inject) -> None:
    trigger = inject.trigger
    if trigger is None:
        return
    source = check.by_number.get(trigger.number)
    if source is None:
        check.add(inject, "trigger", trigger.number, say("There is no inject {number}.", number=trigger.number))
    elif check.fires_ms[inject.number] is None:
        sentence = say("Inject {number} waits for itself: {circle}.", number=inject.number, circle=_circle(inject, check.by_number))
        check.add(inject, "trigger", trigger.number, sentence)
    elif trigger.when is not When.FIRED and not source.scored:
        check.add(
            inject, "trigger", trigger.number, say("Inject {number} has no match rule, so nothing can be missing or done.", number=source.number)
        )
    elif trigger.when is When.MISSING and source.deadline_ms is None:
        check.add(inject, "trigger", trigger.number, say("Inject {number} has no deadline, so nothing is ever missing.", number=source.number))


def _circle(inject: Inject, by_number: Mapping[str, Inject]) -> str:
    path = [inject.number]
    while (trigger := by_number[path[-1]].trigger) is not None and trigger.number not in path and len(path) < MOST_SAID:
        path.append(trigger.number)
    whole = trigger is None or trigger.number in path
    return " → ".join((*path, (trigger.number if trigger else "") if whole else "…"))


def _subject(check: _Check, inject: Inject) -> None:
    """Check that a row says what its kind needs."""
    kind, catalogue = inject.kind, check.grounds.catalogue
    if kind in REPORTS and inject.type not in catalogue.types:
        check.add(inject, "type", inject.type, say("There is no incident type {type}.", type=inject.type or "“”"))
    if inject.details.get("do") == "report" and inject.type not in catalogue.types:
        check.add(inject, "type", inject.type, say("There is no incident type {type}.", type=inject.type or "“”"))
    for name in _NEEDS_OF_DEED.get(inject.details.get("do", ""), ()) if kind is InjectKind.OTHER_DESK else ():
        if not (inject.unit if name == "unit" else inject.place if name == "place" else inject.details.get(name)):
            check.add(
                inject,
                name if name in ("unit", "place") else "details",
                "",
                say("The other desk cannot do this without {what}.", what=_NEED_SAID[name]),
            )
    needs_place = kind in REPORTS or kind in (InjectKind.CLOSURE, InjectKind.REINFORCEMENT)
    if needs_place and not inject.place:
        check.add(inject, "place", "", say("This is empty."))
    elif inject.place and check.grounds.gazetteer is not None:
        wrong = check.place(inject.place, check.grounds.gazetteer)
        if wrong is not None:
            check.add(inject, "place", inject.place, wrong)
    for name, test, sentence in _DETAILS.get(kind, ()):
        value = inject.details.get(name, "")
        if not test(value, check.grounds):
            check.add(inject, "details", f"{name}={value}", sentence)
    if kind is InjectKind.WARNING:
        _warning(check, inject)
    for name in NUMBERS:
        try:
            read_number(inject.details, name)
        except Refused as refused:
            check.add(inject, "details", f"{name}={inject.details[name]}", refused.sentence)


def _warning(check: _Check, inject: Inject) -> None:
    try:
        warned = read_warning({name: value for name, value in inject.details.items() if name not in NUMBERS})
    except Refused as refused:
        check.add(inject, "details", "", refused.sentence)
        return
    if inject.details.get("radius") and not warned.area and not inject.place:
        check.add(inject, "place", "", say("A circle needs a place in its middle."))


def _unit(check: _Check, inject: Inject) -> None:
    if (inject.kind in BEFALL or inject.kind is InjectKind.REINFORCEMENT) and not inject.unit:
        check.add(inject, "unit", "", say("This is empty."))
    if not inject.unit or inject.kind is InjectKind.REINFORCEMENT:
        return
    comes = next((i for i in check.everything if i.kind is InjectKind.REINFORCEMENT and i.unit == inject.unit), None)
    if comes is not None:
        mine, its = check.fires_ms[inject.number], check.fires_ms[comes.number]
        if mine is not None and its is not None and mine < its:
            sentence = say(
                "Inject {number} fires before its unit exists: {unit} comes with inject {other}.",
                number=inject.number,
                unit=inject.unit,
                other=comes.number,
            )
            check.add(inject, "unit", inject.unit, sentence)
    elif check.grounds.callsigns is not None and inject.unit not in check.grounds.callsigns:
        check.add(inject, "unit", inject.unit, say("There is no unit {callsign}.", callsign=inject.unit))


def _references(check: _Check, inject: Inject) -> None:
    """Check every mention of another inject's incident."""
    for column, number in _mentions(inject):
        other = check.by_number.get(number)
        if other is None:
            check.add(inject, column, number, say("There is no inject {number}.", number=number))
            continue
        if other.kind not in REPORTS:
            check.add(inject, column, number, say("Inject {number} opens no incident.", number=number))
            continue
        mine, its = check.fires_ms[inject.number], check.fires_ms[other.number]
        if column == "details" and mine is not None and its is not None and mine < its:
            sentence = say("Inject {number} fires before the incident of inject {other} exists.", number=inject.number, other=number)
            check.add(inject, column, number, sentence)
    if inject.kind not in REPORTS and "incident" not in inject.details:
        for rule in inject.match:
            if needs_incident(rule) and "about" not in rule.params:
                sentence = say("The match rule “{name}” is about an incident; say whose with about=.", name=rule.name)
                check.add(inject, "match", str(rule), sentence)


def _mentions(inject: Inject) -> Iterator[tuple[str, str]]:
    if "incident" in inject.details:
        yield "details", inject.details["incident"]
    for rule in inject.match:
        for name in ("about", "into"):
            if name in rule.params:
                yield "match", rule.params[name]


def _objective(check: _Check, inject: Inject) -> None:
    known = {objective.code for objective in check.scenario.objectives}
    if inject.objective and known and inject.objective not in known:
        sentence = say("There is no objective {code}; the objectives are {codes}.", code=inject.objective, codes=", ".join(sorted(known)))
        check.add(inject, "objective", inject.objective, sentence)


def _apart(check: _Check, inject: Inject) -> None:
    """Check that what the other desk does falls into a time in which it is cut off."""
    at_ms = check.fires_ms[inject.number]
    if inject.kind is not InjectKind.OTHER_DESK or at_ms is None:
        return
    for cut in check.everything:
        begun_ms = check.fires_ms[cut.number]
        if cut.kind is InjectKind.APART and begun_ms is not None and begun_ms <= at_ms < begun_ms + _minutes_ms(cut):
            return
    check.add(inject, "time", inject.time, say("Inject {number} fires while the desks are together: put an “apart” before it.", number=inject.number))


def _minutes_ms(cut: Inject) -> float:
    try:
        minutes = read_number(cut.details, "minutes")
    except Refused:
        minutes = None  # said in its own row
    return (NETWORK_MINUTES if minutes is None else minutes) * 60_000


def _is_given(text: str, _grounds: Grounds) -> bool:
    return bool(text)


def _is_deed(text: str, _grounds: Grounds) -> bool:
    return text in DEEDS


def _is_depot(text: str, grounds: Grounds) -> bool:
    return bool(text) and (grounds.depots is None or text in grounds.depots)


DEEDS = ("assign", "priority", "report", "note")
_NEEDS_OF_DEED: Mapping[str, Sequence[str]] = {"assign": ("unit", "incident"), "priority": ("incident", "priority"), "report": ("place",)}
_NEED_SAID: Mapping[str, Sentence] = {
    "unit": say("a callsign"),
    "incident": say("an incident, as incident=3"),
    "priority": say("a priority, as priority=1"),
    "place": say("a place"),
}
_Test = Callable[[str, Grounds], bool]
_DETAILS: Mapping[InjectKind, Sequence[tuple[str, _Test, Sentence]]] = {
    InjectKind.PATIENT: (
        ("incident", lambda text, _: bool(text), say("Say whose incident: incident=3.")),
        ("count", _is_given, say("Say how many: count=4.")),
    ),
    InjectKind.SHORTAGE: (
        ("depot", _is_depot, say("There is no such depot.")),
        ("item", lambda text, grounds: text in grounds.catalogue.items, say("There is no such supply item.")),
        ("quantity", _is_given, say("Say how many are gone: quantity=50.")),
    ),
    InjectKind.OTHER_DESK: (("do", _is_deed, say("Say what the other desk does: do=assign, do=priority, do=report or do=note.")),),
    InjectKind.REINFORCEMENT: (("kind", lambda text, grounds: text in grounds.catalogue.kinds, say("There is no such kind of unit.")),),
}

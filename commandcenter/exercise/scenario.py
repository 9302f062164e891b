"""What a trainer prepares: a region, its resources, injects and objectives. Plain values."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from commandcenter.model.commands import Command
from commandcenter.resources.csv_tables import ImportIssue

LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the languages it was written in."""

    by_language: Mapping[str, str] = field(default_factory=dict)

    def get(self, language: str) -> str:
        """Return it in a language, else in another one that is there."""
        return self.by_language.get(language) or next((t for t in self.by_language.values() if t), "")

    def __bool__(self) -> bool:
        """Return whether it says anything."""
        return any(self.by_language.values())


class InjectKind(StrEnum):
    """What an inject brings about."""

    CALL = "call"
    PUBLIC_REPORT = "public_report"
    SENSOR = "sensor"
    WARNING = "warning"
    RADIO = "radio"
    BREAKDOWN = "breakdown"
    DELAY = "delay"
    REFUSAL = "refusal"
    SILENCE = "silence"
    GPS_LOSS = "gps_loss"
    NETWORK_LOSS = "network_loss"
    APART = "apart"
    """A second desk is cut off; what it does meanwhile arrives afterwards."""
    OTHER_DESK = "other_desk"
    """The second desk does something while it is cut off."""
    CLOSURE = "closure"
    PATIENT = "patient"
    SHORTAGE = "shortage"
    REINFORCEMENT = "reinforcement"
    INFORMATION = "information"


REPORTS = frozenset({InjectKind.CALL, InjectKind.PUBLIC_REPORT, InjectKind.SENSOR})
"""These open an incident."""
BEFALL = frozenset({InjectKind.BREAKDOWN, InjectKind.DELAY, InjectKind.REFUSAL, InjectKind.SILENCE, InjectKind.GPS_LOSS})
"""These befall a unit."""


class When(StrEnum):
    """On what an inject with a trigger waits."""

    FIRED = "fired"
    """Another inject has happened."""
    AFTER = "after"
    """The action expected on another inject was taken (conditional)."""
    MISSING = "missing"
    """The action expected on another inject was not taken in time (contingency)."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Another inject decides."""

    when: When
    number: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must be true for an expectation to be fulfilled, e.g. `dispatched capability=ladder count=2`."""

    name: str
    params: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return it as it is written."""
        return " ".join((self.name, *(f"{key}={shlex.quote(value)}" for key, value in self.params.items())))


@dataclass(frozen=True, slots=True)
class Further:
    """What else an inject brings about: a kind, and what differs from the inject's own columns and details."""

    kind: InjectKind
    params: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return it as it is written."""
        return " ".join((self.kind.value, *(f"{key}={shlex.quote(value)}" for key, value in self.params.items())))


class Role(StrEnum):
    """The three sorts of inject (HSEEP)."""

    CONTEXTUAL = "contextual"
    CONTINGENCY = "contingency"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Inject:
    """One row of the MSEL."""

    number: str
    row: int = field(compare=False)
    """Of the sheet it was read from, for messages; the same inject may stand in another row of another sheet."""
    kind: InjectKind
    time: str
    """As written."""
    offset_ms: int
    """After the start; after its trigger where there is one."""
    synopsis: Text = Text()
    inject: Text = Text()
    """What is said or shown."""
    method: str = ""
    sender: str = ""
    to: str = ""
    controller: str = ""
    player: str = ""
    expected: Text = Text()
    objective: str = ""
    note: str = ""
    trigger: Trigger | None = None
    deadline_ms: int | None = None
    """After it has fired."""
    match: tuple[Rule, ...] = ()
    weight: float = 1.0
    type: str = ""
    place: str = ""
    unit: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    further: tuple[Further, ...] = ()
    """What happens with it, e.g. a closure with a call."""

    @property
    def role(self) -> Role:
        """Return which of the three sorts it is."""
        if self.trigger is None or self.trigger.when is When.FIRED:
            return Role.CONTEXTUAL
        return Role.CONTINGENCY if self.trigger.when is When.MISSING else Role.CONDITIONAL

    @property
    def scored(self) -> bool:
        """Return whether an action is expected that can be recognised."""
        return bool(self.match)


@dataclass(frozen=True, slots=True)
class Objective:
    """What is exercised."""

    code: str
    capability: str
    text: Text


@dataclass(frozen=True, slots=True)
class RealUnit:
    """What one unit did in life, in a log that is replayed. Seconds after the call; `None` where the log does not say."""

    callsign: str
    sent_s: float | None
    arrived_s: float | None


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One hint of a guided exercise, shown until its rule is fulfilled."""

    text: Text
    until: tuple[Rule, ...]
    about: str
    """The inject that the rule is about."""
    help: Text = Text()
    """Said besides when nothing is done for a while."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole exercise as it was prepared."""

    id: str
    name: Text
    summary: Text
    region: str
    start_ms: int
    minutes: float
    seed: int
    injects: tuple[Inject, ...]
    objectives: tuple[Objective, ...] = ()
    guide: tuple[GuideStep, ...] = ()
    accept_after_s: float = 20.0
    """How long the virtual player thinks."""
    answer_after_s: float = 5.0
    """How long it lets a call ring; NFPA 1225 (2022) 15.4 wants 90 % answered within 10 s."""
    resources: tuple[Command, ...] = ()
    """From the folder's own CSV files; empty: the region's default fleet."""
    callsigns: tuple[str, ...] = ()
    """Only these units take part; empty: all."""
    guided: bool = False
    zone: str = "UTC"
    """Of times of day in the sheet that have no offset, by its IANA name."""
    rings: bool = False
    """Whether calls and public reports ring until a player answers, where one sits at the desk; else they are taken at once. An inject may differ."""
    digest: str = ""
    """SHA-256 of the folder's files: the same digest is the same scenario."""
    issues: tuple[ImportIssue, ...] = ()
    """What could not be read."""
    real: Mapping[str, tuple[RealUnit, ...]] = field(default_factory=dict)
    """By number of the inject what the real crews did; empty: nothing is replayed."""

    def inject(self, number: str) -> Inject | None:
        """Return an inject by its number."""
        return next((one for one in self.injects if one.number == number), None)

    @property
    def end_ms(self) -> int:
        """Return when it is over."""
        return self.start_ms + round(self.minutes * 60_000)

"""What the agency knows by name: incident types, capabilities, response plans, unit kinds, supply items.

All of it is data (CSV and TOML under `assets/catalogue/`), checked when it is loaded. A catalogue is
immutable and carries a digest, so that each use can be logged with its version.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from commandcenter.geo.roads.profiles import Profile
from commandcenter.model.assets import assets_dir
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.sentences import say
from commandcenter.model.words import EmergencyClass, Grade, LonLat, Priority
from commandcenter.resources.channels import CHANNELS_FILE, Channel, load_channels
from commandcenter.resources.data_classes import DATA_CLASSES_FILE, DataClass, load_data_classes
from commandcenter.resources.logistics import LOGISTICS_FILES, Care, Carrier, Kit, SupplyItem, load_care, load_carriers, load_items, load_kits
from commandcenter.resources.messages import MESSAGES_FILE, Template, load_messages
from commandcenter.resources.plan_rules import PLAN_RULES_FILE, PlanRules, Response, load_plan_rules
from commandcenter.resources.plans import ResponsePlan, load_plans
from commandcenter.resources.policy import POLICY_FILE, Policy, load_policy
from commandcenter.resources.questions import QUESTIONS_FILE, Questions, load_questions
from commandcenter.resources.status import RULES_FILE, StatusRules, load_rules
from commandcenter.resources.tables import read_unique
from commandcenter.resources.terms import Term, Terms, names_of, quantities_of
from commandcenter.resources.vehicles import VEHICLES_FILE, load_vehicles
from commandcenter.resources.watch import WATCH_FILE, WatchRules, load_watch

__all__ = ["Care", "Carrier", "Catalogue", "IncidentType", "Kit", "SupplyItem", "Term", "Terms", "UnitKind", "default_catalogue", "load_catalogue"]
FILES = (
    "capabilities.csv",
    CHANNELS_FILE,
    DATA_CLASSES_FILE,
    *LOGISTICS_FILES,
    "incident_types.csv",
    MESSAGES_FILE,
    PLAN_RULES_FILE,
    "plans.toml",
    POLICY_FILE,
    QUESTIONS_FILE,
    RULES_FILE,
    "unit_kinds.csv",
    VEHICLES_FILE,
    WATCH_FILE,
)
"""What a catalogue is loaded from, and so what may be changed."""


@dataclass(frozen=True, slots=True)
class IncidentType(Term):
    """A kind of incident."""

    icon: str
    """Icon name as `qtawesome` knows it."""
    priority: Priority
    emergency_class: EmergencyClass
    grade: Grade
    plan: str
    apco: str
    """APCO ANS 2.103.1 common incident type code."""


@dataclass(frozen=True, slots=True)
class Capability(Term):
    """Something that units can do or have."""

    unit: str
    """What the number at a unit counts, where plans ask for an amount of it (`l`, `l/min`); empty: pieces."""


@dataclass(frozen=True, slots=True)
class UnitKind(Term):
    """A kind of unit with what such a unit usually has."""

    icon: str
    profile: str
    """Vehicle profile for the roads."""
    turnout_s: int
    """From alarm to wheels rolling, when standing at the station."""
    crew: int
    min_crew: int
    prefix: str
    """Start of a callsign."""
    service: str
    capabilities: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All of it, checked. Safe in any thread."""

    types: Mapping[str, IncidentType]
    capabilities: Mapping[str, Capability]
    plans: Mapping[str, ResponsePlan]
    plan_rules: PlanRules
    kinds: Mapping[str, UnitKind]
    items: Mapping[str, SupplyItem]
    kits: Mapping[str, Kit]
    carriers: Mapping[str, Carrier]
    """Unit kind → what it can carry."""
    care: Mapping[str, Care]
    profiles: Mapping[str, Profile]
    """Vehicles as the roads see them."""
    rules: StatusRules
    policy: Policy
    watch: WatchRules
    questions: Questions
    channels: tuple[Channel, ...]
    data_classes: Mapping[str, DataClass]
    """What is collected, and who may see it how long."""
    messages: tuple[Template, ...]
    digest: str
    """SHA-256 of the files, hexadecimal."""

    @property
    def version(self) -> str:
        """Return the short form of the digest that decisions are logged with."""
        return self.digest[:12]

    def type_of(self, code: str) -> IncidentType:
        """Return an incident type; `Refused` when there is none."""
        found = self.types.get(code)
        if found is None:
            raise Refused("There is no incident type {type}.", type=code)
        return found

    def plan_of(self, code: str) -> ResponsePlan:
        """Return the response plan of an incident type; `Refused` when there is no such type."""
        return self.plans[self.type_of(code).plan]

    def response(self, code: str, at: LonLat, alarm_level: int, now_ms: int, grade: int | None = None) -> Response:
        """Return the plan that holds for an incident there and then, with the rule that chose it; `Refused` when there is no such type.

        `grade` is the incident's, `None`: the type's own.
        """
        kind = self.type_of(code)
        grade = int(kind.grade) if grade is None else grade
        return self.plan_rules.response(kind.code, self.plans[kind.plan], self.plans, at, alarm_level, grade, now_ms)

    def capability(self, code: str) -> Capability:
        """Return a capability; one that is not in the catalogue stands for itself."""
        return self.capabilities.get(code, Capability(code, code, code, ""))

    def item(self, code: str) -> Term:
        """Return the term of goods; goods that are not in the catalogue stand for themselves."""
        return self.items.get(code, Term(code, code, code))

    def expand(self, goods: Mapping[str, int]) -> dict[str, int]:
        """Return goods by item, kits taken apart."""
        found: dict[str, int] = {}
        for code, quantity in goods.items():
            kit = self.kits.get(code)
            for item, count in (kit.items if kit is not None else {code: 1}).items():
                found[item] = found.get(item, 0) + count * quantity
        return found

    def find_type(self, text: str) -> IncidentType:
        """Return the type a person means: code, first part of a code, APCO code or name in either language.

        Where several fit (`fire`), the first of the table is meant. `Refused` where none does.
        """
        wanted = text.strip().casefold().replace(" ", "_")
        exact = [t for t in self.types.values() if wanted in (t.code, t.apco.casefold(), t.en.casefold().replace(" ", "_"), t.zh)]
        loose = [t for t in self.types.values() if wanted and wanted in (t.code.split(".")[0], t.code.split(".")[-1], t.plan)]
        if not exact + loose:
            raise Refused("There is no incident type {type}.", type=text)
        return (exact + loose)[0]


def load_catalogue(folder: Path) -> Catalogue:
    """Read and check a catalogue folder; `KnownError` names file, line and column of the first fault."""
    capabilities = _load_capabilities(folder / "capabilities.csv")
    items = load_items(folder)
    kits = load_kits(folder, items)
    goods = {code: {code: 1} for code in items} | {code: kit.items for code, kit in kits.items()}
    profiles = load_vehicles(folder / VEHICLES_FILE)
    kinds = _load_kinds(folder / "unit_kinds.csv", capabilities, profiles)
    plans = load_plans(folder / "plans.toml", capabilities, goods)
    types = _load_types(folder / "incident_types.csv", plans)
    for name, rows in (("capabilities.csv", capabilities), ("unit_kinds.csv", kinds), ("incident_types.csv", types)):
        if not rows:
            raise KnownError("{file}: there is no row under the names of the columns.", file=name)
    return Catalogue(
        types=types,
        capabilities=capabilities,
        plans=plans,
        plan_rules=load_plan_rules(folder / PLAN_RULES_FILE, types, plans, capabilities, goods),
        kinds=kinds,
        items=items,
        kits=kits,
        carriers=load_carriers(folder, kinds),
        care=load_care(folder),
        profiles=profiles,
        rules=load_rules(folder / RULES_FILE),
        policy=load_policy(folder / POLICY_FILE, capabilities, types),
        watch=load_watch(folder / WATCH_FILE),
        questions=load_questions(folder / QUESTIONS_FILE),
        channels=load_channels(folder / CHANNELS_FILE),
        data_classes=load_data_classes(folder / DATA_CLASSES_FILE),
        messages=load_messages(folder / MESSAGES_FILE),
        digest=_digest(folder),
    )


@lru_cache(maxsize=1)
def default_catalogue() -> Catalogue:
    """Return the shipped catalogue."""
    return load_catalogue(assets_dir() / "catalogue")


def _load_capabilities(path: Path) -> dict[str, Capability]:
    rows = read_unique(path, ("code", "en", "zh"), optional=("unit",))
    return {row.text("code"): Capability(*names_of(row), row.cells["unit"].strip()) for row in rows}


def _load_types(path: Path, plans: Mapping[str, ResponsePlan]) -> dict[str, IncidentType]:
    columns = ("code", "en", "zh", "icon", "priority", "class", "grade", "plan", "apco")
    return {
        row.text("code"): IncidentType(
            *names_of(row),
            icon=row.text("icon"),
            priority=Priority(row.number("priority", 1, 5)),
            emergency_class=row.parse("class", EmergencyClass, say("one of the four classes")),
            grade=Grade(row.number("grade", 1, 4)),
            plan=row.one_of("plan", plans, say("response plan")),
            apco=row.text("apco"),
        )
        for row in read_unique(path, columns)
    }


def _load_kinds(path: Path, capabilities: Mapping[str, Term], profiles: Mapping[str, Profile]) -> dict[str, UnitKind]:
    columns = ("code", "en", "zh", "icon", "profile", "turnout_s", "crew", "min_crew", "prefix", "service", "capabilities")
    return {
        row.text("code"): UnitKind(
            *names_of(row),
            icon=row.text("icon"),
            profile=row.one_of("profile", profiles, say("vehicle profile")),
            turnout_s=row.number("turnout_s", 0, 3600),
            crew=row.number("crew", 1, 60),
            min_crew=row.number("min_crew", 1, row.number("crew", 1, 60)),
            prefix=row.text("prefix"),
            service=row.text("service"),
            capabilities=quantities_of(row, "capabilities", capabilities, say("capability")),
        )
        for row in read_unique(path, columns)
    }


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for name in FILES:
        whole.update(name.encode() + b"\0" + hashlib.sha256((folder / name).read_bytes()).digest())
    return whole.hexdigest()

"""A virtual player: answers calls, accepts the engine's own recommendations after thinking for a while, closes what is over. An actor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from commandcenter.dispatch.desk import Desk
from commandcenter.dispatch.jsonform import kept_json
from commandcenter.exercise.agenda import Agenda
from commandcenter.exercise.injects import Injects
from commandcenter.exercise.scenario import Scenario
from commandcenter.exercise.stage import DeskStage
from commandcenter.model.commands import AcceptRecommendation, SetIncidentState
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import IncidentState
from commandcenter.picture.views import IncidentView

ACTOR = "player"
RETRY_S = 120.0
"""When somebody is still missing, the player asks again."""
MOST_TRIES = 30
CLOSE_AFTER_S = 30.0
_WORKED_ON = (IncidentState.ON_SCENE, IncidentState.UNDER_CONTROL)


@dataclass(frozen=True, slots=True)
class PlayerState:
    """A snapshot."""

    tries: Mapping[Id, int]
    levels: Mapping[Id, int]
    closing: frozenset[Id]
    heard: frozenset[str]
    """Injects whose calls it has heard ring."""


class VirtualPlayer:
    """Plays a dispatcher who trusts the engine."""

    def __init__(self, desk: Desk, stage: DeskStage, agenda: Agenda, injects: Injects, scenario: Scenario, look: Callable[[], None]) -> None:
        """`look` brings the positions up to date before the player asks who is near; the scenario says how long it takes over what."""
        self._desk = desk
        self._stage = stage
        self._agenda = agenda
        self._injects = injects
        self._accept_after_ms = round(scenario.accept_after_s * 1000)
        self._answer_after_ms = round(scenario.answer_after_s * 1000)
        self._look = look
        self._tries: dict[Id, int] = {}
        self._levels: dict[Id, int] = {}
        self._closing: set[Id] = set()
        self._heard: set[str] = set()
        self._touched: set[Id] = {incident.id for incident in desk.picture.incidents()}
        self.close = desk.subscribe(self._notice)

    def _notice(self, changes: Changes) -> None:
        self._touched |= changes.of(Kind.INCIDENT)

    async def settle(self) -> None:
        """Take note of calls that ring, of new incidents, higher alarm levels and incidents that everybody has left."""
        for call in self._injects.ringing():
            if call.number not in self._heard:
                self._heard.add(call.number)
                self._agenda.plan(call.rang_ms + self._answer_after_ms, ACTOR, "answer", call.number)
        touched, self._touched = sorted(self._touched), set()
        for incident_id in touched:
            incident = self._desk.picture.incident(incident_id)
            if incident is None or not incident.open:
                continue
            if self._levels.get(incident_id) != incident.alarm_level:
                self._levels[incident_id] = incident.alarm_level
                self._tries[incident_id] = 0
                self._plan(self._accept_after_ms, "dispatch", incident_id)
            if incident.state in _WORKED_ON and not incident.units and incident_id not in self._closing:
                self._closing.add(incident_id)
                self._plan(round(CLOSE_AFTER_S * 1000), "close", incident_id)

    def _plan(self, after_ms: int, what: str, incident_id: Id) -> None:
        self._agenda.plan(self._stage.now_ms() + after_ms, ACTOR, what, incident_id)

    async def act(self, what: str, about: str, step: int) -> None:
        """Answer a call, send who is recommended, or close."""
        if what == "answer":
            await self._answer(about)
            return
        incident = self._desk.picture.incident(Id(about))
        if incident is None or not incident.open:
            return
        if what == "close":
            self._closing.discard(incident.id)
            if not incident.units:
                await self._stage.do(SetIncidentState(incident.id, IncidentState.CLOSED))
        else:
            await self._dispatch(incident)

    async def _answer(self, number: str) -> None:
        """Take a call that still rings, and write down at once what the caller tells; of a place that is not here others may hear."""
        call = next((one for one in self._injects.ringing() if one.number == number), None)
        if call is None:
            return
        try:
            told = self._injects.told(number)
        except Refused:
            return
        self._injects.answer(number)
        await self._stage.do(replace(told, rang_ms=call.rang_ms, answered_ms=self._stage.now_ms()))

    async def _dispatch(self, incident: IncidentView) -> None:
        self._look()
        advice = await self._desk.recommend(incident.id)
        units = tuple((unit.unit_id, unit.slot) for unit in advice.units)
        supplies = tuple((source.depot_id, source.item, source.quantity) for source in advice.supplies)
        if units or supplies:
            await self._stage.do(AcceptRecommendation(incident.id, units, supplies, kept_json(advice)))
        self._tries[incident.id] = tries = self._tries.get(incident.id, 0) + 1
        if advice.unfilled and tries < MOST_TRIES and not _gone(incident):
            self._plan(round(RETRY_S * 1000), "dispatch", incident.id)

    def state(self) -> PlayerState:
        """Return a snapshot."""
        return PlayerState(dict(self._tries), dict(self._levels), frozenset(self._closing), frozenset(self._heard))

    def restore(self, state: PlayerState) -> None:
        """Go back to a snapshot."""
        self._tries, self._levels, self._closing = dict(state.tries), dict(state.levels), set(state.closing)
        self._heard = set(state.heard)
        self._touched = set()


def _gone(incident: IncidentView) -> bool:
    """Return whether the work there is over: whoever was missing is not needed any more."""
    return incident.state in _WORKED_ON and not incident.units

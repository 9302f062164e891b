"""The MSEL in play: fires what is due, watches for the expected actions, lets triggers follow. An actor of the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from commandcenter.exercise.agenda import Agenda
from commandcenter.exercise.crews import Crews
from commandcenter.exercise.effects import Effect, Effects
from commandcenter.exercise.guide import Hint
from commandcenter.exercise.other_desk import OtherDesk
from commandcenter.exercise.ringing import TALK_MS, RingingCall, ring_ms
from commandcenter.exercise.rules import Scene, fulfilled
from commandcenter.exercise.scenario import Inject, Scenario, When
from commandcenter.exercise.stage import DeskStage
from commandcenter.model.commands import ReportIncident
from commandcenter.model.entries import EntryId
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say

ACTOR = "injects"


class Standing(StrEnum):
    """Where an inject stands."""

    PLANNED = "planned"
    WAITING = "waiting"
    """Fired; the expected action has not been seen yet."""
    FULFILLED = "fulfilled"
    LATE = "late"
    """The expected action came after the deadline."""
    MISSED = "missed"
    FIRED = "fired"
    """Fired; nothing is expected."""
    SKIPPED = "skipped"
    FAILED = "failed"
    """The desk or the region would not have it."""


@dataclass(frozen=True, slots=True)
class Play:
    """One inject in play."""

    standing: Standing = Standing.PLANNED
    fired_ms: int | None = None
    done_ms: int | None = None
    """When the expected action was seen."""
    incident: Id | None = None
    why_not: Sentence | None = None
    """Why it, or one of its further effects, could not happen."""
    rings: bool = False
    """Fired; the call rings, or is answered and not written down yet."""
    answered_ms: int | None = None
    """When a player answered it."""
    call: Id | None = None
    """The call that the player wrote down."""
    joined: bool = False
    """Whether the player put the call to an incident that was known already."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a controller changed, so that it can be taken back."""

    number: str
    inject: Inject | None
    """As it was; `None`: it was added."""
    play: Play


@dataclass(frozen=True, slots=True)
class InjectsState:
    """A snapshot."""

    plays: Mapping[str, Play]
    injects: Mapping[str, Inject]
    staged: frozenset[EntryId]
    versions: Mapping[str, int]
    changes: tuple[Change, ...]


_SAID: Mapping[Standing, Sentence] = {
    Standing.PLANNED: say("planned"),
    Standing.WAITING: say("waiting for what is expected"),
    Standing.FULFILLED: say("fulfilled"),
    Standing.LATE: say("fulfilled late"),
    Standing.MISSED: say("missed"),
    Standing.FIRED: say("over"),
    Standing.SKIPPED: say("left out"),
    Standing.FAILED: say("one that could not happen"),
}


Fulfilment = tuple[int, int]
"""(fulfilled in time, expected so far): `7/10`."""


class Injects:
    """All injects of an exercise. Controllers fire, skip and edit them live."""

    def __init__(
        self, scenario: Scenario, agenda: Agenda, stage: DeskStage, crews: Crews, other: OtherDesk, language: str, *, rings: bool = False
    ) -> None:
        """Know all injects; `plan` puts them on the agenda. `language`: of their texts; `rings`: somebody can answer calls."""
        self._answered = rings
        self._rings = scenario.rings
        self._calls: dict[str, None] = {}
        """Injects whose calls ring, or are answered and not written down."""
        self._injects: Mapping[str, Inject] = {inject.number: inject for inject in scenario.injects}
        self._guide = scenario.guide
        self._start_ms = scenario.start_ms
        self._agenda = agenda
        self._picture = stage.desk.picture
        self._now = stage.now_ms
        self._plays: dict[str, Play] = {number: Play() for number in self._injects}
        self._staged: frozenset[EntryId] = frozenset()
        self._versions: dict[str, int] = {}
        """How often each inject was changed: what was planned for an earlier version of it does not happen."""
        self._changes: tuple[Change, ...] = ()
        self._effects = Effects(stage, crews, other, language, self.incident_of)
        self._watched: dict[str, None] = {}
        """Injects whose expected action has not been seen, in the order in which they fired."""
        self._looked_at = -1

    def plan(self) -> None:
        """Put everything that has a time of its own on the agenda; once, before the start."""
        for inject in self._injects.values():
            if inject.trigger is None:
                self._agenda.plan(self._start_ms + inject.offset_ms, ACTOR, "fire", inject.number)

    def all(self) -> list[tuple[Inject, Play]]:
        """Return every inject with where it stands, in the order of the sheet."""
        return [(inject, self._plays[number]) for number, inject in self._injects.items()]

    def play(self, number: str) -> Play | None:
        """Return where an inject stands."""
        return self._plays.get(number)

    def incident_of(self, number: str) -> Id | None:
        """Return the incident that an inject opened, or that it is about."""
        asked: set[str] = set()
        while number in self._injects and number not in asked:
            asked.add(number)
            opened = self._plays[number].incident
            if opened is not None:
                return opened
            number = self._injects[number].details.get("incident", "")
        return None

    def fulfilment(self) -> Fulfilment:
        """Return how many expected actions were taken in time, of how many injects that fired."""
        scored = [self._plays[number].standing for number, inject in self._injects.items() if inject.scored]
        expected = [standing for standing in scored if standing not in (Standing.PLANNED, Standing.SKIPPED, Standing.FAILED)]
        return sum(standing is Standing.FULFILLED for standing in expected), len(expected)

    def hint(self) -> Hint | None:
        """Return what a guided exercise now says: its first step whose rule does not hold yet."""
        for step in self._guide:
            scene = Scene(self._picture, self.incident_of(step.about), self._start_ms, self._now(), self._staged, self.incident_of)
            if not fulfilled(step.until, scene):
                return Hint(step.text, step.help, self._plays[step.about].fired_ms if step.about in self._plays else self._start_ms)
        return None

    def next_ms(self) -> int | None:
        """Return when the next inject happens, `None` when none has a moment."""
        planned = (inject for number, inject in self._injects.items() if self._plays[number].standing is Standing.PLANNED)
        moments = (due_ms for inject in planned if (due_ms := self._due_ms(inject)) is not None)
        first_ms = min(moments, default=None)
        return None if first_ms is None else max(self._now(), first_ms)

    def fire_now(self, number: str) -> None:
        """Let an inject happen at once (controller). Raises `Refused`."""
        self._planned(number)
        self._keep(replace(self._injects[number], trigger=None, offset_ms=self._now() - self._start_ms))
        self._plan_anew(number)

    def skip(self, number: str) -> None:
        """Leave an inject out (controller). Raises `Refused`."""
        self._planned(number)
        self._remember(number)
        self._plays[number] = replace(self._plays[number], standing=Standing.SKIPPED)

    def edit(self, inject: Inject) -> None:
        """Change an inject that has not happened, or add one (controller). Raises `Refused`, also for a moment that is over."""
        if inject.number in self._injects:
            self._planned(inject.number)
        due_ms = self._due_ms(inject)
        if due_ms is not None and due_ms < self._now():
            raise Refused("The moment of inject {number} is over; give it a later one.", number=inject.number)
        self._remember(inject.number)
        self._keep(inject)
        self._plays.setdefault(inject.number, Play())
        self._plan_anew(inject.number)

    def take_back(self) -> str:
        """Take back the last change of an inject that has not happened (controller); return its number. Raises `Refused`."""
        open_ = (Standing.PLANNED, Standing.SKIPPED)
        places = [n for n, change in enumerate(self._changes) if self._plays[change.number].standing in open_]
        if not places:
            raise Refused("There is no change of an inject that could be taken back.")
        change = self._changes[places[-1]]
        due_ms = self._due_ms(change.inject) if change.inject is not None else None
        if due_ms is not None and due_ms < self._now():
            raise Refused("The moment of inject {number} is over; give it a later one.", number=change.number)
        self._changes = self._changes[: places[-1]]
        if change.inject is None:
            self._injects = {number: inject for number, inject in self._injects.items() if number != change.number}
            del self._plays[change.number]
        else:
            self._keep(change.inject)
            self._plays[change.number] = change.play
        self._plan_anew(change.number)
        return change.number

    def _remember(self, number: str) -> None:
        self._changes = (*self._changes, Change(number, self._injects.get(number), self._plays.get(number, Play())))

    def _due_ms(self, inject: Inject) -> int | None:
        """Return when an inject happens; `None` while it waits for another."""
        trigger = inject.trigger
        if trigger is None:
            return self._start_ms + inject.offset_ms
        source, play = self._injects.get(trigger.number), self._plays.get(trigger.number)
        if source is None or play is None:
            return None
        came_ms = _came_ms(trigger.when, source, play)
        return None if came_ms is None else came_ms + inject.offset_ms

    def _plan_anew(self, number: str) -> None:
        """Let only the present version of an inject happen, at its moment."""
        self._versions[number] = self._versions.get(number, 0) + 1
        inject = self._injects.get(number)
        due_ms = self._due_ms(inject) if inject is not None else None
        if due_ms is not None:
            self._agenda.plan(due_ms, ACTOR, "fire", number, self._versions[number])

    def _keep(self, inject: Inject) -> None:
        """Put an inject into a new table: snapshots keep the old one."""
        self._injects = {**self._injects, inject.number: inject}

    def _planned(self, number: str) -> None:
        play = self._plays.get(number)
        if play is None:
            raise Refused("There is no inject {number}.", number=number)
        if play.standing is not Standing.PLANNED:
            raise Refused("Inject {number} is {standing} already.", number=number, standing=_SAID[play.standing])

    def ringing(self) -> list[RingingCall]:
        """Return the calls that ring, the longest first."""
        open_ = [(number, play) for number in self._calls if (play := self._plays[number]).answered_ms is None]
        return [RingingCall(number, play.fired_ms or 0, self._injects[number].details.get("phone", "")) for number, play in open_]

    def told(self, number: str) -> ReportIncident:
        """Return what the caller of an inject tells. Raises `Refused` for a place that the region does not have."""
        return self._effects.reported(self._injects[number])

    def answer(self, number: str) -> None:
        """A player answers a call that rings. Raises `Refused`."""
        play = self._plays.get(number)
        if play is None or not play.rings or play.answered_ms is not None:
            raise Refused("This call does not ring any more; somebody else has answered it.")
        self._plays[number] = replace(play, answered_ms=self._now())
        self._agenda.plan(self._now() + TALK_MS, ACTOR, "taken", number)

    async def act(self, what: str, about: str, step: int) -> None:
        """Fire an inject, let somebody else take its call, or see that its deadline is over."""
        inject, play = self._injects.get(about), self._plays.get(about)
        if inject is None or play is None:
            return
        if what == "fire" and play.standing is Standing.PLANNED and step == self._versions.get(about, 0):
            await self._fire(inject)
        elif what == "taken" and play.rings and self._now() >= self._waits_until_ms(inject, play):
            await self._take(inject, play)
        elif what == "deadline" and play.standing is Standing.WAITING:
            self._look(inject)
            if self._plays[about].standing is Standing.WAITING:
                self._plays[about] = replace(play, standing=Standing.MISSED)
                self._follow(about, When.MISSING)

    def _waits_until_ms(self, inject: Inject, play: Play) -> int:
        """Return until when a call waits for the player."""
        return play.answered_ms + TALK_MS if play.answered_ms is not None else (play.fired_ms or 0) + ring_ms(inject, self._rings)

    async def _fire(self, inject: Inject) -> None:
        now_ms = self._now()
        rings_ms = ring_ms(inject, self._rings) if self._answered else 0
        effect = Effect() if rings_ms else await self._effects.carry_out(inject)
        standing = Standing.FAILED if not effect.done else Standing.WAITING if inject.scored else Standing.FIRED
        self._plays[inject.number] = Play(standing, now_ms, None, effect.incident, effect.why_not or effect.short, bool(rings_ms))
        self._staged |= frozenset(effect.entries)
        if rings_ms:
            self._calls[inject.number] = None
            self._agenda.plan(now_ms + rings_ms, ACTOR, "taken", inject.number)
            self._agenda.stirred = True  # whoever sits at the desk hears it
        if standing is Standing.WAITING:
            self._watched[inject.number] = None
        if standing is Standing.WAITING and inject.deadline_ms is not None:
            self._agenda.plan(now_ms + inject.deadline_ms, ACTOR, "deadline", inject.number)
        if effect.done:
            self._follow(inject.number, When.FIRED)

    async def _take(self, inject: Inject, play: Play) -> None:
        """Let another call taker write down a call that nobody has answered, or that was answered and given up."""
        effect = await self._effects.carry_out(inject, play.fired_ms)
        del self._calls[inject.number]
        self._staged |= frozenset(effect.entries)
        standing = play.standing if effect.done else Standing.FAILED
        if not effect.done:
            self._watched.pop(inject.number, None)
        self._plays[inject.number] = replace(play, standing=standing, incident=effect.incident, why_not=effect.why_not or effect.short, rings=False)

    async def _written_down(self, number: str) -> None:
        """See whether a player has written an answered call down: its incident is the inject's then, and what else the inject brings happens."""
        play, inject = self._plays[number], self._injects[number]
        known = {other.call for other in self._plays.values()}
        calls = (call for call in self._picture.calls() if call.rang_ms == play.fired_ms and call.incident is not None and call.id not in known)
        call = next(calls, None)
        if play.answered_ms is None or call is None:
            return
        earlier = (other for other in self._picture.calls() if other.id != call.id and other.taken_ms <= call.taken_ms)
        joined = any(other.incident == call.incident for other in earlier)
        del self._calls[number]
        self._plays[number] = replace(play, incident=call.incident, rings=False, call=call.id, joined=joined)
        effect = await self._effects.further(inject, call.incident)
        self._staged |= frozenset(effect.entries)
        self._plays[number] = replace(self._plays[number], why_not=effect.short)

    def _follow(self, number: str, when: When) -> None:
        """Plan the injects that wait for this."""
        for inject in self._injects.values():
            trigger = inject.trigger
            if trigger is not None and trigger.number == number and trigger.when is when:
                self._agenda.plan(self._now() + inject.offset_ms, ACTOR, "fire", inject.number, self._versions.get(inject.number, 0))

    async def settle(self) -> None:
        """Look whether an expected action was taken, when the picture has changed."""
        count = self._picture.count()
        if count == self._looked_at:
            return
        self._looked_at = count
        for number in tuple(self._calls):
            await self._written_down(number)
        for number in tuple(self._watched):
            self._look(self._injects[number])

    def _look(self, inject: Inject) -> None:
        play = self._plays[inject.number]
        if play.fired_ms is None or inject.number not in self._watched:
            return
        scene = Scene(self._picture, self.incident_of(inject.number), play.fired_ms, self._now(), self._staged, self.incident_of, play.joined)
        if fulfilled(inject.match, scene):
            late = play.standing is Standing.MISSED
            del self._watched[inject.number]
            self._plays[inject.number] = replace(play, standing=Standing.LATE if late else Standing.FULFILLED, done_ms=self._now())
            if not late:
                self._follow(inject.number, When.AFTER)

    def state(self) -> InjectsState:
        """Return a snapshot."""
        return InjectsState(dict(self._plays), self._injects, self._staged, dict(self._versions), self._changes)

    def restore(self, state: InjectsState) -> None:
        """Go back to a snapshot."""
        self._plays, self._injects, self._staged = dict(state.plays), state.injects, state.staged
        self._versions, self._changes = dict(state.versions), state.changes
        open_ = (n for n, play in self._plays.items() if play.standing in (Standing.WAITING, Standing.MISSED))
        self._watched = dict.fromkeys(sorted(open_, key=lambda n: (self._plays[n].fired_ms or 0, n)))
        self._calls = {number: None for number, play in self._plays.items() if play.rings}
        self._looked_at = -1


def _came_ms(when: When, source: Inject, play: Play) -> int | None:
    """Return when what a trigger waits for came true; `None` while it has not."""
    match when:
        case When.FIRED:
            return None if play.standing is Standing.FAILED else play.fired_ms
        case When.AFTER:
            return play.done_ms if play.standing is Standing.FULFILLED else None
        case When.MISSING:
            late = play.standing in (Standing.MISSED, Standing.LATE) and play.fired_ms is not None and source.deadline_ms is not None
            return (play.fired_ms or 0) + (source.deadline_ms or 0) if late else None

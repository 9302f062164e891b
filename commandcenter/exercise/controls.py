"""What controllers do to a run, at its own computer or at others: done here, one after the other, and told to all staff with who did it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from commandcenter.exercise.acts import Act, Answer, Asked, Edit, Fire, LetTimeRun, SetSpeed, Skip, StopTime, TakeBack, ToMoment, ToNextInject
from commandcenter.exercise.clock import Pace
from commandcenter.exercise.course import Course
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say


@dataclass(frozen=True, slots=True)
class Ask:
    """What a controller at another computer wants done."""

    id: Id
    act: Act
    by: str
    device: Id
    """The computer it came from."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a controller did, or was refused."""

    at_ms: int
    """Exercise time."""
    by: str
    act: Act
    ask: Id | None = None
    """What it answers; `None`: done at the leading computer."""
    refused: Sentence | None = None


class Controls:
    """The hand on a run and its clock. In the thread of its loop."""

    def __init__(self, course: Course, pace: Pace) -> None:
        """Lead a run."""
        self.course, self.pace = course, pace

    async def do(self, act: Act, ask: Id | None = None) -> None:
        """Do it at once; `ask` tells apart what other computers ask for, so that each counts once. Raises `Refused`."""
        match act:
            case LetTimeRun():
                self.pace.run()
            case StopTime():
                self.pace.pause()
            case SetSpeed(times):
                self.pace.set_speed(times)
            case ToNextInject():
                moment_ms = self.course.next_inject_ms()
                if moment_ms is None:
                    raise Refused("No inject is planned any more.")
                self.pace.jump(moment_ms, self.course.clock.wall_ms())
            case ToMoment(at_ms):
                if at_ms > self.course.scenario.end_ms:
                    raise Refused("The exercise is over by then.")
                self.pace.jump(at_ms, self.course.clock.wall_ms())
            case _:
                await self.course.control(act if ask is None else Asked(ask, act))

    async def answer(self, ask: Ask) -> Deed:
        """Do what was asked for; return how it went."""
        refused = None
        try:
            await self.do(ask.act, ask.id)
        except Refused as refusal:
            refused = refusal.sentence
        return Deed(self.course.clock.wall_ms(), ask.by, ask.act, ask.id, refused)


def said(act: Act) -> Sentence:
    """Return what a controller did, for people."""
    if isinstance(act, Edit):
        return replace(_SAID[Edit], params={"number": act.inject.number, "time": act.inject.time})
    return replace(_SAID[type(act)], params={field.name: getattr(act, field.name) for field in fields(act)})


_SAID: Mapping[type[Act], Sentence] = {
    Fire: say("let inject {number} happen"),
    Skip: say("left inject {number} out"),
    Edit: say("wrote inject {number}, time {time}"),
    TakeBack: say("took the last change back"),
    Answer: say("answered the call of inject {number}"),
    LetTimeRun: say("let time run"),
    StopTime: say("stopped time"),
    SetSpeed: say("set the speed to ×{times:g}"),
    ToNextInject: say("went to the next inject"),
    ToMoment: say("went on to a later moment"),
}

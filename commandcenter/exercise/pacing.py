"""Keeps a run in step with the wall while a window is open: as fast as its pace says, never faster than it can."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from commandcenter.exercise.clock import Pace
from commandcenter.exercise.course import Course
from commandcenter.model.clock import Clock

TICK_S = 0.1


async def keep_pace(
    course: Course, pace: Pace, wall: Clock, paused: Callable[[], None] = lambda: None, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> None:
    """Run until the exercise's end or until cancelled.

    Faster than ×10, and in a jump, time stops by itself at a top-priority incident that nobody has looked at; `paused` is then called.
    """
    last_s = wall.monotonic_s()
    while course.clock.wall_ms() < course.scenario.end_ms:
        await sleep(TICK_S)
        now_s, careful = wall.monotonic_s(), pace.careful
        moment_ms = min(pace.next_moment(course.clock.wall_ms(), now_s - last_s), course.scenario.end_ms)
        last_s = now_s
        await course.advance_to(moment_ms, course.unlooked if careful else None)
        course.crews.show_positions()
        if careful and course.unlooked():
            pace.pause()
            paused()

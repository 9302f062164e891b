"""The controller's run as other computers take part in it."""

from __future__ import annotations

from dataclasses import replace

from commandcenter.app.connection_choice import hub_url
from commandcenter.app.exercise_sync import ExerciseLink, Host, Ways, keys_of
from commandcenter.app.exercises import run_path
from commandcenter.app.home import Home
from commandcenter.exercise.clock import Pace
from commandcenter.exercise.course import Course
from commandcenter.exercise.invitation import write_invitation
from commandcenter.exercise.review import Notebook
from commandcenter.model.clock import SystemClock
from commandcenter.sync.lan.circle import LanOptions
from commandcenter.ui.exercise.port import Shared


class Sharing:
    """One shared run. The loop's thread."""

    EVERY_S = 0.5

    def __init__(self, course: Course, home: Home, hub: str, pace: Pace) -> None:
        """Prepare. Raises `Refused` for an address that cannot be, `KnownError` when the keystore fails."""
        self._invitation = keys_of(home, course.operation, course.scenario.region)
        ways = Ways((hub_url(hub),)) if hub else Ways(lan=LanOptions(self._invitation.key))
        self._link = ExerciseLink(course.desk, course.log, course.writer, home, ways, run_path(home, course.operation).parent)
        self._host = Host(course, self._link, self._invitation, SystemClock(), pace)

    async def begin(self) -> None:
        """Begin the rule of rights, then talk."""
        await self._host.begin()
        self._link.start()

    async def tell(self) -> None:
        """Let guests in and tell what is new."""
        await self._host.tell()

    async def stop(self) -> None:
        """End the talk."""
        await self._link.stop()

    def shown(self) -> Shared:
        """Return what the controller's window shows."""
        guests = tuple((guest.name, guest.role.value) for guest in self._host.guests.values())
        staff = write_invitation(self._invitation)
        player = write_invitation(replace(self._invitation, staff_key=b""))
        return Shared(player, staff, guests, self._link.client.status.sentence())

    def with_theirs(self, own: Notebook) -> Notebook:
        """Return a notebook with what evaluators wrote on their computers."""
        theirs = self._host.book.notebook
        return Notebook(
            [*own.bookmarks, *theirs.bookmarks], [*own.ratings, *theirs.ratings], [*own.hot_wash, *theirs.hot_wash], [*own.actions, *theirs.actions]
        )

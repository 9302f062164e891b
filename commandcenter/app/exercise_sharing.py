"""The controller's run as other computers take part in it."""

from __future__ import annotations

from dataclasses import replace

from commandcenter.app.connection_choice import hub_url
from commandcenter.app.exercise_sync import ExerciseLink, Host, Ways, keys_of
from commandcenter.app.exercises import run_path
from commandcenter.app.home import Home
from commandcenter.exercise.controls import Controls
from commandcenter.exercise.invitation import write_invitation
from commandcenter.exercise.staff import StaffBook
from commandcenter.model.clock import SystemClock
from commandcenter.ui.exercise.port import Shared


class Sharing:
    """One shared run. The loop's thread."""

    EVERY_S = 0.5

    def __init__(self, controls: Controls, home: Home, hub: str, book: StaffBook) -> None:
        """Prepare; `book` reads the staff's notes. Raises `Refused` for an address that cannot be, `KnownError` when the keystore fails."""
        course = controls.course
        self._invitation = keys_of(home, course)
        ways = Ways((hub_url(hub),)) if hub else Ways.to("", self._invitation.key)
        self._link = ExerciseLink(course.desk, course.log, course.writer, home, ways, run_path(home, course.operation).parent)
        self._host = Host(controls, self._link, self._invitation, SystemClock(), book)

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
        state = self._link.client.status
        return Shared(player, staff, guests, state.sentence(), state.lan.listening if state.lan is not None else ())

"""What the windows need to know and do about people and devices; `app` hands in the real thing. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from commandcenter.model.ids import Id
from commandcenter.model.rights import Role
from commandcenter.model.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may take the seat of this computer."""

    id: Id
    name: str
    roles: tuple[Role, ...]
    """Granted roles; empty while nobody was granted any, and for a person who has none."""
    has_pin: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """A request or an approval: a short text to hand over, and the number that both persons read aloud."""

    text: str
    code: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What a laptop asks for."""

    device: Id
    device_name: str
    person: str
    role: Role
    code: str


@dataclass(frozen=True, slots=True)
class Offered:
    """What an approval lets this laptop do."""

    person: str
    role: Role
    region: str
    by: str
    code: str


class Kept(StrEnum):
    """Where the recovery code of an operation is."""

    HERE = "here"
    """In the key store of this computer: it must be printed."""
    ON_PAPER = "on_paper"
    """Printed, and deleted from this computer."""
    UNKNOWN = "unknown"
    """Not on this computer: the operation was begun elsewhere, or by an older program."""
    NEEDLESS = "needless"
    """An exercise."""


class IdentityPort(Protocol):
    """People and devices of this computer. Qt thread; what takes a moment is a coroutine. Raises `Refused` or `KnownError`."""

    @property
    def device(self) -> Id:
        """This device."""

    @property
    def person(self) -> Person:
        """Who sits here."""

    @property
    def wants_pin(self) -> Sentence | None:
        """Why the person should set a PIN now; `None` where there is no need."""

    def subscribe(self, callback: Callable[[], None]) -> None:
        """Have `callback` called whenever somebody else has taken the seat."""

    def people(self) -> tuple[Person, ...]:
        """Return who may take the seat, by name."""

    async def sign_in(self, name: str, pin: str) -> None:
        """Give the seat to a person."""

    async def check_pin(self, pin: str) -> None:
        """Raise `Refused` unless this is the PIN of the person who sits here; wrong tries close the door for longer and longer."""

    async def set_pin(self, new: str, old: str) -> None:
        """Give the person who sits here a new PIN; the old one is asked for where there is one."""

    async def introduce(self, name: str, pin: str) -> None:
        """Give somebody else a PIN on this computer; for supervisors, and for everybody while nobody was granted anything."""

    async def request(self, person: str, role: Role) -> Paper:
        """Write this laptop's request to join an operation."""

    async def read_request(self, text: str) -> Asked:
        """Read another laptop's request."""

    async def approve(self, text: str, role: Role) -> Paper:
        """Enrol the laptop, give its person the role, and write the approval."""

    async def read_approval(self, text: str) -> Offered:
        """Read what was approved for this laptop."""

    async def accept(self, text: str) -> str:
        """Join the operation of an approval; return its region, which is to be opened next."""

    @property
    def recovery(self) -> Kept:
        """Where the recovery code of this operation is."""

    @property
    def wants_recovery(self) -> Sentence | None:
        """Why the recovery paper should be printed now; `None` where there is no need."""

    def recovery_code(self) -> str:
        """Return the recovery code, for printing. A supervisor's right."""

    def recovery_printed(self, typed: str) -> None:
        """Delete the code from this computer; `typed` is its fourth group, read from the paper."""

    async def check_recovery(self, code: str) -> str:
        """Return a recovery code as it is printed. Raises `Refused` where it is mistyped or of another operation."""

    def open_region(self, region: str) -> None:
        """Go on at the desk of a region; this one closes."""

"""People of a computer as the windows see them, in memory."""

from __future__ import annotations

from collections.abc import Callable

from commandcenter.app.enrolment import Request, read_request, write_request
from commandcenter.log.recovery import new_code, read_code
from commandcenter.log.signing import DeviceKey
from commandcenter.model.commands import EnrolDevice, GrantRole, SignIn
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.rights import Role
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.identity.port import Asked, Kept, Offered, Paper, Person

from .world import ACTOR, World

CODE = "4827 1193 0562"
RECOVERY_CODE = new_code(lambda count: bytes(range(count)))
"""Of the operation of `world` where it is founded with a paper."""


class People:
    """An `IdentityPort` that keeps PINs in the open."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.pins: dict[Id, str] = {}
        self.here = (ACTOR, "Anna Berg")
        self.opened: list[str] = []
        self.callbacks: list[Callable[[], None]] = []
        self.wants_pin: Sentence | None = None
        self.kept = Kept.UNKNOWN

    @property
    def device(self) -> Id:
        return self._world.log.device

    @property
    def person(self) -> Person:
        return self._person(*self.here)

    def _person(self, operator: Id, name: str) -> Person:
        return Person(operator, name, self._world.desk.picture.rights.roles_of(operator), operator in self.pins)

    def people(self) -> tuple[Person, ...]:
        granted = {grant.operator: grant.name for grant in self._world.desk.picture.rights.grants() if not grant.revoked}
        names = {**granted, self.here[0]: self.here[1]}
        return tuple(sorted((self._person(one, name) for one, name in names.items()), key=lambda person: person.name))

    def subscribe(self, callback: Callable[[], None]) -> None:
        self.callbacks.append(callback)

    async def sign_in(self, name: str, pin: str) -> None:
        operator = ACTOR if name == "Anna Berg" else derived_id("operator", name.casefold())
        if self.pins.get(operator, "") != pin:
            raise Refused("This is not the right PIN.")
        self._world.desk.actor = operator
        await self._world.desk.submit(SignIn(operator, name, "dispatcher"))
        self.here = operator, name
        for callback in self.callbacks:
            callback()

    async def check_pin(self, pin: str) -> None:
        if self.pins.get(self.here[0], "") != pin:
            raise Refused("This is not the right PIN.")

    async def set_pin(self, new: str, old: str) -> None:
        if self.pins.get(self.here[0], "") != old:
            raise Refused("This is not the right PIN.")
        self.pins[self.here[0]] = new

    async def introduce(self, name: str, pin: str) -> None:
        self.pins[derived_id("operator", name.casefold())] = pin

    async def request(self, person: str, role: Role) -> Paper:
        return Paper(new_request(person, role), CODE)

    async def read_request(self, text: str) -> Asked:
        asked = read_request(text)
        return Asked(asked.device, asked.device_name, asked.person, asked.role, CODE)

    async def approve(self, text: str, role: Role) -> Paper:
        asked = read_request(text)
        await self._world.desk.submit(EnrolDevice(asked.device, asked.device_name, (role.value,)))
        await self._world.desk.submit(GrantRole(derived_id("operator", asked.person.casefold()), asked.person, role.value))
        return Paper("CCAPPROVAL:" + "ABCDE23456" * 40, CODE[::-1])

    async def read_approval(self, text: str) -> Offered:
        if not text.startswith("CCAPPROVAL:"):
            raise KnownError("This is no approval, or it was damaged on the way.")
        return Offered("Ben", Role.FIELD_COMMANDER, "training", "Anna Berg", CODE)

    async def accept(self, text: str) -> str:
        return "training"

    @property
    def recovery(self) -> Kept:
        return self.kept

    @property
    def wants_recovery(self) -> Sentence | None:
        return say("Print the recovery paper") if self.kept is Kept.HERE and self._world.desk.picture.rights.begun else None

    def recovery_code(self) -> str:
        return RECOVERY_CODE

    def recovery_printed(self, typed: str) -> None:
        if typed != RECOVERY_CODE.split()[3]:
            raise Refused("This is not group {number} of the {count} groups of the code. Read it from the paper.", number=4, count=7)
        self.kept = Kept.ON_PAPER

    async def check_recovery(self, code: str) -> str:
        return read_code(code)

    def open_region(self, region: str) -> None:
        self.opened.append(region)


def new_request(person: str = "Ben", role: Role = Role.FIELD_COMMANDER) -> str:
    """Return the request of a new laptop."""
    key = DeviceKey(bytes([4]) * 32)
    return write_request(key, Request(key.public_key, "Toughbook 7", person, role))

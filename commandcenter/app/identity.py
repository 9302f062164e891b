"""People and devices at this computer: who sits here, with which PIN, and how laptops join. Windows and command line use the same."""

from __future__ import annotations

import asyncio
import platform
from collections.abc import Callable
from typing import TypeVar

from commandcenter.app.admission import accept
from commandcenter.app.enrolment import Approval, Request, read_approval, read_request, write_approval, write_request
from commandcenter.app.home import Home
from commandcenter.app.operator import Operator, keep_operator, named_operator
from commandcenter.app.pins import Pins
from commandcenter.app.recovery import RecoveryPaper
from commandcenter.app.session import Session
from commandcenter.app.spoken import spoken_code
from commandcenter.app.stick_keys import own_key
from commandcenter.app.training import TRAINING_REGION
from commandcenter.dispatch.desk import Desk
from commandcenter.dispatch.handlers.recovery import check_code
from commandcenter.log.keys import Vault, load_secrets
from commandcenter.log.recovery import read_code
from commandcenter.model.clock import Clock
from commandcenter.model.commands import EnrolDevice, GrantRole, SignIn
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id
from commandcenter.model.rights import ROLE_SAID, Role
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.identity.port import Asked, Kept, Offered, Paper, Person

T = TypeVar("T")


def pins_of(home: Home, vault: Vault, clock: Clock) -> Pins:
    """Return the book of PINs of a home."""
    return Pins(home.root / "operators.sealed", vault, clock)


class Newcomer:
    """A laptop that asks to join: it needs a key, and no operation yet."""

    def __init__(self, home: Home, vault: Vault) -> None:
        """Use the key of this home."""
        self._home, self._vault = home, vault

    async def request(self, person: str, role: Role) -> Paper:
        """Write this laptop's request to join an operation."""
        key = load_secrets(self._vault).device
        text = write_request(key, Request(key.public_key, platform.node() or "laptop", _name(person), role))
        return await _paper(text)

    async def read_approval(self, text: str) -> Offered:
        """Read what was approved for this laptop."""
        offered = self._approval(text)
        return Offered(offered.person, offered.role, offered.region, offered.by, (await _paper(text)).code)

    async def accept(self, text: str) -> str:
        """Join the operation of an approval; return its region."""
        return accept(self._home, self._approval(text))

    def _approval(self, text: str) -> Approval:
        seed = self._vault.get("device")
        if seed is None:
            raise KnownError("This laptop has made no request yet.")
        return read_approval(seed, text)


class Identity(Newcomer):
    """Implements `ui.identity.port.IdentityPort` over one session."""

    def __init__(self, home: Home, session: Session, pins: Pins | None = None) -> None:
        """Work for the desk of this session."""
        super().__init__(home, session.profile.vault)
        self._session = session
        self._changed: list[Callable[[], None]] = []
        self.open_region: Callable[[str], None] = lambda _region: None
        """What opens the desk of another region; the window's owner sets it."""
        self._paper = RecoveryPaper(self._vault, session.log.operation)
        self._pins = pins or pins_of(home, self._vault, session.desk.clock)

    @property
    def desk(self) -> Desk:
        """The desk whose people these are."""
        return self._session.desk

    def subscribe(self, callback: Callable[[], None]) -> None:
        """Have `callback` called whenever somebody else has taken the seat."""
        self._changed.append(callback)

    @property
    def device(self) -> Id:
        """This device."""
        return self._session.log.device

    @property
    def person(self) -> Person:
        """Who sits here."""
        operator = self._session.operator
        return self._person(operator.id, operator.name)

    @property
    def rights_hold(self) -> bool:
        """Return whether anybody was granted anything in this operation."""
        return self._session.desk.picture.rights.begun

    @property
    def wants_pin(self) -> Sentence | None:
        """Why the person should set a PIN now."""
        if self._session.pack.name == TRAINING_REGION or self._pins.has(self._session.operator.id):
            return None
        return say("This is a live operation and you have no PIN here: whoever sits down can act in your name. Set one with Ctrl+Shift+O.")

    @property
    def recovery(self) -> Kept:
        """Where the recovery code of this operation is."""
        return self._paper.kept

    @property
    def wants_recovery(self) -> Sentence | None:
        """Why the recovery paper should be printed now."""
        if not self.rights_hold or self.recovery is not Kept.HERE or not self._leads():
            return None
        return say(
            "The recovery paper of this operation is not printed yet. Without it nobody can take rights back when this computer is stolen: "
            "“People and devices”, page “Recovery paper”."
        )

    def _leads(self) -> bool:
        return not self.rights_hold or Role.SUPERVISOR in self.person.roles

    def recovery_code(self) -> str:
        """Return the recovery code, for printing."""
        if not self._leads():
            raise Refused("Only a supervisor prints the recovery paper.")
        return self._paper.code()

    def recovery_printed(self, typed: str) -> None:
        """Delete the code from this computer."""
        if not self._leads():
            raise Refused("Only a supervisor prints the recovery paper.")
        self._paper.delete(typed)

    async def check_recovery(self, code: str) -> str:
        """Return a code as it is printed, once it is known to be this operation's."""
        read, operation, founder = read_code(code), self._session.log.operation, self._session.desk.picture.rights.founder()
        await _aside(lambda: check_code(operation, founder, read))
        return read

    def _person(self, operator: Id, name: str) -> Person:
        return Person(operator, name, self._session.desk.picture.rights.roles_of(operator), self._pins.has(operator))

    def people(self) -> tuple[Person, ...]:
        """Return who may take the seat, by name."""
        operator, rights = self._session.operator, self._session.desk.picture.rights
        names = {
            **self._pins.names(),
            **{grant.operator: grant.name for grant in rights.grants() if not grant.revoked},
            operator.id: operator.name,
        }
        return tuple(sorted((self._person(one, name) for one, name in names.items()), key=lambda person: person.name.casefold()))

    async def sign_in(self, name: str, pin: str) -> None:
        """Give the seat to a person, and write it into the log."""
        session = self._session
        rights, operator = session.desk.picture.rights, named_operator(_name(name), session.operator.role)
        if self._pins.has(operator.id):
            await _aside(lambda: self._pins.check(operator.id, pin))
        elif rights.begun and self._pins.names():
            raise Refused(
                "{name} has no PIN on this computer yet. A supervisor who is signed in here gives one under “People and devices”.", name=operator.name
            )
        roles = rights.roles_of(operator.id)
        if rights.begun and not roles:
            raise Refused("{name} has been granted no role in this operation.", name=operator.name)
        if roles:
            operator = Operator(operator.id, operator.name, roles[0].value.replace("_", " "))
        before, session.desk.actor = session.desk.actor, operator.id
        try:
            if not session.fresh:  # the first entry of an operation is its beginning
                await session.desk.submit(SignIn(operator.id, operator.name, operator.role))
        except (Refused, KnownError):
            session.desk.actor = before
            raise
        session.operator = operator
        keep_operator(self._home, operator)
        for callback in self._changed:
            callback()

    async def check_pin(self, pin: str) -> None:
        """Raise `Refused` unless this is the PIN of the person who sits here."""
        await _aside(lambda: self._pins.check(self._session.operator.id, pin))

    async def set_pin(self, new: str, old: str) -> None:
        """Give the person who sits here a new PIN."""
        operator = self._session.operator
        if self._pins.has(operator.id):
            await _aside(lambda: self._pins.check(operator.id, old))
        await _aside(lambda: self._pins.put(operator.id, operator.name, new))
        keep_operator(self._home, operator)

    async def introduce(self, name: str, pin: str) -> None:
        """Give somebody else a PIN on this computer."""
        rights, operator = self._session.desk.picture.rights, named_operator(_name(name), "")
        if rights.begun and Role.SUPERVISOR not in rights.roles_of(self._session.operator.id):
            raise Refused("Only a supervisor gives others a PIN.")
        if not rights.begun and self._pins.has(operator.id) and operator.id != self._session.operator.id:
            raise Refused("{name} has a PIN already.", name=operator.name)
        await _aside(lambda: self._pins.put(operator.id, operator.name, pin))

    async def read_request(self, text: str) -> Asked:
        """Read another laptop's request."""
        asked = read_request(text)
        return Asked(asked.device, asked.device_name, asked.person, asked.role, (await _paper(text)).code)

    async def approve(self, text: str, role: Role) -> Paper:
        """Enrol the laptop, give its person the role, and write the approval."""
        desk, request = self._session.desk, read_request(text)
        person = named_operator(request.person, "")
        known = next((device for device in desk.picture.rights.devices() if device.id == request.device), None)
        if not desk.picture.rights.begun or known is None or known.revoked or role not in known.roles:
            await desk.submit(EnrolDevice(request.device, request.device_name, (role.value,)))
        if role not in desk.picture.rights.roles_of(person.id):
            await desk.submit(GrantRole(person.id, person.name, role.value))
        grants = desk.picture.rights.grants()
        grant = next((one.id for one in grants if one.operator == person.id and one.role is role and not one.revoked), None)
        if grant is None:
            raise Refused("{name} works as {role} by no grant; give one first.", name=person.name, role=ROLE_SAID[role])
        operation, keys = self._session.log.operation, load_secrets(self._vault)
        approval = Approval(
            operation,
            own_key(self._home, operation),
            grant,
            person.id,
            person.name,
            role,
            self._session.pack.name,
            self._session.operator.name,
        )
        return await _paper(write_approval(keys.device, request, approval))


async def _paper(text: str) -> Paper:
    letters = "".join(text.upper().split())
    return Paper(letters, await _aside(lambda: spoken_code(letters.encode())))


async def _aside(work: Callable[[], T]) -> T:
    """Do what takes a moment beside the window's thread."""
    return await asyncio.get_running_loop().run_in_executor(None, work)


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise Refused("A name is missing.")
    return name

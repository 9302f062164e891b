"""A story: the founder's laptop is stolen, Ben revokes it, the thief's program begins rights anew. Hub, desk and neighbour stay as they were."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from aiohttp import web

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.gate import Gate
from commandcenter.hub.replica import HubReplica
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, Entry, EntryType, Key, Kind, Value, Write
from commandcenter.model.ids import NO_AUTH, Id, derived_id, founded_id
from commandcenter.model.rights import Role
from commandcenter.picture.feeds import ends_value
from commandcenter.picture.history import picture_of
from commandcenter.picture.picture import Picture
from commandcenter.picture.standing import grant_id
from commandcenter.sync.messages import Request, write_request
from commandcenter.sync.responder import Verb

FOUNDER, BEN, THIEF = (DeviceKey(bytes([number]) * 32) for number in (31, 32, 33))
OPERATION = founded_id(FOUNDER.id, exercise=False, new_id=lambda: derived_id("op"))
ANN_HERSELF, BEN_HIMSELF, STRANGER = (derived_id("operator", name) for name in ("ann", "ben", "stranger"))


class Desk:
    """A log and the picture of it; `write` signs whatever it is told to, as a modified program would."""

    def __init__(self, key: DeviceKey) -> None:
        self.log = MemoryLog(OPERATION, key, FakeClock())
        self.picture = Picture(OPERATION)

    def write(self, type_: str, kind: Kind, entity: Id, field: str, value: Value, *, actor: Id, auth: Id = NO_AUTH) -> Entry:
        draft = Draft(type_, (Write(Key(kind, entity, field), value),))
        (entry,) = self.log.append([draft], actor=actor, heads=self.picture.heads, auth=auth)
        self._look()
        return entry

    def hear(self, other: Desk) -> None:
        self.log.ingest([row.signed for row in other.log.signed()], sender="neighbour", keys=other.log.device_keys())
        self._look()

    def _look(self) -> None:
        self.picture = picture_of(OPERATION, self.log.entries)

    def begin(self, actor: Id) -> None:
        ends = ends_value(self.picture.rights.feeds.ends())
        self.write(EntryType.RIGHTS_BEGUN, Kind.GRANT, OPERATION, "begun", {"ends": ends}, actor=actor)

    def appoint(self, actor: Id, person: Id, name: str) -> Id:
        value: dict[str, Value] = {"actor": person, "name": name, "role": "supervisor"}
        return grant_id(self.write(EntryType.ROLE_GRANTED, Kind.GRANT, derived_id(name), "role", value, actor=actor).id)

    def enrol(self, actor: Id, device: DeviceKey) -> None:
        value: dict[str, Value] = {"name": "laptop", "roles": ["supervisor"]}
        self.write(EntryType.DEVICE_ENROLLED, Kind.DEVICE, device.id, "enrolled", value, actor=actor)

    def revoke(self, actor: Id, auth: Id, device: DeviceKey) -> None:
        value: dict[str, Value] = {"ends": ends_value(self.picture.rights.feeds.ends()), "reason": "stolen"}
        self.write(EntryType.DEVICE_REVOKED, Kind.DEVICE, device.id, "revoked", value, actor=actor, auth=auth)


@pytest.fixture
def hub(database_url: str) -> Iterator[tuple[HubReplica, Gate]]:
    database = HubDatabase(database_url, bytes(32))
    yield HubReplica(database, OPERATION, FakeClock()), Gate(database)
    database.close()


def may(hub: tuple[HubReplica, Gate], device: DeviceKey) -> bool:
    replica, gate = hub
    try:
        return gate.instead(device.id, Verb.PULL, write_request(Request(OPERATION, {})), replica) is None
    except web.HTTPForbidden:
        return False


@pytest.mark.parametrize("thief_first", [True, False])
def test_the_thief_gains_nothing_at_hub_desk_and_neighbour(hub: tuple[HubReplica, Gate], thief_first: bool) -> None:
    ann, ben, accomplice = Desk(FOUNDER), Desk(BEN), Desk(THIEF)
    ann.begin(ANN_HERSELF)
    bens = ann.appoint(ANN_HERSELF, BEN_HIMSELF, "Ben")
    ann.enrol(ANN_HERSELF, BEN)
    ben.hear(ann)
    ben.revoke(BEN_HIMSELF, bens, FOUNDER)

    accomplice.write("UnitChanged", Kind.UNIT, derived_id("E1"), "name", "mine", actor=STRANGER)
    ann.hear(accomplice)
    ann.begin(STRANGER)
    stolen = ann.appoint(STRANGER, STRANGER, "Stranger")
    ann.enrol(STRANGER, THIEF)
    accomplice.hear(ann)
    accomplice.write("UnitChanged", Kind.UNIT, derived_id("E2"), "name", "mine too", actor=STRANGER, auth=stolen)

    for desk in (accomplice, ann, ben) if thief_first else (ben, ann, accomplice):
        hub[0].ingest([row.signed for row in desk.log.signed()], sender="desk", keys=desk.log.device_keys())
    assert not may(hub, FOUNDER)
    assert not hub[1].standing(hub[0]).roles_on(THIEF.id)
    assert may(hub, BEN)

    neighbour = Desk(DeviceKey(bytes([34]) * 32))
    for desk in (accomplice, ann, ben) if thief_first else (ben, ann, accomplice):
        neighbour.hear(desk)
    ben.hear(accomplice)
    ben.hear(ann)
    for desk in (neighbour, ben):
        rights = desk.picture.rights
        assert rights.roles_of(STRANGER) == ()
        assert Role.SUPERVISOR in rights.roles_of(BEN_HIMSELF)
        assert not any(device.roles for device in rights.devices() if device.id == THIEF.id)
        assert [desk.picture.value(Key(Kind.UNIT, derived_id(name), "name")) for name in ("E1", "E2")] == [None, None]
    assert neighbour.picture.digest() == ben.picture.digest()

"""Who may join the hub, who has joined it, and who was thrown out. In the hub's database, so that all its processes agree."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.schema import ADMISSIONS, INVITATIONS
from commandcenter.model.ids import Id, id_bytes, id_from_bytes


@dataclass(frozen=True, slots=True)
class Admission:
    """A device that has joined. Times are wall time in milliseconds."""

    device: Id
    name: str
    since_ms: int
    ends_ms: int
    """Of its latest certificate."""
    seen_ms: int
    """0: never, since it joined."""
    revoked_ms: int | None


class Registry:
    """Each method is a transaction of its own; any thread, any process. Raises `KnownError` where the database fails."""

    def __init__(self, database: HubDatabase) -> None:
        """Use this database."""
        self._database = database

    def invite(self, secret: bytes, ends_ms: int, uses: int = 1) -> None:
        """Let as many devices join with this secret, until then."""
        with self._database.writing() as connection:
            connection.execute(sa.insert(INVITATIONS).values(secret=_hidden(secret), ends_ms=ends_ms, uses=uses))

    def admit(self, device: Id, secret: bytes, name: str, *, now_ms: int, ends_ms: int) -> bool:
        """Return whether a device may join with a secret, and use that up. A device that asks again with its own may."""
        mine, hidden = ADMISSIONS.c.device == id_bytes(device), _hidden(secret)
        valid = sa.and_(INVITATIONS.c.secret == hidden, INVITATIONS.c.ends_ms > now_ms)
        with self._database.writing() as connection:
            known = connection.execute(sa.select(ADMISSIONS).where(mine).with_for_update()).first()
            if known is not None and known.revoked_ms is not None:
                return False
            again = known is not None and known.secret is not None and bytes(known.secret) == hidden
            fresh = sa.update(INVITATIONS).where(valid, INVITATIONS.c.uses > 0).values(uses=INVITATIONS.c.uses - 1)
            found = connection.execute(sa.select(INVITATIONS.c.uses).where(valid)).first() if again else connection.execute(fresh).rowcount
            if not found:
                return False
            connection.execute(sa.delete(ADMISSIONS).where(mine))
            new = {"device": id_bytes(device), "name": name, "secret": hidden, "since_ms": now_ms, "ends_ms": ends_ms, "seen_ms": 0}
            connection.execute(sa.insert(ADMISSIONS).values(new))
        return True

    def renewed(self, device: Id, *, now_ms: int, ends_ms: int) -> None:
        """Note that a device has a new certificate. One that an old backup has forgotten is known again."""
        with self._database.writing() as connection:
            connection.execute(_KNOWN, {"device": id_bytes(device), "now_ms": now_ms, "ends_ms": ends_ms})
            connection.execute(sa.update(ADMISSIONS).where(ADMISSIONS.c.device == id_bytes(device)).values(ends_ms=ends_ms))

    def seen(self, devices: Mapping[Id, int]) -> None:
        """Note when devices were here last."""
        with self._database.writing() as connection:
            for device, seen_ms in sorted(devices.items()):
                connection.execute(_KNOWN, {"device": id_bytes(device), "now_ms": seen_ms, "ends_ms": 0})
                older = sa.and_(ADMISSIONS.c.device == id_bytes(device), ADMISSIONS.c.seen_ms < seen_ms)
                connection.execute(sa.update(ADMISSIONS).where(older).values(seen_ms=seen_ms))

    def revoke(self, devices: Iterable[Id], now_ms: int) -> None:
        """Refuse devices from now on, for ever; also ones that have never been here."""
        with self._database.writing() as connection:
            for device in sorted(devices):
                connection.execute(_KNOWN, {"device": id_bytes(device), "now_ms": now_ms, "ends_ms": 0})
                still = sa.and_(ADMISSIONS.c.device == id_bytes(device), ADMISSIONS.c.revoked_ms.is_(None))
                connection.execute(sa.update(ADMISSIONS).where(still).values(revoked_ms=now_ms))

    def revoked(self) -> frozenset[Id]:
        """Return who is refused."""
        wanted = sa.select(ADMISSIONS.c.device).where(ADMISSIONS.c.revoked_ms.is_not(None))
        with self._database.reading() as connection:
            return frozenset(id_from_bytes(bytes(row.device)) for row in connection.execute(wanted))

    def admissions(self) -> list[Admission]:
        """Return all devices, in the order in which they came."""
        with self._database.reading() as connection:
            rows = connection.execute(sa.select(ADMISSIONS).order_by(ADMISSIONS.c.since_ms, ADMISSIONS.c.device)).all()
        return [Admission(id_from_bytes(bytes(row.device)), row.name, row.since_ms, row.ends_ms, row.seen_ms, row.revoked_ms) for row in rows]


_KNOWN = sa.text(
    "INSERT INTO admissions (device, name, since_ms, ends_ms, seen_ms) VALUES (:device, '', :now_ms, :ends_ms, 0) ON CONFLICT DO NOTHING"
)


def _hidden(secret: bytes) -> bytes:
    return hashlib.sha256(b"invitation\0" + secret).digest()

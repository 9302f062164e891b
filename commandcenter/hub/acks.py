"""The acknowledgements that a hub passes on, in its database: whichever process a desk meets, it finds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.rows import keys
from commandcenter.hub.schema import ACKS
from commandcenter.model.ids import Id, id_bytes, id_from_bytes
from commandcenter.sync.acks import MAX_ACKS, Ack, AckNews, read_news, write_news


class HubAcks:
    """Implements `sync.acks.Acks`. Each method is a transaction of its own; any thread, any process."""

    def __init__(self, database: HubDatabase, operation: Id) -> None:
        """Serve one operation."""
        self._database = database
        self._operation = operation
        self._key = id_bytes(operation)

    def sizes(self) -> Mapping[Id, int]:
        """Return how full the acknowledgement of each device is."""
        wanted = sa.select(ACKS.c.device, ACKS.c.size).where(ACKS.c.operation == self._key)
        with self._database.reading() as connection:
            return {id_from_bytes(bytes(row.device)): row.size for row in connection.execute(wanted)}

    def fuller(self, sizes: Mapping[Id, int]) -> list[Ack]:
        """Return those that somebody with these sizes lacks."""
        lacked = [device for device, size in sorted(self.sizes().items()) if size > sizes.get(device, -1)][:MAX_ACKS]
        wanted = sa.select(ACKS.c.message).where(ACKS.c.operation == self._key, ACKS.c.device.in_([id_bytes(device) for device in lacked]))
        with self._database.reading() as connection:
            rows = connection.execute(wanted.order_by(ACKS.c.device)).all() if lacked else []
        return [ack for row in rows for ack in read_news(bytes(row.message)).acks]

    def take(self, acks: Iterable[Ack]) -> None:
        """Keep those that are signed by a device that wrote here and fuller than what is known of it."""
        known = self.sizes()
        fuller = [ack for ack in acks if ack.operation == self._operation and ack.size > known.get(ack.device, -1)]
        if not fuller:
            return
        with self._database.reading() as connection:
            writers = keys(connection, self._key)
        signed = [ack for ack in fuller if ack.device in writers and ack.is_signed()]
        if signed:
            with self._database.writing() as connection:
                for ack in sorted(signed, key=lambda one: one.device):
                    connection.execute(_KEEP, self._row(ack))

    def _row(self, ack: Ack) -> dict[str, object]:
        message = write_news(AckNews(self._operation, {}, [ack]))
        return {"operation": self._key, "device": id_bytes(ack.device), "size": ack.size, "message": message}


_KEEP = sa.text(
    "INSERT INTO acks (operation, device, size, message) VALUES (:operation, :device, :size, :message)"
    " ON CONFLICT (operation, device) DO UPDATE SET size = excluded.size, message = excluded.message WHERE acks.size < excluded.size"
)

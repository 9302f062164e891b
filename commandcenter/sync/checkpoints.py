"""Exchanges signed checkpoints: `[operation16, checkpoint or null]` there, the same back. Null: there is none to give."""

from __future__ import annotations

import asyncio
from typing import Protocol

from commandcenter.log.checkpoint import Checkpoint, Feeds, read_checkpoint
from commandcenter.log.codec import MalformedError
from commandcenter.model.entries import Value
from commandcenter.model.ids import Id, id_bytes, id_from_bytes
from commandcenter.sync.http import HubLink, Partner
from commandcenter.sync.messages import SUMMARY
from commandcenter.sync.session import Question
from commandcenter.sync.verbs import Verb
from commandcenter.sync.wire import pack, unpack


class Notary(Protocol):
    """Signs checkpoints for others. Used by the thread of the replica."""

    def exchange(self, replica: Feeds, theirs: Checkpoint | None) -> Checkpoint | None:
        """Take another's checkpoint, return the own newest one."""


def write_exchange(operation: Id, checkpoint: Checkpoint | None) -> bytes:
    """Return the message."""
    value: Value = [id_bytes(operation), None if checkpoint is None else checkpoint.encoded()]
    return pack(value, SUMMARY)


def read_exchange(raw: bytes) -> tuple[Id, Checkpoint | None]:
    """Return operation and checkpoint of a foreign message; `MalformedError` for anything else, and for one that does not hold."""
    match unpack(raw, SUMMARY):
        case [bytes() as operation, None] if len(operation) == 16:
            return id_from_bytes(operation), None
        case [bytes() as operation, bytes() as checkpoint] if len(operation) == 16:
            found = read_checkpoint(checkpoint)
            if found.said.operation == operation.hex():
                return id_from_bytes(operation), found
    raise MalformedError("not an exchange of checkpoints of this protocol")


def ask_for_checkpoint(partner: Partner, operation: Id, device: Id, ours: Checkpoint | None) -> Checkpoint | None:
    """Give the hub ours and return its own; blocks, to be called in a worker thread. Raises what `HubLink` raises, and `MalformedError`."""

    async def ask() -> bytes:
        async with HubLink(partner.urls[0], operation, device, partner) as link:
            return await link.ask(Question(Verb.CHECKPOINT, write_exchange(operation, ours)))

    answered, theirs = read_exchange(asyncio.run(ask()))
    if answered != operation:
        raise MalformedError("it is about another operation")
    return theirs

"""What entries about rights say. They are read before anybody knows whether they count, so broken ones say nothing and raise nothing."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.model.entries import Entry, Key, Kind, Value
from commandcenter.model.ids import Id

MAX_LINKS = 32
"""Keys that one succession may go through: restored as often without ever opening the operation."""


def fact(act: Entry, name: str) -> Value:
    """Return a fact of an entry about rights; `None` where it is missing or withheld."""
    value = act.writes[0].value if act.writes else None
    return value.get(name) if isinstance(value, Mapping) else None


def links(act: Entry) -> list[tuple[bytes, bytes]]:
    """Return the keys that a succession goes through, oldest first, each with its proof for the next device; nothing for a broken one."""
    through = fact(act, "through")
    found: list[tuple[bytes, bytes]] = []
    for link in [[fact(act, "public_key"), fact(act, "proof")], *(through if isinstance(through, list) else ())][:MAX_LINKS]:
        match link:
            case [bytes() as key, bytes() as proof]:
                found.append((key, proof))
            case _:
                return []
    return found


def entity(act: Entry, kind: Kind) -> Id | None:
    """Return what an act is about, if it is of this kind."""
    key: Key | None = act.writes[0].key if act.writes else None
    return key.entity if key is not None and key.kind == kind else None

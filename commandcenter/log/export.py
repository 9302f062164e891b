"""Writes a log as readable JSON, one entry a line, for people and other programs. The signed bytes go along."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from commandcenter.log.rows import Row
from commandcenter.log.signed import read_entry
from commandcenter.model.entries import Value
from commandcenter.model.marks import mark_of

Json: TypeAlias = "None | bool | int | float | str | list[Json] | dict[str, Json]"


def export_lines(rows: Iterable[Row], *, sections: frozenset[str] | None = None) -> Iterator[str]:
    """Yield one JSON object per entry, in order of arrival; `sections`: leave out all others (`None`: keep all)."""
    for row in rows:
        yield json.dumps(_entry(row, sections), ensure_ascii=False, separators=(",", ":"))


def _entry(row: Row, sections: frozenset[str] | None) -> dict[str, Json]:
    hidden = [name for name in row.signed.sections if sections is not None and name not in sections]
    signed = row.signed.without(*hidden)
    entry = read_entry(signed)
    return {
        "position": row.position,
        "id": entry.id.hex(),
        "operation": entry.operation,
        **({"mark": mark} if (mark := mark_of(entry.operation)) else {}),
        "device": entry.device,
        "seq": entry.seq,
        "prev": entry.prev.hex(),
        "hlc": entry.hlc,
        "wall_ms": entry.wall_ms,
        "actor": entry.actor,
        "auth": entry.auth,
        "type": entry.type,
        "about": _json(entry.about),
        "writes": [
            {"kind": write.key.kind, "entity": write.key.entity, "field": write.key.field, "section": write.section, "value": _json(write.value)}
            for write in entry.writes
        ],
        "withheld": list(entry.withheld),
        "signed": {
            "header": _base64(signed.header),
            "signature": _base64(signed.signature),
            "sections": {name: [_base64(sealed.salt), _base64(sealed.body)] for name, sealed in signed.sections.items()},
        },
    }


def _json(value: Value) -> Json:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Mapping):
        return {name: _json(inner) for name, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_json(inner) for inner in value]
    return value


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()

"""Every rejection of a decision in a few bytes each, so that those of thousands of units fit into one entry of the log.

The form is JSON under DEFLATE (`zlib`), column by column: `callsigns`; `eta_s`, whole seconds, each as the difference from the one known
before it, or null; `templates` and `said`, which template each unit's reason has; `values`, for each template and each of its places the
values of its units in their order, or one where all are alike (values as in `kept_sentences`). Callsigns name the units: no two have the same.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from commandcenter.dispatch.kept_sentences import kept_sentence, pack, unpack
from commandcenter.dispatch.recommendation import Rejection
from commandcenter.model.entries import Value
from commandcenter.model.sentences import Sentence

MOST_BYTES = 96 << 10
"""What the rejections may take of the 128 KiB that the log takes for one entry; about twelve thousand units."""
MOST_TEXT_BYTES = 16 << 20
"""No more is unpacked, whatever an entry claims to hold."""


@dataclass(frozen=True, slots=True)
class KeptRejection:
    """A unit that was not chosen, as it was known then."""

    callsign: str
    reason: Sentence
    eta_s: int | None


def pack_rejections(rejections: Sequence[Rejection], most_bytes: int = MOST_BYTES) -> bytes:
    """Return all rejections in their order; of more than fit the first ones, by halves. Safe in any thread."""
    rows = list(rejections)
    while len(packed := zlib.compress(_columns(rows), 9)) > most_bytes:
        rows = rows[: len(rows) // 2]
    return packed


def rejections_of(shown: Mapping[str, Value]) -> list[KeptRejection]:
    """Return the rejections that a stored recommendation holds, also one that an older program wrote row by row; none where they cannot be read."""
    packed = shown.get("rejected_packed")
    if isinstance(packed, bytes):
        return _unpacked(packed)
    rows = shown.get("rejected")
    return [_of_row(shown, row) for row in rows if isinstance(row, Mapping)] if isinstance(rows, list | tuple) else []


def _columns(rows: Sequence[Rejection]) -> bytes:
    templates: dict[str, list[Mapping[str, Value]]] = {}
    said, etas, before_s = [], [], 0
    for row in rows:
        template, values = _parts(row.reason)
        templates.setdefault(template, []).append(values)
        said.append(template)
        eta_s = None if row.eta_s is None else round(row.eta_s)
        etas.append(None if eta_s is None else eta_s - before_s)
        before_s = before_s if eta_s is None else eta_s
    number = {template: n for n, template in enumerate(templates)}
    columns = {
        "callsigns": [row.callsign for row in rows],
        "eta_s": etas,
        "templates": list(templates),
        "said": [number[template] for template in said],
        "values": [{name: _column([one[name] for one in values]) for name in values[0]} for values in templates.values()],
    }
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode()


def _parts(reason: Sentence) -> tuple[str, Mapping[str, Value]]:
    match pack(reason):
        case [str(template), dict(values)]:
            return template, values
    raise TypeError(reason)


def _column(values: list[Value]) -> list[Value]:
    return values[:1] if all(value == values[0] for value in values) else values


def _unpacked(packed: bytes) -> list[KeptRejection]:
    """Read what `pack_rejections` wrote; nothing where anything else stands there."""
    try:
        columns = json.loads(zlib.decompressobj().decompress(packed, MOST_TEXT_BYTES))
    except (zlib.error, ValueError, RecursionError):
        return []
    match columns:
        case {"callsigns": list(callsigns), "eta_s": list(etas), "said": list(said), "templates": list(templates), "values": list(values)}:
            reasons = [_reasons(template, places) for template, places in zip(templates, values, strict=False)]
            return list(_rows(callsigns, said, etas, reasons))
    return []


def _rows(callsigns: list[Value], said: list[Value], etas: list[Value], reasons: list[Iterator[Sentence]]) -> Iterator[KeptRejection]:
    eta_s = 0
    for callsign, number, later_s in zip(callsigns, said, etas, strict=False):
        eta_s += later_s if isinstance(later_s, int) else 0
        reason = next(reasons[number], None) if isinstance(number, int) and 0 <= number < len(reasons) else None
        if isinstance(callsign, str) and reason is not None:
            yield KeptRejection(callsign, reason, eta_s if isinstance(later_s, int) else None)


def _reasons(template: Value, places: Value) -> Iterator[Sentence]:
    """Yield a template's sentences, one for each unit that has it."""
    if not isinstance(places, Mapping):
        return
    columns = [column for column in places.values() if isinstance(column, list) and column]
    if len(columns) < len(places):
        return
    alike = unpack([template, {name: column[0] for name, column in zip(places, columns, strict=True)}])
    if alike is not None and all(len(column) == 1 for column in columns):
        yield from repeat(alike)
    for values in zip(*(repeat(column[0]) if len(column) == 1 else column for column in columns), strict=False):
        sentence = unpack([template, dict(zip(places, values, strict=True))])
        if sentence is None:
            return
        yield sentence


def _of_row(shown: Mapping[str, Value], row: Mapping[str, Value]) -> KeptRejection:
    eta_s, reason = row.get("eta_s"), kept_sentence(shown, row.get("reason_no"))
    written = Sentence(str(row.get("reason", "")))  # an older program kept no more than the English text
    return KeptRejection(str(row.get("callsign", "")), reason or written, round(eta_s) if isinstance(eta_s, int | float) else None)

"""This program's own logs as exercises: a file of `commandcenter log export`, best written `--without pii --without med`.

The signed bytes are read, not the lines' readable copy; a line that is no entry is a finding. Nothing of the source is
opened or changed, and a replay has an exercise's own operation.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterator, Mapping

from commandcenter.exercise.recorded import Finding, Recorded, RecordedCall, Response, Sort, double_booked, inversions
from commandcenter.log.codec import MalformedError
from commandcenter.log.sections import SealedSection
from commandcenter.log.signed import SignedEntry, check_entry
from commandcenter.model.entries import Entry, EntryType, Key, Kind
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import AssignmentView

STEP_OF: Mapping[str, str] = {
    UnitStatus.DISPATCHED: "Dispatch",
    UnitStatus.ENROUTE: "Response",
    UnitStatus.ON_SCENE: "On Scene",
    UnitStatus.TRANSPORTING: "Transport",
    UnitStatus.AT_FACILITY: "Hospital",
}


def is_log(raw: bytes) -> bool:
    """Return whether this may be an exported log: lines of JSON."""
    return raw.lstrip()[:1] == b"{"


def read_log(name: str, raw: bytes) -> Recorded:
    """Return a log's incidents as calls, with their units. Raises `KnownError` where it is none."""
    findings: list[Finding] = []
    rows = list(_entries(raw, findings))
    if not rows:
        raise KnownError("The file {file} is no log that was exported: no line of it is an entry.", file=name)
    picture = Picture(rows[0][1].operation)
    sent: dict[Id, int] = {}
    for number, entry in rows:
        if entry.operation == picture.operation:
            picture.apply(entry, number)
            if entry.type == EntryType.UNIT_ASSIGNED:
                sent.update({write.key.entity: number for write in entry.writes if write.key.kind == Kind.ASSIGNMENT})
    calls = tuple(_calls(picture, sent))
    responses = [response for call in calls for response in call.responses]
    findings += [finding for response in responses for finding in inversions(response)]
    findings += double_booked(responses)
    region = picture.value(Key(Kind.OPERATION, picture.operation, "region"))
    return Recorded(name, calls, tuple(sorted(findings, key=lambda f: f.row)), hashlib.sha256(raw).hexdigest(), region=str(region or ""))


def _entries(raw: bytes, findings: list[Finding]) -> Iterator[tuple[int, Entry]]:
    """Yield entries by their line; what is none goes to the findings."""
    for number, line in enumerate(raw.splitlines(), start=1):
        try:
            signed = json.loads(line)["signed"]
            sections = {str(name): SealedSection(_bytes(salt), _bytes(body)) for name, (salt, body) in signed["sections"].items()}
            entry = check_entry(SignedEntry(_bytes(signed["header"]), _bytes(signed["signature"]), sections)).entry()
        except (MalformedError, binascii.Error, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            findings.append(Finding(number, Sort.UNREADABLE, say("This line is no entry of a log ({why}).", why=type(error).__name__)))
            continue
        yield number, entry


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _calls(picture: Picture, row_of: Mapping[Id, int]) -> Iterator[RecordedCall]:
    """Yield the incidents by time; `row_of` says in which line each assignment stands."""
    for incident in sorted(picture.incidents(), key=lambda i: (i.reported_ms, i.id)):
        sent = picture.assignments(incident=incident.id)
        responses = tuple(_response(picture, one, incident.reported_ms, row_of.get(one.id, 0)) for one in sent)
        yield RecordedCall(incident.number, incident.type, incident.reported_ms, incident.at, incident.address, responses)


def _response(picture: Picture, sent: AssignmentView, received_ms: int, row: int) -> Response:
    unit = picture.unit(sent.unit)
    times = {step: sent.times_ms[status] for status, step in STEP_OF.items() if status in sent.times_ms}
    ended = {} if sent.ended_ms is None else {"Available": sent.ended_ms}
    return Response(row, unit.callsign if unit else sent.unit, unit.kind if unit else "", {"Received": received_ms, **times, **ended})

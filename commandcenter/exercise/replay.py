"""A real control room's log as an exercise: its calls at their own timing, its faults as findings.

Reads this program's own logs (see `replay_log`) and the columns of San Francisco Fire's open data (one row per unit and
call). **Mapping rule**: a call's share of the source's width and height (of the box that holds the middle 98 % of its
calls; what lies outside is put on the edge) becomes the same share of the region's focus box. Distances between calls keep
their order, not their length. A log of this program that was written in the same region keeps its places.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from commandcenter.exercise.moments import written
from commandcenter.exercise.recorded import STEPS, Finding, Recorded, RecordedCall, Response, Sort, double_booked, inversions
from commandcenter.exercise.replay_log import is_log, read_log
from commandcenter.exercise.scenario import Inject, InjectKind, RealUnit, Scenario, Text
from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat

_FORM = "%m/%d/%Y %I:%M:%S %p"
_POINT = re.compile(r"\((-?\d+\.\d+), (-?\d+\.\d+)\)")
EDGE = 0.01
"""Share of calls beyond each side of the box."""
TYPES: Mapping[str, str] = {
    "Alarms": "fire.alarm",
    "Structure Fire": "fire.structure",
    "Traffic Collision": "traffic.collision",
    "Outside Fire": "fire.rubbish",
    "Citizen Assist / Service Call": "assist",
    "Gas Leak (Natural and LP Gases)": "hazmat.gas_leak",
    "Water Rescue": "rescue.water",
    "Smoke Investigation (Outside)": "fire.smoke",
    "Odor (Strange / Unknown)": "fire.smoke",
    "Vehicle Fire": "fire.vehicle",
    "Electrical Hazard": "utility.wires",
    "Elevator / Escalator Rescue": "rescue.lift",
    "Assist Police": "assist",
    "Fuel Spill": "hazmat.spill",
}
"""Call type of the source → our incident type; medical calls go by their group."""
_MEDICAL = {"Potentially Life-Threatening": "medical.chest_pain", "Non Life-threatening": "medical.sick"}
OTHER = "assist"


def read_recorded(path: Path) -> Recorded:
    """Read a recorded log. Raises `KnownError` where it is none."""
    try:
        raw = path.read_bytes()
        if is_log(raw):
            return read_log(path.stem, raw)
        rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(), restval=""))
    except OSError as error:
        raise KnownError("The file {file} cannot be read: {why}.", file=path.name, why=error.strerror or str(error)) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise KnownError("The file {file} cannot be read: {why}.", file=path.name, why=str(error)) from error
    needed = {"Call Number", "Unit ID", "Call Type", "Location", *(f"{step} DtTm" for step in STEPS)}
    if not rows or not needed <= set(rows[0]):
        raise KnownError(
            "The file {file} lacks the columns {columns}.", file=path.name, columns=", ".join(sorted(needed - set(rows[0] if rows else ())))
        )
    findings: list[Finding] = []
    by_call: dict[str, list[tuple[int, Mapping[str, str], Response]]] = {}
    for number, row in enumerate(rows, start=2):
        times = _times(row, number, findings)
        response = Response(number, row["Unit ID"], row.get("Unit Type", ""), times)
        findings += inversions(response)
        by_call.setdefault(row["Call Number"], []).append((number, row, response))
    calls = [call for number, parts in by_call.items() if (call := _call(number, parts, findings)) is not None]
    findings += double_booked([part for parts in by_call.values() for _, _, part in parts])
    ordered = tuple(sorted(calls, key=lambda call: (call.received_ms, call.number)))
    return Recorded(path.stem, ordered, tuple(sorted(findings, key=lambda f: f.row)), hashlib.sha256(raw).hexdigest())


def _times(row: Mapping[str, str], number: int, findings: list[Finding]) -> dict[str, int]:
    times: dict[str, int] = {}
    for step in STEPS:
        text = row[f"{step} DtTm"]
        if not text:
            continue
        try:
            times[step] = round(datetime.strptime(text, _FORM).replace(tzinfo=UTC).timestamp() * 1000)
        except ValueError:
            findings.append(Finding(number, Sort.UNREADABLE, say("“{value}” in {column} is no time.", value=text, column=f"{step} DtTm")))
    return times


def _call(number: str, parts: Sequence[tuple[int, Mapping[str, str], Response]], findings: list[Finding]) -> RecordedCall | None:
    row_number, row, first = parts[0]
    point = _POINT.fullmatch(row["Location"].strip())
    if point is None or "Received" not in first.times_ms:
        findings.append(Finding(row_number, Sort.UNREADABLE, say("The call has no place or no time; it is left out.")))
        return None
    kind = TYPES.get(row["Call Type"]) or _MEDICAL.get(row.get("Call Type Group", ""), "medical.sick" if "Medical" in row["Call Type"] else OTHER)
    responses = tuple(response for _, _, response in parts)
    received_ms = min(response.times_ms["Received"] for response in responses if "Received" in response.times_ms)
    return RecordedCall(number, kind, received_ms, LonLat(float(point[2]), float(point[1])), row.get("Address", ""), responses)


def as_scenario(recorded: Recorded, region: str, box: tuple[float, float, float, float], *, days: float | None = None, seed: int = 1) -> Scenario:
    """Return the log as a scenario in a region: one call inject per call. `box` is west, south, east, north in degrees."""
    if not recorded.calls:
        raise KnownError("There is no call in {name} that could be replayed.", name=recorded.name)
    start_ms = recorded.calls[0].received_ms
    last_ms = start_ms + round(days * 86_400_000) if days is not None else recorded.calls[-1].received_ms
    calls = [call for call in recorded.calls if call.received_ms <= last_ms]
    place = _same if recorded.region == region else _Mapping([call.at for call in recorded.calls], box)
    injects = tuple(_inject(n, call, start_ms, place(call.at)) for n, call in enumerate(calls, start=1))
    minutes = (calls[-1].received_ms - start_ms) / 60_000 + 120
    name = Text({"en": f"Replay of {recorded.name}", "zh": f"回放：{recorded.name}"})
    digest = hashlib.sha256(f"{recorded.digest}{days}".encode()).hexdigest()
    real = {str(n): tuple(_real(one, call.received_ms) for one in call.responses) for n, call in enumerate(calls, start=1)}
    return Scenario("replay", name, Text(), region, start_ms, minutes, seed, injects, digest=digest, real=real)


def _real(response: Response, received_ms: int) -> RealUnit:
    """Return what a unit did; times as the source has them, those before the call too."""
    sent_s, arrived_s = ((ms - received_ms) / 1000 if (ms := response.times_ms.get(step)) is not None else None for step in ("Dispatch", "On Scene"))
    return RealUnit(response.unit, sent_s, arrived_s)


def _inject(n: int, call: RecordedCall, start_ms: int, at: LonLat) -> Inject:
    offset = call.received_ms - start_ms
    text = Text({"en": f"{call.number}: {call.address}"})
    return Inject(str(n), n, InjectKind.CALL, written(offset), offset, text, text, "replay", type=call.type, place=f"{at.lon:.6f},{at.lat:.6f}")


def _same(at: LonLat) -> LonLat:
    return at


class _Mapping:
    """The mapping rule, see the module."""

    def __init__(self, places: Sequence[LonLat], box: tuple[float, float, float, float]) -> None:
        self._sides = [_middle([place[axis] for place in places]) for axis in (0, 1)]
        self._box = box

    def __call__(self, at: LonLat) -> LonLat:
        west, south, east, north = self._box
        x, y = ((min(max(at[axis], low), high) - low) / max(high - low, 1e-9) for axis, (low, high) in enumerate(self._sides))
        return LonLat(west + x * (east - west), south + y * (north - south))


def _middle(values: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(values)
    cut = int(len(ordered) * EDGE)
    return ordered[cut], ordered[len(ordered) - 1 - cut]

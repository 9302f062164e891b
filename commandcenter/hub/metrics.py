"""Counters of one hub process, in Prometheus' text format. `docs/hub.md` lists them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict

HELP = {
    "hub_requests_total": ("counter", "Requests by question and HTTP status"),
    "hub_request_seconds": ("histogram", "How long answers took, by question"),
    "hub_received_bytes_total": ("counter", "Bytes of bodies that came in"),
    "hub_sent_bytes_total": ("counter", "Bytes of bodies that went out"),
    "hub_entries_stored_total": ("counter", "Entries taken in"),
    "hub_entries_quarantined_total": ("counter", "Entries refused and kept apart"),
    "hub_busy_total": ("counter", "Requests sent away because too many were waiting"),
    "hub_refused_total": ("counter", "Requests refused, by why: stranger, revoked, ended, share"),
    "hub_database_errors_total": ("counter", "Requests that failed because the database did"),
    "hub_faults_total": ("counter", "Faults of the program in what it does by itself; each is in the log"),
    "hub_bells_rung_total": ("counter", "Times a doorbell was rung"),
    "hub_listeners": ("gauge", "Doorbells connected"),
    "hub_waiting": ("gauge", "Requests that wait for the database or use it"),
    "hub_body_bytes": ("gauge", "Bytes of bodies that are being received"),
    "hub_connections": ("gauge", "Connections open"),
    "hub_revoked_devices": ("gauge", "Devices that are refused"),
    "hub_certificate_ends_seconds": ("gauge", "When the hub's own certificate ends, Unix time; 0 without TLS"),
    "hub_started_seconds": ("gauge", "When this process started, Unix time"),
}
"""Name to (type, what it says)."""
BOUNDS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_Labels = tuple[tuple[str, str], ...]


class Metrics:
    """Counts. One thread."""

    def __init__(self) -> None:
        """Start at zero."""
        self._values: defaultdict[tuple[str, _Labels], float] = defaultdict(float)
        self._times: defaultdict[str, Counter[int]] = defaultdict(Counter)
        self._sums: defaultdict[str, float] = defaultdict(float)

    def add(self, name: str, amount: float = 1, **labels: str) -> None:
        """Count something."""
        self._values[name, tuple(sorted(labels.items()))] += amount

    def set(self, name: str, value: float) -> None:
        """Say how much of something there is now."""
        self._values[name, ()] = value

    def time(self, verb: str, seconds: float) -> None:
        """Count an answer and how long it took."""
        self._times[verb][bisect_left(BOUNDS_S, seconds)] += 1
        self._sums[verb] += seconds

    def text(self) -> str:
        """Return all of it as Prometheus reads it."""
        lines: list[str] = []
        for name, (kind, what) in HELP.items():
            lines += [f"# HELP {name} {what}", f"# TYPE {name} {kind}"]
            lines += self._histogram(name) if kind == "histogram" else self._rows(name)
        return "\n".join(lines) + "\n"

    def _rows(self, name: str) -> list[str]:
        rows = sorted((labels, value) for (other, labels), value in self._values.items() if other == name)
        return [f"{name}{_braces(labels)} {_number(value)}" for labels, value in rows or [((), 0.0)]]

    def _histogram(self, name: str) -> list[str]:
        lines = []
        for verb, counts in sorted(self._times.items()):
            so_far = 0
            for index, bound in enumerate((*map(str, BOUNDS_S), "+Inf")):
                so_far += counts[index]
                lines.append(f"{name}_bucket{_braces((('verb', verb), ('le', bound)))} {so_far}")
            verb_only = _braces((("verb", verb),))
            lines += [f"{name}_sum{verb_only} {_number(self._sums[verb])}", f"{name}_count{verb_only} {so_far}"]
        return lines


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(float(value))


def _braces(labels: _Labels) -> str:
    return "{" + ",".join(f'{name}="{value}"' for name, value in labels) + "}" if labels else ""

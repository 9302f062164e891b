"""Counters of one hub process, in Prometheus' text format."""

from __future__ import annotations

from collections import Counter

_HELP = {
    "hub_requests_total": ("counter", "Requests by question and HTTP status"),
    "hub_request_seconds_total": ("counter", "Seconds spent answering, by question"),
    "hub_entries_stored_total": ("counter", "Entries taken in"),
    "hub_entries_quarantined_total": ("counter", "Entries refused and kept apart"),
    "hub_busy_total": ("counter", "Requests sent away because too many were waiting"),
    "hub_listeners": ("gauge", "Doorbells connected"),
}


class Metrics:
    """Counts. One thread."""

    def __init__(self) -> None:
        """Start at zero."""
        self._values: Counter[tuple[str, tuple[tuple[str, str], ...]]] = Counter()

    def add(self, name: str, amount: float = 1, **labels: str) -> None:
        """Count something."""
        self._values[name, tuple(sorted(labels.items()))] += amount  # type: ignore[assignment]

    def set(self, name: str, value: float) -> None:
        """Say how much of something there is now."""
        self._values[name, ()] = value  # type: ignore[assignment]

    def text(self) -> str:
        """Return all of it as Prometheus reads it."""
        lines: list[str] = []
        for name, (kind, what) in _HELP.items():
            lines += [f"# HELP {name} {what}", f"# TYPE {name} {kind}"]
            rows = sorted((labels, value) for (other, labels), value in self._values.items() if other == name)
            lines += [f"{name}{_braces(labels)} {value:g}" for labels, value in rows or [((), 0)]]
        return "\n".join(lines) + "\n"


def _braces(labels: tuple[tuple[str, str], ...]) -> str:
    return "{" + ",".join(f'{name}="{value}"' for name, value in labels) + "}" if labels else ""

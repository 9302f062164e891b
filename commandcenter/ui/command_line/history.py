"""Lines typed before, walked with the arrow keys. No Qt."""

from __future__ import annotations

LONGEST = 200


class History:
    """Newest last. What was being typed comes back at the lower end."""

    def __init__(self, lines: list[str] | None = None) -> None:
        """Start with lines of an earlier session."""
        self.lines = list(lines or [])[-LONGEST:]
        self._at = len(self.lines)
        self._draft = ""

    def add(self, line: str) -> None:
        """Keep a line that was entered; a repeat of the last one is not kept twice."""
        if line and (not self.lines or self.lines[-1] != line):
            self.lines = [*self.lines, line][-LONGEST:]
        self._at = len(self.lines)
        self._draft = ""

    def older(self, typed: str) -> str:
        """Return the line before; at the oldest it stays there."""
        if self._at == len(self.lines):
            self._draft = typed
        self._at = max(0, self._at - 1)
        return self.lines[self._at] if self.lines else typed

    def newer(self, typed: str) -> str:
        """Return the line after, at last what was being typed."""
        if self._at >= len(self.lines):
            return typed
        self._at += 1
        return self.lines[self._at] if self._at < len(self.lines) else self._draft

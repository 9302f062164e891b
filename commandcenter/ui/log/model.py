"""Rows of the command log: the newest at the top, older ones fetched as one scrolls down."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, Qt, QTimer, Signal

from commandcenter.model.entries import Changes, Kind
from commandcenter.model.ids import Id
from commandcenter.picture.views import LogLine
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken
from commandcenter.ui.log.readers import read_lines
from commandcenter.ui.log.receipts import receipt_words
from commandcenter.ui.log.words import line_words
from commandcenter.ui.rows import ITEM_ROLE, NO_INDEX, AnyIndex
from commandcenter.ui.seat import Seat

PAGE = 400
"""Rows looked through at one go, and rows that fit before it is waited for somebody to scroll down."""
WORDS_ROLE, MOMENT_ROLE = ITEM_ROLE + 2, ITEM_ROLE + 3


class LogRows(QAbstractListModel):
    """The flat log, or the part of it that fits a text or an incident.

    What fits may be far down: the log is looked through `PAGE` rows at a time, between which the window lives, until a page is full
    or the log ends.

    Signals:
        sought(): it began or ended to look further down.
    """

    sought = Signal()

    def __init__(self, seat: Seat, types: tuple[str, ...] = (), *, one_incident: bool = False) -> None:
        """Show the newest page, then follow the picture; `types`: only these entry types.

        `one_incident`: nothing is shown before an incident is, and what was entered late stands where it happened, not where it was
        written down.
        """
        super().__init__(seat)
        self._seat = seat
        self._types, self._one_incident = types, one_incident
        self._lines: list[LogLine] = []
        self._words: dict[int, str] = {}
        self._oldest: int | None = None
        self._ended = False
        self._wanted = 0
        """Rows that are still to be found before the page is full."""
        self._filter = ""
        self._incident: Id | None = None
        self._further = QTimer(self, singleShot=True, interval=0)
        self._further.timeout.connect(self._look_further)
        self.reload()
        seat.changed.connect(self._on_changes)

    @property
    def searching(self) -> bool:
        """Return whether older rows are still being looked through."""
        return self._further.isActive()

    def show_only(self, text: str = "", incident: Id | None = None) -> None:
        """Show rows that contain every word of `text`, of one incident where given."""
        wanted = text.casefold().strip()
        if (wanted, incident) != (self._filter, self._incident):
            self._filter, self._incident = wanted, incident
            self.reload()

    def reload(self) -> None:
        """Read the newest page anew; also after a change of language."""
        self.beginResetModel()
        self._lines, self._words, self._oldest, self._ended, self._wanted = [], {}, None, False, PAGE
        self._lines = self._sorted(self._older())
        self.endResetModel()
        self._go_on()

    def moment(self, line: LogLine) -> int:
        """Return the time that a row stands at."""
        return line.happened_ms if self._one_incident else line.wall_ms

    def _sorted(self, lines: list[LogLine]) -> list[LogLine]:
        """Return rows with those that were entered late where they happened; else in the order of the log."""
        late = any(line.late_ms is not None for line in lines) if self._one_incident else False
        return sorted(lines, key=self.moment, reverse=True) if late else lines

    def words(self, line: LogLine) -> str:
        """Return a row in words; made once per row."""
        if line.position not in self._words:
            self._words[line.position] = line_words(line, self._seat.desk.catalogue)
        return self._words[line.position]

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many rows are loaded."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the line, its words, or both with time and author for a screen reader."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role in (ITEM_ROLE, MOMENT_ROLE):
            return line if role == ITEM_ROLE else self.moment(line)
        if role == WORDS_ROLE:
            return self.words(line)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{formats.clock(self.moment(line))} {line.actor_name} {self.words(line)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            why = () if line.not_counted is None else (spoken(line.not_counted),)
            where = (*read_lines(self._seat, line), *receipt_words(self._seat.receipts(line.entry)))
            return "\n".join((formats.moment(line.wall_ms), line.actor_name, self.words(line), *why, *where))
        return None

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Return whether there are older rows that nobody is looking for yet."""
        return not parent.isValid() and not self._ended and not self.searching

    def fetchMore(self, parent: AnyIndex) -> None:
        """Load one more page; what is not found at once comes by and by."""
        self._wanted = PAGE
        self._look_further()

    def _look_further(self) -> None:
        more = self._older() if self._seat.at_work else []
        if more:
            first = len(self._lines)
            self.beginInsertRows(NO_INDEX, first, first + len(more) - 1)
            self._lines.extend(more)
            self.endInsertRows()
        self._go_on()

    def _go_on(self) -> None:
        """Look further down unless the page is full or the log has ended."""
        if self._wanted > 0 and not self._ended and self._seat.at_work:
            self._further.start()
        else:
            self._further.stop()
        self.sought.emit()

    def _older(self) -> list[LogLine]:
        """Return what fits among the next rows down."""
        if self._one_incident and self._incident is None:
            self._ended = True
            return []
        page = self._seat.desk.picture.lines(PAGE, self._oldest, self._incident)
        self._ended = len(page) < PAGE
        if page:
            self._oldest = page[-1].position
        found = [line for line in page if self._fits(line)]
        self._wanted -= len(found)
        return found

    def _fits(self, line: LogLine) -> bool:
        if self._types and line.type not in self._types:
            return False
        if self._incident is not None and line.incident != self._incident:
            return False
        said = f"{line.actor_name} {self.words(line)}".casefold() if self._filter else ""
        return all(word in said for word in self._filter.split())

    def _on_changes(self, changes: Changes) -> None:
        """Put new rows on top. Entries that belong further down (they came from another desk) cause a reload."""
        if any(changes.of(kind) for kind in (Kind.GRANT, Kind.DEVICE, Kind.VERDICT)):
            self.reload()  # rows that are here already may count now, or count no more
            return
        if not changes.entries:
            return
        fresh = self._seat.desk.picture.lines(len(changes.entries))
        if {line.entry for line in fresh} != set(changes.entries):
            self.reload()
            return
        rows = [line for line in fresh if self._fits(line)]
        if self._one_incident and any(line.late_ms is not None for line in rows):
            self.reload()
            return
        if rows:
            self.beginInsertRows(NO_INDEX, 0, len(rows) - 1)
            self._lines[:0] = rows
            self.endInsertRows()
        if self._oldest is None:
            self._oldest = fresh[-1].position

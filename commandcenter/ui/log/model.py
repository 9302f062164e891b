"""Rows of the command log: the newest at the top, down to the first entry of the operation."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, Qt, QTimer, Signal

from commandcenter.model.entries import Changes, Kind
from commandcenter.model.ids import Id
from commandcenter.picture.views import LogLine
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken
from commandcenter.ui.log.far import PAGE, FarLines
from commandcenter.ui.log.readers import read_lines
from commandcenter.ui.log.receipts import receipt_words
from commandcenter.ui.log.words import line_words
from commandcenter.ui.rows import ITEM_ROLE, NO_INDEX, AnyIndex
from commandcenter.ui.seat import Seat

WORDS_ROLE, MOMENT_ROLE = ITEM_ROLE + 2, ITEM_ROLE + 3
WORDS_KEPT = 4_000
COMING = "…"
"""Stands in a row that is still being read from the log."""


class LogRows(QAbstractListModel):
    """The flat log, or the part of it that fits a text or an incident.

    The whole log has rows as far down as one has scrolled, after `show_first` for each entry from the start; while there are many and
    nobody looks at the newest, new entries have none. What a row says is read when it is looked at, and held for the rows looked at
    last. What fits a text may be far down: the log is looked through `PAGE` rows at a time, between which the window lives, until so
    many fit or the log ends; scrolling down goes on with it.

    Signals:
        sought(): it began or ended to look further down.
    """

    sought = Signal()

    def __init__(self, seat: Seat, types: tuple[str, ...] = (), *, one_incident: bool = False) -> None:
        """Show the log, then follow the picture; `types`: only these entry types.

        `one_incident`: nothing is shown before an incident is, and what was entered late stands where it happened, not where it was
        written down.
        """
        super().__init__(seat)
        self._seat = seat
        self._types, self._one_incident = types, one_incident
        self._far = FarLines(seat, self._repaint)
        self._count = 0
        """Rows of the whole log that this list knows of."""
        self._shown = 0
        """So many of them have a row here: a view lays out every row it has, at each new one."""
        self._above = 0
        """So many are newer than the first row, and have none."""
        self._following = True
        self._lines: list[LogLine] = []
        """What was found, where it is not the whole log."""
        self._words: dict[int, str] = {}
        self._next = 0
        """The row, counted from the oldest, above the next one to be looked through."""
        self._wanted = 0
        """Rows that are still to be found before it is waited for somebody to scroll down."""
        self._round, self._reading = 0, False
        self._filter = ""
        self._incident: Id | None = None
        self._further = QTimer(self, singleShot=True, interval=0)
        self._further.timeout.connect(self._look_further)
        self.reload()
        seat.changed.connect(self._on_changes)

    @property
    def searching(self) -> bool:
        """Return whether older rows are still being looked through."""
        return self._further.isActive() or self._reading

    @property
    def _whole(self) -> bool:
        return not (self._filter or self._incident or self._one_incident)

    def show_only(self, text: str = "", incident: Id | None = None) -> None:
        """Show rows that contain every word of `text`, of one incident where given."""
        wanted = text.casefold().strip()
        if (wanted, incident) != (self._filter, self._incident):
            self._filter, self._incident = wanted, incident
            self.reload()

    def reload(self) -> None:
        """Read everything anew; also after a change of language."""
        self.beginResetModel()
        picture = self._seat.desk.picture
        self._far.forget()
        self._words.clear()
        self._count = self._next = picture.lines_total()
        self._shown, self._above = min(self._count, PAGE), 0
        self._lines, self._wanted, self._reading = [], PAGE, False
        self._round += 1
        if self._one_incident:
            self._next = 0
            if self._incident is not None:
                self._lines = self._sorted([line for line in picture.lines(self._count, None, self._incident) if self._fits(line)])
        elif not self._whole:
            self._lines = self._held_page() or []
        self.endResetModel()
        if self._one_incident and self._incident is not None and picture.past_lines_of(self._incident):
            self._begin(self._read_incident(self._round, self._incident))
        self._go_on()

    def moment(self, line: LogLine) -> int:
        """Return the time that a row stands at."""
        return line.happened_ms if self._one_incident else line.wall_ms

    def _sorted(self, lines: list[LogLine]) -> list[LogLine]:
        """Return rows with those that were entered late where they happened; else in the order of the log."""
        late = any(line.late_ms is not None for line in lines) if self._one_incident else False
        return sorted(lines, key=self.moment, reverse=True) if late else lines

    def words(self, line: LogLine) -> str:
        """Return a row in words; made once for the rows looked at last."""
        if line.position not in self._words:
            if len(self._words) >= WORDS_KEPT:
                self._words.clear()
            self._words[line.position] = line_words(line, self._seat.desk.catalogue)
        return self._words[line.position]

    def line(self, row: int) -> LogLine | None:
        """Return what stands in a row; `None` while it is being read."""
        return self._far.get(self._count - self._above - 1 - row) if self._whole else self._lines[row]

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else self._shown if self._whole else len(self._lines)

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the line, its words, or both with time and author for a screen reader."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return COMING if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
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
        """Return whether there are older rows that nobody is looking through yet."""
        if self._whole:
            return not parent.isValid() and self._shown < self._count - self._above
        return not parent.isValid() and self._next > 0 and not self.searching

    def fetchMore(self, parent: AnyIndex) -> None:
        """Find one more page; what is not found at once comes by and by."""
        if self._whole:
            self._show_down_to(min(self._count - self._above, self._shown + PAGE))
            return
        self._wanted = PAGE
        self._look_further()

    async def everything(self) -> AsyncIterator[LogLine]:
        """Yield every line of the list, newest first, also those that were not looked through yet. Raises `KnownError`."""
        wanted, last = self._filter, self._seat.desk.picture.lines_total()
        if self._one_incident:
            last = 0
            for line in tuple(self._lines):
                yield line
        while last > 0 and self._seat.at_work:
            first = max(0, last - PAGE)
            for line in reversed(await self._far.read(first, last)):
                if self._says(line, wanted):
                    yield line
            last = first
            await asyncio.sleep(0)  # the window lives

    def show_first(self) -> None:
        """Give every entry down to the first of the operation a row."""
        if self._whole:
            self._show_down_to(self._count - self._above)

    def follow(self, newest: bool) -> None:
        """Take note whether the newest rows are looked at: then those far down are given up, and what came meanwhile gets its rows."""
        self._following = newest
        if self._whole:
            self._put_on_top()

    def _put_on_top(self) -> None:
        """Give the newest entries their rows, unless each would have a list of many laid out anew that shows others."""
        many = self._shown > 2 * PAGE
        if many and not self._following:
            return
        if self._above:
            self.beginInsertRows(NO_INDEX, 0, self._above - 1)
            self._shown, self._above = self._shown + self._above, 0
            self.endInsertRows()
        if many:
            self.beginRemoveRows(NO_INDEX, PAGE, self._shown - 1)
            self._shown = PAGE
            self.endRemoveRows()

    def _show_down_to(self, shown: int) -> None:
        if shown > self._shown:
            self.beginInsertRows(NO_INDEX, self._shown, shown - 1)
            self._shown = shown
            self.endInsertRows()

    def _repaint(self) -> None:
        """Rows that were being read are there."""
        if self._shown and self._whole:
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1))

    def _look_further(self) -> None:
        if not self._seat.at_work or self._reading or self._next <= 0:
            return
        page = self._held_page()
        if page is None:
            self._begin(self._read_page(self._round, max(0, self._next - PAGE), self._next))
        else:
            self._add(page)
        self._go_on()

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        self._reading = True
        self._seat.run(work)
        self.sought.emit()

    def _go_on(self) -> None:
        """Look further down unless enough was found or the log has ended."""
        if not self._whole and self._wanted > 0 and self._next > 0 and self._seat.at_work and not self._reading:
            self._further.start()
        else:
            self._further.stop()
        self.sought.emit()

    def _held_page(self) -> list[LogLine] | None:
        """Return what fits among the next rows down; `None` where they must be read from the log first."""
        picture, first = self._seat.desk.picture, max(0, self._next - PAGE)
        lines = [picture.line_at(position) for position in reversed(picture.line_positions(first, self._next))]
        if not all(lines):
            return None
        return self._fitting(first, [line for line in lines if line is not None])

    def _fitting(self, first: int, lines: Sequence[LogLine]) -> list[LogLine]:
        self._next = first
        found = [line for line in lines if self._fits(line)]
        self._wanted -= len(found)
        return found

    def _add(self, lines: Sequence[LogLine]) -> None:
        if lines:
            last = len(self._lines)
            self.beginInsertRows(NO_INDEX, last, last + len(lines) - 1)
            self._lines.extend(lines)
            self.endInsertRows()

    async def _read_page(self, round_: int, first: int, last: int) -> None:
        """Look through rows that must be read from the log."""
        try:
            lines = await self._far.read(first, last)
        finally:
            self._reading = self._reading and round_ != self._round
        if round_ == self._round:
            self._add(self._fitting(first, lines[::-1]))
            self._go_on()

    async def _read_incident(self, round_: int, incident: Id) -> None:
        """Add the older rows of an incident."""
        try:
            older = await self._far.of_incident(incident)
        finally:
            self._reading = self._reading and round_ != self._round
        if round_ == self._round:
            self.beginResetModel()
            self._lines = self._sorted([*self._lines, *(line for line in reversed(older) if self._fits(line))])
            self.endResetModel()
            self.sought.emit()

    def _fits(self, line: LogLine) -> bool:
        if self._types and line.type not in self._types:
            return False
        if self._incident is not None and line.incident != self._incident:
            return False
        return self._says(line, self._filter)

    def _says(self, line: LogLine, wanted: str) -> bool:
        said = f"{line.actor_name} {line_words(line, self._seat.desk.catalogue)}".casefold() if wanted else ""
        return all(word in said for word in wanted.split())

    def _on_changes(self, changes: Changes) -> None:
        """Put new rows on top. Entries that belong further down (they came from another desk) cause a reload."""
        picture = self._seat.desk.picture
        if any(changes.of(kind) for kind in (Kind.GRANT, Kind.DEVICE, Kind.VERDICT)):
            self.reload()  # rows that are here already may count now, or count no more
            return
        if not changes.entries:
            return
        fresh = picture.lines(len(changes.entries))
        new = picture.lines_total() - self._count
        if {line.entry for line in fresh} != set(changes.entries) or new != len(fresh):
            self.reload()
            return
        self._count += new
        if self._whole:
            self._above += new
            self._put_on_top()
            return
        rows = [line for line in fresh if self._fits(line) and (self._incident or not self._one_incident)]
        if self._one_incident and any(line.late_ms is not None for line in rows):
            self.reload()
        elif rows:
            self.beginInsertRows(NO_INDEX, 0, len(rows) - 1)
            self._lines[:0] = rows
            self.endInsertRows()

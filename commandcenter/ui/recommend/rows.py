"""Rows of the recommendation panel, and what is ticked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt, Signal

from commandcenter.dispatch.fragility import Fragility
from commandcenter.dispatch.jsonform import kept_json
from commandcenter.dispatch.recommendation import Recommendation, RecommendedUnit, Rejection, SupplySource, Unfilled
from commandcenter.model.entries import Value
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.i18n.tr import spoken
from commandcenter.ui.recommend.labels import row_words
from commandcenter.ui.rows import ITEM_ROLE, NO_INDEX, AnyIndex
from commandcenter.ui.seat import Seat

MUCH_S = 60.0
"""A closure that costs less is not worth a sentence in the row; it is kept with the decision all the same."""


class RowKind(StrEnum):
    """What a row is."""

    HEAD = "head"
    FOLD = "fold"
    UNIT = "unit"
    UNFILLED = "unfilled"
    SUPPLY = "supply"
    REJECTED = "rejected"


TICKABLE = (RowKind.UNIT, RowKind.SUPPLY, RowKind.REJECTED)


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `content` is the thing itself, for headings a sentence."""

    kind: RowKind
    content: RecommendedUnit | Rejection | SupplySource | Unfilled | Sentence


class RecommendRows(QAbstractListModel):
    """A recommendation as rows; units and supplies can be unticked, rejected units ticked.

    Signals:
        choice_changed(): something was ticked or unticked.
    """

    choice_changed = Signal()

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._seat = seat
        self.recommendation: Recommendation | None = None
        self.unfolded = False
        self._fragile: dict[Id, Fragility] = {}
        self._rows: list[Row] = []
        self._off: set[object] = set()
        self._on: set[object] = set()

    def show(self, recommendation: Recommendation | None, *, keep_choice: bool = False) -> None:
        """Show a recommendation; `keep_choice` keeps what was unticked or added by hand."""
        self.recommendation = recommendation
        self._fragile = {}
        if not keep_choice:
            self._off, self._on = set(), set()
        self._rebuild()

    def weigh(self, unit: Id, found: Fragility) -> None:
        """Add what the worst single closure would do to a unit's way."""
        self._fragile[unit] = found
        for n, row in enumerate(self._rows):
            if isinstance(row.content, RecommendedUnit) and row.content.unit_id == unit:
                self.dataChanged.emit(self.index(n), self.index(n))

    def why(self, content: RecommendedUnit | Rejection | SupplySource | Unfilled) -> str:
        """Return a row's reason, with what hangs on a single road where that is much."""
        worst = self._fragile.get(content.unit_id) if isinstance(content, RecommendedUnit) else None
        much = worst is not None and (worst.worst_s is None or worst.worst_s - worst.eta_s >= MUCH_S)
        return f"{why(content)} {spoken(worst.sentence)}" if worst is not None and much else why(content)

    def fold(self, unfolded: bool) -> None:
        """Show or hide the rejected units."""
        self.unfolded = unfolded
        self._rebuild()

    def row(self, index: int) -> Row:
        """Return a row."""
        return self._rows[index]

    def ticked(self, row: Row) -> bool:
        """Return whether a row is part of what Enter sends."""
        mark = _mark(row.content)
        return mark in self._on if row.kind == RowKind.REJECTED else mark not in self._off

    def toggle(self, index: int) -> None:
        """Tick or untick a row; a fold heading folds."""
        row = self._rows[index]
        if row.kind == RowKind.FOLD:
            self.fold(not self.unfolded)
            return
        if row.kind in TICKABLE:
            chosen = self._on if row.kind == RowKind.REJECTED else self._off
            chosen.symmetric_difference_update({_mark(row.content)})
            where = self.index(index)
            self.dataChanged.emit(where, where)
            self.choice_changed.emit()

    @property
    def overridden(self) -> bool:
        """Return whether the choice differs from the recommendation."""
        return bool(self._off or self._on)

    def units(self) -> tuple[tuple[Id, str], ...]:
        """Return (unit, slot) of everything ticked."""
        if self.recommendation is None:
            return ()
        advised = [(u.unit_id, u.slot) for u in self.recommendation.units if _mark(u) not in self._off]
        added = [(r.unit_id, "") for r in self.recommendation.rejected if _mark(r) in self._on]
        return (*advised, *added)

    def supplies(self) -> tuple[tuple[Id, str, int], ...]:
        """Return (depot, item, quantity) of everything ticked."""
        sources = self.recommendation.supplies if self.recommendation else ()
        return tuple((s.depot_id, s.item, s.quantity) for s in sources if _mark(s) not in self._off)

    def weighed(self) -> frozenset[Id]:
        """Return the units whose ways have been looked at."""
        return frozenset(self._fragile)

    def shown(self) -> Callable[[], Mapping[str, Value]]:
        """Return what works out, in any thread, the recommendation as it stands on screen now, to be kept with the decision."""
        found, fragile = self.recommendation, dict(self._fragile)
        sent = {unit for unit, _slot in self.units()}
        return lambda: kept_json(found, fragile, sent) if found else {}

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the row or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ITEM_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole and not isinstance(row.content, Sentence):
            return row_words(self._seat, row.content, self.why(row.content))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.content.callsign}: {self.why(row.content)}" if isinstance(row.content, RecommendedUnit) else words(row)
        if role == Qt.ItemDataRole.CheckStateRole and row.kind in TICKABLE:
            return Qt.CheckState.Checked if self.ticked(row) else Qt.CheckState.Unchecked
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Say which rows can be ticked, for screen readers."""
        tickable = index.isValid() and self._rows[index.row()].kind in TICKABLE
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable if tickable else super().flags(index)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._rows = list(_rows(self.recommendation, self.unfolded)) if self.recommendation else []
        self.endResetModel()
        self.choice_changed.emit()


def words(row: Row) -> str:
    """Return a row in words."""
    content = row.content
    if isinstance(content, Sentence):
        return spoken(content)
    if isinstance(content, RecommendedUnit | Rejection):
        return f"{content.callsign}: {why(content)}"
    return f"{content.depot}: {why(content)}" if isinstance(content, SupplySource) else why(content)


def why(content: RecommendedUnit | Rejection | SupplySource | Unfilled) -> str:
    """Return a row's reason; of a unit that is taken off another incident also what that gains and costs."""
    if isinstance(content, RecommendedUnit) and content.diversion is not None:
        return f"{spoken(content.diversion)} {spoken(content.reason)}"
    return spoken(content.reason)


def _mark(content: object) -> object:
    if isinstance(content, RecommendedUnit | Rejection):
        return content.unit_id
    return (content.depot_id, content.item) if isinstance(content, SupplySource) else content


def _rows(found: Recommendation, unfolded: bool) -> list[Row]:
    rows = [Row(RowKind.UNFILLED, u) for u in found.unfilled]
    rows += [Row(RowKind.UNIT, u) for u in found.units]
    if found.supplies:
        rows.append(Row(RowKind.HEAD, say("Supplies")))
        rows += [Row(RowKind.SUPPLY, s) for s in found.supplies]
    if found.rejected:
        rows.append(Row(RowKind.FOLD, say("Not chosen: {n} units", n=len(found.rejected))))
        rows += [Row(RowKind.REJECTED, r) for r in found.rejected] if unfolded else []
    return rows

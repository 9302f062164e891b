"""What was known then: every accepted recommendation as it stood on the screen, and where people chose otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QSplitter, QTableView

from commandcenter.dispatch.differences import Difference, Report, differences
from commandcenter.dispatch.goods_advised import Goods
from commandcenter.model.entries import Changes, Kind
from commandcenter.picture.decisions import MOVE
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, column, label, row, segment
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.logistics_words import goods_words
from commandcenter.ui.recommend.known import known_lines
from commandcenter.ui.rows import ITEM_ROLE, NO_INDEX, AnyIndex
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import type_name

COLUMNS = (mark("Time"), mark("Incident"), mark("Type"), mark("Recommended"), mark("Sent out"), mark("Later by"), mark("Reason"), mark("Operator"))
WIDE = (3, 4, 6)
"""Who was recommended, who went, and why take the room that is left."""
SIZE = (1100, 640)


class DecisionRows(QAbstractTableModel):
    """Decisions, newest first. Qt thread."""

    def __init__(self, seat: Seat) -> None:
        """Read the picture."""
        super().__init__(seat)
        self._seat = seat
        self.only_different = False
        self.report = Report(())
        self._rows: list[Difference] = []
        self.reload()

    def reload(self) -> None:
        """Read all decisions."""
        self.beginResetModel()
        self.report = differences(self._seat.desk.picture)
        self._rows = [d for d in reversed(self.report.decisions) if d.differs or not self.only_different]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a column's name."""
        return tr(COLUMNS[section]) if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a cell."""
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if role == ITEM_ROLE:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cell(one, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and one.differs and one.decision is not None:
            return self._seat.look.colour("warn")
        return None

    def _cell(self, one: Difference, column: int) -> str:
        advised = self._sent(one.advised, one.goods_advised) if one.decision is not None else tr("by hand")
        later = "" if one.later_s is None else f"{'−' if one.later_s < 0 else '+'}{formats.eta(abs(one.later_s))}"
        kind = tr("Move-up") if one.type == MOVE else type_name(self._seat.desk.catalogue, one.type)
        sent = self._sent(one.sent, one.goods_sent)
        return (formats.clock(one.wall_ms), one.number, kind, advised, sent, later, one.reason, one.by)[column]

    def _sent(self, callsigns: Sequence[str], goods: Sequence[Goods]) -> str:
        promised: Counter[str] = Counter()
        for one in goods:
            promised[one.item] += one.quantity
        return ", ".join((*callsigns, *([goods_words(self._seat.desk.catalogue, promised)] if promised else ())))


class DecisionsWindow(Translated):
    """Decisions above, what was known then below."""

    def __init__(self, context: DeskContext) -> None:
        """Show the newest decision."""
        super().__init__()
        self._seat = seat = context.seat
        self.rows = DecisionRows(seat)
        self.rows.setParent(self)
        self.table, self.known = QTableView(), QPlainTextEdit()
        self.summary = label("muted", wrap=True)
        self.different, self.every = segment(), segment()
        self.every.setChecked(True)
        self._lay_out()
        self.different.toggled.connect(self._show_different)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show())
        seat.changed.connect(self._on_changes)
        self.retranslate()
        self.table.selectRow(0)

    def _lay_out(self) -> None:
        self.resize(*SIZE)
        self.table.setModel(self.rows)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self._seat.look.size("size_row"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setResizeContentsPrecision(0)  # what is in sight decides
        for column_ in range(len(COLUMNS)):
            header.setSectionResizeMode(column_, QHeaderView.ResizeMode.Stretch if column_ in WIDE else QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.known.setReadOnly(True)
        self.known.setTabChangesFocus(True)
        layout = column(self, margin=12, gap=8)
        head = row()
        head.addWidget(self.summary, 1)
        head.addWidget(self.every)
        head.addWidget(self.different)
        layout.addLayout(head)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.table)
        parts.addWidget(self.known)
        parts.setSizes([SIZE[1] // 2, SIZE[1] // 2])
        layout.addWidget(parts, 1)

    def retranslate(self) -> None:
        """Say every text."""
        self.table.setAccessibleName(tr("Decisions"))
        self.known.setAccessibleName(tr("What was known then"))
        self.every.setText(tr("All"))
        self.different.setText(tr("Chosen otherwise"))
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._summarise()
        self._show()

    def _summarise(self) -> None:
        report = self.rows.report
        said = tr(
            "{followed} sent as recommended · {changed} changed · {hand} units sent by hand",
            followed=report.followed,
            changed=len(report.overridden),
            hand=len(report.by_hand),
        )
        reasons = [f"{reason} ({count})" for reason, count in list(report.by_reason().items())[:3]]
        self.summary.setText(f"{said}\n{tr('Most frequent reasons: {reasons}', reasons='; '.join(reasons))}" if reasons else said)

    def _show_different(self, only: bool) -> None:
        self.rows.only_different = only
        self.rows.reload()
        self.table.selectRow(0)

    def _show(self) -> None:
        one = self.table.currentIndex().data(ITEM_ROLE) if self.table.currentIndex().isValid() else None
        if one is None:
            self.known.setPlainText(tr("No decision has been taken yet."))
            return
        decision = self._seat.desk.picture.decision(one.decision) if one.decision is not None else None
        if decision is None:
            self.known.setPlainText(tr("Sent by hand at {time}; the engine was not asked.", time=formats.clock(one.wall_ms)))
        else:
            self.known.setPlainText("\n".join(known_lines(decision, self._seat.desk.catalogue)))

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.DECISION) or changes.of(Kind.ASSIGNMENT):
            current = self.table.currentIndex().row()
            self.rows.reload()
            self._summarise()
            self.table.selectRow(max(0, min(current, self.rows.rowCount() - 1)))

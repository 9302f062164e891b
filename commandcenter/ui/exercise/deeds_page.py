"""What controllers did to a run: when, who, what, and how it went."""

from __future__ import annotations

from commandcenter.exercise.controls import Deed, said
from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.frame.parts import label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Page
from commandcenter.ui.tables.view import Table

COLUMNS: tuple[Column[tuple[int, Deed]], ...] = (
    Column(mark("Time"), lambda row: formats.clock(row[1].at_ms)),
    Column(mark("Who"), lambda row: row[1].by),
    Column(mark("What was done"), lambda row: spoken(said(row[1].act)), wide=True),
    Column(mark("Result"), lambda row: tr("Done") if row[1].refused is None else spoken(row[1].refused), wide=True),
)


class DeedsPage(Page):
    """Qt thread."""

    def __init__(self, seat: Seat, port: ExercisePort) -> None:
        """Show a run's."""
        super().__init__()
        self._port = port
        self.hint = label("muted", wrap=True)
        self.table: Table[tuple[int, Deed]] = Table(seat.look, COLUMNS, lambda row: row[0])
        self.box.addWidget(self.hint)
        self.box.addWidget(self.table, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.hint.setText(tr("What controllers changed, here and at other computers; players do not see it. It stands in the report."))
        self.table.name_it(tr("What controllers did"), tr("No controller has changed anything"))
        self.refresh()

    def refresh(self) -> None:
        """Show what is new."""
        rows = list(enumerate(self._port.deeds()))
        if rows != self.table.rows.rows:
            self.table.show_rows(rows)

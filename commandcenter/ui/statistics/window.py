"""The statistics window: charts with their tables, over a period, exported as CSV or XLSX."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QSplitter, QTableWidget, QTableWidgetItem, QTabWidget, QWidget

from commandcenter.model.entries import Changes
from commandcenter.model.marks import mark_of, marked_file
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import say
from commandcenter.monitor import statistics as figures
from commandcenter.monitor.statistics import PROCESS_GOAL, Period
from commandcenter.ui.exercise.long_work import LongWork
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.notice import Level
from commandcenter.ui.statistics import tables
from commandcenter.ui.statistics.charts import Chart
from commandcenter.ui.statistics.tables import Table, said
from commandcenter.ui.type_names import item_name, type_name

Writer = Callable[[Sequence[Table], Path, str, Progress], Path]
"""Writes tables to a path under a mark, and tells how far it is; returns what it wrote."""
DAY_MS = 86_400_000
PERIODS = ((mark("The whole operation"), 0), (mark("Last 24 hours"), 1), (mark("Last 7 days"), 7), (mark("Last 30 days"), 30))
"""Words and days; 0 days: from the first report."""
SETTLE_MS = 1_500
NO_INCIDENT = mark("No incident was reported in this period.")
NO_ARRIVAL = mark("No unit that was sent in this period has arrived yet, so there is no response time.")
NO_RING = mark(
    "Calls were taken in this period, but of none it is known when it rang. A telephone system or “call ring” in the command line "
    "records that; the guide says how."
)


@dataclass(slots=True)
class Page:
    """One tab: a chart, its table, and how both are filled."""

    words: str
    axis: str
    chart: Chart
    table: QTableWidget
    fill: Callable[[Period], Table]


class StatisticsWindow(Translated):
    """Read-only figures of this operation; an exercise is marked on every export. Qt thread."""

    def __init__(self, context: DeskContext) -> None:
        """Show the whole operation."""
        super().__init__()
        self._seat = context.seat
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.period = QComboBox()
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.period.activated.connect(lambda _index: self.refresh())
        self.work = LongWork(self._seat, say("Saving the figures was stopped; no file was written."))
        self.csv, self.xlsx, self.hint = button(), button(), label("faint", wrap=True)
        self.csv.clicked.connect(self.export_csv)
        self.xlsx.clicked.connect(self.export_xlsx)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.pages = self._pages()
        for page in self.pages:
            self.tabs.addTab(_sheet(page), "")
        self.tabs.currentChanged.connect(lambda _index: self.refresh())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.refresh)
        self._lay_out()
        self._seat.changed.connect(self._on_changes)
        self._seat.look.changed.connect(self.refresh)
        self.retranslate()

    def _pages(self) -> list[Page]:
        fills: tuple[tuple[str, str, Callable[[Chart, Period], Table]], ...] = (
            (mark("Calls by hour"), mark("incidents"), self._calls),
            (mark("Calls by type"), mark("incidents"), self._types),
            (mark("From ring to answer"), mark("% answered in time"), self._answering),
            (mark("From call to dispatch"), mark("% within 60 s"), self._processing),
            (mark("Response by station"), mark("min, median and 90 %"), self._stations),
            (mark("Response by type"), mark("min, median and 90 %"), self._by_type),
            (mark("Units"), mark("% of the period busy"), self._units),
            (mark("Stock"), mark("held"), self._stock),
        )
        made = []
        for words, axis, fill in fills:
            chart = Chart(self._seat.look)
            made.append(Page(words, axis, chart, _table(), partial(fill, chart)))
        return made

    def _lay_out(self) -> None:
        layout = column(self, margin=10, gap=8)
        top = row()
        top.addWidget(self.period)
        top.addWidget(self.hint, 1)
        top.addWidget(self.csv)
        top.addWidget(self.xlsx)
        layout.addLayout(top)
        layout.addWidget(self.work)
        layout.addWidget(self.tabs, 1)

    def sizeHint(self) -> QSize:
        """Return a size in which chart and table can be read."""
        return QSize(980, 640)

    def retranslate(self) -> None:
        """Say every text."""
        self.tabs.setAccessibleName(tr("Statistics"))
        kept = max(self.period.currentIndex(), 0)
        self.period.clear()
        for words, days in PERIODS:
            self.period.addItem(tr(words), days)
        self.period.setCurrentIndex(kept)
        self.period.setAccessibleName(tr("Period"))
        self.csv.setText(tr("Save as CSV"))
        self.xlsx.setText(tr("Save as XLSX"))
        self.hint.setText(tr("Times are from the log. A call clock begins when the call is answered, else with the report. Dashed: the goal."))
        for place, page in enumerate(self.pages):
            self.tabs.setTabText(place, tr(page.words))
            page.chart.say_axis(tr(page.axis))
            page.table.setAccessibleName(tr(page.words))
        self.refresh()

    def span(self) -> Period:
        """Return the period that is chosen."""
        now_ms = self._seat.now_ms()
        whole = figures.whole_period(self._seat.desk.picture, now_ms)
        days = self.period.currentData() or 0
        return Period(max(whole.from_ms, now_ms - days * DAY_MS), whole.until_ms) if days else whole

    def refresh(self) -> None:
        """Work out the page in sight anew."""
        page = self.pages[self.tabs.currentIndex()]
        _show(page.table, page.fill(self.span()))
        page.chart.say_axis(tr(page.axis))

    def export_csv(self) -> None:
        """Write every table as CSV into a folder of its own."""
        self._export("", tables.write_csv)

    def export_xlsx(self) -> None:
        """Write every table into one workbook."""
        self._export(".xlsx", tables.write_xlsx)

    def _export(self, ending: str, write: Writer) -> None:
        """Write what the log says now; once begun it goes on without the window, which says how far it is."""
        span = self.span()
        makers = tables.makers_of(self._seat.desk.picture, self._seat.desk.catalogue, span)
        self._seat.run(self.work.do(partial(self._written, makers, self._path(span, ending), write)))

    async def _written(self, makers: Sequence[Callable[[], Table]], path: Path, write: Writer, progress: Progress) -> None:
        """Work the figures out table by table while the window lives, then write the file beside it."""
        found = []
        for number, make in enumerate(makers):
            progress.report(tables.WORKING_OUT, number, len(makers))
            await asyncio.sleep(0)
            found.append(make())
        path = await asyncio.to_thread(write, found, path, mark_of(self._seat.desk.picture.operation), progress)
        self._seat.notice(Level.DONE, say("Figures saved: {file}", file=str(path)), file=path)

    def _path(self, span: Period, ending: str) -> Path:
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        path = documents / "commandcenter" / f"{tr('Figures')} {_stamp(span.from_ms)} – {_stamp(span.until_ms)}{ending}"
        return marked_file(path, self._seat.desk.picture.operation)

    def _on_changes(self, _changes: Changes) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    # what each page shows

    def _calls(self, chart: Chart, period: Period) -> Table:
        counts = figures.calls_by_hour(self._seat.desk.picture, period)
        if any(counts):
            chart.bars([f"{hour:02d}" for hour in range(24)], counts)
        else:
            chart.say_nothing(tr(NO_INCIDENT))
        return tables.calls_table(self._seat.desk.picture, period)

    def _types(self, chart: Chart, period: Period) -> Table:
        found = figures.calls_by_type(self._seat.desk.picture, period)[:10]
        if found:
            chart.bars([type_name(self._seat.desk.catalogue, code) for code, _ in found], [count for _, count in found])
        else:
            chart.say_nothing(tr(NO_INCIDENT))
        return tables.types_table(self._seat.desk.picture, self._seat.desk.catalogue, period)

    def _answering(self, chart: Chart, period: Period) -> Table:
        found = figures.answering(self._seat.desk.picture, period)
        if found.count:
            chart.answers(found)
        else:
            chart.say_nothing(tr(NO_RING) if found.unknown else tr("No call was taken in this period."))
        return tables.answering_table(self._seat.desk.picture, period)

    def _processing(self, chart: Chart, period: Period) -> Table:
        found = figures.processing(self._seat.desk.picture, period)
        chart.shares(found, PROCESS_GOAL) if found else chart.say_nothing(tr(NO_INCIDENT))
        return tables.processing_table(self._seat.desk.picture, period)

    def _stations(self, chart: Chart, period: Period) -> Table:
        picture = self._seat.desk.picture
        found = tables.local_spreads(picture, figures.responses_by_station(picture, period))
        chart.pairs(found) if found else chart.say_nothing(tr(NO_ARRIVAL))
        return tables.stations_table(picture, period)

    def _by_type(self, chart: Chart, period: Period) -> Table:
        found = figures.responses_by_type(self._seat.desk.picture, period)
        names = [figures.Spread(type_name(self._seat.desk.catalogue, s.name), s.count, s.median_s, s.p90_s) for s in found]
        chart.pairs(names[:10]) if found else chart.say_nothing(tr(NO_ARRIVAL))
        return tables.responses_by_type_table(self._seat.desk.picture, self._seat.desk.catalogue, period)

    def _units(self, chart: Chart, period: Period) -> Table:
        found = figures.utilisation(self._seat.desk.picture, period)
        if any(unit.busy_s for unit in found):
            chart.utilisation(found)
        else:
            chart.say_nothing(tr("No unit was sent anywhere in this period.") if found else tr("There are no units yet."))
        return tables.units_table(self._seat.desk.picture, self._seat.desk.catalogue, period)

    def _stock(self, chart: Chart, period: Period) -> Table:
        picture, catalogue = self._seat.desk.picture, self._seat.desk.catalogue
        depots, found = tables.depot_names(picture), figures.stock_curves(picture, period)
        if found:
            chart.curves(found, lambda curve: f"{depots[curve.depot]}: {item_name(catalogue, curve.item)}")
        else:
            chart.say_nothing(tr("No depot holds anything, and none did in this period."))
        return tables.stock_table(picture, catalogue, period)


def _sheet(page: Page) -> QWidget:
    made = QSplitter(Qt.Orientation.Vertical)
    made.addWidget(page.chart)
    made.addWidget(page.table)
    made.setSizes([320, 220])
    made.setChildrenCollapsible(False)
    return made


def _table() -> QTableWidget:
    made = QTableWidget()
    made.setTabKeyNavigation(False)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.verticalHeader().hide()
    made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return made


def _show(widget: QTableWidget, table: Table) -> None:
    widget.setColumnCount(len(table.heads))
    widget.setHorizontalHeaderLabels(list(table.heads))
    widget.setRowCount(len(table.rows))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for line, cells in enumerate(table.rows):
        for place, cell in enumerate(cells):
            item = QTableWidgetItem(said(cell))
            if not isinstance(cell, str):
                item.setTextAlignment(right)
            widget.setItem(line, place, item)
    for place in range(len(table.heads)):
        words = any(isinstance(cells[place], str) for cells in table.rows)
        mode = QHeaderView.ResizeMode.ResizeToContents if words else QHeaderView.ResizeMode.Stretch
        widget.horizontalHeader().setSectionResizeMode(place, mode)


def _stamp(ms: int) -> str:
    return formats.local_time(ms).strftime("%Y-%m-%d %H.%M")

"""The injects of a draft: timeline over sheet and form, and what is wrong with each, by row and column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from commandcenter.exercise.draft import FIRST_ROW, Draft
from commandcenter.exercise.msel import Row
from commandcenter.exercise.scenario import Inject, Scenario
from commandcenter.exercise.validate import earliest
from commandcenter.resources.csv_import import FILES
from commandcenter.resources.csv_tables import ImportIssue
from commandcenter.ui.exercise.editor.form import InjectForm
from commandcenter.ui.exercise.editor.timeline import Mark, Timeline, scale_text
from commandcenter.ui.exercise.editor.words import KIND_WORDS, TONES, field_of, issue_words
from commandcenter.ui.frame.parts import Translated, button, label, row
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.view import Table
from commandcenter.ui.type_names import language, type_name


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as the sheet shows it."""

    place: int
    cells: Row
    at_ms: int | None
    faults: int


COLUMNS: tuple[Column[SheetRow], ...] = (
    Column(mark("No."), lambda row: row.cells["number"]),
    Column(mark("Earliest"), lambda row: "" if row.at_ms is None else clock_text(row.at_ms), number=True),
    Column(mark("Kind"), lambda row: tr(KIND_WORDS[row.cells["kind"]]) if row.cells["kind"] in KIND_WORDS else row.cells["kind"]),
    Column(mark("Synopsis"), lambda row: row.cells[f"synopsis_{language()}"] or row.cells["synopsis_en"] or row.cells["synopsis_zh"], wide=True),
    Column("", lambda row: f"! {row.faults}" if row.faults else "", tone=lambda row: "danger" if row.faults else ""),
)


class SheetPage(Translated):
    """Edits the rows of a draft. Qt thread.

    Signals:
        edited(Draft): the draft with the change.
        chosen(): another row is the current one.
        elsewhere(ImportIssue): the person wants to see what is wrong, and it is not in this sheet.
    """

    edited = Signal(object)
    chosen = Signal()
    elsewhere = Signal(object)

    def __init__(self, seat: Seat, place_wanted: Callable[[], None]) -> None:
        """Start with no draft."""
        super().__init__()
        self._seat = seat
        self.draft: Draft | None = None
        self._scenario: Scenario | None = None
        self.issues: tuple[ImportIssue, ...] = ()
        self.timeline = Timeline(seat.look)
        self.table: Table[SheetRow] = Table(seat.look, COLUMNS, lambda row: row.place)
        self.form = InjectForm()
        self.faults = QListWidget()
        self.state = label("strong")
        self.add, self.copy, self.remove = button(), button(), button()
        self._lay_out()
        self.add.clicked.connect(self.add_inject)
        self.copy.clicked.connect(self.copy_inject)
        self.remove.clicked.connect(self.remove_inject)
        self.table.chosen.connect(self._show_current)
        self.table.keys = {
            Qt.Key.Key_Insert: self.add_inject,
            Qt.Key.Key_Delete: self.remove_inject,
            Qt.Key.Key_Return: lambda: self.form.go_to("time"),
        }
        self.timeline.chosen.connect(self.choose)
        self.timeline.moved.connect(self._move)
        self.form.edited.connect(self._put)
        self.form.place_wanted.connect(place_wanted)
        self.faults.itemActivated.connect(lambda item: self.go_to(self.faults.row(item)))
        self.faults.itemClicked.connect(lambda item: self.go_to(self.faults.row(item)))
        self.retranslate()

    def _lay_out(self) -> None:
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self.table, 1)
        acts = row()
        for part in (self.add, self.copy, self.remove):
            acts.addWidget(part)
        acts.addStretch(1)
        lines.addLayout(acts)
        lines.addWidget(self.state)
        lines.addWidget(self.faults)
        self.faults.setMaximumHeight(120)
        self.faults.setWordWrap(True)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self.form)
        split.setSizes([560, 560])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 6, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.timeline)
        whole.addWidget(split, 1)

    def retranslate(self) -> None:
        """Say every text."""
        self.table.name_it(tr("Injects"), tr("There is no inject yet"), tr("Insert adds one."))
        self.timeline.setAccessibleName(tr("Timeline"))
        self.timeline.setToolTip(tr("Click chooses, drag moves; left and right go on, with Ctrl they move by a minute. Hollow: fires on a trigger."))
        self.add.setText(tr("Add an inject"))
        self.add.setToolTip("Insert")
        self.copy.setText(tr("Copy it"))
        self.remove.setText(tr("Remove it"))
        self.remove.setToolTip(tr("Delete"))
        self.faults.setAccessibleName(tr("What is wrong"))
        self._offer()
        self._show_issues()

    @property
    def place(self) -> int:
        """Return the current row; -1 where there is none."""
        return self.table.currentIndex().row()

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; the current row stays current."""
        kept = self.place
        self.draft, self._scenario = draft, draft.scenario()
        self._fill()
        self._offer()
        if draft.rows:
            self.choose(min(max(kept, 0), len(draft.rows) - 1))
        self._show_current()

    def show_issues(self, issues: Sequence[ImportIssue]) -> None:
        """Show what is wrong with the draft."""
        self.issues = tuple(issues)
        self._fill()
        self._show_issues()
        self._show_current()

    def choose(self, place: int) -> None:
        """Make a row the current one."""
        self.table.choose(place)

    def go_to(self, number: int) -> None:
        """Open the row and the field that something is wrong with."""
        if 0 <= number < len(self.issues):
            issue = self.issues[number]
            if issue.file in FILES:
                self.elsewhere.emit(issue)
                return
            self.choose(issue.row - FIRST_ROW)
            self.form.go_to(issue.column)

    def next_fault(self) -> None:
        """Go to the next thing that is wrong."""
        if self.issues:
            self.faults.setCurrentRow((self.faults.currentRow() + 1) % len(self.issues))
            self.go_to(self.faults.currentRow())

    def add_inject(self) -> None:
        """Add an empty inject after the current one, at its time."""
        if self.draft is not None:
            time = self.draft.rows[self.place]["time"] if self.place >= 0 else "M+1"
            place = self.place if self.draft.rows else -1
            self.edited.emit(self.draft.add(place, kind="call", time=time))
            self.choose(place + 1)

    def copy_inject(self) -> None:
        """Put the current inject in a second time, under a number of its own."""
        if self.draft is not None and self.place >= 0:
            place = self.place
            self.edited.emit(self.draft.copy(place))
            self.choose(place + 1)

    def remove_inject(self) -> None:
        """Take the current inject out."""
        if self.draft is not None and self.place >= 0:
            self.edited.emit(self.draft.remove(self.place))

    def put_place(self, place: int, text: str) -> None:
        """Write a place into a row."""
        if self.draft is not None and 0 <= place < len(self.draft.rows):
            self.edited.emit(self.draft.put(place, place=text))

    def _put(self, cells: Row) -> None:
        if self.draft is not None and self.place >= 0:
            self.edited.emit(self.draft.put(self.place, **cells))

    def _move(self, place: int, offset_ms: int) -> None:
        if self.draft is not None:
            self.edited.emit(self.draft.move_to(place, offset_ms))

    def _fill(self) -> None:
        """Fill sheet and timeline from the draft."""
        if self.draft is None or self._scenario is None:
            return
        at_ms, wrong = earliest(self._scenario.injects), self._wrong()
        by_row = {inject.row: inject for inject in self._scenario.injects}
        rows, marks = [], []
        for place, cells in enumerate(self.draft.rows):
            inject = by_row.get(place + FIRST_ROW)
            when = at_ms[inject.number] if inject is not None else None
            rows.append(SheetRow(place, cells, when, wrong.get(place + FIRST_ROW, 0)))
            if inject is not None and when is not None:
                marks.append(_mark(place, inject, when, place + FIRST_ROW in wrong))
        if rows != self.table.rows.rows:
            self.table.show_rows(rows)
        self.timeline.show_marks(marks, self._scenario.end_ms - self._scenario.start_ms, self.place)

    def _wrong(self) -> Mapping[int, int]:
        counts: dict[int, int] = {}
        for issue in self._here():
            counts[issue.row] = counts.get(issue.row, 0) + 1
        return counts

    def _here(self) -> list[ImportIssue]:
        """Return what is wrong in this sheet itself."""
        return [issue for issue in self.issues if issue.file not in FILES]

    def _show_issues(self) -> None:
        self.faults.clear()
        for issue in self.issues:
            self.faults.addItem(QListWidgetItem(issue_words(issue)))
        count = len(self.issues)
        self.state.setText(tr("{n} things are wrong; F8 goes to the next", n=count) if count else tr("✓ Nothing is wrong with this scenario."))
        self.faults.setVisible(bool(self.issues))

    def _show_current(self) -> None:
        place, draft = self.place, self.draft
        there = draft is not None and 0 <= place < len(draft.rows)
        self.form.show_row(draft.rows[place] if draft is not None and there else None)
        mine = [issue for issue in self._here() if there and issue.row == place + FIRST_ROW]
        self.form.show_faults({field_of(issue.column): spoken(issue.sentence) for issue in reversed(mine)})
        self.form.preview.setText(self._preview(place) if there else "")
        if self._scenario is not None:
            self.timeline.choose(place)
        self.chosen.emit()

    def _preview(self, place: int) -> str:
        """Return how the inject will read on the player's desk, in this window's language."""
        inject = next((i for i in self._scenario.injects if i.row == place + FIRST_ROW), None) if self._scenario else None
        if inject is None:
            return ""
        about = [type_name(self._seat.desk.catalogue, inject.type) if inject.type else "", inject.place, inject.unit]
        said = inject.inject.get(language()) or inject.synopsis.get(language())
        return tr(
            "The player gets: {what}", what=" · ".join(part for part in (tr(KIND_WORDS[inject.kind]), *about, f"“{said}”" if said else "") if part)
        )

    def _offer(self) -> None:
        """Offer what the catalogue, the fleet and the draft know."""
        catalogue, draft = self._seat.desk.catalogue, self.draft
        units = sorted(unit.callsign for unit in self._seat.desk.picture.units())
        objectives = draft.head.objectives if draft is not None else ()
        self.form.offer(
            {
                "type": [("", ""), *((code, type_name(catalogue, code)) for code in catalogue.types)],
                "unit": [("", ""), *((callsign, "") for callsign in units)],
                "objective": [("", ""), *((one.code, one.text.get(language())) for one in objectives)],
            }
        )


def _mark(place: int, inject: Inject, at_ms: int, faulty: bool) -> Mark:
    return Mark(place, inject.number, at_ms, inject.offset_ms, TONES.get(inject.kind, "text_muted"), inject.trigger is not None, faulty)


def clock_text(at_ms: int) -> str:
    """Return a moment after the start with seconds: `0:03:30`."""
    sign = "-" if at_ms < 0 else ""
    minutes, seconds = divmod(abs(at_ms) // 1000, 60)
    return f"{sign}{scale_text(minutes)}:{seconds:02}"

"""One inject of a run as a form, while the run goes on: what is wrong stands below its column; nothing counts before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from commandcenter.exercise.acts import Edit
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.moments import written, zone_of
from commandcenter.exercise.msel import FIELDS, Row, read_injects, row_of
from commandcenter.exercise.scenario import Inject, Scenario, Text
from commandcenter.exercise.validate import Grounds, validate_one
from commandcenter.model.sentences import say
from commandcenter.resources.csv_tables import ImportIssue, Report
from commandcenter.ui.exercise.editor.form import InjectForm
from commandcenter.ui.exercise.editor.words import COLUMN_WORDS
from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Page
from commandcenter.ui.type_names import language, type_name

SOON_MS = 120_000
"""A new inject is planned so long from now, rounded up to a whole minute, until its author says otherwise."""
MINUTE_MS = 60_000


class InjectSheet(Page):
    """Ctrl+Enter keeps it, Esc gives it up. Qt thread.

    Signals:
        kept(): the change was taken over, or asked for.
        closed(): the form is shut.
    """

    kept = Signal()
    closed = Signal()

    def __init__(self, seat: Seat, port: ExercisePort) -> None:
        """Stand shut."""
        super().__init__()
        self._seat, self._port = seat, port
        self._row: Row = {}
        self._sheet_row = 0
        self._known = False
        """Whether the inject stands in the run already."""
        self.title, self.form = label("title"), InjectForm()
        self.keep_button, self.give_up_button = button("primary"), button()
        self.form.place_button.hide()
        self.box.addWidget(self.title)
        self.box.addWidget(self.form, 1)
        self.line(1, self.give_up_button, self.keep_button)
        self.form.edited.connect(self._edited)
        for made, act, key in ((self.keep_button, self.keep, "Ctrl+Return"), (self.give_up_button, self.shut, "Esc")):
            made.clicked.connect(act)
            made.setToolTip(QKeySequence(key).toString())
            QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.keep_button.setText(tr("Keep the change"))
        self.give_up_button.setText(tr("Give it up"))
        self._say()

    def _say(self) -> None:
        number = self._row.get("number", "")
        self.title.setText(tr("Change inject {number}", number=number) if self._known else tr("New inject {number}", number=number))

    def open(self, inject: Inject | None) -> None:
        """Show an inject to be changed; `None`: a new one."""
        self._known = inject is not None
        self._sheet_row = inject.row if inject is not None else max((one.row for one, _ in self._port.injects()), default=1) + 1
        self._row = {name: text for name, text in row_of(inject).items() if name in FIELDS} if inject is not None else self._fresh()
        self._offer()
        self.form.show_row(self._row)
        self.form.fields["number"].setEnabled(not self._known)
        self._check()
        self._say()
        self.show()
        self.form.go_to("time")

    def _fresh(self) -> Row:
        numbers = {one.number for one, _ in self._port.injects()}
        free = next(n for n in range(max((int(number) for number in numbers if number.isdecimal()), default=0) + 1, 10**6) if str(n) not in numbers)
        due_ms = self._seat.now_ms() + SOON_MS - self._port.start_ms
        time = written(-(-due_ms // MINUTE_MS) * MINUTE_MS)
        return dict.fromkeys(FIELDS, "") | {"number": str(free), "time": time, "kind": "call", "weight": "1"}

    def _offer(self) -> None:
        desk = self._seat.desk
        self.form.offer(
            {
                "type": [("", ""), *((code, type_name(desk.catalogue, code)) for code in desk.catalogue.types)],
                "unit": [("", ""), *((callsign, "") for callsign in sorted(unit.callsign for unit in desk.picture.units()))],
                "objective": [("", ""), *((one.code, one.text.get(language())) for one in self._port.objectives)],
            }
        )

    def refresh(self) -> None:
        """Shut the form of an inject that happens while it is open."""
        if not self.isVisible() or not self._known:
            return
        number = self._row["number"]
        play = next((play for inject, play in self._port.injects() if inject.number == number), None)
        if play is None or play.standing is not Standing.PLANNED:
            self.shut()
            self._seat.notice(Level.HINT, say("Inject {number} is not planned any more; its form is shut.", number=number))

    def _edited(self, typed: Row) -> None:
        self._row = {**self._row, **typed}
        self.form.show_row(self._row)
        self._check()

    def _check(self) -> Inject | None:
        """Say below each column what is wrong; return the inject when nothing is."""
        inject, issues = self._read()
        faults: dict[str, str] = {}
        for issue in issues:
            name = issue.column if issue.column in COLUMN_WORDS else f"{issue.column}_en"
            faults.setdefault(name if name in COLUMN_WORDS else "number", spoken(issue.sentence))
        self.form.show_faults(faults)
        if faults:
            self.form.go_to(next(iter(faults)))
        return None if issues else inject

    def _read(self) -> tuple[Inject | None, Sequence[ImportIssue]]:
        report = Report("")
        found = read_injects([(self._sheet_row, self._row)], self._port.start_ms, report, zone_of(self._port.zone))
        others = tuple(one for one, _ in self._port.injects() if one.number != self._row["number"])
        if not found:
            return None, report.issues
        if not self._known and len(others) < len(self._port.injects()):
            issue = ImportIssue("", self._sheet_row, "number", self._row["number"], say("This number is taken."))
            return None, (issue,)
        minutes = (self._port.end_ms - self._port.start_ms) / MINUTE_MS
        whole = Scenario("", Text(), Text(), "", self._port.start_ms, minutes, 0, (*others, found[0]), tuple(self._port.objectives))
        desk = self._seat.desk
        callsigns, depots = frozenset(u.callsign for u in desk.picture.units()), frozenset(d.name for d in desk.picture.depots())
        return found[0], validate_one(whole, Grounds(desk.catalogue, None, desk.gazetteer, callsigns, depots), found[0])

    def keep(self) -> None:
        """Take the change over."""
        self.form.commit()
        inject = self._check()
        if inject is None:
            self._seat.notice(Level.REFUSED, say("Something is wrong with this inject; it stands below the column."))
            return
        self._seat.run(self._keep(replace(inject, row=self._sheet_row)))

    async def _keep(self, inject: Inject) -> None:
        await self._port.control(Edit(inject))
        if self._port.leads:
            self._seat.notice(Level.DONE, say("Inject {number} stands as written", number=inject.number))
        self.shut()
        self.kept.emit()

    def shut(self) -> None:
        """Give up what was not kept."""
        self.hide()
        self.closed.emit()

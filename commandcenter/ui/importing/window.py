"""The window "Import resources": a folder of CSV files is read and shown first, then brought into the operation."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QLineEdit

from commandcenter.dispatch.importing import BroughtIn, bring_in, known_of, only_new
from commandcenter.model.commands import AddUnit
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.resources.csv_import import FILES, Imported, import_folder, write_samples
from commandcenter.resources.csv_tables import ImportIssue
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.latest import Latest
from commandcenter.ui.notice import Level
from commandcenter.ui.tables.hand import Hand
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Field, NoticeLine, Page
from commandcenter.ui.tables.view import Table


class ImportWindow(Translated):
    """Choose a folder, look at what was read and what was not, bring it in. Qt thread; files are read in a worker thread."""

    def __init__(self, context: DeskContext) -> None:
        """Work at a seat."""
        super().__init__()
        self._seat = context.seat
        self._hand, self._latest = Hand(self._seat, self), Latest(self._seat, self)
        self.imported: Imported | None = None
        """What was read and not yet brought in."""
        self._refused: tuple[ImportIssue, ...] = ()
        self.setProperty("role", "window")
        self.path, self.choose, self.sample, self.bring = QLineEdit(), button(), button(), button("primary")
        self.folder = Field(self.path)
        self.summary = label(wrap=True)
        self.table: Table[ImportIssue] = Table(self._seat.look, self._columns(), lambda issue: (issue.file, issue.row, issue.column, issue.sentence))
        self._lay_out()
        self.path.returnPressed.connect(self.read)
        self.choose.clicked.connect(self._choose)
        self.sample.clicked.connect(self._choose_for_samples)
        self.bring.clicked.connect(lambda: self._hand.run(self._bring_in()))
        self.bring.needs(self._seat, AddUnit)
        QShortcut(QKeySequence("Esc"), self, self.close)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.bring.click)
        self.retranslate()

    def _lay_out(self) -> None:
        page = Page()
        page.line(self.choose).insertWidget(0, self.folder, 1)
        page.box.addWidget(self.summary)
        page.box.addWidget(self.table, 1)
        page.line(self.sample, 1, self.bring)
        layout = column(self)
        layout.addWidget(page, 1)
        layout.addWidget(NoticeLine(self._seat))

    def _columns(self) -> list[Column[ImportIssue]]:
        return [
            Column(mark("File"), lambda issue: issue.file),
            Column(mark("Row"), lambda issue: formats.number(issue.row) if issue.row else "", number=True),
            Column(mark("Column"), lambda issue: issue.column),
            Column(mark("Written there"), lambda issue: issue.value),
            Column(mark("What is wrong"), _words, wide=True, tone=lambda issue: "warn" if issue.taken else "danger"),
        ]

    def read(self) -> None:
        """Read the folder whose path stands in the field; nothing is changed by that."""
        folder = Path(self.path.text().strip()).expanduser()
        desk = self._seat.desk
        catalogue, known = desk.catalogue, known_of(desk.picture, desk.roads)
        self.imported, self._refused = None, ()
        self._latest.run(lambda _stopped: import_folder(folder, catalogue, known), self._take)
        self._paint()

    def write_samples(self, folder: Path) -> None:
        """Write an example of every file into a folder; what is there already is left alone."""
        written = sum(write_samples(folder).values())
        self._seat.notice(Level.DONE, say("{count} example files written; those that were there are as they were", count=written))

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("Choose the folder with the files"), self.path.text())
        if found:
            self.path.setText(found)
            self.read()

    def _choose_for_samples(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("Choose a folder for the examples"), self.path.text())
        if found:
            self._hand.run(self._write_samples(Path(found)))

    async def _write_samples(self, folder: Path) -> None:
        self.write_samples(folder)

    def _take(self, imported: Imported) -> None:
        self.imported = only_new(self._seat.desk.picture, imported)
        self._paint()

    async def _bring_in(self) -> None:
        if self.imported is None or not self.imported.rows:
            raise Refused("Nothing was read that could be brought in.")
        imported, self.imported = self.imported, None
        self._paint()
        done: BroughtIn = await bring_in(self._seat.desk, imported)
        self._refused = done.refused
        self._paint()
        if done.refused:
            said = say("{taken} rows are in the operation, {refused} were refused.", taken=done.taken, refused=len(done.refused))
            self._seat.notice(Level.REFUSED, said)
        else:
            self._seat.notice(Level.DONE, say("{taken} rows are in the operation", taken=done.taken))

    def retranslate(self) -> None:
        """Say every text."""
        self.folder.say(tr("Folder with the files"), ", ".join(FILES))
        self.choose.setText(tr("Choose folder …"))
        self.sample.setText(tr("Write example files …"))
        self.bring.setText(tr("Bring in what was read"))
        self.bring.setToolTip("Ctrl+Enter")
        self._paint()

    def _paint(self) -> None:
        found = self.imported
        hint = tr("Choose a folder, or write the examples and fill them in.")
        headline = tr("Nothing was read yet")
        if found is not None:
            hint = tr("Bring it in with Ctrl+Enter.") if found.rows else tr("Nothing would change.")
            headline = tr("Everything was read")
        self.table.name_it(tr("What could not be read"), headline, hint, "file-delimited-outline")
        self.table.show_rows(self._refused or (found.issues if found is not None else ()))
        self.bring.setEnabled(found is not None and bool(found.rows))
        self.summary.setVisible(found is not None)
        if found is not None:
            self.summary.setText(_summary(found))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give up what is under way."""
        self._latest.stop()
        super().closeEvent(event)


def _words(issue: ImportIssue) -> str:
    return f"{'!' if issue.taken else '✕'} {spoken(issue.sentence)}"


def _summary(found: Imported) -> str:
    new = Counter(file for file, _ in {(row.file, row.row) for row in found.rows})
    read = " · ".join(f"{name} {formats.number(new[name])}" for name in found.loaded if new[name]) or "–"
    lost = len({(issue.file, issue.row) for issue in found.issues if not issue.taken})
    words = tr("Rows to bring in: {read}. Not read: {lost}. There already: {there}.")
    return words.format(read=read, lost=formats.number(lost), there=formats.number(found.there_already))

"""The quick report: how it goes, how many people, what is needed; few taps, and it is read before it is sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit

from commandcenter.model.commands import ReportSituation
from commandcenter.model.ids import Id
from commandcenter.ui.field.parts import BigButton, Card, big
from commandcenter.ui.frame.parts import label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr

TRENDS = {
    "worse": mark("Getting worse"),
    "same": mark("Unchanged"),
    "better": mark("Getting better"),
    "controlled": mark("Under control"),
}
COUNTS = {"injured": mark("Injured"), "missing": mark("Missing"), "rescued": mark("Rescued"), "dead": mark("Dead")}
NEEDS = {
    "units": mark("More units"),
    "ladder": mark("Ladder"),
    "ambulance": mark("Ambulances"),
    "water": mark("Water"),
    "police": mark("Police"),
    "relief": mark("Relief of crews"),
}
COLUMNS = 2


class SituationCard(Card):
    """The report of one unit.

    Signals:
        reported(object): send this; a function that takes the unit and returns the command.
    """

    reported = Signal(object)

    def __init__(self) -> None:
        """Start with nothing chosen."""
        super().__init__()
        self.trends = {code: BigButton() for code in TRENDS}
        self.needs = {code: BigButton() for code in NEEDS}
        self.counts = dict.fromkeys(COUNTS, 0)
        self.less, self.more = ({code: BigButton() for code in COUNTS} for _ in range(2))
        self._names, self._numbers = ({code: label() for code in COUNTS} for _ in range(2))
        self.words, self.reads, self.send = QLineEdit(), label("strong", wrap=True), BigButton("primary")
        big(self.words)
        self._needed = label("caption")
        self._lay_out()
        for made in self.trends.values():
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.clicked.connect(self._read)
        for made in self.needs.values():
            made.setCheckable(True)
            made.clicked.connect(self._read)
        for code in COUNTS:
            self.less[code].clicked.connect(partial(self._count, code, -1))
            self.more[code].clicked.connect(partial(self._count, code, 1))
        self.words.textChanged.connect(self._read)
        self.send.clicked.connect(self._send)

    def _lay_out(self) -> None:
        self.body.addLayout(_grid(list(self.trends.values())))
        for code in COUNTS:
            line = row()
            line.addWidget(self._names[code], 1)
            line.addWidget(self.less[code])
            line.addWidget(self._numbers[code])
            line.addWidget(self.more[code])
            self.less[code].setFixedWidth(72)
            self.more[code].setFixedWidth(72)
            self._numbers[code].setFixedWidth(40)
            self._numbers[code].setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.body.addLayout(line)
        self.body.addWidget(self._needed)
        self.body.addLayout(_grid(list(self.needs.values())))
        for part in (self.words, self.reads, self.send):
            self.body.addWidget(part)

    def retranslate(self) -> None:
        """Say every text."""
        self.title.setText(tr("Quick report"))
        self._needed.setText(tr("What is needed"))
        for made, texts in ((self.trends, TRENDS), (self.needs, NEEDS)):
            for code, one in made.items():
                one.setText(tr(texts[code]))
        for code, text in COUNTS.items():
            self._names[code].setText(tr(text))
            self.less[code].setText("−")
            self.more[code].setText("+")
            self.less[code].setAccessibleName(tr("{what}: one less", what=tr(text)))
            self.more[code].setAccessibleName(tr("{what}: one more", what=tr(text)))
        self.words.setPlaceholderText(tr("Anything else"))
        self.words.setAccessibleName(tr("Anything else"))
        self.send.setText(tr("Send the report"))
        self._read()

    @property
    def trend(self) -> str:
        """Return how it goes; empty before it was said."""
        return next((code for code, made in self.trends.items() if made.isChecked()), "")

    def text(self) -> str:
        """Return the report as it will be read, in the language in force."""
        trend = self.trend
        parts = [tr(TRENDS[trend])] if trend else []
        parts += [f"{tr(COUNTS[code])}: {n}" for code, n in self.counts.items() if n]
        needed = [tr(NEEDS[code]) for code, made in self.needs.items() if made.isChecked()]
        if needed:
            parts.append(tr("needed: {what}", what=formats.listed(needed)))
        return "; ".join([*parts, *([self.words.text().strip()] if self.words.text().strip() else [])])

    def clear(self) -> None:
        """Begin anew."""
        for made in self.trends.values():
            made.setAutoExclusive(False)
            made.setChecked(False)
            made.setAutoExclusive(True)
        for made in self.needs.values():
            made.setChecked(False)
        self.counts = dict.fromkeys(COUNTS, 0)
        self.words.clear()
        self._read()

    def _count(self, code: str, by: int, _checked: bool = False) -> None:
        self.counts[code] = max(0, self.counts[code] + by)
        self._read()

    def _read(self) -> None:
        for code, number in self._numbers.items():
            number.setText(str(self.counts[code]))
        self.reads.setText(self.text() or tr("Say how it goes: one tap above."))
        self.send.setEnabled(bool(self.trend))

    def _send(self) -> None:
        trend, counts, text = self.trend, {code: n for code, n in self.counts.items() if n}, self.text()
        needs = tuple(code for code, made in self.needs.items() if made.isChecked())
        command: Callable[[Id], ReportSituation] = partial(ReportSituation, trend=trend, counts=counts, needs=needs, text=text)
        self.reported.emit(command)


def _grid(buttons: list[BigButton]) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(6)
    for place, made in enumerate(buttons):
        grid.addWidget(made, place // COLUMNS, place % COLUMNS)
    return grid

"""What a whole scenario says of itself: names, region, start, length, seed, the virtual player, objectives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem

from commandcenter.exercise.folder import MOST_MINUTES
from commandcenter.exercise.moments import zone_of
from commandcenter.exercise.scenario import LANGUAGES, Objective, Scenario, Text
from commandcenter.model.errors import Refused
from commandcenter.ui.exercise.editor.guide_page import GuidePage
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Field, NumberEdit, Page

MOST_SEED = 2**53
HEADS = (mark("Code"), mark("Capability"), mark("English"), mark("Chinese"))


class HeadPage(Page):
    """The head of a scenario, and its guide on a page of its own. Qt thread.

    Signals:
        edited(Scenario): with what was changed.
    """

    edited = Signal(object)

    def __init__(self, seat: Seat, regions: list[str]) -> None:
        """Offer these regions."""
        super().__init__()
        self._seat = seat
        self._head: Scenario | None = None
        self.names = {language: QLineEdit() for language in LANGUAGES}
        self.summaries = {language: QLineEdit() for language in LANGUAGES}
        self.region, self.start, self.callsigns = QComboBox(), QLineEdit(), QLineEdit()
        self.zone, self.rings, self.guide = QLineEdit(), QCheckBox(), GuidePage(seat)
        self.minutes, self.seed, self.thinks, self.answers = NumberEdit(), NumberEdit(), NumberEdit(), NumberEdit()
        self.region.addItems(regions)
        self.region.setEditable(True)
        self.objectives = QTableWidget(0, len(HEADS))
        self.objectives.setTabKeyNavigation(False)
        self.objectives.verticalHeader().hide()
        self.objectives.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.objectives.setColumnWidth(0, 70)
        self.objectives.setColumnWidth(1, 280)
        self.objectives.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.objectives.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.add, self.remove, self.title = button(), button(), label("strong")
        self._fields = [
            (Field(self.names["en"]), mark("Name, English")),
            (Field(self.names["zh"]), mark("Name, Chinese")),
            (Field(self.summaries["en"]), mark("Summary, English")),
            (Field(self.summaries["zh"]), mark("Summary, Chinese")),
            (Field(self.region, 180), mark("Region")),
            (Field(self.start, 190), mark("Start (UTC)")),
            (Field(self.minutes, 90), mark("Minutes")),
            (Field(self.seed, 90), mark("Seed of chance")),
            (Field(self.thinks, 150), mark("Virtual player thinks, s")),
            (Field(self.answers, 150), mark("… answers calls after, s")),
            (Field(self.zone, 150), mark("Time zone of the sheet")),
            (Field(self.callsigns), mark("Only these units; empty: all")),
        ]
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        fields = [field for field, _ in self._fields]
        for pair in (fields[0:2], fields[2:4]):
            line = self.line(*pair)
            for place in range(2):
                line.setStretch(place, 1)
        self.line(*fields[4:11], 1)
        self.line(fields[11], self.rings)
        self.line(self.title, 1, self.add, self.remove)
        self.box.addWidget(self.objectives, 1)

    def _connect(self) -> None:
        for widget in (
            *self.names.values(),
            *self.summaries.values(),
            self.start,
            self.zone,
            self.callsigns,
            self.minutes,
            self.seed,
            self.thinks,
            self.answers,
        ):
            widget.editingFinished.connect(self._take)
        self.region.activated.connect(self._take)
        self.rings.clicked.connect(self._take)
        self.guide.edited.connect(self.edited)
        line = self.region.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._take)
        self.objectives.itemChanged.connect(self._take)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)

    def retranslate(self) -> None:
        """Say every text."""
        for field, words in self._fields:
            field.say(tr(words))
        self.rings.setText(tr("Calls ring until a player answers"))
        self.title.setText(tr("Objectives"))
        self.add.setText(tr("Add an objective"))
        self.remove.setText(tr("Remove it"))
        self.objectives.setHorizontalHeaderLabels([tr(head) for head in HEADS])
        self.objectives.setAccessibleName(tr("Objectives"))

    def show_head(self, head: Scenario) -> None:
        """Show a scenario."""
        self._head = head
        for language in LANGUAGES:
            self.names[language].setText(head.name.by_language.get(language, ""))
            self.summaries[language].setText(head.summary.by_language.get(language, ""))
            self.summaries[language].setCursorPosition(0)
        self.region.setEditText(head.region)
        self.start.setText(f"{datetime.fromtimestamp(head.start_ms / 1000, UTC):%Y-%m-%d %H:%M}")
        self.zone.setText(head.zone)
        self.rings.setChecked(head.rings)
        self.minutes.setText(f"{head.minutes:g}")
        self.seed.setText(str(head.seed))
        self.thinks.setText(f"{head.accept_after_s:g}")
        self.answers.setText(f"{head.answer_after_s:g}")
        self.callsigns.setText(", ".join(head.callsigns))
        self._show_objectives(head.objectives)
        self.guide.show_head(head)

    def _show_objectives(self, objectives: tuple[Objective, ...]) -> None:
        self.objectives.blockSignals(True)
        self.objectives.setRowCount(len(objectives))
        for place, one in enumerate(objectives):
            texts = (one.code, one.capability, *(one.text.by_language.get(language, "") for language in LANGUAGES))
            for n, text in enumerate(texts):
                self.objectives.setItem(place, n, QTableWidgetItem(text))
        self.objectives.blockSignals(False)

    def _take(self, _what: object = None) -> None:
        """Take over what was typed; what cannot be is said and stays."""
        if self._head is None:
            return
        try:
            head = self._read(self._head)
        except Refused as refused:
            self._seat.notice(Level.REFUSED, refused.sentence)
            return
        if head != self._head:
            self._head = head
            self.edited.emit(head)

    def _read(self, head: Scenario) -> Scenario:
        return replace(
            head,
            name=_texts(self.names),
            summary=_texts(self.summaries),
            region=self.region.currentText().strip(),
            start_ms=_moment(self.start.text()),
            zone=_zone(self.zone.text().strip()),
            rings=self.rings.isChecked(),
            minutes=_between(self.minutes.real, 1, MOST_MINUTES),
            seed=int(_between(self.seed.whole, 0, MOST_SEED)),
            accept_after_s=_between(self.thinks.real, 0, 86_400),
            answer_after_s=_between(self.answers.real, 0, 86_400),
            callsigns=tuple(part.strip() for part in self.callsigns.text().replace("，", ",").split(",") if part.strip()),
            objectives=tuple(self._objective(place) for place in range(self.objectives.rowCount())),
        )

    def _objective(self, place: int) -> Objective:
        cells = [item.text().strip() if (item := self.objectives.item(place, n)) is not None else "" for n in range(len(HEADS))]
        return Objective(cells[0], cells[1], Text({k: v for k, v in zip(LANGUAGES, cells[2:], strict=True) if v}))

    def _add(self) -> None:
        if self._head is not None:
            taken = {one.code for one in self._head.objectives}
            code = next(f"O{n}" for n in range(1, 1000) if f"O{n}" not in taken)
            self._show_objectives((*self._head.objectives, Objective(code, "", Text())))
            self._take()

    def _remove(self) -> None:
        place = self.objectives.currentRow()
        if place >= 0:
            self.objectives.removeRow(place)
            self._take()


def _texts(fields: dict[str, QLineEdit]) -> Text:
    return Text({language: field.text().strip() for language, field in fields.items() if field.text().strip()})


def _moment(text: str) -> int:
    try:
        start = datetime.fromisoformat(text.strip().removesuffix("Z"))
    except ValueError:
        raise Refused("“{text}” is no start: write 2026-05-12 07:00.", text=text.strip()) from None
    return round(start.replace(tzinfo=UTC).timestamp() * 1000)


def _zone(name: str) -> str:
    zone_of(name)
    return name


def _between(read: Callable[[], float], least: float, most: float) -> float:
    value = read()
    if not least <= value <= most:
        raise Refused("{value} is not between {least} and {most}.", value=f"{value:g}", least=f"{least:g}", most=f"{most:g}")
    return value

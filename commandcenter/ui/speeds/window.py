"""The window "Speed calibration": what the log's own runs say of the driving times, and what a person adopts of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout

from commandcenter.dispatch.calibration import LEAST_RUNS, Factor, Fit, departed_ms, drives_of, fit, runs_of
from commandcenter.model.commands import AdoptSpeeds
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.speeds import BANDS, GROUPS, LEAST, MOST, SpeedPolicy
from commandcenter.model.words import LonLat, Position
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.latest import Latest
from commandcenter.ui.speeds.scatter import Scatter

GROUP_WORDS = {
    "motorway": mark("Motorways and trunk roads"),
    "main": mark("Primary and secondary roads"),
    "tertiary": mark("Tertiary roads"),
    "local": mark("Residential streets and the rest"),
    "day": mark("By day"),
    "peak": mark("Rush hours, Monday to Friday 7–9 and 16–19"),
    "night": mark("At night, 22–6"),
}
NEAR_MS = 60_000
"""A position this near in time says where a run began."""


class SpeedsWindow(Translated):
    """Fits when opened and when asked; nothing is adopted but by the button. Qt thread; the fit runs in a worker thread."""

    def __init__(self, context: DeskContext) -> None:
        """Look at the desk's runs."""
        super().__init__()
        self._seat, self._trails = context.seat, context.services.trails
        self._latest = Latest(context.seat, self)
        self.fit: Fit | None = None
        self.drives = 0
        self._looked = False
        self.said, self.used, self.method = (label(wrap=True), label("muted", wrap=True), label("muted", wrap=True))
        self.table, self.scatter, self.note = QTableWidget(0, 5), Scatter(context.seat.look), QLineEdit()
        self.table.setTabKeyNavigation(False)
        self.again, self.adopt, self.back = button(), button("primary"), button()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()
        self.again.clicked.connect(self.look)
        self.adopt.clicked.connect(self._adopt)
        self.back.clicked.connect(lambda: self._submit(AdoptSpeeds({}, {}, 0, self.note.text().strip())))
        self._seat.changed.connect(self._on_changes)
        self.resize(1080, 640)
        self.retranslate()
        self.look()

    def _lay_out(self) -> None:
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 5):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (self.said, self.table, self.used, self.note):
            left.addWidget(part, 1 if part is self.table else 0)
        buttons = row()
        for made in (self.again, self.back, self.adopt):
            buttons.addWidget(made)
        left.addLayout(buttons)
        left.addWidget(self.method)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(18)
        whole.addLayout(left, 3)
        whole.addWidget(self.scatter, 2)

    def look(self) -> None:
        """Read the log and the tracks, and fit."""
        self._looked = False
        self._seat.run(self._look())
        self._paint()

    async def _look(self) -> None:
        starts = await self._starts()
        drives = drives_of(self._seat.desk.picture, starts)
        roads = self._seat.desk.roads

        def work(_stopped: object) -> tuple[int, Fit | None]:
            runs = runs_of(drives, roads)
            return len(runs), fit(runs)

        self._latest.run(work, self._take)

    async def _starts(self) -> dict[tuple[Id, int], LonLat]:
        """Return where units stood when they set out, as far as their tracks are still kept."""
        picture = self._seat.desk.picture
        moments = [(a.unit, left) for a in picture.assignments() if (left := departed_ms(a.times_ms)) is not None]
        if self._trails is None or not moments:
            return {}
        kept = await self._trails.trails(sorted({unit for unit, _ in moments}), min(left for _, left in moments) - NEAR_MS)
        found = {(unit, left): nearest(kept.get(unit, ()), left) for unit, left in moments}
        return {key: at for key, at in found.items() if at is not None}

    def _take(self, found: tuple[int, Fit | None]) -> None:
        self.drives, self.fit = found
        self._looked = True
        self._paint()

    def retranslate(self) -> None:
        """Say every text."""
        self.again.setText(tr("Fit again"))
        self.adopt.setText(tr("Adopt these factors"))
        self.back.setText(tr("Back to the shipped times"))
        self.note.setPlaceholderText(tr("Why (kept in the log)"))
        self.note.setAccessibleName(tr("Why (kept in the log)"))
        self.table.setAccessibleName(tr("Factors on driving times"))
        self.scatter.setAccessibleName(tr("Predicted and observed driving times"))
        self.table.setHorizontalHeaderLabels([tr("Roads, times of day"), tr("In use"), tr("Fitted"), tr("95 % interval"), tr("Runs")])
        self.method.setText(
            tr(
                "Factors on the shipped driving times: ×1.20 takes a fifth longer. Fit: Huber's robust estimator on the logarithms of the "
                "times from en route to on scene, with a weak pull towards 1 (method: docs/roads.md). Nothing changes until somebody adopts it."
            )
        )
        self._paint()

    def _paint(self) -> None:
        policy, found = self._seat.desk.picture.speeds(), self.fit
        factors = (*found.groups, *found.bands) if found is not None else ()
        names = (*GROUPS, *BANDS)
        self.table.setRowCount(len(names))
        for line, name in enumerate(names):
            fitted = next((factor for factor in factors if factor.name == name), None)
            for column, text in enumerate(_cells(name, policy, fitted)):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft))
                self.table.setItem(line, column, item)
        self.scatter.show_fit(found)
        self.adopt.setEnabled(found is not None)
        self.back.setEnabled(bool(policy.groups or policy.bands))
        self.said.setText(self._outcome())
        self.used.setText(self._in_use(policy))

    def _outcome(self) -> str:
        if not self._looked:
            return tr("The runs of this operation are being read …")
        if self.fit is None:
            return tr("{n} runs with a known begin and end; at least {least} are needed to say anything.", n=self.drives, least=LEAST_RUNS)
        before, after = (formats.number(self.fit.error(r) * 100) for r in (self.fit.before, self.fit.after))
        return tr("{n} runs. Half of them are predicted within {before} % as shipped, within {after} % as fitted.").format(
            n=formats.number(len(self.fit.runs)), before=before, after=after
        )

    def _in_use(self, policy: SpeedPolicy) -> str:
        if not policy.adopted_ms:
            return tr("In use: the shipped times.")
        who = self._seat.desk.picture.operator_name(policy.by) if policy.by else ""
        words = tr("Adopted {time} by {who}, from {n} runs.", time=formats.moment(policy.adopted_ms), who=who or "–", n=policy.runs)
        return f"{words} {policy.note}".strip()

    def _adopt(self) -> None:
        if self.fit is not None:
            groups = {factor.name: _kept(factor) for factor in self.fit.groups}
            bands = {factor.name: _kept(factor) for factor in self.fit.bands}
            self._submit(AdoptSpeeds(groups, bands, len(self.fit.runs), self.note.text().strip()))

    def _submit(self, command: AdoptSpeeds) -> None:
        self._seat.perform(command, said=say("Driving times adopted; new recommendations use them at once"))

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.POLICY):
            self._paint()


def nearest(track: Sequence[Position], moment_ms: int) -> LonLat | None:
    """Return where a track was at a moment, `None` where it says nothing within `NEAR_MS`."""
    best = min(track, key=lambda position: abs(position.wall_ms - moment_ms), default=None)
    return best.at if best is not None and abs(best.wall_ms - moment_ms) <= NEAR_MS else None


def _kept(factor: Factor) -> float:
    return round(min(max(factor.value, LEAST), MOST), 3)


def _cells(name: str, policy: SpeedPolicy, fitted: Factor | None) -> tuple[str, ...]:
    used = {**policy.groups, **policy.bands}.get(name, 1.0)
    words = (tr(GROUP_WORDS[name]), f"× {formats.number(used, 2)}")
    if fitted is None:
        return (*words, "–", "–", "–")
    interval = f"{formats.number(fitted.low, 2)} … {formats.number(fitted.high, 2)}" if fitted.low < fitted.high else tr("reference")
    return (*words, f"× {formats.number(fitted.value, 2)}", interval, formats.number(fitted.runs))

"""What is collected, why, whose it is, who may see it, how long it is kept, how much is held; and erasing what is due or asked for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit

from commandcenter.model.commands import ErasePersonalData, Ground
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.rights import Role
from commandcenter.model.sentences import say
from commandcenter.picture.persons import about_crew, about_incident, about_person
from commandcenter.picture.privacy import Trace
from commandcenter.resources.data_classes import EVERYBODY, DataClass
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Field, Page
from commandcenter.ui.tables.view import Table
from commandcenter.ui.type_names import language
from commandcenter.ui.words import role_word

GROUNDS = {
    Ground.REQUEST: mark("the person asked for it"),
    Ground.RETENTION: mark("kept as long as it may be"),
    Ground.MISTAKE: mark("should not have been written"),
}
_FOLLOWED = (Kind.CALL, Kind.PARTNER, Kind.ERASURE, Kind.INCIDENT, Kind.PLACEMENT, Kind.UNIT, Kind.TASK, Kind.ATTACHMENT, Kind.POLICY)


@dataclass(frozen=True, slots=True)
class Line:
    """One class of data as it stands now."""

    data: DataClass
    held: int | None
    """`None`: kept beside the log, where nobody counts it."""
    due: tuple[Trace, ...]


class ClassesPage(Page):
    """The catalogue of data, and erasing."""

    def __init__(self, seat: Seat) -> None:
        """Follow a seat."""
        super().__init__()
        self._seat = seat
        self.table: Table[Line] = Table(seat.look, self._columns(), lambda line: line.data.code)
        self.table.wrap_rows()
        self.hint = label("muted", wrap=True)
        self.erase_due, self.who, self.ground, self.reason, self.erase = button(), QLineEdit(), QComboBox(), QLineEdit(), button()
        self.fields = Field(self.who, 260), Field(self.ground, 220), Field(self.reason)
        self.box.addWidget(self.table, 1)
        self.box.addWidget(self.hint)
        who, ground, reason = self.fields
        self.line(who, ground).addWidget(reason, 1)
        self.line(1, self.erase_due, self.erase)
        self.erase_due.clicked.connect(lambda: seat.run(self._erase_due()))
        self.erase.clicked.connect(lambda: seat.run(self._erase_asked()))
        for made in (self.erase_due, self.erase):
            made.needs(seat, ErasePersonalData)
        self.who.textChanged.connect(self._say_hint)
        seat.changed.connect(self._on_changes)
        self.retranslate()

    def _columns(self) -> list[Column[Line]]:
        return [
            Column(mark("Data"), lambda line: line.data.names[language()], wide=True),
            Column(mark("Purpose"), lambda line: line.data.purposes[language()], wide=True),
            Column(mark("Owner"), lambda line: line.data.owners[language()]),
            Column(mark("Who may see it"), _roles, wide=True),
            Column(mark("Kept for"), _kept_for),
            Column(mark("Held now"), lambda line: formats.number(line.held) if line.held is not None else "–", number=True),
            Column(mark("To be erased"), lambda line: formats.number(len(line.due)) if line.due else "–", number=True, tone=_due_tone),
        ]

    def lines(self) -> list[Line]:
        """Return all classes as they stand now."""
        picture, now_ms = self._seat.desk.picture, self._seat.now_ms()
        traces = picture.privacy.held()
        made = []
        for data in self._seat.desk.catalogue.data_classes.values():
            mine = [trace for trace in traces if (trace.section, True) == (data.section, trace.kind in data.kinds)]
            held = len(mine) if data.personal else None if data.beside else sum(picture.number_of(kind) for kind in data.kinds)
            made.append(Line(data, held, tuple(trace for trace in mine if data.personal and data.due(trace.wall_ms, now_ms))))
        return made

    def asked_for(self) -> tuple[tuple[str, Id], ...]:
        """Return the incident of the number, the crew of the callsign, or whoever's name, number or contact contains the text."""
        text = self.who.text().strip()
        picture = self._seat.desk.picture
        incident = picture.incident_by_number(text) if text else None
        if incident is not None:
            return about_incident(picture, incident.id)
        return about_crew(picture, text) or about_person(picture, text)

    def reload(self) -> None:
        """Count anew."""
        lines = self.lines()
        self.table.show_rows(lines)
        self.erase_due.setEnabled(any(line.due for line in lines))
        self._say_hint()

    def retranslate(self) -> None:
        """Say every text."""
        self.table.name_it(tr("Data catalogue"), tr("Nothing is collected"))
        who, ground, reason = self.fields
        who.say(tr("Incident number, callsign or person"), tr("42, or a name or number"))
        ground.say(tr("Ground"))
        reason.say(tr("Reason (kept in the log: no names here)"))
        chosen = self.ground.currentIndex()
        self.ground.clear()
        for value, words in GROUNDS.items():
            self.ground.addItem(tr(words), value)
        self.ground.setCurrentIndex(max(0, chosen))
        self.erase_due.setText(tr("Erase all that is due"))
        self.erase.setText(tr("Erase for good"))
        self.reload()

    def _say_hint(self) -> None:
        things = self.asked_for()
        count = len(self._seat.desk.picture.privacy.traces(things, ("pii", "med")))
        self.erase.setEnabled(count > 0)
        self.hint.setText(
            tr("Personal data held of this: {n}. Erasing reaches every device and cannot be undone.", n=count)
            if self.who.text().strip()
            else tr("Erasing takes away names, numbers and words; the log stays whole and can still be verified.")
        )

    async def _erase_asked(self) -> None:
        things = self.asked_for()
        if not things:
            raise Refused("No personal data of this is held here.")
        await self._submit(things, Ground(self.ground.currentData()), self.reason.text())
        self.who.clear()

    async def _erase_due(self) -> None:
        things = {(trace.kind, trace.entity) for line in self.lines() for trace in line.due}
        await self._submit(tuple(sorted(things)), Ground.RETENTION, self.reason.text() or str(tr("kept as long as it may be")))

    async def _submit(self, things: tuple[tuple[str, Id], ...], ground: Ground, reason: str) -> None:
        await self._seat.submit(ErasePersonalData(things, ground, reason, ("pii", "med")), said=say("Erased; other devices follow"))
        self.reason.clear()
        self.reload()

    def _on_changes(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in _FOLLOWED):
            self.reload()


def _roles(line: Line) -> str:
    return tr("everybody here") if line.data.roles == (EVERYBODY,) else formats.listed(role_word(Role(role)) for role in line.data.roles)


def _kept_for(line: Line) -> str:
    if line.data.keep_days:
        return tr("{n} days", n=line.data.keep_days)
    return tr("until deleted here") if line.data.beside else tr("with the operation")


def _due_tone(line: Line) -> str:
    return "warn" if line.due else ""

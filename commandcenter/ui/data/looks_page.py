"""Who looked at personal data, and what was erased."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.commands import Ground
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.ids import Id
from commandcenter.picture.picture import Picture
from commandcenter.ui.data.classes_page import GROUNDS
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Page
from commandcenter.ui.tables.view import Table
from commandcenter.ui.type_names import local_name

MOST = 2_000


@dataclass(frozen=True, slots=True)
class Event:
    """One look or one erasure."""

    wall_ms: int
    actor: Id
    what: str
    times: int
    """0: an erasure."""
    reason: str
    key: tuple[object, ...]


class LooksPage(Page):
    """Newest first; reading only."""

    def __init__(self, seat: Seat) -> None:
        """Follow a seat."""
        super().__init__()
        self._seat = seat
        columns: list[Column[Event]] = [
            Column(mark("Time"), lambda e: formats.moment(e.wall_ms)),
            Column(mark("Who"), lambda e: seat.desk.picture.operator_name(e.actor) or e.actor[:8]),
            Column(mark("Concerns"), lambda e: e.what, wide=True),
            Column(mark("Looked"), lambda e: formats.number(e.times) if e.times else tr("erased"), number=True),
            Column(mark("Reason"), lambda e: e.reason, wide=True),
        ]
        self.table: Table[Event] = Table(seat.look, columns, lambda event: event.key)
        self.box.addWidget(self.table, 1)
        seat.changed.connect(self._on_changes)
        self.retranslate()

    def reload(self) -> None:
        """Read what was noted."""
        privacy = self._seat.desk.picture.privacy
        looks = [Event(a.first_ms, a.actor, self._thing(a.kind, a.entity), a.times, "", (a.actor, a.entity, a.first_ms)) for a in privacy.accesses()]
        said = [tr("{section} of entry {entry}", section=e.section, entry=e.entry[:8]) for e in privacy.erasures()]
        gone = [
            Event(e.wall_ms, e.by, words, 0, self._why(e.ground, e.reason), (e.entry, e.section))
            for e, words in zip(privacy.erasures(), said, strict=True)
        ]
        self.table.show_rows(sorted([*looks, *gone], key=lambda event: -event.wall_ms)[:MOST])

    def retranslate(self) -> None:
        """Say every text."""
        self.table.name_it(tr("Looks and erasures"), tr("Nobody has looked at personal data"), tr("Looks are written down every five minutes."))
        self.reload()

    def _thing(self, kind: str, entity: Id) -> str:
        picture = self._seat.desk.picture
        if kind == Kind.ATTACHMENT:
            file = picture.words.attachment(entity)
            return tr("attachment {name}", name=file.name if file is not None and file.name else tr("erased"))
        if kind in (Kind.UNIT, Kind.TASK, Kind.PARTNER, Kind.PLACEMENT):
            return _people(picture, kind, entity)
        call = picture.call(entity) if kind == Kind.CALL else None
        incident = picture.incident(call.incident) if call is not None and call.incident is not None else picture.incident(entity)
        if incident is not None:
            return tr("call for {number} {address}", number=incident.number, address=incident.address)
        return tr("call from {address}", address=call.address) if call is not None else kind

    @staticmethod
    def _why(ground: str, reason: str) -> str:
        words = next((words for value, words in GROUNDS.items() if value == Ground(ground)), "") if ground in set(Ground) else ""
        return f"{tr(words)}: {reason}" if words else reason

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.ACCESS) or changes.of(Kind.ERASURE):
            self.reload()


def _people(picture: Picture, kind: str, entity: Id) -> str:
    """Return which crew, partner or people brought somewhere; without anybody's name."""
    if kind == Kind.PARTNER:
        partner = picture.supplies.partner(entity)
        return tr("contact of {name}", name=partner.name if partner is not None else "?")
    if kind == Kind.PLACEMENT:
        placement = picture.care.placement(entity)
        facility = picture.facility(placement.facility) if placement is not None else None
        return tr("people brought to {name}", name=local_name(facility.name, facility.names) if facility is not None else "?")
    task = picture.teams.task(entity)
    unit = picture.unit(task.unit if task is not None else entity)
    return tr("names of the crew of {unit}", unit=unit.callsign if unit is not None else "?")

"""Groups: who belongs to each now, and a form to make or change one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem

from commandcenter.model.commands import DropGroup, SaveGroup
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.picture.groups import GroupView, members_of
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Field, Page
from commandcenter.ui.tables.view import Table
from commandcenter.ui.type_names import language, unit_kind_name


class GroupsPage(Page):
    """Criteria of different kinds narrow each other; hand-picked units are added."""

    def __init__(self, seat: Seat) -> None:
        """Follow a seat's groups."""
        super().__init__()
        self._seat = seat
        self._changing: Id | None = None
        self.table: Table[GroupView] = Table(seat.look, self._columns(), lambda group: group.id)
        self.name, self.units = QLineEdit(), QLineEdit()
        self.stations, self.kinds, self.capabilities = QListWidget(), QListWidget(), QListWidget()
        self.save, self.fresh, self.drop, self.who = button("primary"), button(), button(), label("muted", wrap=True)
        self._name_field, self._units_field = Field(self.name, 220), Field(self.units)
        self._lists = [Field(part) for part in (self.stations, self.kinds, self.capabilities)]
        self.box.addWidget(self.table, 2)
        self.line(self._name_field).addWidget(self._units_field, 1)
        columns = QHBoxLayout()
        for part in (self.stations, self.kinds, self.capabilities):
            part.setWordWrap(True)
        for field in self._lists:
            columns.addWidget(field, 1)
        self.box.addLayout(columns, 2)
        self.box.addWidget(self.who)
        self.line(self.fresh, self.drop, 1, self.save)
        self.table.chosen.connect(self._take_chosen)
        self.save.clicked.connect(self.save_now)
        self.fresh.clicked.connect(self.begin)
        self.drop.clicked.connect(self.drop_now)
        for part in (self.stations, self.kinds, self.capabilities):
            part.itemChanged.connect(self._say_who)
        self.units.textChanged.connect(self._say_who)
        seat.changed.connect(self._on_changes)
        self.retranslate()

    def _columns(self) -> list[Column[GroupView]]:
        return [
            Column(mark("Group"), lambda group: group.name),
            Column(mark("Units now"), lambda group: formats.number(len(self._members(group))), number=True),
            Column(mark("Members"), lambda group: ", ".join(self._members(group)), wide=True),
        ]

    def _members(self, group: GroupView) -> list[str]:
        return [unit.callsign for unit in members_of(group, self._seat.desk.picture.units())]

    def retranslate(self) -> None:
        """Say every text."""
        self.table.name_it(tr("Groups"), tr("No groups yet"), tr("Name one below, e.g. “all ambulances” or “north sector”."), "account-group-outline")
        self._name_field.say(tr("Name of the group"), tr("north sector"))
        self._units_field.say(tr("Units picked by hand"), tr("E1 M3"))
        for field, text in zip(
            self._lists, (tr("Only of these stations"), tr("Only of these kinds"), tr("Only with these capabilities")), strict=True
        ):
            field.say(text)
        self.save.setText(tr("Save group"))
        self.fresh.setText(tr("New group"))
        self.drop.setText(tr("Drop group"))
        self.reload()
        self._fill(self._shown())

    def reload(self) -> None:
        """Read the groups anew."""
        self.table.show_rows(self._seat.desk.picture.words.groups())

    def begin(self) -> None:
        """Start a new group."""
        self.table.clearSelection()
        self._changing = None
        self._fill(None)
        self.name.setFocus()

    def save_now(self) -> None:
        """Save what the form says."""
        self._seat.run(self._save())

    def drop_now(self) -> None:
        """Drop the group that is chosen."""
        if self._changing is not None:
            self._seat.perform(DropGroup(self._changing), said=say("Group dropped"))
            self.begin()

    async def _save(self) -> None:
        command = self.command()
        (done,) = await self._seat.submit(command, said=say("Group {name} saved", name=command.name))
        self._changing = command.group_id or done.created[0]
        self.table.choose(self._changing)

    def command(self) -> SaveGroup:
        """Return what would be saved. Raises `Refused` for a callsign that is not known."""
        stations, kinds, capabilities = (_ticked(part) for part in (self.stations, self.kinds, self.capabilities))
        return SaveGroup(self.name.text(), tuple(self._picked()), tuple(map(Id, stations)), tuple(kinds), tuple(capabilities), self._changing)

    def _picked(self) -> Iterable[Id]:
        by_callsign = {unit.callsign.casefold(): unit.id for unit in self._seat.desk.picture.units()}
        for word in self.units.text().replace(",", " ").replace("，", " ").split():
            if word.casefold() not in by_callsign:
                raise Refused("There is no unit {callsign}", callsign=word)
            yield by_callsign[word.casefold()]

    def _shown(self) -> GroupView | None:
        return self._seat.desk.picture.words.group(self._changing) if self._changing is not None else None

    def _take_chosen(self) -> None:
        chosen = self.table.current()
        if chosen is not None and chosen.id != self._changing:
            self._changing = chosen.id
            self._fill(chosen)

    def _fill(self, group: GroupView | None) -> None:
        """Put a group into the form; none: an empty one."""
        picture, catalogue = self._seat.desk.picture, self._seat.desk.catalogue
        view = group or GroupView(Id(""), "")
        self.name.setText(view.name)
        self.units.setText(" ".join(unit.callsign for unit in picture.units() if unit.id in view.units))
        here = {unit.kind for unit in picture.units()}
        had = {code for unit in picture.units() for code in unit.capabilities}
        _list(self.stations, ((station.name, station.id) for station in picture.stations()), view.stations)
        _list(self.kinds, ((unit_kind_name(catalogue, code), code) for code in sorted(here)), view.kinds)
        _list(self.capabilities, ((catalogue.capability(code).name(language()), code) for code in sorted(had)), view.capabilities)
        self.drop.setEnabled(group is not None)
        self._say_who()

    def _say_who(self) -> None:
        """Say who would belong to it now."""
        try:
            made = self.command()
        except Refused as refused:
            self.who.setText(spoken(refused.sentence))
            return
        group = GroupView(Id(""), made.name, frozenset(made.units), frozenset(made.stations), frozenset(made.kinds), frozenset(made.capabilities))
        members = self._members(group)
        self.who.setText(tr("{n} units now: {units}", n=len(members), units=", ".join(members) or "–"))

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.GROUP) or changes.of(Kind.UNIT):
            self.reload()
        if changes.of(Kind.STATION):
            self._fill(self._shown())


def _list(part: QListWidget, rows: Iterable[tuple[str, str]], chosen: Iterable[str]) -> None:
    wanted = set(chosen)
    part.blockSignals(True)
    part.clear()
    for words, code in rows:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, code)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if code in wanted else Qt.CheckState.Unchecked)
        part.addItem(item)
    part.blockSignals(False)


def _ticked(part: QListWidget) -> list[str]:
    items = (part.item(n) for n in range(part.count()))
    return [str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == Qt.CheckState.Checked]

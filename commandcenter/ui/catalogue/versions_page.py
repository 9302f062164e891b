"""Every version of the catalogue that was put in force, and the way back to each."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.catalogue_versions import CatalogueVersion
from commandcenter.model.commands import RestoreCatalogue
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Page
from commandcenter.ui.tables.view import Table

SHIPPED = "shipped"
"""What the line of the catalogue as shipped is told apart by."""


@dataclass(frozen=True, slots=True)
class Line:
    """One version; `version` is `None` for the catalogue as shipped."""

    version: CatalogueVersion | None
    in_force: bool

    @property
    def id(self) -> Id | None:
        """Return the version's id."""
        return self.version.id if self.version is not None else None


class VersionsPage(Page):
    """One row a version, the newest first, at the end the catalogue as shipped."""

    def __init__(self, seat: Seat) -> None:
        """Follow a seat's picture."""
        super().__init__()
        self._seat = seat
        columns: list[Column[Line]] = [
            Column(mark("State"), lambda line: tr("● in force") if line.in_force else "", tone=lambda line: "ok" if line.in_force else ""),
            Column(mark("When"), lambda line: formats.moment(line.version.wall_ms) if line.version is not None else "–"),
            Column(mark("Who"), self._who),
            Column(mark("Digest"), lambda line: (line.version.digest if line.version is not None else default_catalogue().digest)[:12]),
            Column(mark("Changed files"), lambda line: ", ".join(line.version.files) if line.version is not None else tr("as shipped"), wide=True),
            Column(mark("Why"), lambda line: line.version.note if line.version is not None else "", wide=True),
        ]
        self.table: Table[Line] = Table(seat.look, columns, lambda line: line.id or SHIPPED)
        self.hint, self.back = label("muted", wrap=True), button()
        self.box.addWidget(self.table, 1)
        self.line(self.hint, 1, self.back)
        self.back.clicked.connect(self.go_back)
        self.table.chosen.connect(self._choose)
        self.retranslate()
        self.reload()

    def reload(self) -> None:
        """Read all versions."""
        picture = self._seat.desk.picture
        in_force = picture.catalogue_in_force()
        versions: list[CatalogueVersion | None] = [*picture.catalogue_versions(), None]
        self.table.show_rows([Line(one, (one.id if one is not None else None) == in_force) for one in versions])

    def go_back(self) -> None:
        """Put the chosen version in force again."""
        line = self.table.current()
        if line is not None:
            self._seat.perform(RestoreCatalogue(line.id), said=say("This version of the catalogue is in force again"))

    def retranslate(self) -> None:
        """Say every text."""
        self.table.name_it(tr("Versions of the catalogue"), tr("Nothing was changed yet"))
        self.hint.setText(tr("Each version is an entry of the log, and reaches every desk. Going back is an entry too; nothing is lost."))
        self.back.setText(tr("Go back to this version"))

    def _choose(self) -> None:
        line = self.table.current()
        self.back.setEnabled(line is not None and not line.in_force)

    def _who(self, line: Line) -> str:
        if line.version is None:
            return "–"
        return self._seat.desk.picture.operator_name(line.version.by) or line.version.by[:8]

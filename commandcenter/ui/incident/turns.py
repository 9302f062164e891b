"""A turn list as rows and as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from commandcenter.dispatch.turn_list import Turn
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.theme.look import Look

ICONS = {
    "depart": "map-marker-radius-outline",
    "continue": "arrow-up",
    "slight_left": "arrow-top-left",
    "left": "arrow-left-top",
    "sharp_left": "arrow-bottom-left",
    "slight_right": "arrow-top-right",
    "right": "arrow-right-top",
    "sharp_right": "arrow-bottom-right",
    "u_turn": "arrow-u-down-left",
    "roundabout": "rotate-left",
    "walk": "walk",
    "arrive": "flag-checkered",
}
AT_ROLE = Qt.ItemDataRole.UserRole


class TurnRows(QTreeWidget):
    """One row an instruction: arrow, words, how far until the next. Qt thread."""

    def __init__(self, look: Look) -> None:
        """Start empty."""
        super().__init__()
        self._look = look
        self._turns: Sequence[Turn] = ()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        look.changed.connect(self._repaint)

    def _repaint(self) -> None:
        self.show_turns(self._turns)

    def show_turns(self, turns: Sequence[Turn]) -> None:
        """Show these instructions in the language in force."""
        self._turns = turns
        self.clear()
        for turn in turns:
            item = QTreeWidgetItem([spoken(turn.words), formats.distance(turn.for_m) if turn.for_m else ""])
            item.setIcon(0, self._look.icon(ICONS[turn.manoeuvre], "text"))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(0, item.text(0))
            item.setData(0, AT_ROLE, turn.at)
            self.addTopLevelItem(item)


def rows_of(turns: Sequence[Turn]) -> list[tuple[str, str, str, str]]:
    """Return number, instruction, distance to the next and time since setting out, in the language in force."""
    return [
        (str(n), spoken(turn.words), formats.distance(turn.for_m) if turn.for_m else "–", formats.eta(turn.after_s))
        for n, turn in enumerate(turns, start=1)
    ]


def text_of(head: str, turns: Sequence[Turn]) -> str:
    """Return a turn list as plain text, for a message or to be read over the radio."""
    lines = [f"{n}. {words}" + (f" – {far}" if far != "–" else "") for n, words, far, _after in rows_of(turns)]
    return "\n".join([head, *lines, tr("End of the way")])

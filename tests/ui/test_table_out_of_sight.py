"""A table measures its cells when it is seen, not each time what it stands in gets another parent."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from commandcenter.ui.frame.roomy import make_roomy
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.view import Table
from commandcenter.ui.theme.look import Look

LONG = "Rohrbacher Straße 12, rear building, second floor, left"


def test_cells_are_read_when_the_table_is_seen_and_then_fit(qtbot: QtBot) -> None:
    read: list[int] = []

    def cell(row: int) -> str:
        read.append(row)
        return LONG

    look = Look()
    look.apply()
    table: Table[int] = Table(look, [Column("Place", cell), Column("Text", lambda _row: "", wide=True)], lambda row: row)
    window, tabs = QWidget(), QTabWidget()
    qtbot.addWidget(window)
    tabs.addTab(QWidget(), "first")
    tabs.addTab(table, "second")
    QVBoxLayout(window).addWidget(tabs)
    make_roomy(window)
    table.show_rows(range(500))
    window.resize(900, 400)
    window.show()
    qtbot.waitExposed(window)
    assert read == [], "nobody sees it"
    tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: bool(read))
    assert table.columnWidth(0) > table.fontMetrics().horizontalAdvance(LONG)


def test_long_words_take_several_lines_once_they_are_seen(qtbot: QtBot) -> None:
    look = Look()
    look.apply()
    table: Table[int] = Table(look, [Column("Text", lambda _row: LONG * 5, wide=True)], lambda row: row)
    qtbot.addWidget(table)
    table.wrap_rows()
    table.show_rows([1])
    table.resize(300, 300)
    unseen_px = table.rowHeight(0)
    table.show()
    qtbot.waitExposed(table)
    assert table.rowHeight(0) > 2 * unseen_px

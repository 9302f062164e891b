"""How strips are laid onto pages, and texts into lines: nothing is torn, left alone, lost or pushed off the paper."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFontMetricsF, QPdfWriter
from PySide6.QtWidgets import QApplication

from commandcenter.ui.prints.flow import FEWEST, HEADINGS, MAY_SPLIT, Cell, Kind, Line, Page, Run, Strip, paginate
from commandcenter.ui.prints.typesetting import ACROSS, TEXT, Typesetter

HEIGHT = 100.0
LINE = 4.0


def strip(kind: Kind, *columns: Sequence[str], above: float = 0.0) -> Strip:
    cells = (Cell(10.0 * n, 10.0, tuple(Line(text, TEXT, LINE, 3.0) for text in column)) for n, column in enumerate(columns))
    return Strip(kind, tuple(cells), padding=1.0, above=above)


def row(name: str, lines: int) -> Strip:
    return strip(Kind.ROW, [f"{name}.{n}" for n in range(lines)], [name])


def table(name: str, rows: Sequence[Strip]) -> Run:
    title, head = strip(Kind.TITLE, [name], above=6.0), strip(Kind.HEAD, [f"{name} head"], ["by"])
    return Run((title, head, *rows), (strip(Kind.TITLE, [f"{name} goes on"]), head))


def first_lines(page: Page) -> list[str]:
    return [line.text for placed in page for line in placed.strip.cells[0].lines]


def random_runs(seed: int) -> list[Run]:
    chance = random.Random(seed)
    runs = []
    for n in range(6):
        rows: list[Strip] = []
        for k in range(chance.randrange(1, 30)):
            if chance.random() < 0.15:
                rows.append(strip(Kind.GROUP, [f"day {n}.{k}"]))
            rows.append(row(f"r{n}.{k}", chance.choice((1, 1, 2, 3, 6, 12, 40))))
        runs.append(table(f"t{n}", rows))
    return runs


@pytest.mark.parametrize("seed", range(25))
def test_every_line_stands_once_and_in_order_above_the_foot(seed: int) -> None:
    runs = random_runs(seed)
    pages = paginate(runs, HEIGHT)
    assert all(placed.top >= 0 and placed.top + placed.strip.height <= HEIGHT + 1e-6 for page in pages for placed in page)
    wanted = [line.text for run in runs for one in run.strips if one.kind == Kind.ROW for line in one.cells[0].lines]
    assert [text for page in pages for text in first_lines(page) if text.startswith("r")] == wanted
    for page in pages:
        assert all(a.top + a.strip.height <= b.top + 1e-6 for a, b in pairwise(page))


@pytest.mark.parametrize("seed", range(25))
def test_headings_stay_with_rows_and_low_rows_are_not_torn(seed: int) -> None:
    pages = paginate(random_runs(seed), HEIGHT)
    assert all(page[-1].strip.kind not in HEADINGS for page in pages)
    where: dict[str, list[int]] = {}
    for number, page in enumerate(pages):
        for text in first_lines(page):
            if text.startswith("r"):
                where.setdefault(text.rsplit(".", 1)[0], []).append(number)
    heights = {name: len(numbers) * LINE + 2 for name, numbers in where.items()}
    assert all(len(set(numbers)) == 1 for name, numbers in where.items() if heights[name] < MAY_SPLIT * HEIGHT)
    for numbers in where.values():
        assert len(set(numbers)) == 1 or min(numbers.count(number) for number in set(numbers)) >= FEWEST


def test_a_table_that_goes_on_says_so_with_its_heads_and_its_day() -> None:
    rows = [strip(Kind.GROUP, ["Monday"]), *(row(f"r{n}", 2) for n in range(30))]
    pages = paginate([table("Log", rows)], HEIGHT)
    assert len(pages) > 2
    assert first_lines(pages[0])[:3] == ["Log", "Log head", "Monday"]
    assert all(first_lines(page)[:3] == ["Log goes on", "Log head", "Monday"] for page in pages[1:])


def test_a_card_is_not_torn_and_no_page_is_empty() -> None:
    card = Run((row("a", 8), row("b", 6)), whole=True)
    pages = paginate([card, card, card], HEIGHT)
    assert [first_lines(page) for page in pages] == [first_lines(pages[0])] * 3
    assert paginate([], HEIGHT) == [[]]


def test_a_text_longer_than_a_page_runs_over_from_where_it_begins() -> None:
    text = Run((strip(Kind.TITLE, ["Report"]), row("r", 60)), (strip(Kind.TITLE, ["Report goes on"]),))
    pages = paginate([Run((row("facts", 3),)), text], HEIGHT)
    assert first_lines(pages[0])[3:5] == ["Report", "r.0"]
    assert all(first_lines(page)[0] == "Report goes on" for page in pages[1:])


def test_what_names_a_row_stands_again_where_the_row_goes_on() -> None:
    torn = strip(Kind.ROW, ["14:05"], ["E1-1", "L1-2"], [f"unit {n}" for n in range(6)], [f"order.{n}" for n in range(60)])
    pages = paginate([table("Log", [row("r", 2), torn])], HEIGHT)
    assert len(pages) == 3
    for page in pages:
        assert [[line.text for line in cell.lines] for cell in page[-1].strip.cells[:2]] == [["14:05"], ["E1-1", "L1-2"]]
    assert [len(page[-1].strip.cells[2].lines) for page in pages] == [6, 0, 0]
    assert [line.text for page in pages for line in page[-1].strip.cells[3].lines] == [f"order.{n}" for n in range(60)]


@pytest.mark.parametrize("rows", range(2, 60))
def test_the_last_row_of_a_table_does_not_stand_alone_on_a_page(rows: int) -> None:
    pages = paginate([table("Log", [row(f"r{n}", 1) for n in range(rows)])], HEIGHT)
    assert all(sum(placed.strip.kind == Kind.ROW for placed in page) > 1 for page in pages)


def test_a_card_longer_than_a_page_begins_one_and_says_on_each_whose_it_is() -> None:
    card = Run((row("unit", 1), row("order", 60), row("times", 1)), (row("unit", 1),), whole=True)
    pages = paginate([Run((row("short", 2),), whole=True), card], HEIGHT)
    assert first_lines(pages[0]) == ["short.0", "short.1"]
    assert len(pages) > 3 and all(first_lines(page)[0] == "unit.0" for page in pages[1:])


def test_a_line_taller_than_the_page_is_shown_all_the_same() -> None:
    tall = Strip(Kind.ROW, (Cell(0, 10, (Line("tall", TEXT, 300.0, 200.0),)),))
    assert [first_lines(page) for page in paginate([Run((row("a", 1), tall, row("b", 1)))], HEIGHT)] == [["a.0"], ["tall"], ["b.0"]]


@pytest.fixture
def setter(qapp: QApplication) -> Iterator[Typesetter]:
    memory = QBuffer()
    memory.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(memory)
    writer.setResolution(300)
    yield Typesetter(writer, 2000.0)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 400,
        "水位仍以每十分钟约五厘米的速度上涨；" * 12,
        "🔥 fire 🚒 engine 水 " * 30,
        "one two  three " * 40,
        "Ünïcödé/with-some_long#reference:0123456789abcdef" * 8,
    ],
)
def test_wrapped_lines_lose_nothing_and_stay_in_their_column(setter: Typesetter, text: str) -> None:
    lines = setter.wrap(text, TEXT, 400.0)
    assert len(lines) > 3
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())
    metrics = QFontMetricsF(setter.fonts[TEXT], setter._device)
    assert max(metrics.horizontalAdvance(line.text) for line in lines) <= 400.0 + 2.0 < 400.0 + ACROSS


def test_what_people_wrote_in_lines_stays_in_lines(setter: Typesetter) -> None:
    assert [line.text for line in setter.wrap("first\n\nthird\tword", TEXT, 900.0)] == ["first", "", "third word"]

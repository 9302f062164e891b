"""What is wrong with a scenario is said in the person's words: no name of a file's own format, in either language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from commandcenter.exercise.column_words import COLUMN_SAID
from commandcenter.model.sentences import say
from commandcenter.resources.csv_tables import ImportIssue
from commandcenter.ui.exercise.editor.words import HEAD_WORDS, column_words, issue_words
from commandcenter.ui.i18n.language import Language

EMPTY = say("This is empty.")


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    Language().use("zh_CN")
    yield
    Language().use("en")


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("column", [*COLUMN_SAID, *(f"{name}[2]" if "{n}" in words else name for name, words in HEAD_WORDS.items())])
def test_every_column_has_a_chinese_name(column: str) -> None:
    said = column_words(column)
    assert not said.isascii() and column not in said


def test_a_line_says_row_and_column_as_far_as_there_are_any(qapp: QApplication) -> None:
    Language().use("en")
    said = [issue_words(ImportIssue("injects.csv", row, column, "", EMPTY)) for row, column in ((3, "place"), (0, "objectives[2]"), (7, ""), (0, ""))]
    assert said == ["Row 3, Place: This is empty.", "Objective 2: This is empty.", "Row 7: This is empty.", "injects.csv: This is empty."]

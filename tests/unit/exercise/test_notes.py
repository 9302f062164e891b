"""Notes that are corrected: in a notebook, sealed to other computers, on the disk, in the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from commandcenter.app.exercise_store import NOTES, kept_notes
from commandcenter.app.exercises import run_path
from commandcenter.app.home import Home
from commandcenter.exercise.course import Course
from commandcenter.exercise.notes import Corrected, Note
from commandcenter.exercise.report import markdown
from commandcenter.exercise.review import Bookmark, Correction, CorrectiveAction, Notebook, review
from commandcenter.exercise.staff import KEY_BYTES, StaffBook, of_entry
from commandcenter.model.ids import Id, exercise_id
from commandcenter.picture.staff import StaffNote
from tests.unit.exercise.town import START_MS, inject, play, scenario

KEY = bytes(KEY_BYTES)
MARKED = Bookmark(START_MS, "first unit", "Eva")
TRAIN = CorrectiveAction("Train", "Bo", "2026-12-01", "Medical")


def told(*notes: object) -> StaffBook:
    book = StaffBook(KEY)
    book.read(StaffNote(Id(f"{n:032x}"), of_entry(KEY, note), None) for n, note in enumerate(notes))  # type: ignore[arg-type] # nobody asks for the stamp
    return book


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        (MARKED, replace(MARKED, text="second unit"), ("first unit", "second unit")),
        ("to slow", "too slow", ("to slow", "too slow")),
        (TRAIN, replace(TRAIN, owner="Ada"), ("Train (Medical, Bo, 2026-12-01)", "Train (Medical, Ada, 2026-12-01)")),
        ("said in error", None, ("said in error", "")),
    ],
)
def test_other_computers_read_the_corrected_note_and_what_stood_before(was: Note, now: Note | None, words: tuple[str, str]) -> None:
    book = told(was, Corrected(was, now, "Eva", START_MS + 1)).notebook
    assert [*book.bookmarks, *book.hot_wash, *book.actions] == ([] if now is None else [now])
    assert book.corrections == [Correction(*words, "Eva", START_MS + 1)]


def test_a_correction_of_what_is_not_there_changes_nothing() -> None:
    book = Notebook(hot_wash=["kept"])
    assert not Corrected("other", "new", "Eva", 0).apply(book)
    assert book == Notebook(hot_wash=["kept"])


def test_a_corrected_note_keeps_its_place() -> None:
    book = Notebook(hot_wash=["a", "b", "c"])
    assert Corrected("b", "B", "Eva", 0).apply(book)
    assert book.hot_wash == ["a", "B", "c"]


def test_notes_of_an_older_program_are_read(tmp_path: Path) -> None:
    home, operation = Home.open(tmp_path), exercise_id()
    folder = run_path(home, operation).parent
    folder.mkdir(parents=True)
    (folder / NOTES).write_text('{"bookmarks": [], "ratings": [], "hot_wash": ["well done"], "actions": []}', encoding="utf-8")
    assert kept_notes(home, operation) == Notebook(hot_wash=["well done"])


@pytest.mark.parametrize(("language", "heading"), [("en", "Corrected notes"), ("zh", "更正过的记录")])
def test_the_report_says_what_was_corrected_and_by_whom(language: str, heading: str) -> None:
    async def work(course: Course) -> str:
        await course.advance_to(START_MS + 120_000)
        book = Notebook(hot_wash=["to slow"])
        assert Corrected("to slow", "too slow", "Eva", START_MS).apply(book)
        return markdown(review(course, book), language)

    said = play(work, scenario(inject("1", 1)))
    assert heading in said
    assert "to slow → too slow" in said and "Eva" in said

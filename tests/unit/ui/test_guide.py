"""The guide is whole in both languages, and what it says about keys, commands and pictures is true."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from commandcenter.model.assets import guide_dir
from commandcenter.ui.command_line.verbs import USAGES
from commandcenter.ui.frame.keys import GROUPS
from commandcenter.ui.frame.panels import PANELS
from commandcenter.ui.frame.windows import GUIDE, WINDOWS
from commandcenter.ui.help.chapters import CHAPTER_OF, chapter_of, chapters

LANGUAGES = ("en", "zh")
KEY = re.compile(r"\*\*((?:(?:Ctrl|Shift|Alt)\+)*(?:F\d{1,2}|(?<=\+)[A-Z0-9]|Shift\+[A-Z]))\*\*")
PICTURE, LINK = re.compile(r"!\[[^\]]+\]\(([^)]+)\)"), re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
LINE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
LOOSE = {"Alt+1", "Shift+S"}
"""Pages and acts inside one window, bound there."""


def test_both_languages_have_the_same_chapters() -> None:
    english, chinese = (chapters(language) for language in LANGUAGES)
    assert [chapter.name for chapter in english] == [chapter.name for chapter in chinese]
    assert len(english) >= 15
    assert all(chapter.title and chapter.text.startswith("# ") for chapter in english + chinese)


def test_both_languages_have_the_same_headings() -> None:
    for english, chinese in zip(*(chapters(language) for language in LANGUAGES), strict=True):
        counts = [len(re.findall(r"^## \S", chapter.text, re.MULTILINE)) for chapter in (english, chinese)]
        assert counts[0] == counts[1], english.name


def test_both_languages_show_the_same_pictures() -> None:
    for english, chinese in zip(*(chapters(language) for language in LANGUAGES), strict=True):
        assert [path.replace("-en.", "-zh.") for path in PICTURE.findall(english.text)] == PICTURE.findall(chinese.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_and_every_linked_chapter_is_there(language: str) -> None:
    for chapter in chapters(language):
        for path in PICTURE.findall(chapter.text) + LINK.findall(chapter.text):
            assert (guide_dir() / language / path).is_file(), f"{chapter.name}: {path}"


def test_every_window_and_panel_has_its_chapter() -> None:
    names = {kind.name for kind in WINDOWS if kind is not GUIDE} | {kind.name for kind in PANELS}
    assert names - set(CHAPTER_OF) == set()
    assert {chapter_of(name) for name in [*names, "unknown"]} <= {chapter.name for chapter in chapters("en")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_is_named_is_bound(language: str) -> None:
    bound = set(chain.from_iterable(key.keys for group in GROUPS for key in group.keys)) | LOOSE
    named = {key for chapter in chapters(language) for key in KEY.findall(chapter.text)}
    assert len(named) > 25
    assert named - bound == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_line_begins_with_a_word_that_is_known(language: str) -> None:
    verbs = {word for usage in USAGES for word in usage.words}
    lines = [line for chapter in chapters(language) for line in LINE.findall(chapter.text)]
    ours = [line for line in lines if " " in line and not line.startswith(("commandcenter", "--", "E1 ", "Mill Lane"))]
    assert len(ours) > 20
    assert [line for line in ours if line.split()[0] not in verbs] == []

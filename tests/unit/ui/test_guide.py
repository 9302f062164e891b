"""The guide is whole in both languages, and what it says about keys, commands and pictures is true."""

from __future__ import annotations

import re
from html import unescape
from itertools import chain

import pytest

from commandcenter.model.assets import assets_dir, guide_dir
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.command_line.verbs import USAGES
from commandcenter.ui.frame.keys import GROUPS
from commandcenter.ui.frame.panels import PANELS
from commandcenter.ui.frame.windows import GUIDE, WINDOWS
from commandcenter.ui.help.chapters import CHAPTER_OF, chapter_of, chapters

LANGUAGES = ("en", "zh")
KEY = re.compile(r"\*\*((?:(?:Ctrl|Shift|Alt)\+)*(?:F\d{1,2}|(?<=\+)[A-Z0-9]|Shift\+[A-Z]))\*\*")
PICTURE, LINK = re.compile(r"!\[[^\]]+\]\(([^)]+)\)"), re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
LINE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
NAME, FENCED = re.compile(r"(?<![*\w])\*([^*\n]+)\*(?!\*)"), re.compile(r"```.*?```", re.DOTALL)
TEXT = re.compile(r"<source>((?:(?!</source>).)*)</source>(?:(?!<source>).)*?<translation>((?:(?!</translation>).)*)</translation>", re.DOTALL)
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


def texts_of(language: str) -> set[str]:
    """Return every text of the program and the names of the shipped catalogue's types, as a person reads them."""
    book = (assets_dir() / "i18n" / "desk_zh_CN.ts").read_text(encoding="utf-8")
    found = {unescape(text) for pair in TEXT.findall(book) for text in pair[LANGUAGES.index(language) :][:1]}
    return {text.replace("&", "").casefold() for text in found | {kind.name(language) for kind in default_catalogue().types.values()}}


def is_said(name: str, texts: set[str]) -> bool:
    """Return whether some text is this name, or begins with it and goes on with something that is no letter."""
    wanted = name.casefold()
    return any(text.startswith(wanted) and not text[len(wanted) : len(wanted) + 1].isalpha() for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_a_window_a_menu_or_a_button_is_one_of_the_program(language: str) -> None:
    texts = texts_of(language)
    names = {(chapter.name, name) for chapter in chapters(language) for name in NAME.findall(FENCED.sub("", chapter.text))}
    assert len(names) > 35
    assert sorted(one for one in names if not is_said(one[1].rstrip(" …"), texts)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_shown_in_some_chapter(language: str) -> None:
    shown = {path.rsplit("/", 1)[-1] for chapter in chapters(language) for path in PICTURE.findall(chapter.text)}
    there = {path.name for path in (guide_dir() / "pictures").glob(f"*-{language}.png")}
    assert there - shown == set()


def test_a_desk_has_one_name_in_chinese() -> None:
    book = (assets_dir() / "i18n" / "desk_zh_CN.ts").read_text(encoding="utf-8")
    texts = {"the program": book, **{chapter.name: chapter.text for chapter in chapters("zh")}}
    assert [name for name, text in texts.items() if "指挥台" in text] == []

"""The recovery paper in words: its texts are its own, so that no other window's meaning gets into its translation."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from commandcenter.model.assets import assets_dir
from commandcenter.model.ids import founded_id, random_id
from commandcenter.ui.identity import recovery_sheet as paper
from commandcenter.ui.prints.sheet import Text


def test_the_paper_says_what_it_is_for_in_both_languages() -> None:
    sheet = paper.recovery_sheet("Newport", random_id(), "ABCD EFGH", 1_790_000_000_000)
    titles = [block.title for block in sheet.blocks if isinstance(block, Text)]
    assert titles[0] == "What this paper is for" and titles[2] == "此凭证的用途"
    assert sheet.title == "Recovery paper / 恢复凭证"


def test_the_id_is_never_cut_and_an_exercise_is_marked() -> None:
    live, played = (founded_id(random_id(), exercise=exercise) for exercise in (False, True))
    assert paper.recovery_sheet("N" * 400, live, "ABCD EFGH", 0).about.startswith(live)
    assert [paper.recovery_sheet("Newport", one, "ABCD EFGH", 0).exercise for one in (live, played)] == [False, True]


@pytest.mark.parametrize("text", [paper.WHAT, paper.WHAT_TEXT, paper.WHEN, *paper.STEPS, paper.NEEDLESS])
def test_no_other_place_speaks_its_texts(text: str) -> None:
    messages = ElementTree.parse(assets_dir() / "i18n" / "desk_zh_CN.ts").iter("message")
    found = [[place.get("filename", "") for place in message.iter("location")] for message in messages if message.findtext("source") == text]
    assert len(found) == 1 and all(name.endswith("identity/recovery_sheet.py") for name in found[0])

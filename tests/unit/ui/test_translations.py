"""Every text for people is in Chinese, with the same places to fill; the Linguist file is in step with the source."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QTranslator

from commandcenter.model.assets import assets_dir
from commandcenter.ui.i18n.extract import TS_FILE, read_translations, source_texts, write_ts

TS = assets_dir() / "i18n" / TS_FILE


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_text_is_translated() -> None:
    said = read_translations(TS)
    missing = [f"{text.file}: {text.source}" for text in source_texts() if (text.context, text.source) not in said]
    assert missing == [], "run `make translations`, then translate"


def test_every_translation_fills_the_same_places() -> None:
    wrong = [source for (_, source), said in read_translations(TS).items() if places(source) != places(said)]
    assert wrong == []


def test_the_compiled_file_says_what_the_linguist_file_says() -> None:
    translator = QTranslator()
    assert translator.load(str(TS.with_suffix(".qm")))
    stale = [source for (context, source), said in read_translations(TS).items() if translator.translate(context, source) != said]
    assert stale == [], "run `make translations`"


def test_writing_again_keeps_translations_and_marks_new_texts(tmp_path: Path) -> None:
    texts = source_texts()
    path = tmp_path / "some.ts"
    assert write_ts(path, texts, {}) == len(texts)
    kept = {(texts[0].context, texts[0].source): "译文 & <符号>"}
    assert write_ts(path, texts, kept) == len(texts) - 1
    assert read_translations(path) == kept


@pytest.mark.parametrize("source", ["{callsign} is {old}; it cannot become {new} from there.", "Available", "Refused nowhere"])
def test_texts_are_found_by_their_calls(source: str) -> None:
    found = {text.source for text in source_texts()}
    assert (source in found) is (source != "Refused nowhere")

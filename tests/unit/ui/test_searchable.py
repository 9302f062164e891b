"""Chinese in a PDF is named by the ideographs that people write."""

from __future__ import annotations

from unicodedata import normalize

from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

from commandcenter.ui.prints.fonts import paper_font
from commandcenter.ui.prints.searchable import RADICALS, ideographs, searchable

HEAD, TAIL = b"%PDF\n<2F55> stream\n/CIDInit\nbegincmap\n", b"\nendcmap\n"


def test_only_what_glyphs_mean_is_renamed_and_nothing_moves(qapp: QApplication) -> None:
    pdf = HEAD + b"<2F00> <2F02> [<2F55> <4E8B> <0041>]" + TAIL + b"[<2F55>]"
    assert searchable(pdf, paper_font(9)) == HEAD + b"<2F00> <2F02> [<706B> <4E8B> <0041>]" + TAIL + b"[<2F55>]"


def test_every_radical_of_kangxi_has_its_ideograph(qapp: QApplication) -> None:
    meant = ideographs(QRawFont.fromFont(paper_font(9), QFontDatabase.WritingSystem.SimplifiedChinese))
    assert all(meant[code] not in RADICALS for code in range(0x2F00, 0x2FD6))
    agreed = sum(meant[code] == ord(normalize("NFKC", chr(code))) for code in range(0x2F00, 0x2FD6))
    assert agreed > 200

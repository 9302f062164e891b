"""Outlines of the map's symbols, taken at run time from the icon font that the windows use as well."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import qtawesome
from PySide6.QtGui import QPainterPath, QRawFont, QTransform

from commandcenter.ui.map.signs import SIGNS, sign_path
from commandcenter.ui.map.symbols import symbol_icons

GLYPH_SIZE = 24.0
_FONT = "materialdesignicons6-webfont-*.ttf"
_CHARMAP = "materialdesignicons6-webfont-charmap-*.json"
_FONT_PX = 480.0
_ELEMENT = QPainterPath.ElementType


@cache
def glyphs_json() -> str:
    """Return, as JSON, `{group: {key: path}}` with SVG path data on a 24 × 24 grid. Needs a `QGuiApplication`."""
    fonts = Path(qtawesome.__file__).parent / "fonts"
    font = QRawFont(str(next(fonts.glob(_FONT))), _FONT_PX)
    codes: Mapping[str, str] = json.loads(next(fonts.glob(_CHARMAP)).read_text(encoding="utf-8"))
    groups = {
        group: {key: svg_path(_outline(font, _character(codes, icon))) for key, icon in icons.items()} for group, icons in symbol_icons().items()
    }
    groups["mark"] |= {name: svg_path(sign_path(name)) for name in SIGNS}
    return json.dumps(groups, separators=(",", ":"))


def _character(codes: Mapping[str, str], icon: str) -> str:
    """Return an icon's character; `KeyError` if the font has no such icon."""
    return chr(int(codes[icon.removeprefix("mdi6.")], 16))


def _outline(font: QRawFont, character: str) -> QPainterPath:
    """Return a character's outline, centred on the 24 × 24 grid and no larger than it."""
    path = font.pathForGlyph(font.glyphIndexesForString(character)[0])
    box = path.boundingRect()
    scale = GLYPH_SIZE / _FONT_PX
    centre = GLYPH_SIZE / 2
    return QTransform().translate(centre, centre).scale(scale, scale).translate(-box.center().x(), -box.center().y()).map(path)


def svg_path(path: QPainterPath) -> str:
    """Return a painter path as SVG path data, two decimals."""
    words: list[str] = []
    for index in range(path.elementCount()):
        element = path.elementAt(index)
        match element.type:
            case _ELEMENT.MoveToElement:
                words.append("M")
            case _ELEMENT.LineToElement:
                words.append("L")
            case _ELEMENT.CurveToElement:
                words.append("C")
            case _:
                pass  # the second and third point of a curve
        words.append(f"{element.x:.2f} {element.y:.2f}")
    return " ".join(words)

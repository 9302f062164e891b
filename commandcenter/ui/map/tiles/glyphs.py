"""Words as outlines: shaped once with font fallback (Chinese too), then set straight, in lines or along a curve."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainterPath, QTextLayout, QTransform

FAMILIES = ["Noto Sans", "Segoe UI", "Helvetica Neue", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "DejaVu Sans"]
_MAX_BEND = math.radians(32)
_CENTRE = 0.36
"""Height of the middle of lower and upper case letters above the baseline, in font sizes."""


@dataclass(frozen=True)
class Face:
    """How a label is set; sizes in logical pixels."""

    size: float
    bold: bool = False
    italic: bool = False
    spacing: float = 0.0


@dataclass(frozen=True)
class Shaped:
    """A run of glyphs: outlines at the origin, their places and advances along the baseline."""

    outlines: tuple[QPainterPath, ...]
    at: tuple[QPointF, ...]
    advances: tuple[float, ...]
    width: float


@lru_cache(maxsize=20_000)
def shaped(text: str, face: Face) -> Shaped:
    """Return the outlines of a text in reading order. Safe in any thread; raw fonts never leave this call."""
    layout = QTextLayout(text, _font(face))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    outlines: list[QPainterPath] = []
    places: list[QPointF] = []
    for run in layout.glyphRuns():
        raw = run.rawFont()
        outlines += [raw.pathForGlyph(glyph) for glyph in run.glyphIndexes()]
        places += [QPointF(place.x(), 0.0) for place in run.positions()]
    width = line.naturalTextWidth()
    order = sorted(range(len(places)), key=lambda index: places[index].x())
    starts = [places[index].x() for index in order] + [width]
    advances = tuple(after - before for before, after in itertools.pairwise(starts))
    return Shaped(tuple(outlines[i] for i in order), tuple(places[i] for i in order), advances, width)


def _font(face: Face) -> QFont:
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(max(1, round(face.size)))
    font.setWeight(QFont.Weight.DemiBold if face.bold else QFont.Weight.Normal)
    font.setItalic(face.italic)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.spacing)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@dataclass(frozen=True)
class Setting:
    """A label's outline around its anchor, with the boxes it covers (left, top, right, bottom)."""

    outline: QPainterPath
    boxes: tuple[tuple[float, float, float, float], ...]


@lru_cache(maxsize=8_000)
def straight(text: str, face: Face, wrap_px: float) -> Setting:
    """Return a text in centred lines no wider than `wrap_px` where it can be broken; centred on the origin."""
    lines = [shaped(line, face) for line in broken(text, face, wrap_px)]
    leading = face.size * 1.15
    top = -leading * len(lines) / 2
    path = QPainterPath()
    for number, line in enumerate(lines):
        baseline = top + leading * number + (leading - face.size) / 2 + face.size * 0.84
        for outline, place in zip(line.outlines, line.at, strict=True):
            path.addPath(outline.translated(place.x() - line.width / 2, baseline))
    half = max(line.width for line in lines) / 2
    return Setting(path, ((-half, top, half, -top),))


def broken(text: str, face: Face, wrap_px: float) -> list[str]:
    """Return a text in lines: broken at spaces and hyphens, between any two characters where it has neither (Chinese)."""
    if shaped(text, face).width <= wrap_px:
        return [text]
    words = text.split() if " " in text else text.replace("-", "-\u200b").split("\u200b")
    joiner = " " if " " in text else ""
    if len(words) == 1 and not text.isascii():
        rows = math.ceil(shaped(text, face).width / wrap_px)
        step = math.ceil(len(text) / rows)
        return [text[i : i + step] for i in range(0, len(text), step)]
    if len(words) == 1:
        return [text]
    # Lines of like length read better than a full one and a rest: the narrowest setting with as few lines.
    fewest = len(_filled(words, joiner, face, wrap_px))
    return next(lines for share in (0.6, 0.7, 0.8, 0.9, 1.0) if len(lines := _filled(words, joiner, face, wrap_px * share)) == fewest)


def _filled(words: list[str], joiner: str, face: Face, width_px: float) -> list[str]:
    """Return words put into lines one after the other; a word wider than a line stands alone."""
    lines = [words[0]]
    for word in words[1:]:
        longer = lines[-1] + joiner + word
        if shaped(longer, face).width <= width_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def along(text: str, face: Face, line: NDArray[np.float64], middle: float) -> Setting | None:
    """Return a text along a line (n×2 px), centred `middle` px from its start and upright; `None` where it bends too much."""
    run = shaped(text, face)
    steps = np.hypot(*np.diff(line, axis=0).T)
    lengths = np.concatenate([[0.0], np.cumsum(steps)])
    first, last = middle - run.width / 2, middle + run.width / 2
    if first < 0 or last > lengths[-1] or not run.outlines:
        return None
    ends = np.array([[np.interp(at, lengths, line[:, axis]) for axis in (0, 1)] for at in (first, last)])
    if ends[0, 0] > ends[1, 0]:
        line, lengths, first = line[::-1], lengths[-1] - lengths[::-1], lengths[-1] - last
    left = first + np.array([place.x() for place in run.at])
    right = left + np.array(run.advances)
    a = np.column_stack([np.interp(left, lengths, line[:, axis]) for axis in (0, 1)])
    b = np.column_stack([np.interp(right, lengths, line[:, axis]) for axis in (0, 1)])
    angles = np.unwrap(np.arctan2(b[:, 1] - a[:, 1], b[:, 0] - a[:, 0]))
    if (len(angles) > 1 and np.abs(np.diff(angles)).max() > _MAX_BEND) or np.ptp(angles) > math.pi * 0.6:
        return None
    return _set_along(run, face, (a + b) / 2, angles)


def _set_along(run: Shaped, face: Face, middles: NDArray[np.float64], angles: NDArray[np.float64]) -> Setting:
    path = QPainterPath()
    boxes = []
    reach = face.size * 0.62
    for outline, advance, (x, y), angle in zip(run.outlines, run.advances, middles.tolist(), angles.tolist(), strict=True):
        turn = QTransform().translate(x, y).rotateRadians(angle).translate(-advance / 2, face.size * _CENTRE)
        path.addPath(turn.map(outline))
        boxes.append((x - reach, y - reach, x + reach, y + reach))
    return Setting(path, tuple(boxes))

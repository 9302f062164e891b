"""Words as outlines, with font fallback (Chinese too): set straight, in lines or along a curve."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QFont, QPainterPath, QRawFont, QTextLayout, QTransform

FAMILIES = ["Noto Sans", "Segoe UI", "Helvetica Neue", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "DejaVu Sans"]
_MAX_BEND = math.radians(32)
"""Between neighbouring letters."""
_MAX_TURN = math.radians(108)
"""Over a whole name."""
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
class Run:
    """The measures of a text set in one line."""

    at: tuple[float, ...]
    """Where each glyph starts, from left to right."""
    advances: tuple[float, ...]
    width: float


@dataclass(frozen=True)
class Setting:
    """A label set around the origin."""

    boxes: tuple[tuple[float, float, float, float], ...]
    """What it covers: left, top, right, bottom."""
    outline: Callable[[], QPainterPath]
    """Makes the outline; only labels that find a place need theirs."""


@lru_cache(maxsize=20_000)
def measured(text: str, face: Face) -> Run:
    """Return where the glyphs of a text stand. Safe in any thread."""
    glyphs, width = _glyphs(text, face)
    starts = [x for x, _, _ in glyphs]
    advances = tuple(after - before for before, after in itertools.pairwise([*starts, width]))
    return Run(tuple(starts), advances, width)


@lru_cache(maxsize=4_000)
def outlines(text: str, face: Face) -> tuple[QPainterPath, ...]:
    """Return the outlines of the glyphs of a text, each at the origin, in the order of `measured`. Safe in any thread."""
    return tuple(raw.pathForGlyph(glyph) for _, raw, glyph in _glyphs(text, face)[0])


def _glyphs(text: str, face: Face) -> tuple[list[tuple[float, QRawFont, int]], float]:
    """Return place, font and number of each glyph, and the width. Raw fonts belong to the thread: use them at once."""
    layout = QTextLayout(text, _font(face))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    found = []
    for run in layout.glyphRuns():
        raw = run.rawFont()
        found += [(place.x(), raw, glyph) for place, glyph in zip(run.positions(), run.glyphIndexes(), strict=True)]
    return sorted(found, key=lambda glyph: glyph[0]), line.naturalTextWidth()


def _font(face: Face) -> QFont:
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(max(1, round(face.size)))
    font.setWeight(QFont.Weight.DemiBold if face.bold else QFont.Weight.Normal)
    font.setItalic(face.italic)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.spacing)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=8_000)
def straight(text: str, face: Face, wrap_px: float) -> Setting:
    """Return a text in centred lines no wider than `wrap_px` where it can be broken; centred on the origin."""
    lines = broken(text, face, wrap_px)
    leading = face.size * 1.15
    top = -leading * len(lines) / 2
    half = max(measured(line, face).width for line in lines) / 2

    def outline() -> QPainterPath:
        path = QPainterPath()
        for number, line in enumerate(lines):
            run = measured(line, face)
            baseline = top + leading * number + (leading - face.size) / 2 + face.size * 0.84
            for glyph, x in zip(outlines(line, face), run.at, strict=True):
                path.addPath(glyph.translated(x - run.width / 2, baseline))
        return path

    return Setting(((-half, top, half, -top),), outline)


def broken(text: str, face: Face, wrap_px: float) -> list[str]:
    """Return a text in lines: broken at spaces and hyphens, between any two characters where it has neither (Chinese)."""
    if measured(text, face).width <= wrap_px:
        return [text]
    words = text.split() if " " in text else text.replace("-", "-\u200b").split("\u200b")
    joiner = " " if " " in text else ""
    if len(words) == 1 and not text.isascii():
        rows = math.ceil(measured(text, face).width / wrap_px)
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
        if measured(longer, face).width <= width_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def along(text: str, face: Face, line: NDArray[np.float64], middle: float) -> tuple[tuple[float, float], Setting] | None:
    """Return a text along a line (n×2 px), upright, its middle `middle` px from the start: where that is, and the setting around it.

    `None` where the line bends too much or is too short.
    """
    run = measured(text, face)
    steps = np.diff(line, axis=0)
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))])
    first, last = middle - run.width / 2, middle + run.width / 2
    if first < 0 or last > lengths[-1] or not run.at:
        return None
    ends = np.interp([first, last], lengths, line[:, 0])
    if ends[0] > ends[1]:
        line, lengths, first = line[::-1], lengths[-1] - lengths[::-1], lengths[-1] - last
    edges = first + np.array([*run.at, run.width])
    places = np.array([np.interp(edges, lengths, line[:, axis]) for axis in (0, 1)]).T
    chords = np.diff(places, axis=0)
    angles = np.arctan2(chords[:, 1], chords[:, 0])
    turns = (np.diff(angles) + math.pi) % (2 * math.pi) - math.pi
    if len(turns) and (np.abs(turns).max() > _MAX_BEND or np.abs(np.cumsum(turns)).max() > _MAX_TURN):
        return None
    leaning = angles[0] + np.concatenate([[0.0], np.cumsum(turns)])
    padded = np.concatenate([leaning[:1], leaning, leaning[-1:]])
    angles = (padded[:-2] + 2 * padded[1:-1] + padded[2:]) / 4  # a single letter never leans out of its word
    middles = (places[:-1] + places[1:]) / 2
    x, y = middles[len(middles) // 2].tolist()
    return (x, y), _set_along(text, face, middles - (x, y), angles)


def _set_along(text: str, face: Face, middles: NDArray[np.float64], angles: NDArray[np.float64]) -> Setting:
    reach = face.size * 0.62
    boxes = np.hstack([middles - reach, middles + reach])

    def outline() -> QPainterPath:
        path = QPainterPath()
        advances = measured(text, face).advances
        for glyph, advance, (x, y), angle in zip(outlines(text, face), advances, middles.tolist(), angles.tolist(), strict=True):
            turn = QTransform().translate(x, y).rotateRadians(angle).translate(-advance / 2, face.size * _CENTRE)
            path.addPath(turn.map(glyph))
        return path

    return Setting(tuple((left, top, right, bottom) for left, top, right, bottom in boxes.tolist()), outline)

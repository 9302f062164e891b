"""What sketches look like on the map: one hand for desk, field and paper. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from commandcenter.model.drawings import SketchKind
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.picture.sketches import SketchView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.sketch.words import drawing_words, symbol_word

LAYER_OF = {
    SketchKind.LINE: "sketch",
    SketchKind.AREA: "sketch",
    SketchKind.SYMBOL: "sketch",
    SketchKind.NOTE: "notes",
    SketchKind.HAZARD: "hazards",
}
"""Kind → layer of the map that shows it."""
LAYERS = tuple(dict.fromkeys(LAYER_OF.values()))
Name = Callable[[Id], str]
"""What an operator is called; empty when unknown."""
LABEL_CHARS = 40


def sketch_shapes(sketch: SketchView, now_ms: int, name: Name) -> list[OverlayShape]:
    """Return a sketch as shapes of its layer; a hazard with an area has its sign in the middle."""
    title, label = title_of(sketch, now_ms, name), label_of(sketch)
    base = OverlayShape(sketch.id, "point", ((sketch.shape[0],),), label=label, title=title)
    match sketch.kind:
        case SketchKind.LINE:
            return [replace(base, kind="line", parts=(sketch.shape,), dashed=sketch.disputed)]
        case SketchKind.AREA:
            return [replace(base, kind="area", parts=sketch.rings, filled=True, dashed=sketch.disputed)]
        case SketchKind.SYMBOL:
            return [replace(base, symbol=sketch.symbol, frame="plate")]
        case SketchKind.NOTE:
            return [replace(base, symbol="note", tone="text_muted")]
    return _hazard(sketch, base, old=not sketch.valid(now_ms))


def _hazard(sketch: SketchView, base: OverlayShape, *, old: bool) -> list[OverlayShape]:
    tone = "text_muted" if old else "danger"
    sign = replace(base, parts=((middle_of(sketch),),), symbol=sketch.symbol or "other", frame="triangle", tone=tone)
    if not sketch.rings:
        return [sign]
    ground = replace(base, kind="area", parts=sketch.rings, tone=tone, hatched=not old, dashed=old or sketch.disputed, label="")
    return [ground, replace(sign, id=f"{sketch.id}.sign")]


def middle_of(sketch: SketchView) -> LonLat:
    """Return where the sign of a sketch stands: the mean of its corners."""
    corners = sketch.shape[:-1] if len(sketch.shape) > 1 and sketch.shape[0] == sketch.shape[-1] else sketch.shape
    return LonLat(sum(p.lon for p in corners) / len(corners), sum(p.lat for p in corners) / len(corners))


def label_of(sketch: SketchView) -> str:
    """Return what is written on the map."""
    text = sketch.text.split("\n")[0]
    text = text if len(text) <= LABEL_CHARS else text[: LABEL_CHARS - 1] + "…"
    if sketch.kind == SketchKind.HAZARD:
        text = " · ".join(part for part in (symbol_word(sketch.kind, sketch.symbol), text) if part)
    return f"{text} ⚠".strip() if sketch.disputed else text


def title_of(sketch: SketchView, now_ms: int, name: Name) -> str:
    """Return what is said on hover: what it is, how far and how long, who drew it and when."""
    lines = [drawing_words(sketch.kind, sketch.symbol, sketch.text)]
    if sketch.disputed:
        lines.append(tr("Two desks disagree about this; see Conflicts"))
    if sketch.radius_m is not None:
        lines.append(tr("{n} m around", n=formats.number(sketch.radius_m)))
    if sketch.until_ms is not None:
        until = formats.moment(sketch.until_ms)
        lines.append(tr("until {time}", time=until) if sketch.valid(now_ms) else tr("held until {time}", time=until))
    lines.append(tr("{name}, {time}", name=name(sketch.by) or tr("an unknown operator"), time=formats.moment(sketch.drawn_ms)))
    return "\n".join(lines)


def layer_shapes(sketches: Sequence[SketchView], layer: str, now_ms: int, name: Name) -> list[OverlayShape]:
    """Return everything of one layer."""
    return [shape for sketch in sketches if LAYER_OF[sketch.kind] == layer for shape in sketch_shapes(sketch, now_ms, name)]

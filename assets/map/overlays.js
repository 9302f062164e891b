// What panels draw on the map: named sets of points, lines and areas in the theme's colours, over the ground and under all symbols.

import { CanvasLayer, mercator, Occupancy } from "./canvas.js";
import { along, middle } from "./geometry.js";
import { colour, FONT, inkOn, isDark, outline } from "./look.js";

const PREFIX = "overlay:";
const HIT_PX = 7;
const DOT_PX = 6;
const SYMBOL_PX = 11;
const FRAME_PX = { plate: 12, triangle: 15 };
const FILL = { light: 0.2, dark: 0.14 }; // on a dark ground less is as clear, and spares eyes that are used to the dark
const ORDER = ["area", "line", "point"];

export function isOverlay(layer) {
  return layer.startsWith(PREFIX);
}

export const OverlaysLayer = CanvasLayer.extend({
  initialize(options) {
    CanvasLayer.prototype.initialize.call(this, options);
    this.overlays = new Map();
    this.drawn = [];
    this.marks = { selected: "", pointed: "" };
  },

  change({ layer, reset, upsert, remove }) {
    const shapes = (!reset && this.overlays.get(layer)) || new Map();
    for (const id of remove) shapes.delete(id);
    for (const shape of upsert) shapes.set(shape.id, { ...shape, layer, parts: shape.parts.map((part) => part.map(mercator)) });
    if (shapes.size) this.overlays.set(layer, shapes);
    else this.overlays.delete(layer);
    this.redraw();
  },

  mark(how, kind, id) {
    const name = isOverlay(kind) ? `${kind}/${id}` : "";
    if (this.marks[how] === name) return;
    this.marks[how] = name;
    this.redraw();
  },

  paint(context) {
    this.drawn = [...this._seen()].sort((a, b) => ORDER.indexOf(a.shape.kind) - ORDER.indexOf(b.shape.kind));
    context.lineJoin = context.lineCap = "round";
    for (const seen of this.drawn) {
      if (seen.shape.kind === "point") this._paintPoints(context, seen);
      else this._paintPath(context, seen);
    }
    this._paintLabels(context);
  },

  // What lies on the canvas: the shape, its points in pixels and its path.
  *_seen() {
    for (const shapes of this.overlays.values()) {
      for (const shape of shapes.values()) {
        const parts = shape.parts.map((part) => part.map(({ x, y }) => [this.canvasX(x), this.canvasY(y)]));
        const [left, top, right, bottom] = extent(parts);
        if (right < -20 || bottom < -20 || left > this._size.x + 20 || top > this._size.y + 20) continue;
        yield { shape, parts, path: pathOf(shape.kind, parts), box: [left, top, right, bottom] };
      }
    }
  },

  _paintPath(context, { shape, path, box }) {
    const tint = colour(shape.tone);
    if (shape.kind === "area" && (shape.filled || shape.hatched)) this._paintGround(context, shape, path, box, tint);
    const name = `${shape.layer}/${shape.id}`;
    const marked = name === this.marks.selected || name === this.marks.pointed;
    context.setLineDash([]);
    context.globalAlpha = 0.75;
    context.strokeStyle = colour(marked ? "ui-focus" : "ui-panel");
    context.lineWidth = marked ? 8 : 5;
    context.stroke(path);
    context.globalAlpha = 1;
    context.setLineDash(shape.dashed ? [8, 7] : []);
    context.strokeStyle = tint;
    context.lineWidth = 2.5;
    context.stroke(path);
    context.setLineDash([]);
  },

  _paintGround(context, shape, path, box, tint) {
    if (shape.hatched) {
      context.save();
      context.clip(path, "evenodd");
      this.hatch(context, this._onCanvas(box), tint, shape.filled ? ground() : 0);
      context.restore();
      return;
    }
    context.globalAlpha = ground();
    context.fillStyle = tint;
    context.fill(path, "evenodd");
    context.globalAlpha = 1;
  },

  _onCanvas([left, top, right, bottom]) {
    return [Math.max(left, 0), Math.max(top, 0), Math.min(right, this._size.x), Math.min(bottom, this._size.y)];
  },

  _paintPoints(context, { shape, parts }) {
    const tint = colour(shape.tone);
    const name = `${shape.layer}/${shape.id}`;
    const marked = name === this.marks.selected || name === this.marks.pointed;
    for (const [[x, y]] of parts) {
      if (shape.symbol && shape.frame !== "disc") {
        this._paintFramed(context, shape, x, y, tint, marked);
        continue;
      }
      context.beginPath();
      context.arc(x, y, shape.symbol ? SYMBOL_PX : DOT_PX, 0, 2 * Math.PI);
      context.fillStyle = tint;
      context.fill();
      context.strokeStyle = colour(marked ? "ui-focus" : "ui-panel");
      context.lineWidth = marked ? 4 : 2;
      context.stroke();
      if (shape.symbol) this._paintSymbol(context, shape.symbol, x, y, inkOn(tint));
    }
  },

  // A plate: a place that was set up. A triangle: a danger. Both light inside, so that the sign reads on any ground.
  _paintFramed(context, { frame, symbol }, x, y, tint, marked) {
    const size = FRAME_PX[frame];
    context.beginPath();
    if (frame === "plate") context.roundRect(x - size, y - size, 2 * size, 2 * size, 4);
    else [[0, -1.15], [1.15, 0.85], [-1.15, 0.85]].forEach(([dx, dy], i) => (i ? context.lineTo(x + dx * size, y + dy * size) : context.moveTo(x + dx * size, y + dy * size)));
    context.closePath();
    context.strokeStyle = colour(marked ? "ui-focus" : "ui-panel");
    context.lineWidth = marked ? 9 : 6;
    context.stroke();
    context.fillStyle = colour("ui-panel");
    context.fill();
    context.strokeStyle = tint;
    context.lineWidth = 2.2;
    context.stroke();
    this._paintSymbol(context, symbol, x, frame === "plate" ? y : y + size * 0.22, tint, frame === "plate" ? 0.78 : 0.58);
  },

  _paintSymbol(context, symbol, x, y, ink, share = 0.65) {
    const scale = (2 * share * SYMBOL_PX) / 24;
    context.save();
    context.translate(x - 12 * scale, y - 12 * scale);
    context.scale(scale, scale);
    context.fillStyle = ink;
    context.fill(new Path2D(outline("mark", symbol)));
    context.restore();
  },

  _paintLabels(context) {
    context.font = `600 12px ${FONT}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    const occupied = new Occupancy();
    for (const seen of [...this.drawn].reverse()) {
      const { label, tone } = seen.shape;
      const spot = label && this._labelSpot(seen);
      if (!spot) continue;
      const [x, y] = spot;
      const width = context.measureText(label).width + 10;
      if (!occupied.take(x - width / 2, y - 9, width, 18)) continue;
      context.beginPath();
      context.roundRect(x - width / 2, y - 9, width, 18, 4);
      context.globalAlpha = 0.88;
      context.fillStyle = colour("ui-panel");
      context.fill();
      context.globalAlpha = 1;
      context.strokeStyle = colour(tone);
      context.lineWidth = 1.2;
      context.stroke();
      context.fillStyle = colour("ui-text");
      context.fillText(label, x, y + 0.5);
    }
    context.textAlign = "start";
  },

  // Below a point, half-way along a line, in the middle of an area's largest ring or on its northern end in sight.
  _labelSpot({ shape, parts }) {
    if (shape.kind === "point") return [parts[0][0][0], parts[0][0][1] + (shape.symbol ? SYMBOL_PX : DOT_PX) + 12];
    const largest = parts.reduce((best, part) => (spread(part) > spread(best) ? part : best));
    if (shape.kind === "line") return along(largest);
    if (!shape.edge) return middle([...largest, largest[0]]);
    const inSight = parts.flat().filter(([x, y]) => x > 30 && y > 14 && x < this._size.x - 30 && y < this._size.y - 14);
    return inSight.reduce((best, at) => (best && best[1] <= at[1] ? best : at), null);
  },

  // The topmost under a point of the map's window; an area is ground as well.
  hit(containerPoint) {
    const { x, y } = this.fromContainer(containerPoint);
    for (const seen of [...this.drawn].reverse()) {
      if (!this._touches(seen, x, y)) continue;
      const { shape } = seen;
      return { kind: shape.layer, id: shape.id, label: shape.title, ground: shape.kind === "area", x, y };
    }
    return null;
  },

  _touches({ shape, parts, path }, x, y) {
    if (shape.kind === "point") return parts.some(([[px, py]]) => Math.hypot(px - x, py - y) <= (shape.symbol ? SYMBOL_PX : DOT_PX) + 3);
    const context = this._context;
    context.lineWidth = 2 * HIT_PX;
    const [px, py] = [x * this._ratio, y * this._ratio]; // asked in the canvas's own pixels
    if (shape.kind === "line") return context.isPointInStroke(path, px, py);
    return shape.filled || shape.hatched ? context.isPointInPath(path, px, py, "evenodd") : context.isPointInStroke(path, px, py);
  },
});

function ground() {
  return isDark() ? FILL.dark : FILL.light;
}

function pathOf(kind, parts) {
  const path = new Path2D();
  for (const part of parts) {
    part.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
    if (kind === "area") path.closePath();
  }
  return path;
}

function extent(parts) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of parts) {
    for (const [x, y] of part) {
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
  }
  return [left, top, right, bottom];
}

function spread(part) {
  const [left, top, right, bottom] = extent([part]);
  return (right - left) * (bottom - top);
}

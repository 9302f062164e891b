// Closures (hatched, so that they read without colour) and routes.

import { CanvasLayer } from "./canvas.js";
import { colour, signColours } from "./look.js";

const HIT_PX = 7;
const ROUTES = {
  enroute: { width: 4.5, dash: [], colour: "status-enroute", alpha: 0.9 },
  preview: { width: 5.5, dash: [], colour: "ui-accent", alpha: 1 },
  other: { width: 3.5, dash: [2, 7], colour: "ui-text-muted", alpha: 0.9 },
};

const ShapesLayer = CanvasLayer.extend({
  initialize(options) {
    CanvasLayer.prototype.initialize.call(this, options);
    this.things = new Map();
  },

  change({ reset, upsert, remove }) {
    if (reset) this.things.clear();
    for (const id of remove) this.things.delete(id);
    for (const thing of upsert) this.things.set(thing.id, thing);
    this.redraw();
  },

  points(thing) {
    return thing.shape.map((at) => this.canvasPoint(at));
  },

  trace(context, points) {
    context.beginPath();
    points.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
  },

  hit(containerPoint) {
    const at = this.fromContainer(containerPoint);
    for (const thing of this.things.values()) {
      if (this.touches(this.points(thing), at)) return { id: thing.id, label: thing.title, planned: thing.planned, x: at.x, y: at.y };
    }
    return null;
  },
});

export const RoutesLayer = ShapesLayer.extend({
  paint(context) {
    context.lineJoin = context.lineCap = "round";
    for (const route of this.things.values()) {
      const { width, dash, colour: name, alpha } = ROUTES[route.style] || ROUTES.other;
      const points = this.points(route);
      this.trace(context, points);
      context.globalAlpha = alpha;
      context.setLineDash([]);
      context.strokeStyle = colour("ui-panel");
      context.lineWidth = width + 3;
      context.stroke();
      context.setLineDash(dash);
      context.strokeStyle = colour(name);
      context.lineWidth = width;
      context.stroke();
      context.setLineDash([]);
      this._paintEnd(context, points[points.length - 1], colour(name));
    }
    context.globalAlpha = 1;
  },

  _paintEnd(context, [x, y], tint) {
    context.beginPath();
    context.arc(x, y, 5, 0, 2 * Math.PI);
    context.fillStyle = colour("ui-panel");
    context.fill();
    context.strokeStyle = tint;
    context.lineWidth = 3;
    context.stroke();
  },

  touches(points, at) {
    return nearLine(points, at);
  },
});

export const ClosuresLayer = ShapesLayer.extend({
  paint(context) {
    for (const closure of this.things.values()) {
      const points = this.points(closure);
      context.globalAlpha = closure.planned ? 0.55 : 1;
      if (isArea(closure.shape)) this._paintArea(context, points, closure.planned);
      else if (points.length > 1) this._paintLine(context, points);
      this._paintSign(context, isArea(closure.shape) ? middle(points) : along(points));
    }
    context.globalAlpha = 1;
  },

  _paintArea(context, points, planned) {
    const red = colour("ui-danger");
    this.trace(context, points);
    context.closePath();
    context.save();
    context.clip();
    this._hatch(context, points, red);
    context.restore();
    this.trace(context, points);
    context.closePath();
    context.lineJoin = "round";
    context.strokeStyle = red;
    context.lineWidth = 2.5;
    context.setLineDash(planned ? [6, 5] : []);
    context.stroke();
    context.setLineDash([]);
  },

  // 45° lines, fixed to the ground so that they do not swim while one pans.
  _hatch(context, points, red) {
    const [left, top, right, bottom] = box(points);
    const tall = bottom - top;
    const step = 10;
    const first = Math.floor((left - tall + this._shift.x - this._shift.y) / step) * step - this._shift.x + this._shift.y;
    context.strokeStyle = red;
    context.fillStyle = red;
    const alpha = context.globalAlpha;
    context.globalAlpha = alpha * 0.1;
    context.fillRect(left, top, right - left, tall);
    context.globalAlpha = alpha * 0.75;
    context.lineWidth = 1.6;
    context.beginPath();
    for (let x = first; x < right; x += step) {
      context.moveTo(x, bottom);
      context.lineTo(x + tall, top);
    }
    context.stroke();
    context.globalAlpha = alpha;
  },

  _paintLine(context, points) {
    context.lineJoin = "round";
    context.lineCap = "butt";
    this.trace(context, points);
    context.strokeStyle = colour("ui-danger");
    context.lineWidth = 9;
    context.stroke();
    [context.strokeStyle] = signColours();
    context.setLineDash([7, 7]);
    context.lineWidth = 5;
    context.stroke();
    context.setLineDash([]);
  },

  // The "no entry" sign.
  _paintSign(context, [x, y]) {
    const [white, red] = signColours();
    context.beginPath();
    context.arc(x, y, 10, 0, 2 * Math.PI);
    context.fillStyle = white;
    context.fill();
    context.beginPath();
    context.arc(x, y, 8.5, 0, 2 * Math.PI);
    context.fillStyle = red;
    context.fill();
    context.fillStyle = white;
    context.fillRect(x - 5.5, y - 1.7, 11, 3.4);
  },

  touches(points, at) {
    const area = points.length > 3 && inside(points, at);
    return area || nearLine(points, at) || Math.hypot(points[0][0] - at.x, points[0][1] - at.y) < 11;
  },
});

function isArea(shape) {
  const last = shape[shape.length - 1];
  return shape.length > 3 && shape[0][0] === last[0] && shape[0][1] === last[1];
}

function box(points) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

// Centroid of a polygon (shoelace formula); the first point where it has no area.
function middle(points) {
  let area = 0;
  let cx = 0;
  let cy = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const [[x0, y0], [x1, y1]] = [points[i], points[i + 1]];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    cx += (x0 + x1) * cross;
    cy += (y0 + y1) * cross;
  }
  return Math.abs(area) < 1 ? points[0] : [cx / (3 * area), cy / (3 * area)];
}

// The point half-way along a line.
function along(points) {
  const lengths = points.slice(1).map(([x, y], i) => Math.hypot(x - points[i][0], y - points[i][1]));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (let i = 0; i < lengths.length; i++) {
    if (left <= lengths[i] && lengths[i] > 0) {
      const share = left / lengths[i];
      return [points[i][0] + share * (points[i + 1][0] - points[i][0]), points[i][1] + share * (points[i + 1][1] - points[i][1])];
    }
    left -= lengths[i];
  }
  return points[0];
}

function inside(points, { x, y }) {
  let odd = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [points[i], points[j]];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

function nearLine(points, at) {
  for (let i = 0; i + 1 < points.length; i++) {
    const distance = L.LineUtil.pointToSegmentDistance(L.point(at.x, at.y), L.point(points[i]), L.point(points[i + 1]));
    if (distance < HIT_PX) return true;
  }
  return false;
}

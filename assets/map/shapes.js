// Closures (hatched, so that they read without colour) and routes.

import { CanvasLayer } from "./canvas.js";
import { along, box, inside, isArea, middle, nearLine } from "./geometry.js";
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
    return nearLine(points, at, HIT_PX);
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
    this.hatch(context, box(points), red, 0.1);
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
    return area || nearLine(points, at, HIT_PX) || Math.hypot(points[0][0] - at.x, points[0][1] - at.y) < 11;
  },
});

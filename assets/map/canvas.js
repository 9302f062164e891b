// A canvas that pans and zooms with the map: the base of everything that is drawn in numbers.
// Subclasses give `paint(context, project)`; `project(x, y)` takes fractions of Web Mercator's square to canvas pixels.

import { forgetSprites } from "./sprites.js";

export const CanvasLayer = L.Renderer.extend({
  options: { padding: 0.2 },

  _initContainer() {
    this._container = L.DomUtil.create("canvas", "desk-canvas");
    this._context = this._container.getContext("2d");
    // A graphics card that was lost takes what was drawn with it; the context comes back empty, and so do the small pictures.
    this._container.addEventListener("contextrestored", () => {
      forgetSprites();
      this.redraw();
    });
  },

  _destroyContainer() {
    L.DomUtil.remove(this._container);
  },

  _updatePaths() {},

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const ratio = window.devicePixelRatio || 1;
    const canvas = this._container;
    L.DomUtil.setPosition(canvas, this._bounds.min);
    if (canvas.width !== size.x * ratio || canvas.height !== size.y * ratio) {
      canvas.width = size.x * ratio;
      canvas.height = size.y * ratio;
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
    }
    this._ratio = ratio;
    this._size = size;
    this._worldPx = 256 * 2 ** this._zoom;
    this._shift = this._map.getPixelOrigin().add(this._bounds.min);
    this.draw();
  },

  // Paint now.
  draw() {
    this._asked = 0;
    if (!this._map || !this._bounds) return;
    const context = this._context;
    context.setTransform(this._ratio, 0, 0, this._ratio, 0, 0);
    context.clearRect(0, 0, this._size.x, this._size.y);
    this.paint(context);
  },

  // Paint with the next frame; many calls, one painting.
  redraw() {
    if (!this._asked) this._asked = requestAnimationFrame(() => this.draw());
  },

  canvasX(x) {
    return x * this._worldPx - this._shift.x;
  },

  canvasY(y) {
    return y * this._worldPx - this._shift.y;
  },

  canvasPoint(latlng) {
    const { x, y } = mercator(latlng);
    return [this.canvasX(x), this.canvasY(y)];
  },

  // Fill a box (clip first) lightly and with 45° lines, fixed to the ground so that they do not swim while one pans.
  hatch(context, [left, top, right, bottom], tint, ground, step = 10) {
    const tall = bottom - top;
    const phase = bottom + this._shift.x + this._shift.y; // x + y is the same all along such a line
    const first = Math.floor((left - tall + phase) / step) * step - phase;
    const alpha = context.globalAlpha;
    context.strokeStyle = context.fillStyle = tint;
    context.globalAlpha = alpha * ground;
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

  // Where a point of the map's window lies on the canvas.
  fromContainer(point) {
    return this._map.containerPointToLayerPoint(point).subtract(this._bounds.min);
  },
});

// Fractions of Web Mercator's square of [lat, lon] in degrees (EPSG:3857, spherical).
export function mercator([lat, lon]) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

// Remembers which rectangles of the canvas are taken, on a coarse grid; for labels that must not overlap.
export class Occupancy {
  constructor(cell = 8) {
    this.cell = cell;
    this.taken = new Set();
  }

  // Take the rectangle if it is wholly free; says whether it was.
  take(left, top, width, height, force = false) {
    const keys = [];
    const { cell } = this;
    for (let row = Math.floor(top / cell); row <= Math.floor((top + height) / cell); row++) {
      for (let column = Math.floor(left / cell); column <= Math.floor((left + width) / cell); column++) {
        const key = row * 65536 + column;
        if (!force && this.taken.has(key)) return false;
        keys.push(key);
      }
    }
    for (const key of keys) this.taken.add(key);
    return true;
  }
}

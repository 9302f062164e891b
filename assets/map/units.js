// The units: thousands of moving symbols on one canvas, fed by one binary array a tick.

import { CanvasLayer, Occupancy } from "./canvas.js";
import { colour, FONT } from "./look.js";
import { decode, headingSprite, STATUSES, UNIT, unitSprite } from "./sprites.js";

const MAGIC = 0x4d434331;
const CLUSTER_ABOVE = 1500;
const CLUSTER_CELL = 72;
const GLIDE_UP_TO = 250; // moving this many visible units between ticks is cheap without a graphics card
const GLIDE_FRAME_MS = 60;
const LABELS_FROM_ZOOM = 13;
const SMALL_BELOW_ZOOM = 11;
const ALL_SYMBOLS_FROM_ZOOM = 14;
const SYMBOLS_UP_TO = 600;
const ROW = 4; // units side by side on one spot

// The same number for places within some five metres.
export function spotKey(x, y) {
  return Math.round(x * 2 ** 23) * 2 ** 24 + Math.round(y * 2 ** 23);
}

// Reads what `LiveState.encode` wrote.
export function readState(buffer) {
  const [magic, sequence, count, roster, rosterBytes] = new Uint32Array(buffer, 0, 5);
  if (magic !== MAGIC) throw new Error("not a state of the units");
  let at = 24;
  const x = new Float64Array(buffer, at, count);
  const y = new Float64Array(buffer, (at += 8 * count), count);
  const heading = new Float32Array(buffer, (at += 8 * count), count);
  const symbol = new Uint32Array(buffer, (at += 4 * count), count);
  const names = rosterBytes ? JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, at + 4 * count, rosterBytes))) : null;
  return { sequence, count, roster, x, y, heading, symbol, names };
}

export const UnitsLayer = CanvasLayer.extend({
  initialize(options) {
    CanvasLayer.prototype.initialize.call(this, options);
    this.roster = 0;
    this.ids = [];
    this.labels = [];
    this.state = { count: 0, x: [], y: [], heading: [], symbol: [] };
    this.visible = [];
    this.clusters = [];
    this.selected = "";
    this.hovered = "";
    this.anchors = new Set(); // spots with the symbol of a place
    this.still = false; // on battery, or with less motion, units jump to their new place instead of gliding there
    this._calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  },

  // Show a state; resolves when it is painted.
  show(state) {
    const now = performance.now();
    const same = !state.names && state.count === this.state.count;
    if (same) this._glide(state, now);
    else this._from = null;
    if (state.names) {
      this.ids = state.names.ids;
      this.labels = state.names.labels;
      this.roster = state.roster;
    }
    this.state = state;
    this.simulated = state.symbol.some((symbol) => decode(symbol).simulated);
    this._ticked = now;
    return new Promise((resolve) => {
      requestAnimationFrame(() => {
        this.draw();
        resolve();
      });
    });
  },

  // Start each unit where it is seen now, so that it glides to its new place until the next tick.
  _glide(state, now) {
    const tick = Math.min(Math.max(now - (this._ticked || now), 200), 1500);
    const from = { x: new Float64Array(state.count), y: new Float64Array(state.count), start: now, tick };
    for (let i = 0; i < state.count; i++) {
      from.x[i] = this.unitX(i, now);
      from.y[i] = this.unitY(i, now);
    }
    this._from = from;
  },

  // Whether nothing glides: the person, the battery or the system wants it so.
  calm() {
    return this.still || this._calm.matches;
  },

  _share(now) {
    return this._from && !this.calm() ? Math.min((now - this._from.start) / this._from.tick, 1) : 1;
  },

  unitX(i, now) {
    const share = this._glides ? this._share(now) : 1;
    return share < 1 ? this._from.x[i] + share * (this.state.x[i] - this._from.x[i]) : this.state.x[i];
  },

  unitY(i, now) {
    const share = this._glides ? this._share(now) : 1;
    return share < 1 ? this._from.y[i] + share * (this.state.y[i] - this._from.y[i]) : this.state.y[i];
  },

  paint(context) {
    const now = performance.now();
    this._collect(now);
    this.clusters = this.visible.length > CLUSTER_ABOVE ? this._cluster() : [];
    if (this.clusters.length) this._paintClusters(context);
    else this._paintUnits(context);
    this._plan(now);
  },

  // Keep what lies on the canvas: [index, x, y, whether it is only a dot].
  _collect(now) {
    const { count } = this.state;
    const margin = UNIT.box / 2;
    this.visible = [];
    for (let i = 0; i < count; i++) {
      const x = this.canvasX(this.unitX(i, now));
      const y = this.canvasY(this.unitY(i, now));
      if (x > -margin && y > -margin && x < this._size.x + margin && y < this._size.y + margin) this.visible.push([i, x, y, false]);
    }
    this._glides = this.visible.length <= GLIDE_UP_TO;
  },

  // Units on one spot (a station, a scene) stand side by side, below the symbol of the place.
  _spread() {
    const { x, y } = this.state;
    const spots = new Map();
    for (const seen of this.visible) {
      const key = spotKey(x[seen[0]], y[seen[0]]);
      if (spots.has(key)) spots.get(key).push(seen);
      else spots.set(key, [seen]);
    }
    const [wide, high] = this._zoom < SMALL_BELOW_ZOOM ? [12, 12] : [UNIT.width + 5, UNIT.height + 9];
    for (const [key, group] of spots) {
      const below = this.anchors.has(key) && this._zoom >= SMALL_BELOW_ZOOM ? 26 : 0;
      const columns = Math.min(group.length, ROW);
      group.forEach((seen, k) => {
        seen[1] += ((k % ROW) - (columns - 1) / 2) * wide;
        seen[2] += Math.floor(k / ROW) * high + below;
      });
    }
  },

  // In a crowd on a small scale only some units get a symbol, the important ones first; the others are dots.
  _thin() {
    const all = this.visible.length > SYMBOLS_UP_TO || this._zoom < SMALL_BELOW_ZOOM;
    if (!all && this._zoom >= ALL_SYMBOLS_FROM_ZOOM) return;
    const occupied = new Occupancy();
    this.visible.sort((a, b) => this._rank(a[0]) - this._rank(b[0]));
    for (const seen of this.visible) {
      const [, x, y] = seen;
      seen[3] = all || !occupied.take(x - UNIT.width / 2 + 3, y - UNIT.height / 2 + 3, UNIT.width - 6, UNIT.height - 2);
    }
    this.visible.sort((a, b) => b[3] - a[3]);
  },

  _paintUnits(context) {
    const ratio = this._ratio;
    const { symbol, heading } = this.state;
    const box = UNIT.box;
    this._spread();
    this._thin();
    for (const [i, x, y, small] of this.visible) {
      if (!small && !Number.isNaN(heading[i])) this._paintHeading(context, x, y, heading[i], decode(symbol[i]).status);
      if (this.ids[i] === this.selected || this.ids[i] === this.hovered) this._paintRing(context, x, y, this.ids[i] === this.selected, small);
      context.drawImage(unitSprite(symbol[i], ratio, small), x - box / 2, y - box / 2, box, box);
    }
    if (this._zoom >= LABELS_FROM_ZOOM) this._paintLabels(context);
  },

  _paintHeading(context, x, y, degrees, status) {
    const angle = (degrees * Math.PI) / 180;
    const tall = UNIT.height / 2 + (Math.cos(angle) < 0 ? 11 : 4); // the status bar is below
    const reach = Math.min((UNIT.width / 2 + 4) / Math.abs(Math.sin(angle)), tall / Math.abs(Math.cos(angle)), 20);
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.drawImage(headingSprite(status, this._ratio), -12, -12 - reach, 24, 24);
    context.restore();
  },

  _paintRing(context, x, y, selected, small) {
    const grow = small ? 12 : 0;
    context.beginPath();
    context.roundRect(x - UNIT.width / 2 - 5 + grow, y - UNIT.height / 2 - 5 + grow / 1.6, UNIT.width + 10 - 2 * grow, UNIT.height + 10 - grow * 1.25, 9);
    context.strokeStyle = colour("ui-focus");
    context.globalAlpha = selected ? 1 : 0.6;
    context.lineWidth = selected ? 3 : 2;
    context.stroke();
    context.globalAlpha = 1;
  },

  _paintLabels(context) {
    context.font = `600 11px ${FONT}`;
    context.textBaseline = "middle";
    const occupied = new Occupancy();
    for (const [, x, y] of this.visible) occupied.take(x - UNIT.width / 2, y - UNIT.height / 2, UNIT.width, UNIT.height, true);
    const first = [...this.visible].sort((a, b) => this._rank(a[0]) - this._rank(b[0]));
    for (const [i, x, y, small] of first) {
      if (small) continue;
      const text = this.labels[i];
      const width = context.measureText(text).width + 8;
      const spots = [[x + UNIT.width / 2 + 5, y - 8], [x - width / 2, y + UNIT.height / 2 + 8], [x - width / 2, y - UNIT.height / 2 - 20]];
      const spot = text && spots.find(([left, top]) => occupied.take(left, top, width, 16));
      if (!spot) continue;
      const [left, top] = spot;
      context.globalAlpha = 0.92;
      context.fillStyle = colour("ui-panel");
      context.beginPath();
      context.roundRect(left, top, width, 16, 4);
      context.fill();
      context.globalAlpha = 1;
      context.fillStyle = colour("ui-text");
      context.fillText(text, left + 4, top + 8.5);
    }
  },

  // Who gets a label first: the selected, then who is busy, then who waits.
  _rank(i) {
    if (this.ids[i] === this.selected) return -1;
    const { status } = decode(this.state.symbol[i]);
    return status === "available" || status === "out_of_service" ? 1 : 0;
  },

  _cluster() {
    const cells = new Map();
    for (const [i, x, y] of this.visible) {
      const key = Math.floor((x + this._shift.x) / CLUSTER_CELL) * 1e6 + Math.floor((y + this._shift.y) / CLUSTER_CELL);
      let cell = cells.get(key);
      if (!cell) cells.set(key, (cell = { key, x: 0, y: 0, count: 0, by: new Uint16Array(STATUSES.length) }));
      cell.x += x;
      cell.y += y;
      cell.count++;
      cell.by[(this.state.symbol[i] >> 8) & 7]++;
    }
    return [...cells.values()].map((cell) => ({ ...cell, x: cell.x / cell.count, y: cell.y / cell.count, radius: 11 + 3 * Math.log2(cell.count + 1) / 2 }));
  },

  _paintClusters(context) {
    context.font = `600 12px ${FONT}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const { x, y, count, by, radius } of this.clusters) {
      let angle = -Math.PI / 2;
      context.lineWidth = 4;
      by.forEach((share, status) => {
        if (!share) return;
        const turn = (2 * Math.PI * share) / count;
        context.beginPath();
        context.arc(x, y, radius, angle, angle + turn);
        context.strokeStyle = colour(`status-${STATUSES[status]}`);
        context.stroke();
        angle += turn;
      });
      context.beginPath();
      context.arc(x, y, radius - 2, 0, 2 * Math.PI);
      context.fillStyle = colour("ui-panel");
      context.fill();
      context.fillStyle = colour("ui-text");
      context.fillText(String(count), x, y + 0.5);
    }
    context.textAlign = "start";
  },

  // While few units are in sight and still gliding, paint again a little later.
  _plan(now) {
    clearTimeout(this._next);
    if (this._glides && !this.clusters.length && this._share(now) < 1) this._next = setTimeout(() => this.redraw(), GLIDE_FRAME_MS);
  },

  // What lies under a point of the map's window: {id, label, symbol}, {cluster} or null. The topmost wins.
  hit(containerPoint) {
    const { x: px, y: py } = this.fromContainer(containerPoint);
    for (const cluster of this.clusters) {
      if (Math.hypot(px - cluster.x, py - cluster.y) <= cluster.radius + 3) return { cluster };
    }
    if (this.clusters.length) return null;
    for (let k = this.visible.length - 1; k >= 0; k--) {
      const [i, x, y] = this.visible[k];
      if (Math.abs(px - x) <= UNIT.width / 2 + 3 && Math.abs(py - y) <= UNIT.height / 2 + 4) {
        return { id: this.ids[i], label: this.labels[i], symbol: this.state.symbol[i], x, y };
      }
    }
    return null;
  },
});

// Stations, depots and facilities: fixed symbols that appear as one zooms in, the important ones first.

import { CanvasLayer, mercator, Occupancy } from "./canvas.js";
import { colour, FONT } from "./look.js";
import { placeColour, placeSprite } from "./sprites.js";

// From which zoom a kind is drawn as a dot and as a symbol, its size, and who wins a crowded spot.
const KINDS = {
  hospital: { dot: 10, symbol: 12, size: 20, rank: 0 },
  fire_station: { dot: 10, symbol: 12, size: 20, rank: 1 },
  ambulance_station: { dot: 10, symbol: 12, size: 20, rank: 2 },
  police_station: { dot: 11, symbol: 12, size: 20, rank: 3 },
  depot: { dot: 11, symbol: 12, size: 20, rank: 4 },
  station: { dot: 11, symbol: 12, size: 20, rank: 5 },
  helipad: { dot: 99, symbol: 14, size: 18, rank: 6 },
  shelter: { dot: 13, symbol: 14, size: 18, rank: 7 },
  hydrant: { dot: 99, symbol: 17, size: 14, rank: 8 },
};
const NAMES_FROM_ZOOM = 15;

export const PlacesLayer = CanvasLayer.extend({
  initialize(options) {
    CanvasLayer.prototype.initialize.call(this, options);
    this.things = new Map();
    this.drawn = [];
  },

  change({ reset, upsert, remove }) {
    if (reset) this.things.clear();
    for (const id of remove) this.things.delete(id);
    for (const place of upsert) this.things.set(place.id, { ...place, ...mercator(place.at), look: KINDS[place.kind] });
    this.sorted = [...this.things.values()].sort((a, b) => a.look.rank - b.look.rank);
    this.redraw();
    this.fire("changed");
  },

  paint(context) {
    this.drawn = [];
    const occupied = new Occupancy();
    for (const place of this.sorted || []) {
      const { look } = place;
      if (this._zoom < look.dot && this._zoom < look.symbol) continue;
      const x = this.canvasX(place.x);
      const y = this.canvasY(place.y);
      if (x < -20 || y < -20 || x > this._size.x + 20 || y > this._size.y + 20) continue;
      const half = look.size / 2;
      const symbol = this._zoom >= look.symbol && occupied.take(x - half, y - half, look.size, look.size);
      if (!symbol && this._zoom < look.dot) continue;
      this.drawn.push({ place, x, y, half: symbol ? half : 5, symbol });
    }
    for (const { place, x, y, symbol } of [...this.drawn].reverse()) this._paintPlace(context, place, x, y, symbol);
    if (this._zoom >= NAMES_FROM_ZOOM) this._paintNames(context, occupied);
  },

  _paintPlace(context, place, x, y, symbol) {
    if (symbol) {
      const box = place.look.size + 10;
      context.drawImage(placeSprite(place.kind, this._ratio, place.look.size), x - box / 2, y - box / 2, box, box);
      return;
    }
    context.beginPath();
    context.arc(x, y, 3.5, 0, 2 * Math.PI);
    context.fillStyle = placeColour(place.kind);
    context.strokeStyle = colour("ui-panel");
    context.lineWidth = 1.5;
    context.fill();
    context.stroke();
  },

  _paintNames(context, occupied) {
    context.font = `600 11px ${FONT}`;
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    for (const { place, x, y, half, symbol } of this.drawn) {
      if (!symbol || !place.name || place.kind === "hydrant") continue;
      const width = context.measureText(place.name).width;
      if (!occupied.take(x - width / 2, y + half + 3, width, 13)) continue;
      context.strokeStyle = colour("ui-panel");
      context.lineWidth = 3;
      context.strokeText(place.name, x, y + half + 4);
      context.fillStyle = colour("ui-text");
      context.fillText(place.name, x, y + half + 4);
    }
    context.textAlign = "start";
  },

  hit(containerPoint) {
    const at = this.fromContainer(containerPoint);
    for (const { place, x, y, half } of this.drawn) {
      if (Math.abs(at.x - x) <= half + 2 && Math.abs(at.y - y) <= half + 2) return { id: place.id, label: place.name, x, y };
    }
    return null;
  },
});

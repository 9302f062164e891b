// Draws a point, a line, a polygon or a measured way with the mouse or with the keyboard alone.

import { word } from "./look.js";

const LEAST = { point: 1, line: 2, polygon: 3 };

export class DrawTool {
  constructor(map, hint, { drawn, cancelled }) {
    this.map = map;
    this.hint = hint;
    this.done = { drawn, cancelled };
    this.kind = "";
    this.points = [];
    this.zoomLater = 0;
    this.group = L.layerGroup();
    map.getContainer().addEventListener("keydown", (event) => this._key(event), true);
  }

  get active() {
    return this.kind !== "";
  }

  start(kind) {
    this.stop();
    if (!kind) return;
    this.kind = kind;
    this.points = [];
    this.pointer = null;
    this.group.addTo(this.map);
    clearTimeout(this.zoomLater);
    this.map.doubleClickZoom.disable();
    this.map.on("mousemove", this._move, this);
    this.map.getContainer().classList.add("drawing");
    this.map.getContainer().focus();
    this._show();
  }

  stop() {
    if (!this.active) return;
    this.kind = "";
    this.group.clearLayers().remove();
    this.map.off("mousemove", this._move, this);
    this.map.getContainer().classList.remove("drawing");
    this.hint.textContent = "";
    this.zoomLater = setTimeout(() => this.map.doubleClickZoom.enable(), 300); // the double click that ended the drawing must not zoom
  }

  cancel() {
    const was = this.active;
    this.stop();
    if (was) this.done.cancelled();
  }

  add(latlng) {
    const last = this.points[this.points.length - 1];
    if (last && this._px(last, latlng) < 3) return; // the second click of a double click
    this.points.push(latlng);
    if (this.kind === "point") this.finish();
    else this._show();
  }

  undo() {
    this.points.pop();
    this._show();
  }

  finish() {
    const { kind, points } = this;
    if (kind === "measure" || points.length < LEAST[kind]) return;
    const shape = points.map(({ lat, lng }) => [lng, lat]);
    if (kind === "polygon") shape.push(shape[0]);
    this.stop();
    this.done.drawn(kind, shape);
  }

  _px(a, b) {
    return this.map.latLngToContainerPoint(a).distanceTo(this.map.latLngToContainerPoint(b));
  }

  _move({ latlng }) {
    this.pointer = latlng;
    this._show();
  }

  _key(event) {
    if (!this.active) return;
    const acts = {
      Escape: () => this.cancel(),
      Enter: () => this.finish(),
      Backspace: () => this.undo(),
      " ": () => this.add(this.map.getCenter()),
      z: () => (event.ctrlKey || event.metaKey) && this.undo(),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  _show() {
    const { kind, group } = this;
    group.clearLayers();
    const line = this.pointer ? [...this.points, this.pointer] : this.points;
    if (line.length > 1) {
      const Shape = kind === "polygon" ? L.Polygon : L.Polyline;
      group.addLayer(new Shape(line, { className: `draft draft-${kind}`, interactive: false }));
    }
    for (const at of this.points) group.addLayer(L.circleMarker(at, { radius: 5, className: "draft-vertex", interactive: false }));
    const length = kind === "measure" || kind === "line" ? this._length(line) : "";
    this.hint.textContent = [length, word(`draw_${kind}`), word("draw_keys")].filter(Boolean).join("  ·  ");
  }

  // Length over the ground, great circle on Leaflet's sphere.
  _length(line) {
    let metres = 0;
    for (let i = 0; i + 1 < line.length; i++) metres += this.map.distance(line[i], line[i + 1]);
    return metres >= 1000 ? `${(metres / 1000).toFixed(2)} km` : `${Math.round(metres)} m`;
  }
}

// Moves, adds and takes away single corners of a line or a polygon, with the mouse or with the keyboard alone.

import { word } from "./look.js";

const LEAST = { line: 2, polygon: 3 };
const STEP_PX = 10;
const FINE_PX = 1; // with Shift
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const HANDLE_PX = 30; // a gloved finger meets it; what is seen is smaller

export class ReshapeTool {
  constructor(map, hint, { drawn, cancelled }) {
    this.map = map;
    this.hint = hint;
    this.done = { drawn, cancelled };
    this.kind = "";
    this.group = L.layerGroup();
    map.getContainer().addEventListener("keydown", (event) => this._key(event), true);
  }

  get active() {
    return this.kind !== "";
  }

  // `shape`: [lng, lat] of each corner; a polygon's first = last.
  start(kind, shape) {
    this.stop();
    this.kind = kind;
    const corners = kind === "polygon" ? shape.slice(0, -1) : shape;
    this.points = corners.map(([lng, lat]) => L.latLng(lat, lng));
    this.before = [];
    this.chosen = 0;
    this.group.addTo(this.map);
    this.map.getContainer().classList.add("drawing");
    this.map.getContainer().focus();
    this.hint.textContent = word("draw_reshape");
    this._show();
  }

  stop() {
    if (!this.active) return;
    this.kind = "";
    this.group.clearLayers().remove();
    this.map.getContainer().classList.remove("drawing");
    this.hint.textContent = "";
  }

  cancel() {
    const was = this.active;
    this.stop();
    if (was) this.done.cancelled();
  }

  finish() {
    const { kind, points } = this;
    const shape = points.map((at) => at.wrap()).map(({ lat, lng }) => [lng, lat]);
    if (kind === "polygon") shape.push(shape[0]);
    this.stop();
    this.done.drawn(kind, shape);
  }

  _change(points, chosen) {
    this.before.push([this.points, this.chosen]);
    [this.points, this.chosen] = [points, chosen];
    this._show();
  }

  _undo() {
    if (!this.before.length) return;
    [this.points, this.chosen] = this.before.pop();
    this._show();
  }

  _put(at) {
    this._change(this.points.with(this.chosen, at), this.chosen);
  }

  _move(by) {
    const px = this.map.latLngToContainerPoint(this.points[this.chosen]).add(by);
    this._put(this.map.containerPointToLatLng(px));
    this._see();
  }

  _insert(after, at) {
    this._change(this.points.toSpliced(after + 1, 0, at), after + 1);
  }

  _remove() {
    if (this.points.length <= LEAST[this.kind]) return;
    const left = this.points.toSpliced(this.chosen, 1);
    this._change(left, Math.min(this.chosen, left.length - 1));
  }

  _choose(step) {
    this.chosen = (this.chosen + step + this.points.length) % this.points.length;
    this._see();
    this._show();
  }

  // Where a corner after this one would stand; `null` after the last one of a line.
  _middle(place) {
    const next = this.points[place + 1] ?? (this.kind === "polygon" ? this.points[0] : null);
    return next && L.latLng((this.points[place].lat + next.lat) / 2, (this.points[place].lng + next.lng) / 2);
  }

  _see() {
    this.map.panInside(this.points[this.chosen], { padding: [60, 60], animate: false });
  }

  _key(event) {
    if (!this.active) return;
    const after = Math.min(this.chosen, this.points.length - (this.kind === "polygon" ? 1 : 2));
    const acts = {
      Escape: () => this.cancel(),
      Enter: () => this.finish(),
      Tab: () => this._choose(event.shiftKey ? -1 : 1),
      Delete: () => this._remove(),
      Backspace: () => this._remove(),
      Insert: () => this._insert(after, this._middle(after)),
      "+": () => this._insert(after, this._middle(after)),
      z: () => (event.ctrlKey || event.metaKey) && this._undo(),
    };
    const arrow = ARROWS[event.key];
    const act = arrow ? () => this._move(L.point(arrow).multiplyBy(event.shiftKey ? FINE_PX : STEP_PX)) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  _show() {
    this.group.clearLayers();
    const Shape = this.kind === "polygon" ? L.Polygon : L.Polyline;
    this.outline = new Shape(this.points, { className: `draft draft-${this.kind}`, interactive: false });
    this.group.addLayer(this.outline);
    this.points.forEach((at, place) => {
      const middle = this._middle(place);
      if (middle) this._handle(middle, "middle", (to) => this._insert(place, to), (to) => this.points.toSpliced(place + 1, 0, to));
    });
    this.points.forEach((at, place) => {
      const take = (to) => {
        this.chosen = place;
        this._put(to);
      };
      const name = place === this.chosen ? "corner chosen" : "corner";
      this._handle(at, name, take, (to) => this.points.with(place, to));
    });
  }

  // A dot that can be dragged, or clicked where it is; `preview`: the corners while it is under way.
  _handle(at, name, take, preview) {
    const icon = L.divIcon({ className: `handle ${name}`, iconSize: [HANDLE_PX, HANDLE_PX] });
    const handle = L.marker(at, { icon, draggable: true, keyboard: false, bubblingMouseEvents: false });
    handle.on("drag", () => this.outline.setLatLngs(preview(handle.getLatLng())));
    handle.on("dragend click", () => take(handle.getLatLng()));
    this.group.addLayer(handle);
  }
}

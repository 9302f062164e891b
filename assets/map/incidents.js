// Incidents: a diamond on a stem, so that the place itself and the units at it stay visible. Thousands on one canvas: where many
// stand close together they are one stack with their number and the worst priority. One element carries the keyboard's focus.

import { CanvasLayer, mercator } from "./canvas.js";
import { CROWD, crowdInk, crowdSprite, INCIDENT, incidentSprite, paintIncidentRing, touchesIncident } from "./incident_sprites.js";
import { colour, FONT, word } from "./look.js";

const CELL_PX = 84;
const CROWD_FROM = 5; // so many in one cell of the grid are a crowd
const ALL_FROM_ZOOM = 17;
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function plateWidth(number) {
  return Math.max(16, 7.2 * number.length + 9);
}

export const IncidentsLayer = CanvasLayer.extend({
  initialize(options) {
    CanvasLayer.prototype.initialize.call(this, options);
    this.things = new Map();
    this.sorted = []; // the most urgent last: it is painted on top
    this.drawn = [];
    this.crowds = [];
    this.marks = { selected: "", pointed: "", hovered: "", reached: "" };
  },

  change({ reset, upsert, remove }) {
    if (reset) this.things.clear();
    for (const id of remove) this.things.delete(id);
    for (const incident of upsert) this.things.set(incident.id, { ...incident, ...mercator(incident.at) });
    this.sorted = [...this.things.values()].sort((a, b) => b.priority - a.priority || a.y - b.y);
    this.redraw();
  },

  // Mark one as `selected`, `pointed` (by another panel), `hovered` or `reached` (by the keyboard); it stands alone and on top.
  mark(how, id) {
    if (this.marks[how] === id) return;
    this.marks[how] = id;
    this.redraw();
  },

  paint(context) {
    this._sort();
    for (const crowd of this.crowds) this._paintCrowd(context, crowd);
    for (const seen of this.drawn) this._paintIncident(context, seen);
    this.fire("painted");
  },

  // Put what lies on the canvas into crowds and single ones. The grid is fixed to the ground, so that nothing changes while one pans.
  _sort() {
    const marked = new Set(Object.values(this.marks));
    const cells = new Map();
    for (const incident of this.sorted) {
      const seen = { incident, x: this.canvasX(incident.x), y: this.canvasY(incident.y) };
      const key = this._zoom >= ALL_FROM_ZOOM ? incident.id : this._cell(seen);
      if (cells.has(key)) cells.get(key).push(seen);
      else cells.set(key, [seen]);
    }
    const groups = [...cells];
    const crowded = groups.filter(([, group]) => group.length >= CROWD_FROM).map(([key, group]) => crowdOf(key, group));
    this.crowds = crowded.filter((crowd) => this._inSight(crowd)).sort((a, b) => b.worst - a.worst || a.y - b.y);
    const alone = groups.filter(([, group]) => group.length < CROWD_FROM).flatMap(([, group]) => group.filter(({ incident }) => !marked.has(incident.id)));
    alone.sort((a, b) => b.incident.priority - a.incident.priority || a.y - b.y);
    const last = [...marked].map((id) => this.things.get(id)).filter(Boolean);
    const onTop = last.map((incident) => ({ incident, x: this.canvasX(incident.x), y: this.canvasY(incident.y) }));
    this.drawn = [...alone, ...onTop].filter((seen) => this._inSight(seen));
  },

  _cell({ x, y }) {
    return Math.floor((x + this._shift.x) / CELL_PX) * 1e7 + Math.floor((y + this._shift.y) / CELL_PX);
  },

  _inSight({ x, y }) {
    return x > -INCIDENT.width && y > -10 && x < this._size.x + INCIDENT.width && y < this._size.y + INCIDENT.height;
  },

  _paintIncident(context, { incident, x, y }) {
    const { box, footY, height } = INCIDENT;
    const { selected, pointed, reached } = this.marks;
    if (incident.id === selected) paintIncidentRing(context, x, y, 9);
    else if (incident.id === pointed || incident.id === reached) paintIncidentRing(context, x, y, 7);
    context.drawImage(incidentSprite(incident, this._ratio), x - box / 2, y - footY + height / 2 - box / 2, box, box);
    const plate = plateWidth(incident.number);
    context.beginPath();
    context.roundRect(x - plate / 2, y - footY + 36, plate, 15, 4);
    context.fillStyle = colour("ui-panel");
    context.fill();
    context.strokeStyle = colour(`priority-${incident.priority}`);
    context.lineWidth = 1.5;
    context.stroke();
    this._write(context, incident.number, x, y - footY + 44, 11, colour("ui-text"));
  },

  _paintCrowd(context, crowd) {
    const { box } = CROWD;
    context.drawImage(crowdSprite(crowd, this._ratio), crowd.x - box / 2, crowd.y - box / 2, box, box);
    this._write(context, String(crowd.count), crowd.x, crowd.y + 0.5, crowd.count < 1000 ? 14 : 12, crowdInk(crowd));
  },

  _write(context, text, x, y, size, ink) {
    context.font = `700 ${size}px ${FONT}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = ink;
    context.fillText(text, x, y);
    context.textAlign = "start";
  },

  // What lies under a point of the map's window: {id, label, at, lift}, {cluster, label, at, lift} or null. The topmost wins.
  hit(containerPoint) {
    const at = this.fromContainer(containerPoint);
    for (const { incident, x, y } of [...this.drawn].reverse()) {
      if (touchesIncident(at.x - x, at.y - y, plateWidth(incident.number))) return { id: incident.id, label: incident.title, at: incident.at, lift: INCIDENT.footY };
    }
    for (const crowd of [...this.crowds].reverse()) {
      if (Math.abs(at.x - crowd.x) + Math.abs(at.y - crowd.y) <= CROWD.half + 4) return { cluster: crowd, label: crowdWords(crowd), at: this._ground(crowd), lift: CROWD.half };
    }
    return null;
  },

  _ground({ x, y }) {
    return this._map.layerPointToLatLng(L.point(x, y).add(this._bounds.min));
  },

  // Whether an incident's place is in the map's window.
  inWindow({ x, y }) {
    const size = this._map.getSize();
    const corner = this.fromContainer(L.point(0, 0));
    const [dx, dy] = [this.canvasX(x) - corner.x, this.canvasY(y) - corner.y];
    return dx >= 0 && dy >= 0 && dx <= size.x && dy <= size.y;
  },

  // The incidents in sight, the most urgent first: the order of the keyboard.
  inOrder() {
    const order = (a, b) => a.priority - b.priority || a.number.localeCompare(b.number, undefined, { numeric: true });
    return this.sorted.filter((incident) => this.inWindow(incident)).sort(order);
  },
});

function crowdOf(key, group) {
  const worst = Math.min(...group.map(({ incident }) => incident.priority));
  const waiting = group.filter(({ incident }) => !incident.active);
  return {
    key,
    worst,
    count: group.length,
    waiting: waiting.length,
    waits: waiting.some(({ incident }) => incident.priority === worst),
    alert: group.some(({ incident }) => incident.alert),
    x: group.reduce((sum, { x }) => sum + x, 0) / group.length,
    y: group.reduce((sum, { y }) => sum + y, 0) / group.length,
  };
}

function crowdWords({ count, worst, waiting }) {
  const said = [word("incidents_here").replace("{n}", count), word("worst_here").replace("{n}", worst)];
  if (waiting) said.push(word("waiting_here").replace("{n}", waiting));
  return said.join("\n");
}

// The one element by which the keyboard and a screen reader reach the incidents in sight: arrows step, Enter opens, the menu key asks.
export class IncidentReach {
  constructor(map, layer, { click, context }) {
    this.map = map;
    this.layer = layer;
    this.said = { click, context };
    this.id = "";
    const node = (this.node = L.DomUtil.create("div", "incident-reach", map.getContainer()));
    node.tabIndex = 0;
    node.setAttribute("role", "button");
    node.addEventListener("keydown", (event) => this._key(event));
    node.addEventListener("focus", () => this._focused());
    node.addEventListener("blur", () => layer.mark("reached", ""));
    layer.on("painted", () => this._follow());
  }

  get incident() {
    return this.layer.things.get(this.id);
  }

  _focused() {
    this.layer.mark("reached", this.id);
  }

  _key(event) {
    const step = STEPS[event.key];
    const opens = event.key === "Enter" || event.key === " ";
    const asks = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
    if (!step && !opens && !asks) return;
    event.preventDefault();
    event.stopPropagation();
    if (step) this._step(step);
    else if (this.incident && opens) this.said.click("incident", this.id);
    else if (this.incident) this.said.context("incident", this.id, L.latLng(this.incident.at));
  }

  _step(step) {
    const order = this.layer.inOrder();
    if (!order.length) return;
    const now = order.findIndex(({ id }) => id === this.id);
    this.id = order[now < 0 ? 0 : (now + step + order.length) % order.length].id;
    this._follow();
    this.layer.mark("reached", this.id);
  }

  // Keep to an incident in sight, and lie over it.
  _follow() {
    if (!this.incident || !this.layer.inWindow(this.incident)) this.id = this.layer.inOrder()[0]?.id || "";
    const { incident, node } = this;
    node.classList.toggle("none", !incident);
    if (!incident) return;
    const { x, y } = this.map.latLngToContainerPoint(incident.at);
    node.style.left = `${x - INCIDENT.width / 2}px`;
    node.style.top = `${y - INCIDENT.footY}px`;
    node.setAttribute("aria-label", `${incident.number} ${incident.title}`);
    if (document.activeElement === node) this.layer.mark("reached", this.id);
  }
}

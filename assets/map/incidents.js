// Incidents: a diamond on a stem, so that the place itself and the units at it stay visible. Dozens, so plain markers.

import { colour, inkOn, outline, svg } from "./look.js";

const WIDTH = 60;
const HEIGHT = 58;

// Diamond (an incident), its kind inside, priority as colour and as the number of chevrons, its number on a plate.
function picture({ glyph, priority, number, active, alert }) {
  const tint = colour(`priority-${priority}`);
  const ground = active ? tint : colour("ui-panel");
  const ink = active ? inkOn(tint) : tint;
  const diamond = "M30 1.5 L50.5 22 L30 42.5 L9.5 22 Z";
  const plate = Math.max(16, 7.2 * number.length + 9);
  const root = svg("svg", { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" });
  root.append(
    svg("path", { class: "stem", d: "M30 42 V57" }),
    svg("circle", { class: "foot", cx: 30, cy: 55.5, r: 2.5, fill: tint }),
    svg("path", { class: "halo", d: diamond }),
    svg("path", { d: diamond, fill: ground, stroke: active ? "none" : tint, "stroke-width": 2.5, "stroke-linejoin": "round" }),
    svg("path", { class: "inner", d: "M30 5.2 L46.8 22 L30 38.8 L13.2 22 Z", fill: "none", stroke: ink, "stroke-opacity": active ? 0.35 : 0 }),
    svg("path", { d: outline("incident", glyph), fill: ink, transform: "translate(20 12) scale(0.8333)" }),
  );
  root.append(
    svg(
      "g",
      { transform: `translate(${30 - plate / 2} 36)` },
      svg("rect", { class: "plate", width: plate, height: 15, rx: 4, stroke: tint }),
      text(number, plate / 2, 11.2, "number"),
    ),
  );
  root.append(urgency(priority, tint));
  if (alert) root.append(svg("circle", { class: "alert", cx: 46, cy: 8, r: 5.5 }), text("!", 46, 11.6, "alert-mark"));
  return root;
}

function text(content, x, y, style) {
  const node = svg("text", { class: style, x, y, "text-anchor": "middle" });
  node.textContent = content;
  return node;
}

// Priority without colour: three ticks for 1, two for 2, one for 3, none below, at the left shoulder.
function urgency(priority, tint) {
  const ticks = svg("g", { fill: tint, class: "urgency" });
  for (let i = 0; i < Math.max(0, 4 - priority); i++) ticks.append(svg("rect", { x: 3.2 + i * 4.6, y: 3, width: 3, height: 10, rx: 1.2 }));
  return ticks;
}

export class IncidentMarkers {
  constructor(map, said) {
    this.map = map;
    this.said = said;
    this.markers = new Map();
    this.selected = "";
    this.pointed = "";
  }

  change({ reset, upsert, remove }) {
    if (reset) for (const id of [...this.markers.keys()]) this._remove(id);
    for (const id of remove) this._remove(id);
    for (const incident of upsert) this._put(incident);
  }

  repaint() {
    for (const { incident } of [...this.markers.values()]) this._put(incident);
  }

  select(id) {
    const before = this.selected;
    this.selected = id;
    for (const changed of [before, id]) if (this.markers.has(changed)) this._put(this.markers.get(changed).incident);
  }

  // Mark the one that another panel points at.
  point(id) {
    const before = this.pointed;
    this.pointed = id;
    for (const changed of [before, id]) this.markers.get(changed)?.marker.getElement().classList.toggle("pointed", changed === id);
  }

  _remove(id) {
    this.markers.get(id)?.marker.remove();
    this.markers.delete(id);
  }

  _put(incident) {
    const { id, at, priority, number, title } = incident;
    const chosen = id === this.selected ? " selected" : "";
    const icon = L.divIcon({ html: picture(incident), className: `incident${chosen}`, iconSize: [WIDTH, HEIGHT], iconAnchor: [30, 56] });
    const known = this.markers.get(id);
    const zIndexOffset = (6 - priority) * 1000 + (chosen ? 10000 : 0);
    if (known) {
      known.incident = incident;
      known.marker.setLatLng(at).setIcon(icon).setZIndexOffset(zIndexOffset);
    } else {
      const marker = L.marker(at, { icon, keyboard: true, riseOnHover: true, zIndexOffset, bubblingMouseEvents: false });
      this.markers.set(id, { marker, incident });
      marker.on("click keypress", (event) => event.type === "click" || event.originalEvent.key === "Enter" ? this.said.click("incident", id, event) : null);
      marker.on("mouseover", () => this.said.hover("incident", id, this.markers.get(id).incident.title, marker.getLatLng()));
      marker.on("mouseout", () => this.said.hover("", "", "", null));
      marker.on("contextmenu", (event) => this.said.context("incident", id, event.latlng));
      marker.addTo(this.map);
    }
    const element = this.markers.get(id).marker.getElement();
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", `${number} ${title}`);
  }
}

// What stands around the map: buttons, scale, north, attribution, the mark of simulated positions, tooltip and hint.

import { outline, svg, word } from "./look.js";

function button(parent, name, act) {
  const node = L.DomUtil.create("button", "tool", parent);
  node.type = "button";
  const icon = svg("svg", { width: 20, height: 20, viewBox: "0 0 24 24", "aria-hidden": "true" });
  icon.append(svg("path", { d: outline("tool", name), fill: "currentColor" }));
  node.append(icon);
  node.addEventListener("click", act);
  return node;
}

const Tools = L.Control.extend({
  options: { position: "topright" },

  onAdd(map) {
    const root = L.DomUtil.create("div", "tools");
    L.DomEvent.disableClickPropagation(root);
    L.DomEvent.disableScrollPropagation(root);
    this.north = L.DomUtil.create("div", "north", root);
    this.north.textContent = "N";
    this.buttons = {
      zoom_in: button(root, "zoom_in", () => map.zoomIn()),
      zoom_out: button(root, "zoom_out", () => map.zoomOut()),
      home: button(root, "home", () => this.options.home()),
      measure: button(root, "measure", () => this.options.measure()),
    };
    return root;
  },

  retitle() {
    this.north.title = word("north");
    for (const [key, node] of Object.entries(this.buttons)) {
      node.title = word(key);
      node.setAttribute("aria-label", word(key));
    }
  },
});

export class Furniture {
  constructor(map, { home, measure }) {
    this.map = map;
    this.tools = new Tools({ home, measure }).addTo(map);
    L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
    const credit = takeAttribution(map);
    this.credits = L.control.attribution({ prefix: false }).addTo(map);
    this.credited = "";
    this.credit(credit);
    const root = map.getContainer();
    this.simulated = L.DomUtil.create("div", "simulated", root);
    this.hint = L.DomUtil.create("div", "hint", root);
    this.hint.setAttribute("role", "status");
    this.tip = L.tooltip({ direction: "top", offset: [0, -14], className: "tip", opacity: 1 });
  }

  retitle() {
    this.tools.retitle();
    this.simulated.textContent = word("simulated");
  }

  // Say whose data the map shows; HTML, escaped by who sends it.
  credit(html) {
    this.credits.removeAttribution(this.credited).addAttribution(html);
    this.credited = html;
  }

  showSimulated(on) {
    this.simulated.classList.toggle("on", Boolean(on));
  }

  // Show a tooltip of [strong, weak] lines at a place; null hides it.
  showTip(lines, latlng, lift = 14) {
    if (!latlng || !lines[0]) {
      this.tip.remove();
      return;
    }
    const content = L.DomUtil.create("div");
    lines.filter(Boolean).forEach((line, i) => (L.DomUtil.create("div", i ? "weak" : "strong", content).textContent = line));
    this.tip.options.offset = L.point(0, -lift);
    this.tip.setLatLng(latlng).setContent(content).addTo(this.map);
  }
}

// Take the attribution away from the layers: a map whose background can be exchanged says it itself.
function takeAttribution(map) {
  let found = "";
  map.eachLayer((layer) => {
    found = found || L.Util.trim(layer.options.attribution || "");
    layer.options.attribution = "";
  });
  return found;
}

// Wires the page: folium made `map_desk` and `tile_layer_base`; the desk's bridge brings deltas and takes what the person does.

import { DrawTool } from "./draw.js";
import { Furniture } from "./furniture.js";
import { IncidentReach, IncidentsLayer } from "./incidents.js";
import { loadOutlines, setColours, setWords, word } from "./look.js";
import { isOverlay, OverlaysLayer } from "./overlays.js";
import { PlacesLayer } from "./places.js";
import { ClosuresLayer, RoutesLayer } from "./shapes.js";
import { ReshapeTool } from "./reshape.js";
import { decode, forgetSprites } from "./sprites.js";
import { readState, spotKey, UnitsLayer } from "./units.js";

const CURSOR_MS = 50;
const map = map_desk;
const base = tile_layer_base;

function pane(name, zIndex) {
  map.createPane(name).style.zIndex = zIndex;
  return { pane: name };
}

// Ask for other tiles if the style or language is another.
function reload(options) {
  if (Object.entries(options).every(([key, value]) => base.options[key] === value)) return;
  Object.assign(base.options, options);
  base.redraw();
}

const places = new PlacesLayer(pane("places", 420)).addTo(map);
const overlays = new OverlaysLayer(pane("overlays", 405)).addTo(map);
const closures = new ClosuresLayer(pane("closures", 410)).addTo(map);
const routes = new RoutesLayer(pane("routes", 415)).addTo(map);
const units = new UnitsLayer(pane("units", 450)).addTo(map);
const incidents = new IncidentsLayer(pane("incidents", 600)).addTo(map);
places.on("changed", () => {
  units.anchors = new Set(places.sorted.map(({ x, y }) => spotKey(x, y)));
  units.redraw();
});
const hittable = [["incident", incidents], ["unit", units], ["place", places], ["route", routes], ["closure", closures], ["overlay", overlays]];

function start(desk) {
  let homeBounds = null;
  let theme = base.options.style;
  let revision = 0;
  const styled = () => (revision ? `${theme}-${revision}` : theme); // another background has other addresses
  let hovered = "";

  const said = {
    click(kind, id) {
      if (busy()) return;
      desk.clicked(kind, id);
    },
    context(kind, id, latlng) {
      const { lng, lat } = latlng.wrap();
      desk.context(kind, id, lng, lat);
    },
  };
  const furniture = new Furniture(map, {
    home: () => homeBounds && map.fitBounds(homeBounds),
    measure: () => (busy() ? giveUp() : tool.start("measure")),
  });
  const finished = {
    drawn: (kind, points) => desk.drawn(kind, JSON.stringify(points)),
    cancelled: () => desk.drawCancelled(),
  };
  const tool = new DrawTool(map, furniture.hint, finished);
  const reshape = new ReshapeTool(map, furniture.hint, finished);
  const busy = () => tool.active || reshape.active;
  const giveUp = () => (reshape.active ? reshape.cancel() : tool.cancel());
  new IncidentReach(map, incidents, said);
  const layers = { places, closures, routes, incidents };

  const commands = {
    theme({ name, dark, colours }) {
      setColours(colours, name, dark);
      forgetSprites();
      theme = name;
      reload({ style: styled() });
      for (const layer of [places, overlays, closures, routes, units, incidents]) layer.redraw();
    },
    bare({ on }) {
      map.getContainer().classList.toggle("bare", on);
    },
    saving({ on }) {
      units.still = on;
      map.options.inertia = !on;
      map.getContainer().classList.toggle("saving", on);
    },
    background({ revision: number, attribution }) {
      revision = number;
      furniture.credit(attribution);
      reload({ style: styled() });
    },
    language({ lang, texts }) {
      setWords(texts);
      document.documentElement.lang = lang;
      furniture.retitle();
      reload({ lang });
    },
    home({ bounds }) {
      homeBounds = bounds;
    },
    look: ({ lat, lon, zoom }) => map.setView([lat, lon], zoom, { animate: false }),
    fly: ({ at, zoom }) => map.setView(at, zoom ?? map.getZoom(), { animate: !units.calm(), duration: 0.4 }),
    fit: ({ bounds }) => map.fitBounds(bounds, { padding: [30, 30] }),
    draw({ kind, shape }) {
      if (!kind) return giveUp();
      tool.stop();
      reshape.stop();
      return shape.length ? reshape.start(kind, shape) : tool.start(kind);
    },
    highlight({ kind, id }) {
      units.hovered = kind === "unit" ? id : "";
      units.redraw();
      overlays.mark("pointed", kind, id);
      incidents.mark("pointed", kind === "incident" ? id : "");
    },
    select({ kind, id }) {
      units.selected = kind === "unit" ? id : "";
      units.redraw();
      overlays.mark("selected", kind, id);
      incidents.mark("selected", kind === "incident" ? id : "");
    },
  };

  function find(containerPoint) {
    for (const [kind, layer] of hittable) {
      const found = layer.hit(containerPoint);
      if (found) return { kind, ...found };
    }
    return null;
  }

  function describe({ kind, label, symbol, planned }) {
    if (kind === "closure") return [word(planned ? "planned" : "closed"), label];
    if (kind !== "unit") return label.split("\n");
    const { status, simulated, stale } = decode(symbol);
    return [label, [word(status), simulated && word("simulated_position"), stale && word("stale_position")].filter(Boolean).join(" · ")];
  }

  map.on("click", ({ containerPoint, latlng }) => {
    if (reshape.active) return null;
    if (tool.active) return tool.add(latlng);
    const found = find(containerPoint);
    if (found?.cluster) return map.setView(latlng, map.getZoom() + 2);
    if (found) desk.clicked(found.kind, found.id);
    if (found && !found.ground) return null;
    const { lng, lat } = latlng.wrap();
    return desk.mapClicked(lng, lat);
  });
  map.on("dblclick", () => tool.active && tool.finish());
  map.on("contextmenu", ({ containerPoint, latlng }) => {
    const found = find(containerPoint);
    said.context(found?.id ? found.kind : "", found?.id || "", latlng);
  });

  let pointer = null;
  let cursorTimer = 0;
  function pointed() {
    cursorTimer = 0;
    if (!pointer) return;
    const { containerPoint, latlng } = pointer;
    const { lng, lat } = latlng.wrap();
    desk.cursor(lng, lat);
    if (busy()) return;
    const found = find(containerPoint);
    const name = found ? `${found.kind}${found.id || `:${found.cluster.key}`}` : "";
    if (name === hovered) return;
    hovered = name;
    units.hovered = found?.kind === "unit" ? found.id : "";
    units.redraw();
    incidents.mark("hovered", (found?.kind === "incident" && found.id) || "");
    map.getContainer().classList.toggle("over", Boolean(found));
    furniture.showTip(found?.label ? describe(found) : [""], found?.label ? found.at || latlng : null, found?.lift);
    desk.hovered(found?.id ? found.kind : "", found?.id || "");
  }
  map.on("mousemove", (event) => {
    pointer = event;
    cursorTimer = cursorTimer || setTimeout(pointed, CURSOR_MS);
  });
  map.on("mouseout", () => (pointer = null));

  function moved() {
    const { lat, lng } = map.getCenter().wrap();
    const bounds = map.getBounds();
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    desk.moved(JSON.stringify([lng, lat, map.getZoom(), ...box]));
  }
  map.on("moveend", moved);

  async function update(sequence) {
    const reply = await fetch(`live/${units.roster}`);
    const state = readState(await reply.arrayBuffer());
    await units.show(state);
    furniture.showSimulated(units.simulated);
    desk.ack(Math.max(sequence, state.sequence));
  }

  desk.changed.connect((delta) => {
    const change = JSON.parse(delta);
    (isOverlay(change.layer) ? overlays : layers[change.layer]).change(change);
  });
  desk.told.connect((command, value) => commands[command](JSON.parse(value)));
  desk.live.connect(update);
  window.addEventListener("resize", () => map.invalidateSize({ pan: false }));
  desk.ready();
}

await loadOutlines();
new QWebChannel(qt.webChannelTransport, (channel) => start(channel.objects.desk));

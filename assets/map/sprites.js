// Draws the symbols of units and places once each and keeps them as small pictures. The grammar is in docs/symbols.md.

import { colour, inkOn, isDark, outline, outlineKeys } from "./look.js";

export const STATUSES = ["available", "dispatched", "enroute", "on_scene", "transporting", "at_facility", "returning", "out_of_service"];
const SIMULATED = 1 << 12;
const STALE = 1 << 13;
const ALERT = 1 << 14;

// The bar under a unit's frame, as stretches of its width: how far the job is, without colour.
const BARS = {
  available: [],
  dispatched: [[0, 0.22]],
  enroute: [[0, 0.58]],
  on_scene: [[0, 1]],
  transporting: [[0, 0.44], [0.56, 1]],
  at_facility: [[0, 0.25], [0.375, 0.625], [0.75, 1]],
  returning: [[0.78, 1]],
  out_of_service: [],
};

export function decode(symbol) {
  return {
    kind: symbol & 0xff,
    status: STATUSES[(symbol >> 8) & 0xf] || STATUSES[0],
    simulated: (symbol & SIMULATED) !== 0,
    stale: (symbol & STALE) !== 0,
    alert: (symbol & ALERT) !== 0,
  };
}

export const UNIT = { width: 28, height: 21, box: 44 };
const cache = new Map();

export function forgetSprites() {
  cache.clear();
}

// The picture of that name, drawn at the first call; `paint` draws around the middle of a square of `size`.
export function sprite(key, size, ratio, paint) {
  const name = `${key}@${ratio}`;
  let picture = cache.get(name);
  if (!picture) {
    picture = document.createElement("canvas");
    picture.width = picture.height = Math.ceil(size * ratio);
    const context = picture.getContext("2d");
    context.scale(picture.width / size, picture.height / size);
    context.translate(size / 2, size / 2);
    paint(context);
    cache.set(name, picture);
  }
  return picture;
}

export function fillGlyph(context, path, size, ink) {
  context.save();
  context.scale(size / 24, size / 24);
  context.translate(-12, -12);
  context.fillStyle = ink;
  context.fill(new Path2D(path));
  context.restore();
}

function roundRect(context, width, height, radius) {
  context.beginPath();
  context.roundRect(-width / 2, -height / 2, width, height, radius);
}

// A unit: a rounded rectangle (a friendly unit on the ground) in its status colour, its kind inside, the status bar below.
export function unitSprite(symbol, ratio, small) {
  return sprite(`unit-${symbol}-${small}`, UNIT.box, ratio, (context) => {
    const { kind, status, simulated, stale, alert } = decode(symbol);
    if (stale) context.globalAlpha = 0.7;
    const fill = colour(stale ? "ui-text-faint" : `status-${status}`); // grey: no colour of a status for where a unit was long ago
    if (small) paintDot(context, status, fill);
    else paintUnit(context, outlineKeys("unit")[kind], status, fill, simulated, alert);
  });
}

function paintDot(context, status, fill) {
  context.beginPath();
  context.arc(0, 0, 5, 0, 2 * Math.PI);
  context.fillStyle = status === "out_of_service" ? colour("ui-panel") : fill;
  context.strokeStyle = status === "out_of_service" ? fill : edge();
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
}

function edge() {
  return isDark() ? "#05070a" : "#ffffff";
}

function paintUnit(context, kind, status, fill, simulated, alert) {
  const { width, height } = UNIT;
  const out = status === "out_of_service";
  const ink = out ? fill : inkOn(fill);
  context.save();
  context.shadowColor = isDark() ? "rgba(0,0,0,0.7)" : "rgba(15,23,42,0.35)";
  context.shadowBlur = 3;
  context.shadowOffsetY = 1;
  roundRect(context, width + 3, height + 3, 6.5);
  context.fillStyle = edge();
  context.fill();
  context.restore();
  roundRect(context, width, height, 5);
  context.fillStyle = out ? colour("ui-panel") : fill;
  context.fill();
  if (out) {
    roundRect(context, width - 1.5, height - 1.5, 4.5);
    context.strokeStyle = fill;
    context.lineWidth = 1.5;
    context.stroke();
  }
  fillGlyph(context, outline("unit", kind), 17, ink);
  if (simulated) dashes(context, width, height, ink);
  if (out) strike(context, width, height, fill);
  paintBar(context, status, fill);
  if (alert) paintAlert(context, width / 2, -height / 2);
}

function dashes(context, width, height, ink) {
  roundRect(context, width - 3.4, height - 3.4, 3.6);
  context.setLineDash([2.6, 2.6]);
  context.strokeStyle = ink;
  context.lineWidth = 1.1;
  context.stroke();
  context.setLineDash([]);
}

function strike(context, width, height, ink) {
  context.beginPath();
  context.moveTo(-width / 2 + 3, height / 2 - 3);
  context.lineTo(width / 2 - 3, -height / 2 + 3);
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.stroke();
}

function paintBar(context, status, fill) {
  const { width, height } = UNIT;
  const stretches = BARS[status];
  if (!stretches.length) return;
  const top = height / 2 + 3;
  context.fillStyle = edge();
  context.beginPath();
  context.roundRect(-width / 2 - 1, top - 1, width + 2, 5.6, 2.4);
  context.fill();
  context.fillStyle = fill;
  for (const [from, to] of stretches) {
    context.beginPath();
    context.roundRect(-width / 2 + from * width, top, (to - from) * width, 3.6, 1.4);
    context.fill();
  }
}

function paintAlert(context, x, y) {
  context.beginPath();
  context.arc(x, y, 6, 0, 2 * Math.PI);
  context.fillStyle = colour("priority-1");
  context.fill();
  context.strokeStyle = edge();
  context.lineWidth = 1.5;
  context.stroke();
  context.fillStyle = inkOn(colour("priority-1"));
  context.fillRect(x - 0.9, y - 3.6, 1.8, 4.4);
  context.fillRect(x - 0.9, y + 1.8, 1.8, 1.8);
}

// A wedge outside the frame that points where the unit is heading.
export function headingSprite(status, ratio) {
  return sprite(`heading-${status}`, 24, ratio, (context) => {
    context.beginPath();
    context.moveTo(0, -8);
    context.lineTo(6, 1);
    context.lineTo(-6, 1);
    context.closePath();
    context.lineJoin = "round";
    context.strokeStyle = edge();
    context.lineWidth = 3;
    context.stroke();
    context.fillStyle = colour(`status-${status}`);
    context.fill();
  });
}

// A fixed place: a square house plate with a base line; depots are crates, hydrants a small disc.
export function placeSprite(kind, ratio, size) {
  return sprite(`place-${kind}-${size}`, size + 10, ratio, (context) => {
    const tint = placeColour(kind);
    context.save();
    context.shadowColor = isDark() ? "rgba(0,0,0,0.6)" : "rgba(15,23,42,0.3)";
    context.shadowBlur = 2.5;
    context.shadowOffsetY = 1;
    context.fillStyle = colour("ui-panel");
    if (kind === "hydrant") {
      context.beginPath();
      context.arc(0, 0, size / 2, 0, 2 * Math.PI);
    } else {
      roundRect(context, size, size, kind === "helipad" ? size / 2 : 3.5);
    }
    context.fill();
    context.restore();
    context.strokeStyle = tint;
    context.lineWidth = 1.4;
    context.stroke();
    if (kind !== "hydrant" && kind !== "helipad") {
      context.fillStyle = tint;
      context.beginPath();
      context.roundRect(-size / 2, size / 2 - 3, size, 3, [0, 0, 3, 3]);
      context.fill();
    }
    context.translate(0, kind === "hydrant" || kind === "helipad" ? 0 : -1.2);
    fillGlyph(context, outline("place", kind), size * 0.68, tint);
  });
}

export function placeColour(kind) {
  switch (kind) {
    case "fire_station":
    case "hydrant":
      return colour("ui-danger");
    case "police_station":
      return colour("ui-accent");
    case "hospital":
    case "ambulance_station":
      return colour("ui-ok");
    case "depot":
      return colour("ui-warn");
    default:
      return colour("ui-text-muted");
  }
}

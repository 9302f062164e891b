// Draws the symbols of incidents and of crowds of them once each. The grammar is in docs/symbols.md.

import { colour, inkOn, isDark, outline } from "./look.js";
import { fillGlyph, sprite } from "./sprites.js";

export const INCIDENT = { width: 60, height: 58, footY: 56, box: 72 };
export const CROWD = { half: 25, box: 76 };
const DIAMOND = { x: 30, y: 22, half: 20.5 };

function diamond(context, x, y, half) {
  context.beginPath();
  context.moveTo(x, y - half);
  context.lineTo(x + half, y);
  context.lineTo(x, y + half);
  context.lineTo(x - half, y);
  context.closePath();
}

// A line of the panel's colour around what was just traced, with a soft shadow below: readable on any ground.
function halo(context, width) {
  context.save();
  context.shadowColor = isDark() ? "rgba(0,0,0,0.7)" : "rgba(15,23,42,0.4)";
  context.shadowBlur = 4;
  context.shadowOffsetY = 2;
  context.lineJoin = "round";
  context.strokeStyle = context.fillStyle = colour("ui-panel");
  context.lineWidth = width;
  context.stroke();
  context.fill();
  context.restore();
}

function body(context, x, y, half, tint, filled) {
  diamond(context, x, y, half);
  context.lineJoin = "round";
  context.fillStyle = filled ? tint : colour("ui-panel");
  context.fill();
  if (!filled) {
    context.strokeStyle = tint;
    context.lineWidth = 2.5;
    context.stroke();
  }
}

// Priority without colour: three ticks for 1, two for 2, one for 3, none below.
function urgency(context, priority, tint, x, y) {
  for (let i = 0; i < Math.max(0, 4 - priority); i++) {
    context.beginPath();
    context.roundRect(x + i * 4.6, y, 3, 10, 1.2);
    context.strokeStyle = colour("ui-panel");
    context.lineWidth = 1.6;
    context.stroke();
    context.fillStyle = tint;
    context.fill();
  }
}

function alertMark(context, x, y) {
  context.beginPath();
  context.arc(x, y, 5.5, 0, 2 * Math.PI);
  context.fillStyle = colour("ui-danger");
  context.fill();
  context.strokeStyle = colour("ui-panel");
  context.lineWidth = 1.5;
  context.stroke();
  context.fillStyle = colour("ui-panel");
  context.fillRect(x - 0.9, y - 3.4, 1.8, 4.2);
  context.fillRect(x - 0.9, y + 1.7, 1.8, 1.8);
}

// One incident: a diamond on a stem with its kind inside; filled where units are on it, hollow where it waits.
export function incidentSprite({ glyph, priority, active, alert }, ratio) {
  return sprite(`incident-${glyph}-${priority}-${active}-${alert}`, INCIDENT.box, ratio, (context) => {
    const tint = colour(`priority-${priority}`);
    const { x, y, half } = DIAMOND;
    context.translate(-INCIDENT.width / 2, -INCIDENT.height / 2);
    context.fillStyle = colour("ui-panel");
    context.fillRect(x - 1.5, 42, 3, 15);
    context.beginPath();
    context.arc(x, 55.5, 2.5, 0, 2 * Math.PI);
    context.fillStyle = tint;
    context.strokeStyle = colour("ui-panel");
    context.lineWidth = 1.5;
    context.fill();
    context.stroke();
    diamond(context, x, y, half);
    halo(context, 4);
    body(context, x, y, half, tint, active);
    const ink = active ? inkOn(tint) : tint;
    if (active) {
      diamond(context, x, y, 16.8);
      context.globalAlpha = 0.35;
      context.strokeStyle = ink;
      context.lineWidth = 1;
      context.stroke();
      context.globalAlpha = 1;
    }
    context.translate(x, y);
    fillGlyph(context, outline("incident", glyph), 20, ink);
    context.translate(-x, -y);
    urgency(context, priority, tint, 3.2, 3);
    if (alert) alertMark(context, 46, 8);
  });
}

// Many incidents: a stack of diamonds with the ticks and the colour of the worst; hollow where one of the worst waits.
export function crowdSprite({ worst, waits, alert }, ratio) {
  return sprite(`crowd-${worst}-${waits}-${alert}`, CROWD.box, ratio, (context) => {
    const tint = colour(`priority-${worst}`);
    const { half } = CROWD;
    diamond(context, 0, 5, half);
    halo(context, 5);
    body(context, 0, 5, half, tint, false);
    diamond(context, 0, 0, half);
    halo(context, 4);
    body(context, 0, 0, half, tint, !waits);
    urgency(context, worst, tint, -half - 3, -half);
    if (alert) alertMark(context, half - 6, -half + 8);
  });
}

// What is written on a crowd's diamond.
export function crowdInk({ worst, waits }) {
  return waits ? colour("ui-text") : inkOn(colour(`priority-${worst}`));
}

// A line around an incident that is chosen or pointed at.
export function paintIncidentRing(context, x, y, width) {
  diamond(context, x, y - INCIDENT.footY + DIAMOND.y, DIAMOND.half);
  context.lineJoin = "round";
  context.strokeStyle = colour("ui-focus");
  context.lineWidth = width;
  context.stroke();
}

// Whether a point is on an incident's symbol whose foot is at the origin: diamond, plate, stem.
export function touchesIncident(dx, dy, plate) {
  const up = dy + INCIDENT.footY;
  return (
    Math.abs(dx) + Math.abs(up - DIAMOND.y) <= DIAMOND.half + 4 || (Math.abs(dx) <= plate / 2 + 1 && up >= 35 && up <= 52) || (Math.abs(dx) <= 6 && up >= 42 && up <= 62)
  );
}

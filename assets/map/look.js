// Colours and words of the page, as the window sets them, and the outlines of the symbols.

const colours = {};
let words = {};
let outlines = {};
let theme = { name: "light", dark: false };

export function setColours(value, name, dark) {
  Object.assign(colours, value);
  theme = { name, dark };
  const root = document.documentElement;
  for (const [name, colour] of Object.entries(value)) root.style.setProperty(name, colour);
  root.classList.toggle("dark", dark);
}

export function isDark() {
  return theme.dark;
}

// White and red of road signs; in night mode nothing but red light may leave the screen.
export function signColours() {
  return theme.name === "night" ? [colour("ui-text"), colour("ui-accent-fill")] : ["#ffffff", "#c01f1f"];
}

export function colour(name) {
  return colours[`--${name.replaceAll("_", "-")}`] || "#808080";
}

// Black or white, whichever reads better on a colour (relative luminance, WCAG 2).
export function inkOn(background) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(background.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#0b0e12" : "#ffffff";
}

export function setWords(value) {
  words = value;
}

export function word(key) {
  return words[key] || "";
}

export async function loadOutlines() {
  outlines = await (await fetch("symbols.json")).json();
}

export function outline(group, key) {
  return outlines[group][key] || "";
}

export function outlineKeys(group) {
  return Object.keys(outlines[group]);
}

// An SVG element.
export function svg(name, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

export const FONT = '"Inter", "Noto Sans", "Noto Sans CJK SC", "Segoe UI", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif';

/** Making elements without markup, so that no text can ever become any. */

/** An element: functions become listeners, null is left out, and a part's name is its class too. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  if (attributes.part) element.className = attributes.part;
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (value !== null) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** On a grid of 24; play and pause are a disc on 48 with the sign cut out of it. */
const STROKES = {
  play: "M24 1a23 23 0 1 0 0 46a23 23 0 0 0 0-46zM19 14.5v19l15.5-9.5z",
  pause: "M24 1a23 23 0 1 0 0 46a23 23 0 0 0 0-46zM17 15h4.5v18h-4.5zM26.5 15h4.5v18h-4.5z",
  back: "M4.5 9a8.5 8.5 0 1 1-1 4.5M4 4v5h5",
  forward: "M19.5 9a8.5 8.5 0 1 0 1 4.5M20 4v5h-5",
  mute: "M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
  unmute: "M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM16 9.5l5 5m0-5l-5 5",
  text: "M4 6h16M4 10.7h16M4 15.3h16M4 20h9",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  close: "M6 6l12 12M18 6L6 18",
  next: "M6 5.5l9 6.5l-9 6.5zM18 5.5v13",
  link: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7l1-1",
  save: "M12 4v11m0 0l-4.5-4.5M12 15l4.5-4.5M5 20h14",
  voice: "M4 10.5v3M8 7v10M12 4v16M16 8v8M20 10.5v3",
};

export function icon(name, figure) {
  const solid = name === "play" || name === "pause";
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", solid ? "0 0 48 48" : "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon-${name}`);
  path.setAttribute("d", STROKES[name]);
  svg.append(path);
  if (figure) {
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("x", "12");
    text.setAttribute("y", "16");
    text.textContent = figure;
    svg.append(text);
  }
  return svg;
}

export function name(control, label) {
  control.title = label;
  control.setAttribute("aria-label", label);
}

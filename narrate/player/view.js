/** What is seen, how it shows the way things stand, and what asks for what. */

export const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];
export const SKIPS = { back: -15, forward: 30 }; // seconds
const BUTTONS = ["play", "close", "back", "forward", "next", "mute", "text", "more"];
const LETTERS = { k: "play", j: "back", l: "forward", m: "mute", t: "text", "<": "slower", ">": "faster" };
const SEEKS = { ArrowRight: 5, ArrowUp: 5, ArrowLeft: -5, ArrowDown: -5, PageUp: 30, PageDown: -30 };

/** On a grid of 24. */
const STROKES = {
  play: "M12 .5a11.5 11.5 0 1 0 0 23a11.5 11.5 0 0 0 0-23zM9.5 7.25v9.5l7.75-4.75z",
  pause: "M12 .5a11.5 11.5 0 1 0 0 23a11.5 11.5 0 0 0 0-23zM8.5 7.5h2.25v9h-2.25zM13.25 7.5h2.25v9h-2.25z",
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

/** An element, made without markup; a part's name is its class. */
export const h = (name, attributes, ...children) => furnish(document.createElement(name), attributes, children);

const drawn = (name, attributes, ...children) =>
  furnish(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

function furnish(element, attributes = {}, children) {
  if (attributes.part) element.className = attributes.part;
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (value !== null) element.setAttribute(key, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

export function icon(name, figure) {
  const parts = [drawn("path", { d: STROKES[name] }), figure && drawn("text", { x: 12, y: 16 }, figure)];
  return drawn("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", class: `icon-${name}` }, ...parts);
}

function label(control, words) {
  control.title = words;
  control.setAttribute("aria-label", words);
}

export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds)) || 0;
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  const rest = two(whole % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

export function build(say) {
  const view = { say, ...pieces(say) };
  for (const part of BUTTONS) {
    view[part] = h("button", { type: "button", part: `button ${part}` }, icon(part, Math.abs(SKIPS[part])));
    label(view[part], say[part]);
  }
  const { play, close, title, bar, back, forward, next, speed, mute, volume, text, more } = view;
  for (const each of [text, more]) each.setAttribute("aria-expanded", "false");
  const middle = h("div", { class: "middle" }, h("div", { class: "line" }, title, close), bar);
  const tools = h("div", { part: "tools" }, back, forward, next, speed, h("span", { class: "sound" }, mute, volume), text, more);
  const { notice, message, panel, script, status } = view;
  const head = h("div", { class: "head" }, play, middle);
  view.box = h("section", { part: "box", "aria-label": say.listen, lang: say.lang, dir: say.dir }, head, tools, notice, message, panel, script, status);
  return view;
}

function pieces(say) {
  const range = (part, attributes) => h("input", { type: "range", part, min: 0, "aria-label": say[part], ...attributes });
  const numbers = new Intl.NumberFormat(say.lang);
  const seek = range("seek", { max: 0, step: "any", value: 0 });
  const marks = h("span", { part: "marks", "aria-hidden": "true" });
  const past = h("span", { part: "time" });
  const left = h("span", { part: "time left" });
  const words = h("slot", { name: "notice" }, say.notice);
  const why = h("span");
  const retry = h("button", { type: "button", part: "button retry" }, say.retry);
  return {
    seek, marks, past, left, words, why, retry,
    title: h("span", { part: "title" }, say.listen),
    bar: h("div", { part: "bar", dir: "ltr" }, past, h("div", { class: "track" }, seek, marks), left),
    speed: h("select", { part: "speed", "aria-label": say.speed, title: say.speed }, ...SPEEDS.map((rate) => h("option", { value: rate }, `${numbers.format(rate)}×`))),
    volume: range("volume", { max: 1, step: 0.05, value: 1 }),
    notice: h("p", { part: "notice" }, icon("voice"), h("span", {}, words)),
    message: h("div", { part: "message", role: "alert", hidden: "" }, why, retry),
    panel: h("div", { part: "panel", hidden: "", role: "group", "aria-label": say.more }),
    script: h("section", { part: "transcript", hidden: "", "aria-label": say.text }),
    status: h("p", { class: "status", role: "status" }),
  };
}

export function wire(view, acts, signal) {
  const on = (target, type, act) => target.addEventListener(type, act, { signal });
  const { box, seek, speed, volume } = view;
  for (const act of [...BUTTONS, "retry"]) on(view[act], "click", acts[act]);
  for (const type of ["pointerenter", "focusin"]) on(box, type, acts.need);
  on(seek, "input", () => acts.seek(Number(seek.value)));
  on(speed, "change", () => acts.speed(Number(speed.value)));
  on(volume, "input", () => acts.volume(Number(volume.value)));
  on(box, "keydown", (event) => {
    const wish = asked(event);
    if (wish === null) return;
    if (typeof wish === "number") acts.skip(wish);
    else acts[wish](event);
    if (wish !== "escape") event.preventDefault();
  });
}

/** An action by name, or seconds; null where a key is not ours. */
function asked(event) {
  const { key } = event;
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const target = event.composedPath()[0];
  if (key === "Escape") return "escape";
  if (target.matches(".seek") && key in SEEKS) return SEEKS[key];
  if (target.matches("input:not([type=range], [type=checkbox]), select")) return null;
  if (key === " " && target.matches(".seek, .volume")) return "play";
  return LETTERS[key.toLowerCase()] ?? null;
}

export function render(view, { paused, playbackRate, muted, volume }, { time, duration, chapter, moved }) {
  const { say, play, seek, past, left, title, mute } = view;
  change(play, paused ? "play" : "pause", say);
  change(mute, muted ? "unmute" : "mute", say);
  past.textContent = clock(time);
  left.textContent = duration ? `−${clock(duration - time)}` : "";
  seek.max = duration || 0;
  seek.value = time;
  seek.disabled = !duration;
  fill(seek, duration ? time / duration : 0);
  const loud = muted ? 0 : volume;
  view.volume.value = loud;
  fill(view.volume, loud);
  view.speed.value = playbackRate;
  const heading = chapter?.title;
  if (heading) title.textContent = heading;
  // Said when the listener moves it, not at every tick.
  if (!moved && !paused && view.box.getRootNode().activeElement === seek) return;
  seek.setAttribute("aria-valuetext", `${clock(time)} / ${clock(duration)}${heading ? `, ${heading}` : ""}`);
}

function change(control, state, say) {
  if (control.value === state) return;
  control.value = state;
  control.replaceChildren(icon(state));
  label(control, say[state]);
}

const fill = (range, share) => range.style.setProperty("--_filled", `${(100 * share).toFixed(2)}%`);

export function notch({ marks }, chapters, duration) {
  marks.replaceChildren();
  for (const { start } of chapters) {
    if (!(start > 0 && start < duration)) continue;
    const made = h("i");
    made.style.left = `${(100 * start) / duration}%`;
    marks.append(made);
  }
}

/** The small player, once it has played and until it is sent away. */
export function mini(box, signal) {
  const place = box.parentElement;
  const state = { away: false, begun: false, sent: false };
  const show = (change) => {
    Object.assign(state, change);
    const small = state.away && state.begun && !state.sent;
    if (small === box.classList.contains("mini")) return;
    place.style.blockSize = small ? `${box.offsetHeight}px` : "";
    box.classList.toggle("mini", small);
    if (small) box.style.setProperty("--_surface", surface(place));
  };
  const watch = new IntersectionObserver(([{ isIntersecting: seen }]) => show(seen ? { away: false, sent: false } : { away: true }));
  watch.observe(place);
  signal.addEventListener("abort", () => watch.disconnect());
  return { begin: () => show({ begun: true }), dismiss: () => show({ sent: true }) };
}

/** The colour behind an element, for what floats over the page. */
function surface(element) {
  for (let each = element; each; each = each.parentElement ?? each.getRootNode().host) {
    const colour = getComputedStyle(each).backgroundColor;
    if (!/^rgba\(.*, 0\)$|^transparent$/.test(colour)) return colour;
  }
  return "Canvas";
}

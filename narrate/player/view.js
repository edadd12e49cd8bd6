/** What is seen: the elements of the player, with nothing behind them yet. */
import { h, icon, name } from "./dom.js";

export const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];
export const BUTTONS = ["play", "close", "back", "forward", "next", "mute", "text", "more"];
const FIGURES = { back: "15", forward: "30" };

/** The controls in the words `say`. */
export function build(say) {
  const view = { say, ...pieces(say) };
  for (const part of BUTTONS) {
    view[part] = h("button", { type: "button", part: `button ${part}` }, icon(part, FIGURES[part]));
    name(view[part], say[part]);
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

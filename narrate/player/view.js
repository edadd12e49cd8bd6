/** What is seen: the elements of the player, with nothing behind them yet. */
import { button, h, icon } from "./dom.js";

export const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** The controls in the words `say`. The names are the view's: the player gives them their work. */
export function build(say, sheet) {
  const view = { say, ...transport(say), ...tools(say), ...below(say) };
  const { play, title, bar, seek, marks, past, left, shut } = view;
  bar.append(past, h("div", { part: "track" }, seek, marks), left);
  const middle = h("div", { class: "middle" }, h("div", { class: "line" }, title, shut), bar);
  view.message.append(view.why, view.retry);
  const { panel, script, message, notice, status, toolbar } = view;
  view.box = h(
    "section",
    { part: "box", "aria-label": say.listen, lang: say.lang, dir: say.dir },
    h("div", { class: "head" }, play, middle), toolbar, notice, message, panel, script, status,
  );
  view.link = h("link", { rel: "stylesheet", href: sheet });
  return view;
}

function transport(say) {
  const seek = h("input", {
    type: "range", part: "seek", min: 0, max: 0, step: "any", value: 0, "aria-label": say.seek,
  });
  return {
    seek,
    play: button("play", icon("play"), say.play),
    title: h("span", { part: "title" }, say.listen),
    shut: button("close", icon("close"), say.close),
    bar: h("div", { part: "bar", dir: "ltr" }),
    marks: h("span", { part: "marks", "aria-hidden": "true" }),
    past: h("span", { part: "time" }),
    left: h("span", { part: "time left" }),
  };
}

function tools(say) {
  const numbers = new Intl.NumberFormat(say.lang);
  const option = (rate) => h("option", { value: rate }, `${numbers.format(rate)}×`);
  const made = {
    back: button("back", icon("back", "15"), say.back),
    forward: button("forward", icon("forward", "30"), say.forward),
    next: button("next", icon("next"), say.next),
    speed: h("select", { part: "speed", "aria-label": say.speed, title: say.speed }, ...SPEEDS.map(option)),
    mute: button("mute", icon("loud"), say.mute),
    volume: h("input", {
      type: "range", part: "volume", min: 0, max: 1, step: 0.05, value: 1, "aria-label": say.volume,
    }),
    text: button("transcript-button", icon("text"), say.transcript),
    more: button("more", icon("more"), say.more),
  };
  const { back, forward, next, speed, mute, volume, text, more } = made;
  next.hidden = true;
  for (const each of [text, more]) each.setAttribute("aria-expanded", "false");
  const sound = h("span", { class: "sound" }, mute, volume);
  made.toolbar = h("div", { part: "tools" }, back, forward, next, speed, sound, text, more);
  return made;
}

function below(say) {
  const words = h("slot", { name: "notice" }, say.notice);
  return {
    words,
    notice: h("p", { part: "notice" }, icon("voice"), h("span", {}, words)),
    why: h("span", {}),
    retry: h("button", { type: "button", part: "button retry" }, say.retry),
    message: h("div", { part: "message", role: "alert", hidden: "" }),
    panel: h("div", { part: "panel", hidden: "", role: "group", "aria-label": say.more }),
    script: h("section", { part: "transcript", hidden: "", "aria-label": say.transcript }),
    status: h("p", { class: "status", role: "status" }),
  };
}

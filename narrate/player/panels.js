/** What opens: the panel behind "more", and the transcript. */
import { clock, h, icon } from "./view.js";

const PATIENCE = 4000; // milliseconds after a reader's own scrolling

export function fill(panel, say, { chapters, file, following, acts }) {
  const share = h("button", { type: "button", part: "button share", onclick: acts.share }, icon("link"), say.share);
  const save = file && h("a", { href: file, download: "", part: "button download", onclick: acts.saved }, icon("save"), say.download);
  const check = acts.follow && h("input", { type: "checkbox", onchange: () => acts.follow(check.checked) });
  if (check) check.checked = following;
  const shown = [
    ...(chapters.length > 1 ? [h("p", { class: "label" }, say.chapters), contents(chapters, acts.seek)] : []),
    check && h("label", { class: "check" }, check, say.follow),
    h("div", { class: "actions" }, share, save),
  ];
  panel.replaceChildren(...shown.filter(Boolean));
}

function contents(chapters, seek) {
  const row = ({ start, title }) =>
    h("li", {}, h("button", { type: "button", part: "chapter", onclick: () => seek(start) }, h("span", { dir: "auto" }, title), h("span", { class: "time" }, clock(start))));
  return h("ol", { class: "chapters" }, ...chapters.map(row));
}

export function mark(panel, number) {
  panel.querySelectorAll(".chapters button").forEach((each, place) => current(each, place === number));
}

function current(element, yes) {
  if (yes) element.setAttribute("aria-current", "true");
  else element.removeAttribute("aria-current");
}

/** Copy an address, or show it where that is forbidden; gives whether it was copied. */
export async function share(panel, address) {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    panel.querySelector(".address")?.remove();
    const field = h("input", { part: "address", readonly: "", value: address, "aria-label": address });
    panel.append(field);
    field.focus();
    field.select();
    return false;
  }
}

export class Transcript {
  #panel;
  #list;
  #lines = [];
  #current = -1;
  #word = -1;
  #quiet = 0;
  #segments;
  #found;

  constructor(panel, say, { segments, language }, { chosen, found }) {
    this.#panel = panel;
    this.#segments = segments;
    this.#found = found;
    const search = h("input", {
      type: "search", part: "search", placeholder: say.search, "aria-label": say.search,
      oninput: () => this.#search(search.value),
    });
    this.#list = h("div", { part: "lines", lang: language || null, dir: "auto", tabindex: -1 }, ...this.#paragraphs());
    const pick = (event) => {
      const line = this.#lines.indexOf(event.target.closest("[role=button]"));
      if (line >= 0) chosen(line);
    };
    this.#list.addEventListener("click", (event) => getSelection().isCollapsed && pick(event));
    this.#list.addEventListener("keydown", (event) => this.#key(event, pick));
    this.#list.addEventListener("pointermove", () => (this.#quiet = performance.now() + PATIENCE));
    panel.replaceChildren(search, this.#list);
  }

  show(number, word) {
    if (number !== this.#current) this.#sentence(number);
    else if (word === this.#word) return;
    this.#word = word;
    const line = this.#lines[number];
    if (!line) return;
    const { text, words } = this.#segments[number];
    const { from, to } = words[word] ?? { from: 0, to: 0 };
    line.replaceChildren(text.slice(0, from), h("span", { part: "word" }, text.slice(from, to)), text.slice(to));
  }

  #sentence(number) {
    const [last, line] = [this.#lines[this.#current], this.#lines[number]];
    if (last) {
      last.textContent = this.#segments[this.#current].text;
      current(last, false);
    }
    this.#current = number;
    if (!line) return;
    current(line, true);
    if (!this.#list.contains(this.#panel.getRootNode().activeElement)) this.#stop(line);
    if (performance.now() > this.#quiet && !line.hidden) this.#list.scrollTop = line.offsetTop - this.#list.clientHeight / 3;
  }

  #paragraphs() {
    const made = [];
    let last;
    this.#segments.forEach((segment, number) => {
      const { text, kind, block, heading, language } = segment;
      const line = h("span", { role: "button", part: "sentence", tabindex: number ? -1 : 0, lang: language || null }, text);
      this.#lines.push(line);
      if (!last || kind !== last.kind || block !== last.block || (heading && kind === "title"))
        made.push(h("p", { class: heading ? "heading" : kind }));
      made.at(-1).append(line, " ");
      last = segment;
    });
    return made;
  }

  /** One stop for the tab key, and arrows from there. */
  #key(event, pick) {
    const shown = this.#lines.filter((line) => !line.hidden);
    const here = shown.indexOf(event.target);
    const steps = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: shown.length - 1 };
    if (event.key === "Enter" || event.key === " ") pick(event);
    else if (event.key in steps && here >= 0) {
      const line = shown[Math.min(Math.max(steps[event.key], 0), shown.length - 1)];
      this.#stop(line);
      line.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #stop(line) {
    this.#list.querySelector('[tabindex="0"]')?.setAttribute("tabindex", "-1");
    line.setAttribute("tabindex", "0");
  }

  #search(words) {
    const wanted = plain(words.trim());
    let count = 0;
    this.#segments.forEach((segment, number) => {
      const hit = plain(segment.text).includes(wanted);
      this.#lines[number].hidden = !hit;
      count += hit;
    });
    for (const paragraph of this.#list.children) paragraph.hidden = !paragraph.querySelector("[role=button]:not([hidden])");
    const first = this.#lines.find((line) => !line.hidden);
    if (first) this.#stop(first);
    this.#found(wanted ? count : null);
  }
}

/** As it is searched. */
const plain = (text) => text.normalize("NFKD").replace(/[\p{M}\p{P}]/gu, "").toLowerCase();

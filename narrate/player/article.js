/** The publisher's own page: nothing is put into the document. */
import { index, letterAt, place, ranges, stands } from "./anchors.js";

const ACTS = "a, button, input, select, textarea, label, summary, audio, video, [contenteditable], [role=button], [role=link], narrate-player";
const AGAIN = 2000; // milliseconds between readings of a page
const DOUBLE = 220; // milliseconds
const OURS = 900; // milliseconds of a smooth scroll

export class Article {
  #root;
  #segments;
  #index;
  #places = [];
  #read = -Infinity;

  constructor(root, segments) {
    this.#root = root;
    this.#segments = segments;
    adopt(root);
  }

  /** Light up a sentence and a word of it; gives its range, or null. */
  show(number, word) {
    const segment = this.#segments[number];
    const pieces = segment && this.#pieces(number);
    if (!pieces) {
      dark();
      return null;
    }
    const { from, to } = segment.words[word] ?? { from: 0, to: 0 };
    const exact = exactOf(segment);
    const sentence = ranges(this.#index, pieces, exact);
    light(sentence, ranges(this.#index, pieces, exact, from, to));
    return sentence[0];
  }

  listen(chosen, signal) {
    let waiting;
    const click = (event) => {
      clearTimeout(waiting);
      if (event.detail > 1 || !plain(event)) return;
      const number = this.#at(event.clientX, event.clientY);
      if (number < 0) return;
      waiting = setTimeout(() => getSelection().isCollapsed && chosen(number), DOUBLE);
    };
    this.#root.addEventListener("click", click, { signal });
  }

  #at(x, y) {
    const spot = document.caretPositionFromPoint?.(x, y);
    const other = spot ? null : document.caretRangeFromPoint?.(x, y);
    const [node, offset] = spot ? [spot.offsetNode, spot.offset] : [other?.startContainer, other?.startOffset];
    if (node?.nodeType !== 3) return -1;
    this.#look();
    const letter = letterAt(this.#index, node, offset);
    const number = this.#places.findIndex((pieces) => pieces?.some(([from, to]) => letter >= from && letter < to));
    return number >= 0 && this.#under(number, x, y) ? number : -1;
  }

  /** On the text itself, not in the margin. */
  #under(number, x, y) {
    const all = ranges(this.#index, this.#places[number], exactOf(this.#segments[number]));
    return all.some((range) =>
      [...range.getClientRects()].some((box) => x >= box.left - 2 && x <= box.right + 2 && y >= box.top - 4 && y <= box.bottom + 4),
    );
  }

  #pieces(number) {
    this.#look();
    const pieces = this.#places[number];
    if (pieces && stands(this.#index, pieces)) return pieces;
    if (performance.now() - this.#read < AGAIN || !this.#segments[number].anchor) return null;
    this.#index = null;
    this.#look();
    return this.#places[number];
  }

  #look() {
    if (this.#index) return;
    this.#read = performance.now();
    this.#index = index(this.#root);
    this.#places = place(this.#index, this.#segments.map(anchorOf));
  }
}

/** The headline has none: it is looked for in headings. */
const anchorOf = (segment) =>
  segment.anchor ?? (segment.kind === "title" ? { exact: segment.text, selector: "h1, [itemprop=headline]", only: true } : null);

const exactOf = (segment) => segment.anchor?.exact ?? segment.text;

function plain(event) {
  const held = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  const acts = event.composedPath().some((each) => each.matches?.(ACTS));
  return !event.defaultPrevented && event.button === 0 && !held && !acts && getSelection().isCollapsed;
}

/** Keeps what is said in view, while the reader leaves the page to us. */
export class Follow {
  #away = true; // until the reader has seen what is said
  #until = 0;

  constructor(signal) {
    const leave = () => {
      if (performance.now() > this.#until) this.#away = true;
    };
    const own = () => {
      this.#until = 0;
      this.#away = true;
    };
    const options = { passive: true, signal };
    addEventListener("scroll", leave, options);
    addEventListener("wheel", own, options);
    addEventListener("touchmove", own, options);
  }

  see(range) {
    const box = range.getBoundingClientRect();
    const height = innerHeight;
    if (box.bottom > 0 && box.top < height) this.#away = false;
    if (this.#away || (box.top >= height * 0.08 && box.bottom <= height * 0.75)) return;
    this.#until = performance.now() + OURS;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: box.top - height * 0.3, behavior: still ? "instant" : "smooth" });
  }
}

const RULES = `
::highlight(narrate-sentence) { background-color: var(--narrate-sentence, rgb(255 205 40 / 0.24)); }
::highlight(narrate-word) {
  background-color: var(--narrate-word, #ffd24d);
  color: var(--narrate-word-text, #111);
}
@media (forced-colors: active) {
  ::highlight(narrate-sentence) { background-color: Canvas; color: CanvasText; text-decoration: underline; }
  ::highlight(narrate-word) { background-color: Mark; color: MarkText; }
}`;

const NAMES = ["narrate-sentence", "narrate-word"];
let sheet;

export const supported = () =>
  typeof Highlight === "function" && Boolean(globalThis.CSS?.highlights) && "adoptedStyleSheets" in Document.prototype;

export function light(sentence, word) {
  [sentence, word].forEach((ranges, number) => {
    const made = new Highlight(...ranges);
    made.priority = number;
    CSS.highlights.set(NAMES[number], made);
  });
}

export function dark() {
  for (const name of NAMES) CSS.highlights.delete(name);
}

export function adopt(element) {
  const root = element.getRootNode();
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(RULES);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

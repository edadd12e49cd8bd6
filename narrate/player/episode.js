/** An episode: its manifest, taken for a stranger's, and which of its words are being said. */
import { begun } from "./anchors.js";
import { Article, dark, Follow, supported } from "./article.js";
import { Transcript } from "./panels.js";

const MOST = 50_000; // sentences
const EARLY = 0.06; // seconds that browsers may land late

export class Episode {
  manifest = null;
  #segments = [];
  #signal;
  #asked = null;
  #article = null;
  #follow = null;
  #transcript = null;
  #sentence = -1;
  #word = -1;
  #aim = 0;

  /** `own`: its text is the page's. */
  constructor(address, own, signal) {
    this.address = address;
    this.own = own;
    this.#signal = signal;
  }

  /** Without what is signed anew at every visit. */
  get name() {
    return this.address?.split(/[?#]/)[0];
  }

  get chapters() {
    return this.manifest?.chapters ?? [];
  }

  get sentence() {
    return this.#sentence;
  }

  /** The manifest, fetched once; null where it can't be had. */
  need(known) {
    this.#asked ??= this.#load(known);
    return this.#asked;
  }

  async #load(known) {
    try {
      const manifest = this.address && (await load(this.address));
      if (!manifest || this.#signal.aborted) return null;
      this.manifest = manifest;
      this.#segments = manifest.segments;
    } catch {
      this.#asked = null;
      return null;
    }
    known();
    return this.manifest;
  }

  join(root, chosen) {
    if (this.#article || !root || !this.manifest || !supported()) return;
    this.#article = new Article(root, this.#segments);
    this.#follow ??= new Follow(this.#signal);
    this.#article.listen((number) => this.#article && chosen(number), this.#signal);
    if (this.#sentence >= 0) this.#show(false);
  }

  leave() {
    if (this.#article) dark();
    this.#article = null;
  }

  open(panel, say, calls) {
    this.#transcript ??= new Transcript(panel, say, this.manifest, calls);
    this.#transcript.show(this.#sentence, this.#word);
  }

  aim(number) {
    this.#aim = this.#segments[number].start;
    return Math.max(0, this.#aim - EARLY);
  }

  free() {
    this.#aim = 0;
  }

  /** Show what is said; gives the segment where it has changed. */
  tick(time, shown) {
    const now = Math.max(time, this.#aim);
    if (time >= this.#aim) this.#aim = 0;
    const sentence = begun(this.#segments, now);
    const segment = this.#segments[sentence];
    const word = segment && now < segment.end ? begun(segment.words, now) : -1;
    if (sentence === this.#sentence && word === this.#word) return null;
    const changed = sentence !== this.#sentence;
    this.#sentence = sentence;
    this.#word = word;
    this.#show(shown && changed);
    return changed ? (segment ?? null) : null;
  }

  #show(follow) {
    const place = this.#article?.show(this.#sentence, this.#word);
    if (place && follow) this.#follow.see(place);
    this.#transcript?.show(this.#sentence, this.#word);
  }
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return checked(await answer.json(), answer.url || address);
}

/** An address that may be opened, else null. */
export function web(address, base) {
  try {
    const url = new URL(address, base);
    return typeof address === "string" && /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function checked(said, base) {
  if (said?.version !== 1 || !Array.isArray(said.segments)) throw new Error("not a manifest");
  const about = said.metadata ?? {};
  const voice = said.disclaimer ?? {};
  return {
    duration: number(said.duration),
    language: text(said.language),
    title: text(about.title),
    authors: list(about.authors).map(text).filter(Boolean),
    site: text(about.site),
    url: web(about.url, base),
    image: web(about.image, base),
    notice: text(voice.text),
    noticeIn: text(voice.language) || text(said.language),
    synthetic: !/\/(digitalCapture|digitalCreation|humanEdits)$/.test(text(voice.digital_source_type)),
    audio: web(said.audio?.url, base),
    page: web(said.links?.page, base) ?? web(said.links?.source, base),
    chapters: list(said.chapters).map(({ start, title }) => ({ start: number(start), title: text(title) })),
    segments: said.segments.slice(0, MOST).map(segment).sort((one, two) => one.start - two.start),
  };
}

function segment(said) {
  const words = text(said.text);
  const unit = units(words);
  return {
    kind: text(said.kind),
    text: words,
    start: number(said.start),
    end: number(said.end),
    block: said.block,
    heading: said.kind === "title" || said.kind === "heading",
    language: text(said.language),
    anchor: said.anchor && anchor(said.anchor),
    words: list(said.words).map(([from, to, start, end]) => ({
      from: unit(from), to: unit(to), start: number(start), end: number(end),
    })),
  };
}

const anchor = ({ selector, exact, prefix, suffix }) => ({
  selector: text(selector), exact: text(exact), prefix: text(prefix), suffix: text(suffix),
});

/** From Unicode code points, as the manifest counts, to UTF-16 units. */
function units(string) {
  if (!/[\ud800-\udbff]/.test(string)) return (place) => number(place);
  const starts = [];
  let at = 0;
  for (const character of string) {
    starts.push(at);
    at += character.length;
  }
  return (place) => starts[place] ?? string.length;
}

const text = (value) => (typeof value === "string" ? value : "");
const number = (value) => (Number.isFinite(value) ? Math.max(0, value) : 0);
const list = (value) => (Array.isArray(value) ? value : []);

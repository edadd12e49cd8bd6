/** The manifest of an episode, fetched and checked. Whatever it holds is taken for a stranger's. */

const MOST = 50_000; // sentences: five days of speech

/** Throws where there is none, or it is not one. */
export async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return checked(await answer.json(), answer.url || address);
}

/** An address that may be opened, resolved; else null. */
export function web(address, base) {
  try {
    const url = new URL(address, base);
    return typeof address === "string" && /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

export function checked(said, base) {
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

/** From a place in Unicode code points, as the manifest counts, to one in UTF-16 units. */
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

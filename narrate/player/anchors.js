/** Finding sentences in a page, by their letters alone: its marks, spaces and elements may have changed. */

const KEPT = /[\p{L}\p{N}\p{M}\p{Sc}\p{Sm}\p{So}]+/gu;
const SILENT = /^(script|style|noscript|template|textarea|select|svg|math|iframe|audio|video|canvas|object|narrate-player)$/;
const INLINE = /^(a|abbr|b|bdi|bdo|cite|code|data|dfn|em|font|i|ins|del|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|su[bp]|time|u|var|wbr)$/;
const SURE = 20; // letters that are not repeated by chance
const NEAR = 500; // letters of an advertisement
const WINDOW = 4000; // letters between neighbours

const keyOf = (string) => (string.match(KEPT) ?? []).join("");

/** The letters under an element; `parts` are their runs, each in a node. */
export function index(root) {
  const parts = [];
  let text = "";
  let open = false; // whether a word may go on in the next node
  const read = (node) => {
    if (node.nodeType === 3) {
      let first = true;
      for (const { 0: letters, index: at } of node.data.matchAll(KEPT)) {
        parts.push({ node, at, start: text.length, letters, first, joined: open && at === 0 });
        text += letters;
        first = false;
        open = at + letters.length === node.length;
      }
      if (first && node.length) open = false;
    } else if (node.nodeType === 1 && !SILENT.test(node.localName)) {
      const block = !INLINE.test(node.localName);
      open &&= !block;
      for (const child of node.childNodes) read(child);
      open &&= !block;
    }
  };
  read(root);
  return { parts, text, borders: parts.filter((part) => part.first) };
}

/** For each anchor its pieces `[from, to]`, or null: the ascending row that agrees best with what is around. */
export function place(ix, anchors) {
  const keys = anchors.map((anchor) => (anchor ? keyOf(anchor.exact) : ""));
  const chosen = chain(anchors.map((anchor, number) => (keys[number] ? candidates(ix, anchor, keys[number]) : [])));
  anchors.forEach((anchor, number) => {
    if (keys[number] && !anchor.only) chosen[number] ??= between(ix, keys[number], chosen, number);
  });
  return chosen.map((found) => found?.pieces ?? null);
}

function candidates(ix, { prefix = "", suffix = "", selector, only }, key) {
  const { text, parts } = ix;
  const [before, behind] = [keyOf(prefix), keyOf(suffix)];
  const found = [];
  for (let from = text.indexOf(key); from >= 0 && found.length < 300; from = text.indexOf(key, from + 1)) {
    const to = from + key.length;
    const whole = bounded(ix, from, to);
    const context = share(before, text, from, -1) + share(behind, text, to, 1);
    const inside = within(parts[begun(parts, from)].node, selector);
    const sure = key.length >= SURE || (whole && (context >= 0.5 || inside));
    if (only ? inside : sure) found.push({ from, to, pieces: [[from, to]], score: 1 + context + inside + whole / 2 });
  }
  return found.sort((one, two) => two.score - one.score).slice(0, 8);
}

/** The share of what should stand before (-1) or behind (1). */
function share(wanted, text, at, step) {
  let same = 0;
  const [here, there] = step > 0 ? [0, at] : [wanted.length - 1, at - 1];
  while (same < wanted.length && wanted[here + same * step] === text[there + same * step]) same += 1;
  return wanted ? same / wanted.length : 0;
}

function within(node, selector) {
  try {
    return Boolean(node.parentElement.closest(selector));
  } catch {
    return false;
  }
}

function chain(choices) {
  const rows = []; // the best that end at each place
  choices.forEach((places, number) => {
    const added = places.map((each) => {
      const last = best(rows.filter((row) => row.to <= each.from));
      return { ...each, number, last, sum: each.score + (last?.sum ?? 0) };
    });
    rows.push(...added);
  });
  const chosen = choices.map(() => null);
  for (let row = best(rows); row; row = row.last) chosen[row.number] = row;
  return chosen;
}

const best = (rows) => rows.reduce((most, row) => (most?.sum >= row.sum ? most : row), null);

/** What is short, or has something in it, between its neighbours. */
function between(ix, key, chosen, number) {
  const before = chosen.findLast((each, place) => each && place < number);
  const behind = chosen.find((each, place) => each && place > number);
  if (!before && !behind) return null;
  const from = before?.to ?? Math.max(0, behind.from - WINDOW);
  const to = Math.min(behind?.from ?? Infinity, from + WINDOW);
  const places = [];
  for (let part = begun(ix.parts, from); ix.parts[part]?.start < to; part += 1) {
    const at = ix.parts[part].start;
    const pieces = at >= from && follow(ix, key, at, 3);
    const last = pieces && pieces.at(-1)[1];
    if (pieces && last <= to && bounded(ix, at, last)) places.push({ from: at, to: last, pieces });
  }
  return places.length === 1 ? places[0] : null;
}

/** The pieces of a text from a place on, over as many as `gaps` inserted elements. */
function follow(ix, key, from, gaps) {
  const { text, borders } = ix;
  let same = 0;
  while (same < key.length && text[from + same] === key[same]) same += 1;
  if (same === key.length) return [[from, from + same]];
  if (!gaps || same < 3) return null;
  for (let border = begun(borders, from + same); borders[border]?.start > from; border -= 1) {
    const left = borders[border].start;
    const rest = key.slice(left - from);
    for (let next = border + 1; borders[next]?.start <= left + NEAR; next += 1) {
      const pieces = text[borders[next].start] === rest[0] && follow(ix, rest, borders[next].start, gaps - 1);
      if (pieces) return [[from, left], ...pieces];
    }
  }
  return null;
}

function bounded({ parts }, from, to) {
  const first = parts[begun(parts, from)];
  const last = begun(parts, to - 1);
  const { start, letters } = parts[last];
  return first.start === from && !first.joined && start + letters.length === to && !parts[last + 1]?.joined;
}

/** The ranges for `exact.slice(from, to)`, where `exact` stands in these pieces. */
export function ranges(ix, pieces, exact, from = 0, to = exact.length) {
  let left = keyOf(exact.slice(0, from)).length;
  let right = left + keyOf(exact.slice(from, to)).length;
  const made = [];
  for (const [start, end] of pieces) {
    const [one, two] = [Math.max(left, 0) + start, Math.min(right + start, end)];
    if (one < two) made.push(range(ix, one, two));
    left -= end - start;
    right -= end - start;
  }
  return made;
}

/** With the marks that open before and close behind. */
function range({ parts }, from, to) {
  const made = document.createRange();
  const first = parts[begun(parts, from)];
  const last = parts[begun(parts, to - 1)];
  const start = first.at + from - first.start;
  const end = last.at + to - last.start;
  const opening = /["'\p{Ps}\p{Pi}\p{Pf}¿¡]*$/u.exec(first.node.data.slice(0, start))[0].length;
  const closing = /^[^\s\p{L}\p{N}\p{Ps}\p{Pi}\p{Pd}]*/u.exec(last.node.data.slice(end))[0].length;
  made.setStart(first.node, start - opening);
  made.setEnd(last.node, end + closing);
  return made;
}

export function letterAt({ parts }, node, offset) {
  const part = parts.findLast((each) => each.node === node && (each.at <= offset || each.first));
  return part ? part.start + Math.min(Math.max(offset - part.at, 0), part.letters.length - 1) : -1;
}

export function stands({ parts }, pieces) {
  return pieces.every(([from, to]) =>
    parts
      .slice(begun(parts, from), begun(parts, to - 1) + 1)
      .every(({ node, at, letters }) => node.isConnected && node.data.startsWith(letters, at)),
  );
}

/** The last, in order, that has its `start` at or before a place; -1 for none. */
export function begun(things, place) {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (things[middle].start <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

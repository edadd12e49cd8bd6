/**
 * Finding sentences in a page as it is shown.
 *
 * Only letters, figures and symbols are compared. White space, quotation marks, dashes, soft hyphens
 * and the borders of elements may differ between the page that was read and the page that is shown;
 * the words may not. What has changed is left out: no place is better than a wrong one.
 */

const KEPT = /[\p{L}\p{N}\p{M}\p{Sc}\p{Sm}\p{So}]+/gu;
const SILENT = new Set(
  "script style noscript template textarea select option svg math iframe audio video canvas object head narrate-player".split(" "),
);
const INLINE = new Set(
  "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strong sub sup time tt u var wbr".split(" "),
);
const SURE = 20; // letters: a sentence as long as this is not repeated by chance
const NEAR = 500; // letters that an advertisement within a sentence may have
const WINDOW = 4000; // letters between two neighbours in which a missing sentence is looked for

/** The words of a string, each run of letters with its place. */
function runs(string) {
  const found = [];
  let key = 0;
  for (const { 0: letters, index } of string.matchAll(KEPT)) {
    found.push({ at: index, key, letters });
    key += letters.length;
  }
  return found;
}

const keyOf = (string) => (string.match(KEPT) ?? []).join("");

/** The text under an element, with a way back from each letter to its node. */
export function index(root) {
  const parts = [];
  const borders = [];
  let key = 0;
  let open = false; // whether the last letter stood at the very end of its node, in the same block
  const read = (node) => {
    if (node.nodeType === 3) {
      const here = runs(node.data);
      if (here.length) borders.push(key);
      for (const run of here) {
        parts.push({ node, at: run.at, key, letters: run.letters, joined: open && run.at === 0 });
        key += run.letters.length;
        open = false;
      }
      const last = here.at(-1);
      if (last) open = last.at + last.letters.length === node.length;
      else if (node.length) open = false;
    } else if (node.nodeType === 1 && !SILENT.has(node.localName)) {
      const block = !INLINE.has(node.localName);
      if (block) open = false;
      for (let child = node.firstChild; child; child = child.nextSibling) read(child);
      if (block) open = false;
    }
  };
  read(root);
  return { parts, borders, text: parts.map((part) => part.letters).join("") };
}

/**
 * Where sentences stand in an index: for each anchor its pieces `[from, to]`, or null.
 *
 * Sentences follow one another in the page as they do in the manifest: of all the places where each
 * could stand, the row is taken that agrees best with what stands around them.
 */
export function place(ix, anchors) {
  const wanted = anchors.map((anchor) => anchor && { ...anchor, key: keyOf(anchor.exact) });
  const chosen = chain(wanted.map((anchor) => (anchor?.key ? candidates(ix, anchor) : [])));
  wanted.forEach((anchor, number) => {
    if (!chosen[number] && anchor?.key && !anchor.only) chosen[number] = between(ix, anchor.key, chosen, number);
  });
  return chosen.map((found) => found && found.pieces);
}

/** The places where a sentence could stand, the likeliest first. */
function candidates(ix, anchor) {
  const { key } = anchor;
  const found = [];
  const before = keyOf(anchor.prefix ?? "");
  const behind = keyOf(anchor.suffix ?? "");
  for (let from = ix.text.indexOf(key); from >= 0 && found.length < 300; from = ix.text.indexOf(key, from + 1)) {
    const to = from + key.length;
    const whole = bounded(ix, from, to);
    if (!whole && key.length < SURE) continue;
    const context = share(before, ix.text, from, -1) + share(behind, ix.text, to, 1);
    const inside = within(ix.parts[partAt(ix, from)].node, anchor.selector);
    if (anchor.only ? !inside : key.length < SURE && context < 0.5 && !inside) continue;
    found.push({ from, to, pieces: [[from, to]], score: 1 + context + inside + whole / 2 });
  }
  return found.sort((one, two) => two.score - one.score).slice(0, 8);
}

/** How much of what should stand before (-1) or behind (1) a place does: 0 to 1. */
function share(wanted, text, at, step) {
  let same = 0;
  while (
    same < wanted.length &&
    (step > 0 ? wanted[same] === text[at + same] : wanted[wanted.length - 1 - same] === text[at - 1 - same])
  ) same += 1;
  return wanted ? same / wanted.length : 0;
}

function within(node, selector) {
  try {
    return Number(Boolean(selector && node.parentElement.closest(selector)));
  } catch {
    return 0; // no selector of this browser's
  }
}

/** The best row of places in ascending order, one or none for each sentence. */
function chain(choices) {
  const ended = []; // every place so far, with the best row that ends there
  choices.forEach((places, number) => {
    const rows = places.map((each) => {
      let best = null;
      for (const row of ended) if (row.to <= each.from && (!best || row.sum > best.sum)) best = row;
      return { ...each, number, last: best, sum: each.score + (best ? best.sum : 0) };
    });
    ended.push(...rows);
  });
  const chosen = choices.map(() => null);
  let row = ended.reduce((best, each) => (best && best.sum >= each.sum ? best : each), null);
  for (; row; row = row.last) chosen[row.number] = row;
  return chosen;
}

/** A sentence that is short, or that something was put into, between the neighbours that were found. */
function between(ix, key, chosen, number) {
  let start = number - 1;
  let end = number + 1;
  while (start >= 0 && !chosen[start]) start -= 1;
  while (end < chosen.length && !chosen[end]) end += 1;
  const from = chosen[start]?.to ?? Math.max(0, (chosen[end]?.from ?? 0) - WINDOW);
  const to = Math.min(chosen[end]?.from ?? from + WINDOW, from + WINDOW);
  if (start < 0 && end >= chosen.length) return null;
  const places = [];
  for (let part = partAt(ix, from); part < ix.parts.length && ix.parts[part].key < to; part += 1) {
    const at = ix.parts[part].key;
    if (at < from || ix.parts[part].joined) continue;
    const pieces = follow(ix, key, at, 3);
    const last = pieces?.at(-1)[1];
    if (pieces && last <= to && bounded(ix, at, last)) places.push({ from: at, to: last, pieces });
  }
  return places.length === 1 ? places[0] : null;
}

/** The pieces of a text that begins at a place, stepping over as many as `gaps` inserted elements. */
function follow(ix, key, from, gaps) {
  let same = 0;
  while (same < key.length && ix.text[from + same] === key[same]) same += 1;
  if (same === key.length) return [[from, from + same]];
  if (!gaps || same < 3) return null;
  for (let border = firstAfter(ix.borders, from + same) - 1; ix.borders[border] > from; border -= 1) {
    const left = ix.borders[border];
    const rest = key.slice(left - from);
    for (let next = border + 1; ix.borders[next] <= left + NEAR; next += 1) {
      const pieces = ix.text[ix.borders[next]] === rest[0] && follow(ix, rest, ix.borders[next], gaps - 1);
      if (pieces) return [[from, left], ...pieces];
    }
  }
  return null;
}

function firstAfter(numbers, value) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the part that holds a letter. */
function partAt(ix, key) {
  let low = 0;
  let high = ix.parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ix.parts[middle].key <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether a stretch begins and ends with words, not within them. */
function bounded(ix, from, to) {
  const first = ix.parts[partAt(ix, from)];
  const last = partAt(ix, to - 1);
  const next = ix.parts[last + 1];
  return first.key === from && !first.joined && ix.parts[last].key + ix.parts[last].letters.length === to && !next?.joined;
}

/** The stretches of the page between two places of the sentence's own text, as ranges. */
export function ranges(ix, pieces, exact, from = 0, to = exact.length) {
  const before = keyOf(exact.slice(0, from)).length;
  const until = before + keyOf(exact.slice(from, to)).length;
  const made = [];
  let passed = 0;
  for (const [start, end] of pieces) {
    const left = Math.max(before - passed, 0) + start;
    const right = Math.min(until - passed + start, end);
    if (left < right) made.push(range(ix, left, right));
    passed += end - start;
  }
  if (made.length) punctuate(made, exact.slice(from, to));
  return made;
}

function range(ix, from, to) {
  const made = document.createRange();
  const first = ix.parts[partAt(ix, from)];
  const last = ix.parts[partAt(ix, to - 1)];
  made.setStart(first.node, Math.min(first.node.length, first.at + from - first.key));
  made.setEnd(last.node, Math.min(last.node.length, last.at + to - last.key));
  return made;
}

/** Take in the quotation marks and stops around the words, as far as they stand in the same nodes. */
function punctuate(made, words) {
  const found = runs(words);
  const tail = words.length - found.at(-1).at - found.at(-1).letters.length;
  const [first, last] = [made[0], made.at(-1)];
  const mark = /[^\s\p{L}\p{N}]/u;
  for (let count = found[0].at; count > 0 && mark.test(first.startContainer.data[first.startOffset - 1] ?? " "); count -= 1)
    first.setStart(first.startContainer, first.startOffset - 1);
  for (let count = tail; count > 0 && mark.test(last.endContainer.data[last.endOffset] ?? " "); count -= 1)
    last.setEnd(last.endContainer, last.endOffset + 1);
}

/** The place in the index of a point of the document; -1 where no letter is near. */
export function letterAt(ix, node, offset) {
  const part = ix.parts.findLastIndex((each) => each.node === node && each.at <= offset);
  if (part < 0) return ix.parts.find((each) => each.node === node)?.key ?? -1;
  const { at, key, letters } = ix.parts[part];
  return key + Math.min(offset - at, letters.length - 1);
}

/** Whether the nodes of a sentence are still in the page, as they were. */
export function stands(ix, pieces) {
  return pieces.every(([from, to]) => {
    for (let part = partAt(ix, from); part < ix.parts.length && ix.parts[part].key < to; part += 1) {
      const { node, at, letters } = ix.parts[part];
      if (!node.isConnected || !node.data.startsWith(letters, at)) return false;
    }
    return true;
  });
}

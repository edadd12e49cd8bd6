/** Lighting up text that belongs to others: nothing is put into their document. */

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

/** Have the rules apply to the document, or shadow tree, of an element. */
export function adopt(element) {
  const root = element.getRootNode();
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(RULES);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Keys, for as long as the player has the focus: none is taken from the page. */

const LETTERS = { k: "play", j: "back", l: "forward", m: "mute", t: "text", "<": "slower", ">": "faster" };
const SEEKS = { ArrowRight: 5, ArrowUp: 5, ArrowLeft: -5, ArrowDown: -5, PageUp: 30, PageDown: -30 };

/** What a key asks for: an action by name or a number of seconds; null where it is not ours. */
export function asked(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const target = event.composedPath()[0];
  if (event.key === "Escape") return "escape";
  if (target.matches(".seek") && event.key in SEEKS) return SEEKS[event.key];
  if (target.matches("input:not([type=range], [type=checkbox]), select")) return null;
  if (event.key === " " && target.matches(".seek, .volume")) return "play";
  return LETTERS[event.key.toLowerCase()] ?? null;
}

/** What stands behind "more": chapters, following in the article, a link to this moment, the file. */
import { begun, clock } from "./clock.js";
import { h, icon } from "./dom.js";

/** `acts`: `seek(time)`, `follow(on)` or null where nothing can be followed, `share()`, `saved()`. */
export function fill(panel, say, { chapters, file, following, acts }) {
  const share = h("button", { type: "button", part: "button share", onclick: acts.share }, icon("link"), say.share);
  const save = file && h("a", { href: file, download: "", part: "button download", onclick: acts.saved }, icon("save"), say.download);
  const check = acts.follow && h("input", { type: "checkbox", onchange: () => acts.follow(check.checked) });
  if (check) check.checked = following;
  panel.replaceChildren(
    ...(chapters.length > 1 ? [h("p", { class: "label" }, say.chapters), contents(chapters, acts.seek)] : []),
    ...(check ? [h("label", { class: "check" }, check, say.follow)] : []),
    h("div", { class: "actions" }, ...[share, save].filter(Boolean)),
  );
}

function contents(chapters, seek) {
  const row = ({ start, title }) =>
    h("li", {}, h("button", { type: "button", part: "chapter", onclick: () => seek(start) }, h("span", { dir: "auto" }, title), h("span", { class: "time" }, clock(start))));
  return h("ol", { class: "chapters" }, ...chapters.map(row));
}

export function mark(panel, chapters, time) {
  const number = begun(chapters, time);
  panel.querySelectorAll(".chapters button").forEach((each, place) => {
    if (place === number) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  });
}

/** Copy an address, or show it where copying is not allowed; gives whether it was copied. */
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

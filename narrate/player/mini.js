/** The small player at the foot of the window, while the large one is scrolled away. */

/** Watch the place of a player's box; `begin` once it has played, `dismiss` when it is sent away. */
export function mini(box, signal) {
  const place = box.parentElement;
  const state = { away: false, begun: false, sent: false };
  const show = (change) => {
    Object.assign(state, change);
    const small = state.away && state.begun && !state.sent;
    if (small === box.classList.contains("mini")) return;
    place.style.blockSize = small ? `${box.offsetHeight}px` : "";
    box.classList.toggle("mini", small);
    if (small) box.style.setProperty("--_surface", surface(place));
  };
  const watch = new IntersectionObserver(([{ isIntersecting: seen }]) => show(seen ? { away: false, sent: false } : { away: true }));
  watch.observe(place);
  signal.addEventListener("abort", () => watch.disconnect());
  return { begin: () => show({ begun: true }), dismiss: () => show({ sent: true }) };
}

/** The colour of the page behind an element, for what floats over its text. */
function surface(element) {
  for (let each = element; each; each = each.parentElement ?? each.getRootNode().host) {
    const colour = getComputedStyle(each).backgroundColor;
    if (!/^rgba\(.*, 0\)$|^transparent$/.test(colour)) return colour;
  }
  return "Canvas";
}

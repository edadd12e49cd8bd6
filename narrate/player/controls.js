/** The controls, tied to what they do, and showing how things stand. */
import { begun, clock } from "./clock.js";
import { h, icon, name } from "./dom.js";
import { asked } from "./keys.js";
import { BUTTONS } from "./view.js";

/** Tie the controls to `acts`, functions by name. */
export function wire(view, acts, signal) {
  const on = (target, type, act) => target.addEventListener(type, act, { signal });
  const { box, seek, speed, volume, retry } = view;
  for (const act of BUTTONS) on(view[act], "click", acts[act]);
  on(retry, "click", acts.retry);
  for (const type of ["pointerenter", "focusin"]) on(box, type, acts.need);
  on(seek, "input", () => acts.seek(Number(seek.value)));
  on(speed, "change", () => acts.speed(Number(speed.value)));
  on(volume, "input", () => acts.volume(Number(volume.value)));
  on(box, "keydown", (event) => {
    const wish = asked(event);
    if (wish === null) return;
    if (typeof wish === "number") acts.skip(wish);
    else acts[wish](event);
    if (wish !== "escape") event.preventDefault();
  });
}

export function render(view, { paused, playbackRate, muted, volume }, { time, duration, chapters, moved }) {
  const { say, play, seek, past, left, title, mute } = view;
  change(play, paused ? "play" : "pause", say);
  change(mute, muted ? "unmute" : "mute", say);
  past.textContent = clock(time);
  left.textContent = duration ? `−${clock(duration - time)}` : "";
  seek.max = duration || 0;
  seek.value = time;
  seek.disabled = !duration;
  fill(seek, duration ? time / duration : 0);
  view.volume.value = muted ? 0 : volume;
  fill(view.volume, muted ? 0 : volume);
  view.speed.value = playbackRate;
  const chapter = chapters[begun(chapters, time)];
  if (chapter?.title) title.textContent = chapter.title;
  // Said when the listener moves it, not at every tick of the clock.
  if (!moved && !paused && view.box.getRootNode().activeElement === seek) return;
  const named = chapter?.title ? `, ${chapter.title}` : "";
  seek.setAttribute("aria-valuetext", `${clock(time)} / ${clock(duration)}${named}`);
}

function change(control, state, say) {
  if (control.value === state) return;
  control.value = state;
  control.replaceChildren(icon(state));
  name(control, say[state]);
}

const fill = (range, share) => range.style.setProperty("--_filled", `${(100 * share).toFixed(2)}%`);

export function notch({ marks }, chapters, duration) {
  const inside = chapters.filter(({ start }) => start > 0 && start < duration);
  marks.replaceChildren(
    ...inside.map(({ start }) => {
      const made = h("i");
      made.style.left = `${(100 * start) / duration}%`;
      return made;
    }),
  );
}

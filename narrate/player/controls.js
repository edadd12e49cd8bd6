/** The controls, tied to what they do, and showing how things stand. */
import { begun, clock } from "./clock.js";
import { h, icon, name } from "./dom.js";
import { asked } from "./keys.js";

/** Tie the controls of a view to `acts`, functions by name. */
export function wire(view, acts, signal) {
  const on = (target, type, act) => target.addEventListener(type, act, { signal });
  const { box, play, back, forward, next, seek, speed, mute, volume, text, more, retry, shut } = view;
  const pressed = { toggle: play, back, forward, next, mute, text, more, retry, dismiss: shut };
  for (const [act, control] of Object.entries(pressed)) on(control, "click", () => acts[act]());
  for (const type of ["pointerenter", "focusin"]) on(box, type, () => acts.need());
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

/** Show the state of the sound; `chapters` is empty where none are known. */
export function render(view, { paused, time, duration, rate, muted, volume, chapters, begun: started, moved }) {
  const { say, play, seek, past, left, title, mute } = view;
  change(play, paused ? "play" : "pause", paused ? say.play : say.pause);
  change(mute, muted ? "muted" : "loud", muted ? say.unmute : say.mute);
  past.textContent = clock(time);
  left.textContent = duration ? `−${clock(duration - time)}` : "";
  seek.max = duration || 0;
  seek.value = time;
  seek.disabled = !duration;
  fill(seek, duration ? time / duration : 0);
  view.volume.value = muted ? 0 : volume;
  fill(view.volume, muted ? 0 : volume);
  pace(view.speed, rate);
  const chapter = chapters[begun(chapters, time)];
  if (started && chapter?.title) title.textContent = chapter.title;
  // Said when the listener moves it, not at every tick of the clock.
  if (!moved && !paused && view.box.getRootNode().activeElement === seek) return;
  const named = chapter?.title ? `, ${chapter.title}` : "";
  seek.setAttribute("aria-valuetext", `${clock(time)} / ${clock(duration)}${named}`);
}

function change(control, drawing, label) {
  if (control.dataset.icon === drawing) return;
  control.dataset.icon = drawing;
  control.replaceChildren(icon(drawing));
  name(control, label);
}

const fill = (range, share) => range.style.setProperty("--_filled", `${(100 * share).toFixed(2)}%`);

/** The chosen speed, also one that isn't among those offered. */
function pace(speed, rate) {
  speed.value = String(rate);
  if (speed.selectedIndex >= 0) return;
  speed.append(h("option", { value: rate }, `${rate}×`));
  speed.value = String(rate);
}

/** Show where chapters begin along the bar. */
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

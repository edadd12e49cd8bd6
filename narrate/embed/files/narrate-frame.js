/**
 * What a frame with the player says to the page around it, and what it listens to.
 *
 * Every message is `{narrate: 1, type, …}`. The frame says, to whatever page holds it, only what
 * anybody may know: `height` {height} in pixels when it changes, `time` {time, duration, paused}
 * in seconds about four times a second while it plays and whenever that changes. It listens to
 * its parent alone: `play`, `pause`, and `seek` {time}. Anything else is passed over, and nothing
 * that is said to it is put into the page.
 *
 * A page that listens checks that a message comes from the frame itself:
 *
 *   addEventListener("message", ({source, data}) => {
 *     if (source === frame.contentWindow && data?.narrate === 1 && data.type === "height")
 *       frame.height = Math.min(2000, Math.max(0, Number(data.height)));
 *   });
 */
const player = document.querySelector("narrate-player");
const sound = player.querySelector("audio");

function tell(type, more) {
  // To any page: which one holds the frame is not known here, and nothing that is said is secret.
  parent.postMessage({ narrate: 1, type, ...more }, "*");
}

function tellTime() {
  const { currentTime: time, duration, paused } = sound;
  tell("time", { time, duration: Number.isFinite(duration) ? duration : Number(player.getAttribute("duration")), paused });
}

function listen({ source, data }) {
  if (source !== parent || data?.narrate !== 1) return;
  if (data.type === "play") player.play()?.catch?.(() => tellTime());
  else if (data.type === "pause") player.pause();
  else if (data.type === "seek" && Number.isFinite(data.time)) player.currentTime = Math.max(0, data.time);
}

if (parent !== window) {
  let height = 0;
  new ResizeObserver(() => {
    const now = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (now === height) return;
    height = now;
    tell("height", { height });
  }).observe(document.documentElement);
  for (const type of ["timeupdate", "play", "pause", "seeked", "ended"]) sound.addEventListener(type, tellTime);
  addEventListener("message", listen);
}

/** Seconds as people write them, and where in the programme a time is. */

export function clock(seconds) {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  const rest = two(whole % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}

/** The seconds of an address's `#t=83` or `#t=1:23` (Media Fragments 4.2.1), else null. */
export function fragment(hash) {
  const found = /(?:^#|&)t=((?:\d+:){0,2}\d+(?:\.\d+)?)/.exec(hash);
  return found && found[1].split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** The last of the things, in order, that has its `start` at or before a place; -1 for none. */
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

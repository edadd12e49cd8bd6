/** What is remembered: where a listener was, and how fast. Nothing is written before the first use. */

const KEY = "narrate";
const MOST = 30; // episodes

/** The store, or what was in it; nothing where storage is forbidden or holds something else. */
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return { rate: Number(kept?.rate) || null, at: Object.entries(kept?.at ?? {}).filter(([, time]) => time > 0) };
  } catch {
    return { rate: null, at: [] };
  }
}

function write({ rate, at }) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ rate, at: Object.fromEntries(at.slice(-MOST)) }));
  } catch {
    // Forbidden, or full: it plays all the same.
  }
}

/** Seconds at which an episode was left; 0 for one that wasn't begun, or was heard to its end. */
export const position = (episode) => Number(read().at.find(([name]) => name === episode)?.[1]) || 0;

/** The speed that was last chosen, or null. */
export const speed = () => read().rate;

/** Keep a position; 0 forgets the episode. */
export function keepPosition(episode, seconds) {
  const kept = read();
  const at = kept.at.filter(([name]) => name !== episode);
  if (seconds > 0) at.push([episode, Math.round(seconds * 10) / 10]);
  write({ ...kept, at });
}

export const keepSpeed = (rate) => write({ ...read(), rate });

/** What is remembered: where a listener was, and how fast. Nothing is written before the first use. */

const KEY = "narrate";
const MOST = 30; // episodes

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

/** Seconds; 0 for an episode that wasn't begun, or was heard to its end. */
export const position = (episode) => Number(read().at.find(([name]) => name === episode)?.[1]) || 0;

export const speed = () => read().rate;

export function keepPosition(episode, seconds) {
  const kept = read();
  const at = kept.at.filter(([name]) => name !== episode);
  if (seconds > 0) at.push([episode, Math.round(seconds * 10) / 10]);
  write({ ...kept, at });
}

export const keepSpeed = (rate) => write({ ...read(), rate });

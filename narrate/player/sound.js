/** The audio element, with what browsers leave to others: the place and speed to keep, trying again, the lock screen. */

const KEY = "narrate"; // in the local storage
const MOST = 30; // episodes remembered
const KEEP = 5; // seconds of playing after which the position is kept anew
const EDGE = 3; // seconds from the start and the end that are not worth coming back to

let playing = null; // of all the players of a page, one is heard

export class Sound {
  #audio;
  #episode = "";
  #begin = null; // where to begin, for as long as nothing is loaded
  #kept = 0;
  #used = false;
  #stated;

  /** `stated()` gives the duration as others know it, until the file is loaded. */
  constructor(audio, stated, signal) {
    this.#audio = audio;
    this.#stated = stated;
    const on = (type, act) => audio.addEventListener(type, act, { signal });
    on("play", () => this.#alone());
    on("loadedmetadata", () => this.#arrive());
    on("timeupdate", () => Math.abs(this.time - this.#kept) > KEEP && this.keep());
    on("pause", () => this.keep());
    on("ended", () => this.#forget());
    addEventListener("pagehide", () => this.keep(), { signal });
    signal.addEventListener("abort", () => this.keep());
  }

  get time() {
    return this.#begin ?? this.#audio.currentTime;
  }

  get duration() {
    const { duration } = this.#audio;
    return Number.isFinite(duration) && duration > 0 ? duration : this.#stated();
  }

  get file() {
    return this.#audio.currentSrc || this.#audio.src || this.#audio.querySelector("source")?.src || null;
  }

  /** Whether nothing can be heard: the file isn't there, or isn't sound. */
  get failed() {
    return Boolean(this.#audio.error) || this.#audio.networkState === HTMLMediaElement.NETWORK_NO_SOURCE;
  }

  /** Take an episode up where it was left; gives whether there was such a place. */
  resume(episode) {
    this.#episode = episode ?? "";
    const { rate, at } = read();
    const left = Number(at.find(([name]) => name === this.#episode)?.[1]) || 0;
    this.rate = rate ?? this.#audio.playbackRate;
    if (left > EDGE) this.seek(left);
    return left > EDGE;
  }

  set rate(rate) {
    this.#audio.preservesPitch = true;
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
  }

  choose(rate) {
    this.rate = rate;
    write({ ...read(), rate });
  }

  play() {
    this.#used = true;
    return this.#audio.play().catch(() => {}); // the error event has the reason; a paused start has none
  }

  pause() {
    this.#audio.pause();
  }

  seek(seconds) {
    const time = Math.max(0, this.duration ? Math.min(seconds, this.duration) : seconds);
    this.#audio.currentTime = time;
    this.#begin = this.#audio.readyState ? null : time;
  }

  again() {
    const { time } = this;
    this.#audio.load();
    this.seek(time);
    return this.play();
  }

  change(address, episode) {
    this.keep();
    this.#episode = episode;
    this.#begin = null;
    this.#audio.src = address;
  }

  keep() {
    if (!this.#used || this.#audio.ended) return;
    this.#kept = this.time;
    keepPosition(this.#episode, this.time > EDGE ? this.time : 0);
  }

  #alone() {
    this.#used = true;
    if (playing && playing !== this) playing.pause();
    playing = this;
  }

  /** Some browsers forget a place that was set before there was anything to play. */
  #arrive() {
    const begin = this.#begin;
    this.#begin = null;
    if (begin !== null && Math.abs(this.#audio.currentTime - begin) > 0.5) this.#audio.currentTime = begin;
  }

  #forget() {
    this.#kept = 0;
    keepPosition(this.#episode, 0);
  }
}

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

function keepPosition(episode, seconds) {
  const kept = read();
  const at = kept.at.filter(([name]) => name !== episode);
  if (seconds > 0) at.push([episode, Math.round(seconds * 10) / 10]);
  write({ ...kept, at });
}

/** For the lock screen, the media keys and the head set (Media Session). */
export function announce(manifest, actions) {
  const session = navigator.mediaSession;
  if (!session) return;
  const { title, authors, site, image } = manifest;
  session.metadata = new MediaMetadata({
    title: title || document.title,
    artist: authors.join(", ") || site,
    album: site,
    artwork: image ? [{ src: image }] : [],
  });
  for (const [action, act] of Object.entries(actions)) {
    try {
      session.setActionHandler(action, act);
    } catch {
      // An action that this browser doesn't know.
    }
  }
}

export function tell(duration, position, playbackRate) {
  if (!(duration > 0)) return;
  navigator.mediaSession?.setPositionState?.({ duration, playbackRate, position: Math.min(position, duration) });
}

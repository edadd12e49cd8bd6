/** The audio element, with what browsers leave to others. */

const KEY = "narrate";
const MOST = 30; // episodes
const KEEP = 5; // seconds between two notes of the place
const EDGE = 3; // seconds not worth coming back to

let playing = null; // one at a time

export class Sound {
  #audio;
  #episode = "";
  #begin = null; // until something is loaded
  #kept = 0;
  #used = false;
  #stated;

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

  get failed() {
    const { error, networkState, NETWORK_NO_SOURCE } = this.#audio;
    return Boolean(error) || networkState === NETWORK_NO_SOURCE;
  }

  /** Take an episode up where it was left, if it was. */
  resume(episode) {
    this.#episode = episode ?? "";
    const { rate, at } = read();
    const left = Number(at[this.#episode]) || 0;
    this.rate = rate ?? this.#audio.playbackRate;
    if (left > EDGE) this.seek(left);
    return left > EDGE;
  }

  set rate(rate) {
    Object.assign(this.#audio, { preservesPitch: true, defaultPlaybackRate: rate, playbackRate: rate });
  }

  choose(rate) {
    this.rate = rate;
    write({ ...read(), rate });
  }

  play() {
    this.#used = true;
    return this.#audio.play().catch(() => {}); // the error event has the reason
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

  /** Some browsers forget a place that was set early. */
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
    const { rate, at } = JSON.parse(localStorage.getItem(KEY));
    return { rate: Number(rate) || null, at: { ...at } };
  } catch {
    return { rate: null, at: {} };
  }
}

function write({ rate, at }) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ rate, at: Object.fromEntries(Object.entries(at).slice(-MOST)) }));
  } catch {
    // forbidden, or full
  }
}

function keepPosition(episode, seconds) {
  const { rate, at } = read();
  delete at[episode]; // the latest stands last
  if (seconds > 0) at[episode] = Math.round(seconds * 10) / 10;
  write({ rate, at });
}

/** For the lock screen and the media keys. */
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
      // not known here
    }
  }
}

export function tell(duration, position, playbackRate) {
  if (!(duration > 0)) return;
  navigator.mediaSession?.setPositionState?.({ duration, playbackRate, position: Math.min(position, duration) });
}

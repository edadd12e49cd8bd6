/** An episode: its manifest, fetched when it is first needed, and the reading along. */
import { load } from "./manifest.js";
import { Reading } from "./reading.js";

export class Episode {
  #asked = null;
  #signal;

  /** `own`: the page's own, whose text may be lit up. */
  constructor(address, own, signal) {
    this.address = address;
    this.own = own;
    this.manifest = null;
    this.reading = null;
    this.#signal = signal;
  }

  /** What it is remembered by: signed addresses differ from one visit to the next. */
  get name() {
    return this.address?.split(/[?#]/)[0];
  }

  get chapters() {
    return this.manifest?.chapters ?? [];
  }

  /** The manifest, fetched once; null where it can't be had, and asked for again the next time. */
  need(known) {
    this.#asked ??= this.#load(known);
    return this.#asked;
  }

  async #load(known) {
    try {
      const manifest = this.address && (await load(this.address));
      if (!manifest || this.#signal.aborted) return null;
      this.manifest = manifest;
      this.reading = new Reading(manifest.segments, this.#signal);
    } catch {
      this.#asked = null;
      return null;
    }
    known();
    return this.manifest;
  }
}

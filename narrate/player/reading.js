/** Which sentence and which word are being said, and everything that shows it. */
import { Article } from "./article.js";
import { begun } from "./clock.js";
import { Follow } from "./follow.js";
import { supported } from "./highlight.js";
import { Transcript } from "./transcript.js";

/** Seconds: browsers may land this much behind the place that was asked for. */
const EARLY = 0.06;

export class Reading {
  #segments;
  #signal;
  #article = null;
  #follow;
  #transcript = null;
  #sentence = -1;
  #word = -1;
  #aim = 0;

  constructor(segments, signal) {
    this.#segments = segments;
    this.#signal = signal;
  }

  get sentence() {
    return this.#sentence;
  }

  /** Light up the sentences under an element, which may be clicked. */
  join(root, chosen) {
    if (this.#article || !root || !supported()) return;
    this.#article = new Article(root, this.#segments);
    this.#follow ??= new Follow(this.#signal);
    this.#article.listen((number) => this.#article && chosen(number), this.#signal);
    this.again();
  }

  leave() {
    this.#article?.hide();
    this.#article = null;
  }

  open(panel, say, manifest, calls) {
    this.#transcript ??= new Transcript(panel, say, manifest, calls);
    this.#transcript.show(this.#sentence, this.#word);
  }

  /** Where to seek so that a sentence is heard from its start. */
  aim(number) {
    this.#aim = this.#segments[number].start;
    return Math.max(0, this.#aim - EARLY);
  }

  free() {
    this.#aim = 0;
  }

  /** Show what is said at a time; gives the sentence's segment where it has changed. */
  tick(time, shown) {
    const now = Math.max(time, this.#aim);
    if (time >= this.#aim) this.#aim = 0;
    const sentence = begun(this.#segments, now);
    const segment = this.#segments[sentence];
    const word = segment && now < segment.end ? begun(segment.words, now) : -1;
    if (sentence === this.#sentence && word === this.#word) return null;
    const changed = sentence !== this.#sentence;
    this.#sentence = sentence;
    this.#word = word;
    this.#show(shown && changed);
    return changed ? (segment ?? null) : null;
  }

  again() {
    if (this.#sentence >= 0) this.#show(false);
  }

  #show(follow) {
    const place = this.#article?.show(this.#sentence, this.#word);
    if (place && follow) this.#follow.see(place);
    this.#transcript?.show(this.#sentence, this.#word);
  }
}

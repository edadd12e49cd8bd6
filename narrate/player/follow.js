/** Keeping what is being said in view, for as long as the reader leaves the page to us. */

const OURS = 900; // milliseconds that a smooth scroll of ours may take

export class Follow {
  #away = true; // until the reader has seen a sentence being said, the page stays where it is
  #until = 0;

  constructor(signal) {
    const leave = () => {
      if (performance.now() > this.#until) this.#away = true;
    };
    const own = () => {
      this.#until = 0;
      this.#away = true;
    };
    const options = { passive: true, signal };
    addEventListener("scroll", leave, options);
    addEventListener("wheel", own, options);
    addEventListener("touchmove", own, options);
  }

  /** Bring a range into view, unless the reader has gone elsewhere. Coming back takes it up again. */
  see(range) {
    const box = range.getBoundingClientRect();
    const height = innerHeight;
    if (box.bottom > 0 && box.top < height) this.#away = false;
    if (this.#away || (box.top >= height * 0.08 && box.bottom <= height * 0.75)) return;
    this.#until = performance.now() + OURS;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: box.top - height * 0.3, behavior: still ? "instant" : "smooth" });
  }
}

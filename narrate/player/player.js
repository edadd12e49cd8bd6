/** The class alone; until its style sheet is there, the browser's own controls are shown. */
import { begun } from "./anchors.js";
import { supported } from "./article.js";
import { Episode, web } from "./episode.js";
import { labels } from "./labels.js";
import { fill, mark, share } from "./panels.js";
import { announce, Sound, tell } from "./sound.js";
import { build, h, mini, notch, render, SKIPS, SPEEDS, wire } from "./view.js";

const SHEET = new URL("narrate-player.css", import.meta.url).href;
const EMITTED = "play playing pause ended timeupdate seeking seeked ratechange volumechange durationchange loadedmetadata waiting error".split(" ");

export class NarratePlayer extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ["src", "lang", "article", "playlist"];

  #life = null;
  #audio = null;
  #sound = null;
  #view = null;
  #mini = null;
  #episode = null;
  #queue = [];
  #following = true;
  #wanted = false; // a listener waits
  #started = false;
  #quarter = 0;
  #frame = 0;

  connectedCallback() {
    if (this.#life) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    if (document.readyState === "loading" && !this.querySelector("audio"))
      document.addEventListener("DOMContentLoaded", () => this.#start(signal), { once: true, signal });
    else this.#start(signal);
  }

  disconnectedCallback() {
    this.#life?.abort();
    this.#life = null;
    this.#episode?.leave();
    cancelAnimationFrame(this.#frame);
  }

  attributeChangedCallback(_, old, value) {
    if (!this.#life || !this.#view || old === value) return;
    this.disconnectedCallback();
    this.connectedCallback();
  }

  get audio() {
    return this.#audio;
  }

  get paused() {
    return this.#audio?.paused ?? true;
  }

  get duration() {
    return this.#sound?.duration ?? NaN;
  }

  get currentTime() {
    return this.#sound?.time ?? 0;
  }

  set currentTime(seconds) {
    this.#seek(Number(seconds) || 0);
  }

  play() {
    this.#wanted = true;
    return this.#sound?.play();
  }

  pause() {
    this.#wanted = false;
    this.#sound?.pause();
  }

  async #start(signal) {
    const tag = this.lang || this.parentElement?.closest("[lang]")?.lang || navigator.language;
    const say = await labels(tag);
    if (signal.aborted) return;
    const address = (each) => web(each, document.baseURI);
    this.#audio = this.querySelector("audio") ?? new Audio();
    this.#queue = (this.getAttribute("playlist") ?? "").split(/\s+/).filter(Boolean).map(address).filter(Boolean);
    const source = this.getAttribute("src");
    this.#episode = new Episode(source && address(source), true, signal);
    const stated = () => this.#episode.manifest?.duration || Number(this.getAttribute("duration")) || 0;
    this.#sound = new Sound(this.#audio, stated, signal);
    this.#draw(say, signal);
    this.#listen(signal);
    this.#begin(signal);
    this.#render();
  }

  #draw(say, signal) {
    const view = (this.#view = build(say));
    const place = h("div", { class: "place", hidden: "" }, view.box);
    const native = h("div", {}, h("slot"), h("slot", { name: "notice" }));
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const styled = () => {
      native.remove();
      place.hidden = false;
      this.#mini = this.hasAttribute("sticky") ? mini(view.box, signal) : null;
    };
    view.next.hidden = !this.#queue.length;
    root.replaceChildren(h("link", { rel: "stylesheet", href: SHEET, onload: styled }), native, place);
  }

  #begin(signal) {
    const jump = () => {
      const time = document.querySelector(this.localName) === this ? fragment(location.hash) : null;
      if (time === null) return false;
      this.#seek(time);
      this.scrollIntoView({ block: "center" });
      return true;
    };
    const resumed = this.#sound.resume(this.#episode.name ?? this.#sound.file);
    addEventListener("hashchange", jump, { signal });
    const { title, say } = this.#view;
    if (jump() || resumed) title.textContent = say.resume;
  }

  #listen(signal) {
    const audio = this.#audio;
    const on = (type, act, options) => audio.addEventListener(type, act, { signal, ...options });
    on("play", () => this.#playing());
    on("playing", () => (this.#view.message.hidden = true));
    on("pause", () => audio.ended || this.#report("pause"));
    on("ended", () => this.#ended());
    on("timeupdate", () => this.#heard());
    on("error", () => this.#failed(), { capture: true }); // of its source elements too
    for (const type of EMITTED) on(type, () => this.#emit(type));
    addEventListener("online", () => this.#wanted && this.#sound.failed && this.#retry(), { signal });
    wire(this.#view, this.#acts(), signal);
  }

  #emit(type) {
    this.#render();
    this.dispatchEvent(new Event(type));
  }

  #acts() {
    const { text, script, more, panel } = this.#view;
    return {
      play: () => (this.paused ? this.play() : this.pause()),
      back: () => this.#skip(SKIPS.back),
      forward: () => this.#skip(SKIPS.forward),
      skip: (seconds) => this.#skip(seconds),
      seek: (time) => this.#seek(time, "seek"),
      next: () => this.#next(),
      speed: (rate) => this.#speed(rate),
      slower: () => this.#speed(SPEEDS.findLast((each) => each < this.#audio.playbackRate)),
      faster: () => this.#speed(SPEEDS.find((each) => each > this.#audio.playbackRate)),
      mute: () => (this.#audio.muted = !this.#audio.muted),
      volume: (volume) => Object.assign(this.#audio, { volume, muted: volume === 0 }),
      text: () => this.#open(text, script),
      more: () => this.#open(more, panel),
      escape: (event) => this.#close(event),
      retry: () => this.#retry(),
      close: () => this.#mini?.dismiss(),
      need: () => this.#need(),
    };
  }

  #skip(seconds) {
    this.#seek(this.currentTime + seconds, "seek");
  }

  #seek(time, action) {
    this.#episode?.free();
    this.#sound?.seek(time);
    this.#render(true);
    this.#tick();
    mark(this.#view.panel, this.#chapter);
    if (action) this.#report(action);
  }

  #speed(rate) {
    if (!rate) return;
    this.#sound.choose(rate);
    this.#report("speed", { rate });
  }

  #from(sentence) {
    this.#sound.seek(this.#episode.aim(sentence));
    this.#tick();
    this.#report("sentence");
    this.play();
  }

  async #open(control, panel) {
    panel.hidden = !panel.hidden;
    control.setAttribute("aria-expanded", String(!panel.hidden));
    if (panel.hidden) return;
    await this.#need();
    if (panel === this.#view.panel) this.#more();
    else this.#transcript();
  }

  #close(event) {
    const path = event.composedPath();
    const { text, script, more, panel } = this.#view;
    const open = [[more, panel], [text, script]].filter(([, each]) => !each.hidden);
    const [control, each] = open.find((pair) => pair.some((part) => path.includes(part))) ?? open[0] ?? [];
    if (!control) return;
    this.#open(control, each);
    control.focus();
  }

  #more() {
    const { panel, say } = this.#view;
    const follow = supported() && this.#page ? (on) => this.#follow(on) : null;
    const acts = { follow, seek: (time) => this.#seek(time, "chapter"), share: () => this.#share(), saved: () => this.#report("download") };
    fill(panel, say, { chapters: this.#episode.chapters, file: this.#sound.file, following: this.#following, acts });
    mark(panel, this.#chapter);
  }

  #transcript() {
    const { script, say, status } = this.#view;
    this.#report("transcript");
    if (!this.#episode.manifest) return script.replaceChildren(h("p", {}, say.noText));
    const found = (count) => (status.textContent = count === null ? "" : say.found.replace("{n}", count));
    return this.#episode.open(script, say, { chosen: (number) => this.#from(number), found });
  }

  async #share() {
    const { panel, say, status } = this.#view;
    const { manifest } = this.#episode;
    const framed = window !== window.top;
    const url = new URL((framed && (manifest?.page ?? manifest?.url)) || location.href);
    url.hash = `t=${Math.floor(this.currentTime)}`;
    this.#report("share");
    status.textContent = (await share(panel, url.href)) ? say.copied : "";
  }

  #need() {
    const episode = this.#episode;
    return episode.need(() => episode === this.#episode && this.#know());
  }

  #know() {
    const { words, notice } = this.#view;
    const { manifest } = this.#episode;
    if (manifest.notice) words.replaceChildren(h("span", { lang: manifest.noticeIn, dir: "auto" }, manifest.notice));
    notice.hidden = !manifest.synthetic;
    if (!this.#sound.file && manifest.audio) this.#audio.src = manifest.audio;
    notch(this.#view, manifest.chapters, this.duration);
    this.#render();
    this.#tick();
  }

  get #chapter() {
    return begun(this.#episode.chapters, this.currentTime);
  }

  get #page() {
    const where = this.getAttribute("article");
    if (where === "none" || !this.#episode.own) return null;
    return where ? document.querySelector(where) : document.body;
  }

  #follow(on) {
    this.#following = on;
    if (on) this.#episode.join(this.#page, (number) => this.#from(number));
    else this.#episode.leave();
  }

  async #next() {
    const address = this.#queue.shift();
    if (!address) return;
    const episode = new Episode(address, false, this.#life.signal);
    const manifest = await episode.need(() => {});
    this.#view.next.hidden = !this.#queue.length;
    if (!manifest?.audio) {
      this.#next();
      return;
    }
    this.#episode.leave();
    this.#episode = episode;
    this.#quarter = 0;
    this.#sound.change(manifest.audio, episode.name);
    this.#know();
    for (const panel of [this.#view.script, this.#view.panel]) panel.replaceChildren();
    if (!this.#view.script.hidden) this.#transcript();
    if (!this.#view.panel.hidden) this.#more();
    this.#report("next");
    this.play();
  }

  async #playing() {
    this.#started = this.#wanted = true;
    this.#mini?.begin();
    this.#report("play");
    cancelAnimationFrame(this.#frame);
    const turn = () => {
      this.#tick();
      if (!this.paused) this.#frame = requestAnimationFrame(turn);
    };
    turn();
    if (!(await this.#need())) return;
    if (this.#following) this.#follow(true);
    if (!supported() && this.#page && this.#view.script.hidden) this.#open(this.#view.text, this.#view.script);
    this.#announce();
  }

  #announce() {
    const { play, back, forward, next } = this.#acts();
    const acts = { play, pause: play, seekbackward: back, seekforward: forward, nexttrack: this.#queue.length ? next : null };
    const { manifest } = this.#episode;
    const shown = this.getAttribute("artwork") === "none" ? { ...manifest, image: null } : manifest;
    announce(shown, { ...acts, seekto: ({ seekTime }) => this.#seek(seekTime, "seek") });
  }

  #tick() {
    const segment = this.#episode.tick(this.currentTime, !this.paused);
    if (!segment) return;
    const { kind, text, start, end } = segment;
    this.#tell("narrate:segment", { index: this.#episode.sentence, kind, text, start, end });
  }

  #heard() {
    const { currentTime, duration, paused } = this;
    this.#tick(); // frames stop in a hidden page
    tell(duration, currentTime, this.#audio.playbackRate);
    mark(this.#view.panel, this.#chapter);
    const quarter = Math.floor((4 * currentTime) / duration);
    if (paused || !(quarter > this.#quarter && quarter < 4)) return;
    this.#quarter = quarter;
    this.#report("progress", { share: quarter / 4 });
  }

  #ended() {
    this.#wanted = false;
    this.#report("ended");
    this.#next();
  }

  #failed() {
    if (!this.#sound.failed) return;
    const { message, why, say } = this.#view;
    why.textContent = navigator.onLine ? say.failed : say.offline;
    message.hidden = false;
    this.#report("error");
  }

  #retry() {
    this.#wanted = true;
    this.#view.message.hidden = true;
    this.#sound.again();
  }

  /** For a page's own analytics; nothing is sent from here. */
  #report(action, more = {}) {
    const { manifest, address } = this.#episode;
    this.#tell("narrate:analytics", { action, time: this.currentTime, duration: this.duration, src: address, title: manifest?.title ?? "", ...more });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #render(moved) {
    const chapter = this.#started && this.#episode.chapters[this.#chapter];
    render(this.#view, this.#audio, { time: this.currentTime, duration: this.duration, chapter, moved });
  }
}

/** The seconds of `#t=83` or `#t=1:23` (Media Fragments 4.2.1), else null. */
function fragment(hash) {
  const found = /(?:^#|&)t=((?:\d+:){0,2}\d+(?:\.\d+)?)/.exec(hash);
  return found && found[1].split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** The player's own words; `labels/` has the other languages, loaded where they are wanted. */

const ENGLISH = {
  play: "Play",
  pause: "Pause",
  back: "Back 15 seconds",
  forward: "Forward 30 seconds",
  seek: "Position",
  speed: "Speed",
  mute: "Mute",
  unmute: "Unmute",
  volume: "Volume",
  text: "Transcript",
  more: "More",
  close: "Close",
  chapters: "Chapters",
  follow: "Highlight the words in the article",
  share: "Copy link to this moment",
  copied: "Link copied",
  download: "Download",
  next: "Next",
  listen: "Listen to this article",
  resume: "Continue listening",
  search: "Search the transcript",
  found: "{n} found",
  failed: "The audio could not be loaded.",
  offline: "You are offline.",
  retry: "Try again",
  noText: "The text could not be loaded.",
  notice: "Voice is AI-generated. Inconsistencies may occur.",
};

const OTHERS = "ar de es fa fr he hi it ja ko nl pl pt ru tr zh".split(" ");

/** In the language of a BCP 47 tag, else in English. */
export async function labels(tag) {
  const asked = tag.toLowerCase().split("-")[0];
  const lang = OTHERS.includes(asked) ? asked : "en";
  let others;
  try {
    if (lang !== "en") others = await (await fetch(new URL(`labels/${lang}.json`, import.meta.url))).json();
  } catch {
    return labels("en");
  }
  return { ...ENGLISH, ...others, lang, dir: /ar|fa|he/.test(lang) ? "rtl" : "ltr" };
}

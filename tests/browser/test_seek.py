"""Does a browser play, at any time of the timeline, what the timeline says?"""

import base64
import json

import numpy as np
import pytest

pytestmark = pytest.mark.slow

PAGE = """<!doctype html><meta charset="utf-8"><title>Story</title>
<audio id="story" src="story.mp3" preload="metadata"></audio>"""

FRAMES = 0.08
"""Seconds: a decoder that begins in the midst of a file is heard from its third frame on."""

ALIKE = 0.9
_TURNS = 8

LOADED = """() => new Promise((done, failed) => {
  const audio = document.getElementById("story");
  const tell = () => done({duration: audio.duration, end: audio.seekable.end(0)});
  audio.onerror = () => failed(new Error(audio.error.message));
  audio.readyState >= 1 ? tell() : audio.onloadedmetadata = tell;
})"""

LISTEN = """async ([at, seconds, rate]) => {
  const audio = document.getElementById("story");
  const recorder = `registerProcessor("recorder", class extends AudioWorkletProcessor {
    process([input]) { if (input[0]) this.port.postMessage(input[0].slice()); return true; }
  })`;
  if (!window.sound) {
    const context = new AudioContext({sampleRate: rate, latencyHint: "playback"});
    const url = URL.createObjectURL(new Blob([recorder], {type: "text/javascript"}));
    await context.audioWorklet.addModule(url);
    window.sound = {context, source: context.createMediaElementSource(audio)};
  }
  const {context, source} = window.sound;
  await context.resume();
  const seeked = new Promise(done => audio.addEventListener("seeked", done, {once: true}));
  audio.currentTime = at;
  await seeked;
  const mono = {channelCount: 1, channelCountMode: "explicit"};
  const node = new AudioWorkletNode(context, "recorder", mono);
  const heard = [];
  const enough = new Promise(done => {
    let loud = 0;
    node.port.onmessage = ({data}) => {
      heard.push(data);
      if (loud || data.some(value => Math.abs(value) > 0.003)) loud += data.length;
      if (loud > seconds * rate) done();
    };
  });
  source.connect(node);
  await audio.play();
  await enough;
  audio.pause();
  source.disconnect(node);
  const samples = Int16Array.from(heard.flatMap(part => [...part]), value => value * 32767);
  const bytes = Array.from(new Uint8Array(samples.buffer), byte => String.fromCharCode(byte));
  return btoa(bytes.join(""));
}"""


@pytest.fixture
def story(tab, serve, edition):
    """The edition, open in a browser."""
    folder = edition.output.parent
    (folder / "index.html").write_text(PAGE, "utf-8")
    tab.goto(f"{serve(folder)}/index.html")
    return tab


@pytest.fixture
def programme(edition, ffmpeg):
    """The whole programme, as ffmpeg decodes it."""
    return ffmpeg.decode(edition.output)


def first_heard(story, programme, at):
    """Seek, play, and find in the programme what is heard first: seconds, and how alike it is.

    A machine with too much to do leaves gaps in what is heard: then it is listened to once more.
    """
    for _ in range(_TURNS):
        place, likeness = _heard(story, programme, at)
        if likeness > ALIKE:
            break
    return place, likeness


def _heard(story, programme, at):
    rate, seconds = programme.rate, 1.2
    sound = base64.b64decode(story.evaluate(LISTEN, [at, seconds, rate]))
    heard = np.frombuffer(sound, "<i2").astype(float)
    begin = np.flatnonzero(np.abs(heard) > 100)[0]
    clip = heard[begin : begin + round(seconds * rate)]
    whole = programme.samples.astype(float)
    size = 1 << (len(whole) + len(clip)).bit_length()
    products = np.fft.irfft(np.fft.rfft(whole, size) * np.conj(np.fft.rfft(clip, size)), size)
    powers = np.cumsum(np.concatenate([[0.0], whole**2]))
    power = powers[len(clip) :] - powers[: -len(clip)]
    likeness = products[: len(power)] / np.sqrt(
        np.maximum(power, power.max() / 1e4) * (clip @ clip)
    )
    place = int(np.argmax(likeness))
    return place / rate, likeness[place]


def first_sound(programme, at):
    """Where the programme is first heard from a time on, in seconds."""
    loud = np.flatnonzero(np.abs(programme.samples[round(at * programme.rate) :].astype(int)) > 100)
    return at + loud[0] / programme.rate


def test_the_length_is_that_of_the_timeline(story, edition, programme):
    loaded = story.evaluate(LOADED)
    told = json.loads(edition.files.timeline.read_text("utf-8"))["duration"]

    assert loaded["duration"] == pytest.approx(told, abs=0.05)
    assert loaded["end"] == pytest.approx(told, abs=0.05)
    assert len(programme.samples) / programme.rate == pytest.approx(told, abs=0.05)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9])
def test_in_the_midst_of_a_sentence_the_very_word_is_heard(story, edition, programme, share):
    cues = [cue for cue in edition.heard.cues if cue.end - cue.start > 3]
    cue = cues[int(share * len(cues))]
    at = cue.words[len(cue.words) // 2].start

    place, likeness = first_heard(story, programme, at)

    assert likeness > ALIKE
    assert place == pytest.approx(first_sound(programme, at), abs=FRAMES)


@pytest.mark.parametrize("number", [-1, -2, 5])
def test_at_the_start_of_a_cue_its_first_word_is_heard(story, edition, programme, number):
    cue = edition.heard.cues[number]

    place, likeness = first_heard(story, programme, cue.start)

    assert likeness > ALIKE
    assert place == pytest.approx(first_sound(programme, cue.start), abs=FRAMES)

"""Does a browser play a signed MP3 as it plays one that isn't?"""

import pytest

pytestmark = pytest.mark.slow

PAGE = '<!doctype html><meta charset="utf-8"><audio id="story" src="signed.mp3"></audio>'

PLAYED = """async (at) => {
  const audio = document.getElementById("story");
  audio.muted = true;
  if (audio.readyState < 1) {
    await new Promise((done, failed) => {
      audio.onloadedmetadata = done;
      audio.onerror = () => failed(new Error(audio.error.message));
    });
  }
  const seeked = new Promise(done => audio.onseeked = done);
  audio.currentTime = at;
  await seeked;
  const moved = new Promise(done => {
    audio.ontimeupdate = () => { if (audio.currentTime > at + 0.2) done(); };
  });
  await audio.play();
  await moved;
  audio.pause();
  return {duration: audio.duration, at: audio.currentTime};
}"""


@pytest.fixture
def signed(edition, tmp_path):
    """The edition, signed, alone in a folder with a page that plays it."""
    from narrate.credentials.finished import Wanted, sign_file
    from narrate.credentials.keys import dev
    from narrate.credentials.signers import Signing

    keys, path = dev(), tmp_path / "signed.mp3"
    (tmp_path / "certificate.pem").write_bytes(keys.certificate)
    (tmp_path / "key.pem").write_bytes(keys.key)
    path.write_bytes(edition.output.read_bytes())
    sign_file(path, Signing(tmp_path / "certificate.pem", tmp_path / "key.pem"), Wanted())
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    return path


def test_a_signed_edition_plays_from_anywhere(tab, serve, edition, signed):
    tab.goto(f"{serve(signed.parent)}/index.html")

    for share in (0.0, 0.5, 0.9):
        at = share * edition.heard.duration
        played = tab.evaluate(PLAYED, at)

        assert played["duration"] == pytest.approx(edition.heard.duration, abs=0.05)
        assert at < played["at"] < at + 5


def test_ffmpeg_decodes_the_same_samples(ffmpeg, edition, signed):
    plain, heard = ffmpeg.decode(edition.output), ffmpeg.decode(signed)

    assert heard.complaints == ""
    assert heard.samples.tobytes() == plain.samples.tobytes()

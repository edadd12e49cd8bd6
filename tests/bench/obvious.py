"""What one writes first: pyttsx3 for each paragraph, `+=` in pydub, `export` through ffmpeg.

    python obvious.py article.txt out.mp3

Three things are more than obvious, since pyttsx3 2.99 with espeak loses speech without them: an
engine is made anew for each paragraph (it keeps one pending text), `runAndWait` returns before the
file is there, so the end is waited for, and the engine must live until then.
"""

import sys
import tempfile
import threading
from pathlib import Path

_PATIENCE = 60  # seconds for a paragraph
_RATE = 175
"""Words a minute, as the others speak. pyttsx3's own 200 would be less sound to encode."""


def main(text: Path, output: Path) -> None:
    import pyttsx3
    from pydub import AudioSegment

    programme = AudioSegment.empty()
    with tempfile.TemporaryDirectory() as folder:
        for number, paragraph in enumerate(text.read_text("utf-8").split("\n\n")):
            sound = Path(folder) / f"{number}.wav"
            done = threading.Event()
            engine = pyttsx3.init()
            engine.connect("finished-utterance", lambda done=done, **_said: done.set())
            engine.setProperty("rate", _RATE)
            engine.save_to_file(paragraph, str(sound))
            engine.runAndWait()
            if not done.wait(_PATIENCE):
                sys.exit(f"pyttsx3 never finished paragraph {number}")
            del engine
            programme += AudioSegment.from_file(sound)
    programme.export(output, format="mp3", bitrate="64k")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

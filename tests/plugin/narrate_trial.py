"""A third party's plug-in, whose engines go wrong in all the ways that engines do.

Each says what `silence` says, until it meets the word 'trouble'.
"""

import math
import os
import signal
import time
from array import array
from pathlib import Path

from narrate.engines.silence import SilenceEngine
from narrate.errors import EngineError
from narrate.model import Clip, Voice


class Crash(SilenceEngine):
    """Takes its process down, as native code does."""

    name = "trial-crash"

    def speak(self, text: str, voice: Voice) -> Clip:
        if "trouble" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().speak(text, voice)


class Fail(SilenceEngine):
    """Says that it can't."""

    name = "trial-fail"

    def speak(self, text: str, voice: Voice) -> Clip:
        if "trouble" in text:
            raise EngineError("has lost its voice")
        return super().speak(text, voice)


class Cut(SilenceEngine):
    """Returns before it has said all."""

    name = "trial-cut"

    def speak(self, text: str, voice: Voice) -> Clip:
        clip = super().speak(text, voice)
        return Clip(clip.pcm[:400], clip.rate) if "trouble" in text else clip


class Low(SilenceEngine):
    """Hums, at 16,000 samples a second."""

    name = "trial-low"

    def speak(self, text: str, voice: Voice) -> Clip:
        samples = round(len(text) * 1000 * 165 / voice.rate)
        wave = (round(9000 * math.sin(n / 6)) for n in range(samples))
        return Clip(array("h", wave).tobytes(), 16_000)


class Slow(SilenceEngine):
    """Takes for ever, so that there is time to interrupt it, and leaves a mark."""

    name = "trial-slow"

    def speak(self, text: str, voice: Voice) -> Clip:
        Path(os.environ["TRIAL_BEGUN"]).touch()
        time.sleep(60)
        return super().speak(text, voice)


class Absent(SilenceEngine):
    """Is installed, and can't run here."""

    name = "trial-absent"

    def check(self) -> None:
        raise EngineError("its model is not there", mend="run `trial download`")


class Odd(SilenceEngine):
    """Raises what no engine should."""

    name = "trial-odd"

    def check(self) -> None:
        raise LookupError("a riddle")

    def speak(self, text: str, voice: Voice) -> Clip:
        raise LookupError(f"{voice.name}: {text}")

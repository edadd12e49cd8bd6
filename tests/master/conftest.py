import io
import wave

import numpy as np
import pytest


@pytest.fixture(scope="session")
def spoken(speech):
    """Real speech as floats, at any rate."""

    def at(rate):
        from narrate.stitch import resampled

        pcm = resampled(speech.pcm, speech.rate, rate)
        return np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32768)

    return at


@pytest.fixture(scope="session")
def wav():
    """Floats as a WAV file of 32-bit floats' worth: 16 bits would hide what clips."""

    def make(samples, rate):
        file = io.BytesIO()
        with wave.open(file, "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(4)
            sound.setframerate(rate)
            sound.writeframes((np.asarray(samples, float) * 2**30).astype("<i4").tobytes())
        return file.getvalue()  # at half scale, so that there is room over full scale

    return make

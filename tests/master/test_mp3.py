import io

import numpy as np
import pytest

from narrate.errors import EncodeError
from narrate.master.mp3 import RATES, SCALE_DB, Encoding, encode, info_frame

EVERY_RATE = [(rate, Encoding(rate, 32).bitrates[-1]) for rate in RATES]
USUAL = [(22050, 64)]
OTHERS = [(44100, 128), (44100, 64), (48000, 96), (24000, 32), (16000, 24), (8000, 8)]

FORMS = [*EVERY_RATE, *USUAL, *(pytest.param(*one, marks=pytest.mark.slow) for one in OTHERS)]


def burst(seed, samples, rate):
    """Noise that is found again: low enough for the encoder, and unlike any other seed's."""
    noise = np.random.default_rng(seed).standard_normal(samples)
    spectrum = np.fft.rfft(noise)
    spectrum[int(len(spectrum) * 0.5) :] = 0
    sound = np.fft.irfft(spectrum, samples)
    edge = min(samples // 4, rate // 100)
    sound[:edge] *= np.linspace(0, 1, edge)
    sound[-edge:] *= np.linspace(1, 0, edge)
    return (8000 * sound / np.abs(sound).max()).astype("<i2")


def pieces(encoding, seed=0):
    """Clips of odd lengths with pauses from none to long, each as its own run of frames."""
    rng = np.random.default_rng(seed)
    made = []
    for number in range(7):
        length = int(rng.integers(encoding.rate // 8, encoding.rate))
        sound = burst(seed * 100 + number, length, encoding.rate)
        pause = (0, 1, 37, 700, encoding.rate // 3)[number % 5]
        pcm = sound.tobytes() + bytes(2 * pause)
        made.append((sound, len(pcm) // 2, encode(pcm, len(sound), encoding)))
    return made


def joined(made, encoding):
    data = b"".join(frames.data for _, _, frames in made)
    count = sum(frames.count for _, _, frames in made)
    return info_frame(count, len(data), encoding) + data, count


def found_at(clip, sound, about):
    """Where a clip is in the sound, by cross-correlation some samples around."""
    reach = 60
    start = max(0, about - reach)
    window = sound[start : about + len(clip) + reach].astype(float)
    likeness = np.correlate(window, clip.astype(float), "valid")
    return start + int(np.argmax(likeness)), likeness.max() / (clip.astype(float) ** 2).sum()


@pytest.mark.parametrize(("rate", "bitrate"), FORMS)
def test_joined_pieces_are_heard_whole_and_in_their_place(rate, bitrate, ffmpeg):
    encoding = Encoding(rate, bitrate)
    made = pieces(encoding)
    mp3, count = joined(made, encoding)

    heard = ffmpeg.decode(mp3)

    assert heard.complaints == ""
    assert heard.rate == rate
    assert len(heard.samples) == round(encoding.seconds(count) * rate)
    start = 0
    for sound, samples, frames in made:
        at, strength = found_at(sound, heard.samples, start * encoding.frame)
        assert abs(at - start * encoding.frame) <= 1
        assert strength == pytest.approx(10 ** (SCALE_DB / 20), abs=0.1)
        pause = samples - len(sound)
        assert abs(frames.count * encoding.frame - samples) <= max(
            encoding.frame / 2 + 1, (encoding.encoder_frames + 1) * encoding.frame - pause
        )
        start += frames.count


@pytest.mark.parametrize("samples", [0, 1, 575, 576, 577, 1151, 1152, 1153, 5000])
@pytest.mark.parametrize("rate", [22050, 44100])
def test_the_frames_are_counted_right(samples, rate, ffmpeg):
    encoding = Encoding(rate, 64)
    sound = burst(1, 6000, rate)[:samples]
    frames = encode(sound.tobytes(), samples, encoding)

    data = info_frame(frames.count, len(frames.data), encoding) + frames.data

    assert len(ffmpeg.decode(data).samples) == round(encoding.seconds(frames.count) * rate)


def test_a_piece_is_the_same_whoever_makes_it():
    sound = burst(3, 9000, 22050).tobytes()

    first, second = (encode(sound, 9000, Encoding()) for _ in range(2))

    assert first == second


@pytest.mark.parametrize(("rate", "bitrate"), FORMS)
def test_the_header_tells_of_length_rate_and_delay(rate, bitrate):
    from mutagen.mp3 import MP3, BitrateMode

    encoding = Encoding(rate, bitrate)
    mp3, count = joined(pieces(encoding), encoding)

    info = MP3(io.BytesIO(mp3)).info

    assert info.bitrate_mode == BitrateMode.CBR
    assert info.encoder_info.startswith("LAME 3.100")
    assert (info.sample_rate, info.channels) == (rate, 1)
    # mutagen takes the encoder's delay and padding off, and counts what the decoder adds.
    assert info.length == pytest.approx(encoding.seconds(count), abs=0.001)
    assert info.bitrate == pytest.approx(1000 * bitrate, rel=0.01)


def test_the_delays_are_those_that_players_skip():
    from mutagen.mp3._util import LAMEHeader, XingHeader

    frame = info_frame(1000, 200_000, Encoding())
    xing = XingHeader(io.BytesIO(frame[frame.index(b"Info") :]))

    assert (xing.frames, xing.is_info) == (1000, True)
    assert xing.bytes == 200_000 + len(frame)
    assert isinstance(xing.lame_header, LAMEHeader)
    assert xing.lame_header.encoder_delay_start == 576
    assert xing.lame_header.encoder_padding_end == 529


def test_the_seek_table_is_that_of_a_constant_rate():
    frame = info_frame(1000, 200_000, Encoding())
    start = frame.index(b"Info") + 16

    table = list(frame[start : start + 100])

    assert table == [256 * percent // 100 for percent in range(100)]


@pytest.mark.parametrize("rate", [0, 22051, 96000])
def test_a_rate_that_mp3_has_not_is_told_with_those_it_has(rate):
    with pytest.raises(EncodeError, match=r"8000, 11025.*48000"):
        Encoding(rate)


@pytest.mark.parametrize(("rate", "bitrate"), [(22050, 192), (44100, 24), (44100, 63), (8000, 80)])
def test_a_bitrate_that_mp3_has_not_is_told_with_those_it_has(rate, bitrate):
    with pytest.raises(EncodeError, match=rf"no {bitrate} kbit/s .one of .*64"):
        Encoding(rate, bitrate)

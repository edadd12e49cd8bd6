"""The engine contract, as tests that every speech engine inherits.

In the tests of an engine, ours or a plug-in's (pytest runs them):

    from narrate.testing import EngineContract

    class TestMine(EngineContract):
        def engine(self): return MineEngine()
        def voice(self): return Voice("anna", "en-GB", "mine", "anna-v2", "Voice is AI-generated.")

An engine that can't run on the machine fails, as it should: leave the class out there.
"""

from dataclasses import replace
from typing import Any, ClassVar

from narrate.engines import Engine, EngineVoice
from narrate.errors import EngineError
from narrate.model import Clip, Voice
from narrate.speak import check

_SENTENCE = "The bridge over the river stays shut until the spring."
_LONG = 20_000  # characters
_SAME = 0.03  # of the length: two takes of one text may differ by that
_HOSTILE = (
    "",
    "   ",
    "\0",
    "\x01\x02\x07\x1b[31m red \x9b\x7f",
    "<b>Bold</b> <voice name='x'> & &amp; &#0; <",
    "[[h@l'oU]] and [[ and ]]",
    "{{ $(reboot) `id` %s %n {0}",
    "\ud800 half a pair, \ufeff \u202e \ufffe",
    "😀 👩‍👩‍👧 e\u0301\u0301\u0301 مرحبا שלום 東京",
    "x" * 600,
    "?!…—" * 50,
)


class EngineContract:
    """What narrate relies on. Give `engine` and `voice`; the tests come along.

    Speech is expected to be in English. No test needs the network or another engine.
    """

    takes_any_voice: ClassVar[bool] = False
    """Whether the engine speaks for whatever voice it is given, known to it or not."""
    longest: ClassVar[int] = _LONG
    """Characters that it speaks in one go; a longer text has to raise EngineError."""

    def engine(self) -> Engine:
        """The engine, ready to speak; called for each test."""
        raise NotImplementedError

    def voice(self) -> Voice:
        """A voice that the engine speaks."""
        raise NotImplementedError

    def _speak(self, text: str) -> Clip:
        return self.engine().speak(text, self.voice())

    def test_it_goes_by_the_name_that_voices_give(self) -> None:
        """The entry point's name, the engine's own, and a voice's `engine` are one."""
        assert self.engine().name == self.voice().engine

    def test_its_version_is_a_text_that_stays(self) -> None:
        """It is part of a cache key."""
        first, second = self.engine().version(), self.engine().version()

        assert isinstance(first, str)
        assert first == second != ""

    def test_the_check_returns_or_tells_why_not(self) -> None:
        """Any other error would be taken for a bug of the engine."""
        try:
            self.engine().check()
        except EngineError as error:
            assert error.what  # noqa: PT017 - it need not be raised

    def test_its_voices_have_ids_and_languages(self) -> None:
        """They are listed by `narrate voices --all`."""
        voices = self.engine().voices()

        assert all(isinstance(voice, EngineVoice) for voice in voices)
        assert all(voice.id and voice.language for voice in voices)

    def test_it_speaks(self) -> None:
        """Sound of a plausible length, silent only if the voice is."""
        voice = self.voice()

        clip = self._speak(_SENTENCE)

        check(clip, _SENTENCE, voice)
        assert len(clip.pcm) == 2 * clip.samples

    def test_marks_are_in_order_and_within(self) -> None:
        """Marks point into the text and into the sound."""
        clip = self._speak(_SENTENCE)

        samples = [mark.sample for mark in clip.marks]
        assert samples == sorted(samples)
        assert all(0 <= mark.sample <= clip.samples for mark in clip.marks)
        assert all(0 <= m.position <= m.position + m.length <= len(_SENTENCE) for m in clip.marks)

    def test_marks_count_characters_not_bytes(self) -> None:
        """Else words after an accent or a dash would be lit up too late."""
        text = "“Café” — naïve — bridge"

        clip = self._speak(text)

        assert all(mark.position < len(text) for mark in clip.marks)
        last = [mark for mark in clip.marks if mark.position >= text.index("bridge")]
        assert not clip.marks or last

    def test_more_text_is_more_sound(self) -> None:
        """Nothing is dropped from the end of a longer text."""
        one, two = self._speak(_SENTENCE), self._speak(f"{_SENTENCE} {_SENTENCE}")

        assert two.duration > 1.6 * one.duration

    def test_each_utterance_is_whole_and_alone(self) -> None:
        """Nothing is left over from one to the next, and nothing queued is lost."""
        engine, voice = self.engine(), self.voice()

        first = engine.speak(_SENTENCE, voice)
        short = engine.speak("Yes.", voice)
        again = engine.speak(_SENTENCE, voice)

        assert short.duration < first.duration / 2
        assert abs(again.duration - first.duration) <= _SAME * first.duration

    def test_a_faster_voice_takes_less_time(self) -> None:
        """`rate` is words a minute."""
        slow, fast = (replace(self.voice(), rate=rate) for rate in (120, 240))

        long, short = (self.engine().speak(_SENTENCE, voice) for voice in (slow, fast))

        assert short.duration < 0.8 * long.duration

    def test_a_nul_does_not_end_the_text(self) -> None:
        """C code would stop there."""
        cut = self._speak("One two three.")

        whole = self._speak("One two three.\0 Four five six, seven eight nine, ten.")

        assert whole.duration > 1.5 * cut.duration

    def test_markup_is_no_command(self) -> None:
        """A page's text must not steer the voice."""
        clip = self._speak('Wait <break time="60s"/> here.')

        assert clip.duration < 30  # noqa: PLR2004 - half of what the markup asks for

    def test_phonemes_are_said_by_who_says_so(self) -> None:
        """An engine that says that it takes phonemes doesn't spell them out."""
        takes = self.engine().phonemes

        assert takes in (True, False)
        if takes:
            said, spelt = self._speak("[[h@l'oU]]"), self._speak("h@l'oU h@l'oU")
            assert 0 < said.duration < spelt.duration / 2

    def test_hostile_texts_do_no_harm(self) -> None:
        """Spoken or refused, and the next text is spoken as before."""
        before = self._speak(_SENTENCE)

        for text in _HOSTILE:
            self._speak_or_refuse(text)

        after = self._speak(_SENTENCE)
        assert abs(after.duration - before.duration) <= _SAME * before.duration

    def _speak_or_refuse(self, text: str) -> None:
        try:
            clip = self._speak(text)
        except EngineError:
            return
        assert clip.rate > 0
        assert len(clip.pcm) == 2 * clip.samples
        assert all(0 <= mark.position <= len(text) for mark in clip.marks)

    def test_a_very_long_text_is_spoken_or_refused(self) -> None:
        """No crash, and never a part of it in silence."""
        text = (f"{_SENTENCE} " * _LONG)[:_LONG]
        quick = replace(self.voice(), rate=300)

        if len(text) > self.longest:
            self._refuses(text, quick)
        else:
            check(self.engine().speak(text, quick), text, quick)

    def test_a_voice_it_does_not_know_is_refused(self) -> None:
        """And one that it knows is spoken afterwards."""
        if not self.takes_any_voice:
            self._refuses(_SENTENCE, replace(self.voice(), id="no-such-voice", language="zxx"))

        check(self._speak(_SENTENCE), _SENTENCE, self.voice())

    def _refuses(self, text: str, voice: Voice) -> None:
        try:
            self.engine().speak(text, voice)
        except EngineError:
            return
        raise AssertionError("EngineError should have been raised")

    def test_nothing_is_printed(self, capfd: Any) -> None:
        """Standard output may be where the sound goes."""
        capfd.readouterr()

        self._speak(_SENTENCE)
        self.engine().voices()

        assert capfd.readouterr().out == ""

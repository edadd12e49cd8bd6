"""What is said of an edition being a machine's, from which every surface takes its words.

A `Disclosure` is made once of a script and its voice. What a listener hears, what is shown
beside the audio and what programs read are functions of it, so that no two of them differ.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from narrate.model import Script, Segment, TextBy, Voice, VoiceKind
from narrate.notices import wording_for

from .languages import unspaced
from .plain import one_line

Place = Literal["start", "parts", "end"]
"""Where the notice is heard: first of all, at the start of every later part, at the end."""

SourceTerm = Literal["algorithmicMedia", "trainedAlgorithmicMedia", "compositeSynthetic"]
"""Terms of the IPTC's digital source types that made-up speech can have."""

AI_CONTENT = "true"
"""What stands in `<podcast:txt purpose="ai-content">`, on a channel and on an item."""

_VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_WEIGHT: dict[VoiceKind, int] = {"silent": 0, "formant": 0, "neural": 1, "recorded": 2}
_TERMS: tuple[SourceTerm, ...] = (
    "algorithmicMedia",
    "trainedAlgorithmicMedia",
    "compositeSynthetic",
)


SCHEMA_TERMS: Mapping[str, SourceTerm] = {
    f"{term[0].upper()}{term[1:]}DigitalSource": term for term in _TERMS
}
"""The same terms as schema.org's IPTCDigitalSourceEnumeration calls them."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What people and programs are told about the voice of one edition."""

    notice: str
    """The words that are said and shown."""
    language: str
    """BCP 47 tag of the notice."""
    kinds: tuple[VoiceKind, ...]
    """Of the voices that really spoke."""
    voice: str
    """The voice's name."""
    engine: str
    """What it speaks with."""
    said: tuple[Place, ...] = ("start",)
    elsewhere: bool = False
    """Whether it is not said first of all, on somebody's promise that listeners are told."""
    text_by: TextBy = "unknown"
    recordings: bool = False
    """Whether recordings from elsewhere are played too, as an opening jingle is."""

    @property
    def term(self) -> SourceTerm:
        """What kind of made thing the audio is: the IPTC's word for it."""
        heaviest = max((_WEIGHT[kind] for kind in self.kinds), default=0)
        return _TERMS[2 if self.recordings else heaviest]

    @property
    def source_type(self) -> str:
        """The same as the IPTC's identifier, `http` as the vocabulary writes it."""
        return _VOCABULARY + self.term


def disclosure(
    script: Script, voice: Voice, *, text_by: TextBy = "unknown", recordings: bool = False
) -> Disclosure:
    """What is to be told of a script spoken by that voice.

    `recordings` says whether recordings are played around it: whether they hold speech can't
    be known, and the IPTC's word for a mix is right in both cases. A formant voice is computed
    by rule, a neural one by a trained model, and one that is put together from recordings of a
    person is a mix by itself (https://cv.iptc.org/newscodes/digitalsourcetype/).
    """
    notice, language = _opening(script) or (one_line(voice.disclaimer), voice.language)
    said = _said(script.segments)
    return Disclosure(
        notice=notice,
        language=language,
        kinds=(voice.kind,),
        voice=voice.name,
        engine=voice.engine,
        said=said,
        elsewhere="start" not in said,
        text_by=text_by,
        recordings=recordings,
    )


def _opening(script: Script) -> tuple[str, str] | None:
    """The notice at the start and its language; None where there is none."""
    if not script.segments or script.segments[0].kind != "disclaimer":
        return None
    _, run = next(groupby(script.segments, key=lambda segment: segment.kind))
    language = script.segments[0].language or script.language
    glue = "" if unspaced(language) else " "
    return glue.join(one_line(segment.text) for segment in run), language


def _said(segments: Iterable[Segment]) -> tuple[Place, ...]:
    """Where the notice stands among the segments."""
    runs = [kind == "disclaimer" for kind, _ in groupby(segments, key=lambda one: one.kind)]
    places: dict[Place, bool] = {
        "start": runs[:1] == [True],
        "parts": any(runs[1:-1]),
        "end": len(runs) > 1 and runs[-1],
    }
    return tuple(place for place, is_said in places.items() if is_said)


def short(told: Disclosure) -> str:
    """The notice on one line: for a player, a comment in captions, a tag for people."""
    return one_line(told.notice)


def sentence(told: Disclosure) -> str:
    """The notice and, where somebody said, how the text came about: for feeds and pages.

    >>> sentence(Disclosure("AI voice.", "en", ("neural",), "a", "b", text_by="people"))
    'AI voice. The text was written by people.'
    """
    glue = "" if unspaced(told.language) else " "
    parts = (short(told), wording_for(told.language).text_by(told.text_by))
    return glue.join(part for part in parts if part)


def schema_term(told: Disclosure) -> str:
    """The value of schema.org's `digitalSourceType`, as an address.

    >>> schema_term(Disclosure("AI voice.", "en", ("neural",), "anna", "piper"))
    'https://schema.org/TrainedAlgorithmicMediaDigitalSource'
    """
    name = next(name for name, term in SCHEMA_TERMS.items() if term == told.term)
    return f"https://schema.org/{name}"


def machine(told: Disclosure) -> tuple[tuple[str, str], ...]:
    """What programs read: names and values, the same in every container that takes such pairs."""
    kinds = " and ".join(told.kinds)
    fields = [
        ("AI-DISCLOSURE", short(told)),
        ("DIGITAL-SOURCE-TYPE", told.source_type),
        ("AI-VOICE", one_line(f"{told.voice} ({kinds}, {told.engine})")),
    ]
    if told.text_by != "unknown":
        fields.append(("AI-TEXT", told.text_by))
    if told.elsewhere:
        fields.append(("AI-DISCLOSED-ELSEWHERE", "true"))
    return tuple(fields)

"""What kind of made thing the audio is, as machines are told it."""

from narrate.model import VoiceKind

_VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"

_TERMS: dict[VoiceKind, str] = {
    "formant": "algorithmicMedia",
    "neural": "trainedAlgorithmicMedia",
    "recorded": "compositeSynthetic",
    "silent": "algorithmicMedia",
}


def source_type(kind: VoiceKind) -> str:
    """The IPTC digital source type of audio spoken by a voice of this kind.

    A formant voice is computed by rule, a neural one by a trained model, and recordings of a
    person put together by a program are composite. The address is the term's identifier
    (https://cv.iptc.org/newscodes/digitalsourcetype/), `http` as the vocabulary writes it.

    >>> source_type("neural").rpartition("/")[2]
    'trainedAlgorithmicMedia'
    """
    return _VOCABULARY + _TERMS[kind]

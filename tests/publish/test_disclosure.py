from typing import get_args

from narrate.model import VoiceKind
from narrate.publish.disclosure import source_type


def test_every_kind_of_voice_has_its_term():
    terms = {kind: source_type(kind).rpartition("/")[2] for kind in get_args(VoiceKind)}

    assert terms == {
        "formant": "algorithmicMedia",
        "neural": "trainedAlgorithmicMedia",
        "recorded": "compositeSynthetic",
        "silent": "algorithmicMedia",
    }

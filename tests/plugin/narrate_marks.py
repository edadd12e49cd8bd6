"""A third party's mark, which anybody hears and nobody needs a key for: a step in every sample."""

from typing import Any

from narrate.watermarks import Detection

_STEP = 0.01


class Loud:
    """Adds a constant."""

    name = "trial-mark"

    def version(self) -> str:
        return "1"

    def mark(self, samples: Any, rate: int, key: bytes) -> Any:
        del rate, key
        return samples + samples.dtype.type(_STEP)

    def detect(self, samples: Any, rate: int, key: bytes) -> Detection:
        del rate, key
        return Detection(float(abs(samples.mean())) / _STEP, 0.5, 0.5)

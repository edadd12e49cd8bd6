"""When a request is given up."""

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment at which a request is given up, however busy the server looks."""

    seconds: float
    """What was allowed in all."""
    at: float
    """On the monotonic clock."""

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """The deadline that is so many seconds away."""
        return cls(seconds, time.monotonic() + seconds)

    @property
    def left(self) -> float:
        """Seconds; raises TimeoutError when there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    @property
    def passed(self) -> bool:
        """Whether it is over."""
        return time.monotonic() >= self.at

"""Being told to stop, as a service manager or `timeout` does it."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TerminatedError(KeyboardInterrupt):
    """SIGTERM came."""


@contextmanager
def stopped_by_terminate() -> Iterator[None]:
    """In the block SIGTERM is a TerminatedError: what was begun is made whole, as at Ctrl-C.

    Elsewhere than in the main thread, and on Windows, which doesn't send it, nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ours = os.getpid()

    def stop(_number: int, _frame: FrameType | None) -> None:
        if os.getpid() != ours:  # a worker that has just been forked off, and begun nothing
            os._exit(0)
        raise TerminatedError

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)

"""Files and standard input, read whole and within bounds."""

import sys
from pathlib import Path

from narrate.errors import FetchError
from narrate.fetch.raw import Limits, Raw


def read_file(source: str, limits: Limits) -> Raw:
    """Read a file.

    Raises FetchError when there is none of that name, it may not be read, it is a folder or
    it is too large.
    """
    path = Path(source)
    try:
        with path.open("rb") as file:
            body = file.read(limits.bytes + 1)
    except FileNotFoundError as error:
        raise FetchError("no such file", subject=source, mend=_hint(path)) from error
    except PermissionError as error:
        if path.is_dir():  # Windows says "permission denied" of a folder
            raise _folder(source) from error
        raise FetchError("this file may not be read: permission denied", subject=source) from error
    except IsADirectoryError as error:
        raise _folder(source) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or error
        raise FetchError(f"this file can't be read: {reason}", subject=source) from error
    return Raw(_bounded(body, source, limits), source)


def read_stdin(limits: Limits) -> Raw:
    """Read standard input to its end; raises FetchError when it is closed or too large."""
    if sys.stdin is None:  # closed, or a program without a console
        raise FetchError("standard input is closed", subject="-")
    try:
        body = sys.stdin.buffer.read(limits.bytes + 1)
    except (OSError, ValueError) as error:
        raise FetchError("standard input is closed", subject="-") from error
    return Raw(_bounded(body, "-", limits), "-")


def _bounded(body: bytes, source: str, limits: Limits) -> bytes:
    if len(body) > limits.bytes:
        raise FetchError(f"it is larger than {limits.bytes / 1e6:g} MB", subject=source)
    return body


def _folder(source: str) -> FetchError:
    return FetchError("this is a folder", subject=source, mend="name the files in it")


def _hint(path: Path) -> str | None:
    """The name that was probably meant."""
    from difflib import get_close_matches
    from itertools import islice

    if path.parts and path.parts[0].lower().startswith("www."):
        return f"for an address of the web write https://{path.as_posix()}"
    try:
        names = [entry.name for entry in islice(path.parent.iterdir(), 1000)]
    except OSError:
        return f"there is no folder {path.parent} either"
    close = get_close_matches(path.name, names, n=1)
    return f"did you mean {path.with_name(close[0])}?" if close else None

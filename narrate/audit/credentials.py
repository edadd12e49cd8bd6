"""Content credentials, where they are asked for."""

from collections.abc import Iterator
from pathlib import Path

from narrate.audit.report import Check

_HOLD = ("trusted", "unknown signer")
"""Verdicts by which the claim is this file's; whom to trust is the listener's to say."""


def credential_checks(path: Path, subject: str) -> Iterator[Check]:
    """Whether a sound file carries content credentials that fit it.

    Raises the error of `narrate.credentials` where what reads them is not installed.
    """
    from narrate.credentials.verify import verify

    word = verify(path).word
    if word in _HOLD:
        yield Check(subject, "credentials", told=True, what=word)
    else:
        what, mend = f"its content credentials are not there or don't hold: {word}", "sign it anew"
        yield Check(subject, "credentials", told=False, what=what, mend=mend)

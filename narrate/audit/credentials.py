"""Content credentials, where they are asked for."""

from collections.abc import Iterator
from pathlib import Path

from narrate.audit.report import Check


def credential_checks(path: Path, subject: str) -> Iterator[Check]:
    """Whether a sound file carries content credentials that fit it.

    Raises the error of `narrate.credentials` where what reads them is not installed.
    """
    from narrate.credentials.verify import verify

    verdict = verify(path)
    if verdict.word in ("unsigned", "altered"):
        what, mend = f"the file is {verdict.word}", "sign it: `narrate sign`"
        yield Check(subject, "credentials", told=False, what=what, mend=mend)
    else:
        yield Check(subject, "credentials", told=True, what=verdict.word)

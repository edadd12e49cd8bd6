"""What can go wrong, said for the person who has to put it right.

Every error that a user can cause or mend is a `NarrateError`; the command line turns it
into one line and exit code 1. Anything else is a bug and keeps its traceback.
"""


class NarrateError(Exception):
    """Something failed: `what` in one sentence, on which `subject`, and the way to `mend` it."""

    def __init__(self, what: str, *, subject: str | None = None, mend: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.subject = subject
        self.mend = mend

    def __str__(self) -> str:
        line = f"{self.subject}: {self.what}" if self.subject else self.what
        return f"{line} ({self.mend})" if self.mend else line

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross from worker processes; the default would lose the keywords.
        return _rebuild, (type(self), self.what, self.subject, self.mend)


def _rebuild(
    kind: type[NarrateError], what: str, subject: str | None, mend: str | None
) -> NarrateError:
    return kind(what, subject=subject, mend=mend)


class FetchError(NarrateError):
    """A source could not be read: no such file, a refused address, an error of the server."""


class ExtractError(NarrateError):
    """A page was read, and there is no article to narrate in it."""


class ScriptError(NarrateError):
    """A script could not be written or read back."""


class VoiceError(NarrateError):
    """A voice is unknown, or its file is wrong."""


class EngineError(NarrateError):
    """A speech engine cannot run here, or failed on a segment."""


class EncodeError(NarrateError):
    """The audio could not be mastered or encoded."""


class PublishError(NarrateError):
    """What was made could not be tagged or written."""


class CredentialsError(NarrateError):
    """What was made could not be signed, or a signature could not be read."""


class WatermarkError(NarrateError):
    """A mark in the sound could not be made or looked for."""


class ConfigError(NarrateError):
    """A setting is wrong."""

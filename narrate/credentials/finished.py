"""Files that are finished already: what their tags tell is claimed, and they are signed."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from narrate.errors import CredentialsError

from .certificates import read
from .claim import Claim, Source
from .media import media_type
from .sign import sign
from .signers import Signing
from .verify import verify

_VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_CHUNK = 1 << 20  # bytes
_NAMES = {
    "title": ("TIT2", "title", "\xa9nam"),
    "notice": ("TXXX:AI-DISCLOSURE", "ai-disclosure", "----:com.apple.iTunes:AI-DISCLOSURE"),
    "source_type": (
        "TXXX:DIGITAL-SOURCE-TYPE",
        "digital-source-type",
        "----:com.apple.iTunes:DIGITAL-SOURCE-TYPE",
    ),
    "url": ("TXXX:SOURCE-URL", "source-url", "----:com.apple.iTunes:SOURCE-URL"),
}
"""What each is called in ID3, in Vorbis comments and in MP4."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is told besides the tags."""

    page: Path | None = None
    """The article as it was read."""
    term: str | None = None
    """What kind of machine spoke, in the IPTC's word."""
    again: bool = False
    """Whether a signature that is there may be replaced."""


def sign_file(path: Path, how: Signing, wanted: Wanted) -> None:
    """Sign a finished file in its place: it is there signed, or as it was.

    Raises CredentialsError, also for a file that has been signed before, unless that is wanted.
    """
    before = verify(path).word
    if before not in {"unsigned", "unreadable"} and not wanted.again:
        raise CredentialsError(
            "has been signed before", subject=str(path), mend="--replace signs it anew"
        )
    try:
        with path.open("rb") as sound, TemporaryFile() as signed:
            kind = media_type(sound, str(path))
            sign(sound, signed, claimed(path, wanted), kind, how)
            _replace(path, signed)
    except OSError as error:
        raise CredentialsError(f"can't be read: {error.strerror}", subject=str(path)) from error


def claimed(path: Path, wanted: Wanted) -> Claim:
    """What is claimed of a file, by its tags; raises CredentialsError where they don't tell."""
    tags = _tags(path)
    known = {name: _first(tags, names) for name, names in _NAMES.items()}
    kind = _VOCABULARY + wanted.term if wanted.term else known["source_type"]
    if not kind:
        raise CredentialsError(
            "no tag tells what kind of machine spoke", subject=str(path), mend="give --source-type"
        )
    digest = sha256(read(wanted.page)).hexdigest() if wanted.page else None
    source = Source(known["url"], digest) if known["url"] or digest else None
    return Claim(known["title"] or path.stem, kind, known["notice"], None, source)


def _tags(path: Path) -> Any:
    import mutagen

    try:
        found: Any = mutagen.File(path)
    except mutagen.MutagenError as error:
        raise CredentialsError(f"its tags can't be read: {error}", subject=str(path)) from error
    return (found.tags if found else None) or {}


def _first(tags: Any, names: tuple[str, ...]) -> str | None:
    """The first value that one of the names has, whatever the container makes of it."""
    for name in names:
        try:
            value = tags.get(name)
        except (KeyError, ValueError):  # Vorbis comments refuse the names of others
            continue
        if value:
            first = value[0] if isinstance(value, list) else str(value)
            return first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
    return None


def _replace(path: Path, signed: IO[bytes]) -> None:
    from narrate.publish.atomic import replacing

    signed.seek(0)
    with replacing(path) as file:
        while chunk := signed.read(_CHUNK):
            file.write(chunk)

"""What kind of sound a file holds, by its first bytes."""

from typing import IO

from narrate.errors import CredentialsError

MP3, WAV, M4A, FLAC = "audio/mpeg", "audio/wav", "audio/mp4", "audio/flac"
TYPES = (MP3, WAV, M4A, FLAC)
"""What C2PA's library puts credentials into; each was tried."""
SIGNABLE = "MP3, WAV, M4A (M4B) and FLAC"

_HEAD = 12
_ID3 = 10


def media_type(file: IO[bytes], name: str) -> str:
    """The media type of a file that can be signed; its place in the file is left at the start.

    Raises CredentialsError for every other file. FLAC may stand behind an ID3 tag, which is
    where C2PA puts its credentials (C2PA 2.2, annex A.3.4).
    """
    file.seek(0)
    head = file.read(_HEAD)
    after = head
    if head.startswith(b"ID3") and len(head) >= _ID3:
        file.seek(_ID3 + _syncsafe(head[6:10]))
        after = file.read(_HEAD)
    file.seek(0)
    found = _by(after) or (MP3 if head.startswith(b"ID3") else None)
    if found is None:
        raise CredentialsError(
            "is not a kind of sound that can be signed",
            subject=name,
            mend=f"{SIGNABLE} can; Ogg and Opus have no place for credentials yet",
        )
    return found


def _by(head: bytes) -> str | None:
    if head.startswith(b"fLaC"):
        return FLAC
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return WAV
    if head[4:8] == b"ftyp":
        return M4A
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2:  # noqa: PLR2004 - layer III
        return MP3
    return None


def _syncsafe(size: bytes) -> int:
    return size[0] << 21 | size[1] << 14 | size[2] << 7 | size[3]

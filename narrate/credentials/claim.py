"""What is stated of an edition, and its form as a C2PA manifest definition.

Everything here is data about the edition: nothing is read, and the same claim gives the same
definition.
"""

from dataclasses import dataclass
from typing import Any

from narrate import __version__

INGREDIENT = "article"
"""What the source article is called inside a definition."""


@dataclass(frozen=True, slots=True)
class Source:
    """The article that was read aloud."""

    url: str | None = None
    sha256: str | None = None
    """Of the bytes that were read, in hexadecimal."""
    media_type: str = "text/html"


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who spoke."""

    voice: str
    engine: str
    version: str
    """The engine's."""
    kinds: tuple[str, ...] = ()
    language: str | None = None
    """BCP 47 tag."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What the signer states."""

    title: str
    source_type: str
    """The IPTC's identifier of what kind of made thing the sound is."""
    notice: str | None = None
    """The words in which listeners are told."""
    spoken: Spoken | None = None
    source: Source | None = None


def definition(claim: Claim, media_type: str) -> dict[str, Any]:
    """The manifest definition that c2pa's builder takes (C2PA 2.2, sections 10, 18.15, 18.16).

    One action, `c2pa.created`, with the digital source type of what really spoke; the article is
    its input, by address and hash, and is not embedded. Nothing is stated about whether the sound
    may be used for training: that is the publisher's to say, not the program's.
    """
    action: dict[str, Any] = {
        "action": "c2pa.created",
        "digitalSourceType": claim.source_type,
        "softwareAgent": {"name": "narrate", "version": __version__},
        "description": "An article read aloud by a synthetic voice.",
        "parameters": _parameters(claim),
    }
    return {
        "claim_generator_info": [{"name": "narrate", "version": __version__}],
        "title": claim.title,
        "format": media_type,
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [action]}}],
        "ingredients": [_ingredient(claim.title, claim.source)] if claim.source else [],
    }


def _parameters(claim: Claim) -> dict[str, Any]:
    """What the action was done with; names of our own carry ours, as the standard asks."""
    said: dict[str, Any] = {}
    if claim.spoken:
        spoken = claim.spoken
        said = {
            "narrate.voice": spoken.voice,
            "narrate.voice-kinds": list(spoken.kinds),
            "narrate.engine": spoken.engine,
            "narrate.engine-version": spoken.version,
            "narrate.language": spoken.language,
        }
    said["narrate.notice"] = claim.notice
    if claim.source:
        said["ingredientIds"] = [INGREDIENT]
    return {name: value for name, value in said.items() if value}


def _ingredient(title: str, source: Source) -> dict[str, Any]:
    stated: dict[str, Any] = {
        "title": title,
        "format": source.media_type,
        "relationship": "inputTo",
        "label": INGREDIENT,
        "instance_id": f"sha256:{source.sha256}" if source.sha256 else source.url,
        "informational_URI": source.url,
    }
    if source.sha256:
        stated["description"] = f"SHA-256 of the article as it was read: {source.sha256}"
        stated["metadata"] = {"narrate.sha256": source.sha256}
    return {name: value for name, value in stated.items() if value}

"""What a file's credentials say, and whether they hold."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from narrate.errors import CredentialsError

from .certificates import USES, certificates
from .libraries import c2pa
from .media import media_type

Word = Literal[
    "trusted", "unknown signer", "expired", "altered", "invalid", "unsigned", "unreadable"
]

_EXPIRED = {"signingCredential.expired", "claimSignature.outsideValidity"}
_TRUST = "signingCredential.untrusted"
_ALTERED = (".mismatch", ".malformed", ".missing", "general.error", ".multiple")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in a file."""

    file: str
    word: Word
    signer: str | None = None
    """The name in the certificate."""
    time: str | None = None
    """When it was signed, by a time-stamp server's word; ISO 8601."""
    title: str | None = None
    source_type: str | None = None
    source_url: str | None = None
    source_sha256: str | None = None
    made_by: str | None = None
    """The program that made the claim, with its version."""
    stated: tuple[tuple[str, str], ...] = ()
    """Voice, engine and what else the claim states of our own, by name."""
    problems: tuple[str, ...] = ()
    """The standard's codes of what is wrong."""


def verify(path: Path, anchors: bytes = b"") -> Verdict:
    """Read a file's credentials; `anchors` are the certificates (PEM) of trusted authorities.

    Never raises for a bad file: every outcome is a word. Nothing is fetched from the network.
    Raises CredentialsError for anchors that are no certificates.
    """
    library = c2pa()
    if anchors:
        certificates(anchors, "the trust anchors")
    name = str(path)
    try:
        with path.open("rb") as file:
            return _read(library, file, name, anchors)
    except (OSError, CredentialsError) as error:
        reason = getattr(error, "strerror", None) or getattr(error, "what", "")
        return Verdict(name, "unreadable", problems=(str(reason),))


def _read(library: Any, file: Any, name: str, anchors: bytes) -> Verdict:
    kind = media_type(file, name)
    try:
        with (
            library.Context.from_dict(_settings(anchors)) as context,
            library.Reader(kind, file, context=context) as reader,
        ):
            return _verdict(name, json.loads(reader.json()))
    except library.C2paError.ManifestNotFound:
        return Verdict(name, "unsigned")
    except (library.C2paError, ValueError) as error:
        return Verdict(name, "altered", problems=(str(error).partition("\n")[0],))


def _settings(anchors: bytes) -> dict[str, Any]:
    """Whom to trust, for which uses of a certificate; nothing is asked of the network."""
    trust = {"trust_config": "\n".join(sorted(USES))}
    if anchors:
        trust["user_anchors"] = anchors.decode("ascii", errors="replace")
    checks = {"verify_trust": True, "remote_manifest_fetch": False, "ocsp_fetch": False}
    return {"verify": checks, "trust": trust}


def _verdict(name: str, told: dict[str, Any]) -> Verdict:
    results = told.get("validation_results", {}).get("activeManifest", {})
    problems = tuple(one.get("code", "") for one in results.get("failure", ()))
    active = told["manifests"][told["active_manifest"]]
    signature = active.get("signature_info", {})
    maker = _first(active, "claim_generator_info")
    action = _created(active)
    source = _first(active, "ingredients")
    return Verdict(
        file=name,
        word=_word(told.get("validation_state"), problems),
        signer=signature.get("common_name") or signature.get("issuer"),
        time=signature.get("time"),
        title=active.get("title"),
        source_type=action.get("digitalSourceType"),
        source_url=source.get("informational_URI"),
        source_sha256=(source.get("metadata") or {}).get("narrate.sha256"),
        made_by=" ".join(filter(None, (maker.get("name"), maker.get("version")))) or None,
        stated=_stated(action.get("parameters") or {}),
        problems=problems,
    )


def _first(active: dict[str, Any], name: str) -> dict[str, Any]:
    return dict(next(iter(active.get(name, ())), {}))


def _created(active: dict[str, Any]) -> dict[str, Any]:
    """The action with which it began."""
    for assertion in active.get("assertions", ()):
        if assertion.get("label", "").startswith("c2pa.actions"):
            for action in assertion["data"].get("actions", ()):
                if action.get("action") == "c2pa.created":
                    return dict(action)
    return {}


def _stated(parameters: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    prefix = "narrate."
    return tuple(
        (name.removeprefix(prefix), ", ".join(value) if isinstance(value, list) else str(value))
        for name, value in sorted(parameters.items())
        if name.startswith(prefix)
    )


def _word(state: str | None, problems: tuple[str, ...]) -> Word:
    if state == "Trusted":
        return "trusted"
    wrong = [problem for problem in problems if problem != _TRUST]
    if state == "Valid" and not wrong:
        return "unknown signer"
    if any(problem.endswith(_ALTERED) for problem in wrong):
        return "altered"
    return "expired" if any(problem in _EXPIRED for problem in wrong) else "invalid"

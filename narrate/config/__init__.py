"""`narrate.toml`: what a publication says once of its feed, its voice and its folder.

The file is plain TOML that a person writes; `narrate.config.keys` has every key, and what is
wrong with one is told with its line and the nearest right name.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from narrate.config.parse import Tables, parse
from narrate.errors import ConfigError
from narrate.feed.guid import channel_guid
from narrate.feed.model import FEED, Channel, Frequency, Licence, Owner, Person
from narrate.frame import Frame
from narrate.model import TextBy
from narrate.pipeline import Settings
from narrate.reading import Reading

if TYPE_CHECKING:
    from narrate.credentials.signers import Signing
    from narrate.watermarks.keys import Wanted

NAME = "narrate.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """A library's settings, checked."""

    channel: Channel
    """Without the cover's address and the notice, which depend on what lies in the folder."""
    reading: Reading
    settings: Settings
    formats: tuple[str, ...] = ("mp3",)
    """Of the files of sound; the first is the enclosure."""
    cover: Path | None = None
    """The picture that the publication gives; None where one is drawn."""
    watermark: "Wanted | None" = None
    """The mark in the sound of new episodes, its key not yet read."""
    keep_replaced: int = 48
    """Hours for which the files of a replaced episode stay."""
    sources: tuple[Path, ...] = field(default=())
    """Every file that the settings name, on whose contents the sound depends."""


def load(folder: Path, *, allow_private: bool = False) -> Config:
    """The settings of the library in a folder.

    Raises ConfigError where there are none, or where one is wrong.
    """
    path = folder / NAME
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        mend = f"make it one with: narrate feed init {folder}"
        raise ConfigError(f"holds no {NAME}", subject=str(folder), mend=mend) from error
    except OSError as error:
        raise ConfigError(f"can't be read: {error.strerror}", subject=str(path)) from error
    except UnicodeDecodeError as error:
        raise ConfigError("is not UTF-8", subject=str(path), mend="save it as UTF-8") from error
    return config(text, folder, allow_private=allow_private)


def config(text: str, folder: Path, *, allow_private: bool = False) -> Config:
    """The settings that a `narrate.toml` in that folder states; raises ConfigError."""
    tables = parse(text, str(folder / NAME))
    voice, sound, library = (tables.one(name) for name in ("voice", "sound", "library"))
    named = (voice["folder"], *voice["lexicons"], sound["intro"], sound["outro"])
    cover = tables.one("")["cover"]
    return Config(
        channel=_channel(tables),
        reading=_reading(tables, folder, allow_private=allow_private),
        settings=_settings(tables, folder),
        formats=tuple(sound["formats"]),
        cover=_file(folder, cover),
        watermark=_watermark(tables, folder),
        keep_replaced=library["keep_replaced"],
        sources=tuple(folder / name for name in named if name),
    )


def _channel(tables: Tables) -> Channel:
    top, owner = tables.one(""), tables.one("owner")
    address = top["address"].rstrip("/") + "/"
    rule = top["frequency_rule"] or None
    plain = ("title", "link", "description", "language", "author", "explicit", "colour", "locked",
             "medium", "kind")  # fmt: skip
    return Channel(
        **{name: top[name] for name in plain},
        address=address,
        guid=top["guid"] or channel_guid(address + FEED),
        categories=tuple(top["categories"]),
        owner=Owner(owner["name"], owner["email"]) if owner["email"] else None,
        copyright=top["copyright"] or None,
        licence=Licence(top["licence"], top["licence_url"] or None) if top["licence"] else None,
        hub=top["hub"] or None,
        frequency=Frequency(top["frequency"], rule) if top["frequency"] else None,
        persons=tuple(Person(**_known(person)) for person in tables.every("person")),
        funding=tuple((one["url"], one["text"]) for one in tables.every("funding")),
    )


def _known(table: dict[str, Any]) -> dict[str, Any]:
    return {name: value or None for name, value in table.items()}


def _reading(tables: Tables, folder: Path, *, allow_private: bool) -> Reading:
    voice, told = tables.one("voice"), tables.one("disclosure")
    if not told["spoken"] and not told["elsewhere"]:
        raise tables.error(
            "disclosure",
            "spoken",
            "listeners have to be told that the voice is synthetic",
            "if you tell them in another way, write elsewhere = true beside it",
        )
    notice = told["notice"] or None if told["spoken"] else ""
    closing = told["at_end"] and told["spoken"]
    return Reading(
        voice=voice["name"] or None,
        voices_folder=_file(folder, voice["folder"]),
        rate=voice["rate"] or None,
        pitch=voice["pitch"] if voice["pitch"] >= 0 else None,
        frame=Frame(disclaimer=notice, closing=closing, **tables.one("said")),
        lexicons=tuple(folder / name for name in voice["lexicons"]),
        allow_private=allow_private,
    )


def _settings(tables: Tables, folder: Path) -> Settings:
    sound = tables.one("sound")
    text_by: TextBy = tables.one("disclosure")["text_by"]
    return Settings(
        format=sound["formats"][0],
        bitrate=sound["bitrate"] or None,
        sample_rate=sound["sample_rate"] or None,
        intro=_file(folder, sound["intro"]),
        outro=_file(folder, sound["outro"]),
        text_by=text_by,
        signing=_signing(tables, folder),
    )


def _signing(tables: Tables, folder: Path) -> "Signing | None":
    """Who signs, not yet asked whether they can."""
    told = tables.one("signing")
    if not any(told.values()):
        return None
    from narrate.credentials.signers import Signing

    certificate, key = _file(folder, told["certificate"]), _key(tables, "signing", folder)
    return Signing(certificate, key, told["signer"] or None, told["tsa"] or None)


def _watermark(tables: Tables, folder: Path) -> "Wanted | None":
    """Which mark is wanted; its key is read by whoever marks."""
    told = tables.one("watermark")
    if not told["key"]:
        return None
    from narrate.watermarks.keys import FROM_ENVIRONMENT, Wanted

    if told["key"] == FROM_ENVIRONMENT:
        return Wanted(FROM_ENVIRONMENT, told["by"])
    return Wanted(str(_key(tables, "watermark", folder)), told["by"])


def _key(tables: Tables, section: str, folder: Path) -> Path | None:
    """The file of a secret, which must not lie in what is served."""
    key = _file(folder, tables.one(section)["key"])
    if key and key.resolve().is_relative_to(folder.resolve()):
        what = "a key in this folder would be served to everybody"
        raise tables.error(section, "key", what, "put it elsewhere, and make a new one")
    return key


def _file(folder: Path, name: str) -> Path | None:
    return folder / name if name else None

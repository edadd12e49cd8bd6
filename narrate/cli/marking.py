"""Options of those commands that mark sound, or look for a mark."""

from typing import Any

import click

from narrate.watermarks import Marking

KEY = "KEYFILE|env"


def marking_options() -> tuple[Any, ...]:
    """Whether the sound is marked: decorators of a command."""
    return (
        click.option("--watermark", metavar=KEY,
                     help="Mark the sound with a key; env: NARRATE_WATERMARK_KEY."),
        click.option("--watermark-by", default="spread", metavar="NAME", help="A plug-in's mark."),
    )  # fmt: skip


def marking(options: dict[str, Any]) -> Marking | None:
    """The mark, by a command's options, which are taken from it; raises WatermarkError."""
    place, name = options.pop("watermark"), options.pop("watermark_by")
    if place is None:
        return None
    from narrate.watermarks.keys import Wanted

    return Wanted(place, name).marking()

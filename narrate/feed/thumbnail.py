"""A feed's cover made small, for the inside of files of sound."""

import io
from typing import TYPE_CHECKING

from narrate.errors import PublishError

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

SIDE = 600
"""Pixels: as wide as players show it on a telephone. The whole cover is in the feed."""
_QUALITY = 82
_MOST_PIXELS = 50_000_000


def thumbnail(data: bytes) -> bytes:
    """A picture as a JPEG of at most 600 pixels a side, on white where it was transparent.

    The same picture gives the same bytes, with one version of Pillow. Raises PublishError for
    what is no picture that can be read.
    """
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as found:
            if found.width * found.height > _MOST_PIXELS:
                size = f"{found.width} by {found.height} pixels"
                raise PublishError(f"it has {size}, which is too many")
            found.draft("RGB", (SIDE, SIDE))  # a JPEG is read no larger than is needed
            picture = _flat(found)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PublishError("it is neither a JPEG nor a PNG that can be read") from error
    picture.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=_QUALITY, optimize=True)
    return buffer.getvalue()


def _flat(found: "Picture") -> "Picture":
    """The same in red, green and blue alone."""
    from PIL import Image

    if found.mode == "RGB":
        found.load()
        return found.copy()
    whole = found.convert("RGBA")
    paper = Image.new("RGBA", whole.size, "white")
    paper.alpha_composite(whole)
    return paper.convert("RGB")

import io

import pytest
from PIL import Image

from narrate.feed.picture import cover_faults, read_picture


def picture(mode="RGB", size=(1400, 1400), form="PNG"):
    buffer = io.BytesIO()
    Image.new(mode, size).save(buffer, form)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (picture(), []),
        (picture(form="JPEG", size=(3000, 3000)), []),
        (picture(size=(1400, 1500)), ["not square: 1400 by 1500"]),
        (picture(size=(1399, 1399)), ["smaller than 1400"]),
        (picture(size=(3001, 3001), form="JPEG"), ["larger than 3000"]),
        (picture("L"), ["not RGB"]),
        (picture("CMYK", form="JPEG"), ["not RGB"]),
        (picture("RGBA"), ["transparency"]),
        (picture(form="WEBP"), ["neither a JPEG nor a PNG"]),
        (b"", ["neither"]),
        (b"\xff\xd8\xff", ["neither"]),
        (b"\xff\xd8\xff\xe0\x00\x00" * 9, ["neither"]),
    ],
    ids=range(12),
)
def test_covers(data, faults):
    found = cover_faults(data)

    assert len(found) == len(faults)
    assert all(part in said for part, said in zip(faults, found, strict=True))


def test_heads():
    jpeg = read_picture(picture(size=(640, 480), form="JPEG"))

    assert (jpeg.type, jpeg.width, jpeg.height) == ("image/jpeg", 640, 480)

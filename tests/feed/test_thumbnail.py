"""The cover, made small for the inside of files."""

import io

import pytest
from PIL import Image

from narrate.errors import PublishError
from narrate.feed.thumbnail import SIDE, thumbnail


def picture(mode="RGB", size=(1500, 1500), kind="PNG", colour="red"):
    buffer = io.BytesIO()
    Image.new(mode, size, colour).save(buffer, kind)
    return buffer.getvalue()


def small(data):
    return Image.open(io.BytesIO(thumbnail(data)))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_it_is_a_small_jpeg(kind):
    data = picture(kind=kind)

    made = small(data)

    assert (made.format, made.size, made.mode) == ("JPEG", (SIDE, SIDE), "RGB")
    assert thumbnail(data) == thumbnail(data)


def test_what_is_no_square_keeps_its_form_and_what_is_small_its_size():
    assert small(picture(size=(1200, 600))).size == (SIDE, SIDE // 2)
    assert small(picture(size=(40, 40))).size == (40, 40)


@pytest.mark.parametrize(("mode", "colour"), [("RGBA", (9, 9, 9, 0)), ("LA", (9, 0))])
def test_what_is_transparent_lies_on_white(mode, colour):
    made = small(picture(mode, (30, 30), colour=colour))

    assert made.getpixel((15, 15)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_other_colours_become_rgb(mode):
    assert small(picture(mode, (30, 30), "JPEG", 0)).mode == "RGB"


def test_what_is_no_picture_is_refused():
    whole = picture()

    for data in (b"", b"GIF89a", whole[:100], whole[:-30], picture("1", (8000, 8000), colour=0)):
        with pytest.raises(PublishError):
            thumbnail(data)

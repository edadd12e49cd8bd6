"""The settings of a library: what is written is read back, and what is wrong is named."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.config import config, load
from narrate.config.keys import SECTIONS
from narrate.config.template import template
from narrate.errors import ConfigError

ABOUT = {
    ("", "title"): "The Courier",
    ("", "address"): "https://audio.example/courier",
    ("", "link"): "https://courier.example/",
    ("", "description"): "Every story of the day.",
    ("", "language"): "en-GB",
    ("", "author"): "The Courier",
}


@pytest.fixture(scope="module")
def text():
    return template(ABOUT)


def test_the_file_has_every_key_explained(text):
    lines = [line.removeprefix("# ") for line in text.splitlines()]

    for section in SECTIONS:
        for key in section.keys:
            assert any(line.startswith(f"{key.name} = ") for line in lines), key.name


def test_the_file_is_read_back(text, tmp_path):
    found = config(text, tmp_path)

    assert found.channel.title == "The Courier"
    assert found.channel.address == "https://audio.example/courier/"
    assert found.channel.categories == ("News",)
    assert found.formats == ("mp3",)
    assert found.keep_replaced == 48
    assert found.reading.frame.title


def test_every_example_in_the_file_is_right(text, tmp_path):
    shown = text.replace("# [[", "[[")
    for section in SECTIONS:
        for key in section.keys:
            shown = shown.replace(f"\n# {key.name} = ", f"\n{key.name} = ")
    for blank in ("guid", "link", "image", "url", "text", "name"):
        shown = shown.replace(f'\n{blank} = ""', f"\n# {blank}")

    with pytest.raises(ConfigError, match="is missing"):  # the people and the links to support it
        config(shown, tmp_path)
    found = config(shown[: shown.index("# ---- Somebody")], tmp_path)

    assert found.channel.owner
    assert found.channel.frequency
    assert found.reading.voice == "en-gb"
    assert [path.name for path in found.sources] == [
        "voices",
        "names.toml",
        "intro.wav",
        "outro.wav",
    ]


@pytest.mark.slow
@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_any_title_is_read_back(title):
    written = template(ABOUT | {("", "title"): title})

    assert tomllib.loads(written)["title"] == title


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (('title = "', 'tittle = "'), "tittle", "did you mean title?"),
        (("[voice]", "[voices]"), "[voices]", "did you mean voice?"),
        (("[voice]", "[voice]\nrates = 170"), "rates", "did you mean rate?"),
        (("[voice]", '[voice]\nrate = "quick"'), "rate =", "a whole number from 0 to 450: 'quick'"),
        (("[voice]", "[voice]\nrate = true"), "rate =", "a whole number from 0 to 450: True"),
        (("[owner]", "[owner]\ncolour = '#ffffff'"), "colour =", "the first lines"),
        (("https://audio", "audio"), "address =", "a whole address"),
        (('"en-GB"', '"British English"'), "language =", "a language's tag"),
        (("# explicit = false", 'explicit = "no"'), "explicit =", "true or false"),
        (("# categories = ", 'categories = ["Weather"] # '), "categories =", "Apple's categories"),
        (("# formats = ", 'formats = ["mp4"] # '), "formats =", "a list of mp3, opus"),
        (("# medium = ", 'medium = "tape" # '), "medium =", "one of podcast, music"),
        (("# spoken = true", "spoken = false"), "spoken =", "elsewhere = true"),
        (("# key = ", "key = 'key.pem' #"), "key =", "would be served to everybody"),
        (("[watermark]", "[watermark]\nkey = 'my.key'"), "key =", "would be served to everybody"),
        (("[[person]]", "[[person]]\nrole = 'host' #"), None, "name: is missing"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text, tmp_path, change, line, words):
    wrong = text.replace("# [[person]]", "[[person]]" if "person" in change[0] else "# [[person]]")
    wrong = wrong.replace(*change, 1)

    with pytest.raises(ConfigError) as refused:
        config(wrong, tmp_path)

    said = str(refused.value)
    assert words in said
    if line:
        numbers = [n for n, at in enumerate(wrong.splitlines(), 1) if line in at]
        assert any(f"line {number}:" in said for number in numbers)


@pytest.mark.parametrize("text", ["title = The Courier", "title = 3", "owner = 3", "person = {}"])
def test_nonsense_is_refused(text, tmp_path):
    with pytest.raises(ConfigError):
        config(text, tmp_path)


def test_a_folder_without_settings_is_told_how_to_get_them(tmp_path):
    with pytest.raises(ConfigError, match="narrate feed init"):
        load(tmp_path)


@pytest.mark.slow
@given(st.dictionaries(st.text(), st.integers() | st.text() | st.lists(st.integers())))
def test_any_toml_is_read_or_refused(values):
    rows = (f"{json.dumps(name)} = {json.dumps(value)}" for name, value in values.items())

    with pytest.raises(ConfigError):
        config("\n".join(rows), Path("audio"))


@pytest.mark.parametrize("place", ["env", "/etc/narrate/watermark.key"])
def test_a_watermarks_key_is_named_and_not_read(text, tmp_path, place):
    asked = text.replace("[watermark]", f'[watermark]\nkey = "{place}"\nby = "mine"')

    found = config(asked, tmp_path)

    assert (found.watermark.place, found.watermark.name) == (place, "mine")
    assert found.settings.marking is None
    assert config(text, tmp_path).watermark is None

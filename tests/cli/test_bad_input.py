"""Whatever is wrong with the input: one clear line, exit 1, and never a traceback."""

import pytest


def refused(said, *words):
    """One line on standard error that has all these words, and exit code 1."""
    assert said.code == 1
    assert said.err.startswith("narrate: ")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    for word in words:
        assert word in said.err
    return True


@pytest.fixture(params=["convert", "extract"])
def command(request):
    return request.param


@pytest.fixture
def silently(voices):
    """Options with which nothing is spoken: it is about something else."""
    return (*voices("silence", 'kind = "silent"\n'), "--jobs", 1)


def test_no_such_file(narrate, page, command):
    assert refused(narrate(command, "pgae.html"), "pgae.html", "no such file", "page.html")
    assert page.exists()


def test_no_such_folder(narrate, command):
    assert refused(narrate(command, "gone/page.html"), "no such file", "gone")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ["empty"]),
        (b" \n\t\n", ["empty"]),
        (b"<html><body></body></html>", ["page.html"]),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", ["article"]),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, ["PNG"]),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", ["PDF"]),
        (bytes(range(256)) * 40, ["page.html"]),
        (bytes(5000), ["page.html"]),
        (b"{", ["page.html"]),
        (b'{"a": ', ["JSON"]),
        (b'{"error": "gone"}', ["gone"]),
        (b'{"title": 3, "blocks": []}', ["title should be a text"]),
        (b"<" * 100_000, ["page.html"]),
    ],
    ids=[
        "nothing", "space", "bare", "no article", "PNG", "PDF", "noise", "zeros", "brace",
        "broken JSON", "refused before", "wrong JSON", "brackets",
    ],
)  # fmt: skip
def test_pages_that_are_none(narrate, tmp_path, command, content, words):
    path = tmp_path / "page.html"
    path.write_bytes(content)

    assert refused(narrate(command, "page.html"), *words)


def test_a_wrong_encoding_is_read_by_what_the_bytes_hold(narrate, page, page_of):
    page.write_bytes(page_of(extra="The café in Zürich stayed open.").encode("cp1252", "replace"))

    said = narrate("extract", page)

    assert said.code == 0
    assert "The café in Zürich stayed open." in said.out


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/gone", ["404"]),
        ("/broken", ["500"]),
        ("/huge", ["larger than", "MB"]),
        ("/image", ["image/png"]),
    ],
)
def test_servers_that_give_no_page(narrate, site, command, path, words):
    assert refused(narrate(command, site + path, "--allow-private"), path, *words)


@pytest.mark.slow
def test_a_server_that_does_not_answer(narrate, site):
    assert refused(narrate("extract", f"{site}/silent", "--allow-private"), "30 seconds", "again")


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://0/"],
)
def test_the_machine_s_own_network_is_closed(narrate, command, address):
    assert refused(narrate(command, address), "--allow-private")


@pytest.mark.parametrize("address", ["ftp://example.org/a", "http://", "https://no host/", "x://y"])
def test_odd_addresses(narrate, command, address):
    assert refused(narrate(command, address), address)


def test_a_server_s_page_is_read(narrate, site):
    said = narrate("extract", f"{site}/story", "--allow-private")

    assert (said.code, said.err) == (0, "")
    assert said.lines[0]["title"] == "Rain stops play"


@pytest.mark.parametrize("command", ["convert", "script"])  # extract needs no voice
def test_a_voice_that_nobody_knows(narrate, page, command):
    assert refused(narrate(command, page, "--voice", "en_gbb"), "en_gbb", "did you mean en-gb")


@pytest.mark.parametrize("command", ["convert", "script"])
def test_a_voices_folder_that_is_not_there(narrate, page, command):
    assert refused(narrate(command, page, "--voices-folder", "gone"), "gone", "folder")


VOICE = 'language = "en-GB"\nengine = "{}"\nid = "x"\ndisclaimer = "A machine reads."\n'


@pytest.fixture
def voices(tmp_path_factory):
    """A folder with a voice of any engine."""
    folder = tmp_path_factory.mktemp("voices")

    def put(engine, extra=""):
        (folder / "anna.toml").write_text(VOICE.format(engine) + extra)
        return ("--voices-folder", folder, "--voice", "anna")

    return put


def test_a_voice_whose_engine_is_not_installed(narrate, page, voices):
    said = narrate("convert", page, *voices("piper"), "-o", "a.mp3")

    assert refused(said, "piper", "installed: pyttsx3, silence", "pip install")


@pytest.mark.usefixtures("trial")
def test_a_voice_whose_engine_is_broken(narrate, page, voices):
    assert refused(narrate("convert", page, *voices("trial-broken")), "trial-broken", "loaded")


def test_a_voice_that_its_engine_does_not_know(narrate, page, voices):
    assert refused(narrate("convert", page, *voices("pyttsx3")), "espeak-ng has no voice 'x'")


def test_a_voice_file_that_is_wrong(narrate, page, voices):
    said = narrate("convert", page, *voices("silence", 'pich = "high"\n'))

    assert refused(said, "anna.toml", "pich")


@pytest.mark.usefixtures("trial")
@pytest.mark.parametrize("engine", ["trial-fail", "trial-crash", "trial-cut"])
def test_an_engine_that_fails_names_the_segment(narrate, page, page_of, voices, engine):
    page.write_text(page_of(extra="Now there is trouble ahead."), "utf-8")
    kind = 'kind = "silent"\n'

    said = narrate("convert", page, *voices(engine, kind), "-o", "a.mp3")

    assert refused(said, "segment", "Now there is trouble ahead.")
    assert list(page.parent.glob("a.*")) == []


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("gone/a.mp3", ["gone", "no such folder"]),
        ("a.ogg", ["MP3", "a.mp3", "wav"]),
        ("a", ["MP3", "a.mp3"]),
        ("page.html/", ["page.html", "folder"]),
        ("page.html/a.mp3", ["page.html"]),
        ("/proc/a.mp3", ["/proc"]),
    ],
)
def test_outputs_that_can_t_be_written(narrate, page, silently, output, words):
    said = narrate("convert", page, *silently, "-o", output)

    assert refused(said, *words)
    assert list(page.parent.iterdir()) == [page]


def test_a_folder_in_the_way_of_the_captions(narrate, page, silently):
    (page.parent / "a.vtt").mkdir()

    said = narrate("convert", page, *silently, "-o", "a.mp3")

    assert refused(said, "a.vtt", "folder")
    assert not (page.parent / "a.mp3").exists()


def test_one_stream_for_two_articles(narrate, page):
    assert refused(narrate("convert", page, page, "-o", "-"), "-o -", "one article")


@pytest.mark.parametrize("command", ["convert", "script"])
@pytest.mark.parametrize(
    "options",
    [
        ["--no-disclaimer"],
        ["--i-disclose-elsewhere"],
        ["--disclaimer", " "],
        ["--no-disclaimer", "--i-disclose-elsewhere", "--disclaimer", "A machine reads."],
        ["--no-disclaimer", "--i-disclose-elsewhere", "--disclaimer-at-end"],
    ],
)
def test_the_notice_is_not_left_out_by_accident(narrate, page, command, options):
    said = narrate(command, page, *options)

    assert said.code == 2
    assert "--no-disclaimer" in said.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--bitrate", "65"], ["65 kbit/s", "64"]),
        (["--sample-rate", "12345"], ["12345", "44100"]),
        (["--intro", "gone.wav"], ["gone.wav"]),
        (["--intro", "page.html"], ["page.html", "WAV"]),
        (["--outro", "."], ["jingle"]),
        (["--lexicon", "gone.toml"], ["gone.toml"]),
        (["--lexicon", "page.html"], ["page.html"]),
        (["--cover", "gone.jpg"], ["gone.jpg"]),
        (["--cover", "."], ["."]),
        (["--cover", "page.html"], ["JPEG", "PNG"]),
    ],
)
def test_settings_that_can_t_work(narrate, page, silently, options, words):
    said = narrate("convert", page, *silently, "-o", "a.mp3", *options)

    assert refused(said, *words)
    assert list(page.parent.iterdir()) == [page]

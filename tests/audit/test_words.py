import pytest

from narrate.audit.captions import read_captions, read_transcript
from narrate.audit.manifest import read_manifest
from narrate.audit.words import Notices
from narrate.notices import languages, wording_for

OWN = Notices(("Our robot Rosie reads this.",), "en-GB")
KLINGON = Notices(("QI'lop loQ.",), "tlh")


@pytest.mark.parametrize("language", languages())
def test_an_opening_is_known_in_every_language_however_it_is_cut(language):
    notice = wording_for(language).notice
    middle = notice.index(" ", len(notice) // 3) if " " in notice else len(notice) // 2

    assert Notices().opening([notice[:middle], notice[middle:], "The rain came."])
    assert Notices().within(f"All the news. {notice}")


@pytest.mark.parametrize(
    ("notices", "parts", "known"),
    [
        (OWN, ["Our robot", "Rosie reads this.", "Rain."], True),
        (OWN, ["Rain.", "Our robot Rosie reads this."], False),
        (OWN, ["AI-generated voice.", "Rain."], True),
        (OWN, [], False),
        (Notices(("Hello.",), "en"), ["Hello."], False),
        (Notices(), ["Our robot Rosie reads this."], False),
        (KLINGON, ["QI'lop", "loQ."], True),
        (KLINGON, ["Qapla'."], False),
        (Notices(("",), "tlh"), ["Qapla'."], False),
    ],
)
def test_an_opening_is_the_files_own_notice_or_one_that_anybody_knows(notices, parts, known):
    assert bool(notices.opening(parts)) == known


def test_captions_are_read_as_they_are_shown():
    text = (
        "\ufeffWEBVTT\n\nNOTE\nAn AI voice\nreads.\n\n1\n00:00.000 --> 00:01.000\n"
        "<v AI voice x><lang en>AI &amp; <00:00.500>voice</lang>\n\nNOTE late\n\n"
        "00:01.000 --> 00:02.000\nRain.\n"
    )

    found = read_captions(text)

    assert found.notes == ("An AI voice reads.",)
    assert found.cues == ("AI & voice", "Rain.")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"segments": 3}', '{"segments": [{"x": 1}]}'])
def test_what_is_no_transcript_shows_nothing(text):
    assert read_transcript(text).cues == ()


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ('{"segments": 3}', ()),
        ('{"segments": [3]}', ()),
        ('{"segments": [{"kind": "disclaimer", "text": 3, "start": 0, "end": 1}]}', ("",)),
        ('{"segments": [{"kind": "disclaimer", "start": "0", "end": 1}]}', ()),
        ('{"segments": [], "disclaimer": [], "audio": 1, "links": {"captions": 2}}', ()),
    ],
)
def test_a_manifest_with_odd_values_is_read_without_them(text, opening):
    found = read_manifest(text)

    assert found is not None
    assert found.opening == opening
    assert found.notice == ""

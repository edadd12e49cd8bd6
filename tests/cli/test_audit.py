import json

import pytest


@pytest.fixture
def edition(narrate, hush, page, tmp_path_factory):
    """An edition of the page, converted with these options."""
    folder = hush(tmp_path_factory.mktemp("voices"), disclaimer="")

    def make(*options):
        voice = ("--voices-folder", folder, "--voice", "hush", "--jobs", 1)
        assert narrate("convert", page, "-o", "story.mp3", *voice, *options).code == 0
        return page.with_name("story.mp3")

    return make


def test_an_edition_made_by_default_is_whole(narrate, edition):
    said = narrate("audit", edition())

    assert (said.code, said.err) == (0, "")
    assert said.out == "10 places looked at, 0 don't tell\n"


def test_a_gap_is_one_line_and_exit_code_1(narrate, edition):
    edition().with_suffix(".vtt").unlink()

    said = narrate("audit", "story.mp3")

    assert said.code == 1
    assert said.out.splitlines() == [
        "story.mp3: captions: there is no story.vtt (convert the article anew)",
        "10 places looked at, 1 don't tell",
    ]


def test_a_promise_passes_where_it_is_accepted(narrate, edition):
    edition("--no-disclaimer", "--i-disclose-elsewhere")

    strict, lenient = (
        narrate("audit", "story.mp3"),
        narrate("audit", "story.mp3", "--accept-elsewhere"),
    )

    assert (strict.code, lenient.code) == (1, 0)
    assert "on the promise" in strict.out


def test_the_report_for_a_file_that_is_kept(narrate, edition):
    edition()

    plain, dated = (
        narrate("audit", "story.mp3", "--json"),
        narrate("audit", "story.mp3", "--json", "--dated"),
    )

    document = json.loads(plain.out)
    assert (document["subjects"], document["gaps"], len(document["checks"])) == (1, 0, 10)
    assert json.loads(dated.out)["date"].startswith("20")
    assert "date" not in document


@pytest.mark.parametrize("arguments", [["gone.mp3"], ["page.txt"], [], ["--files", "-1", "x.mp3"]])
def test_wrong_use_is_told_from_a_gap(narrate, arguments):
    said = narrate("audit", *arguments)

    assert said.code == 2

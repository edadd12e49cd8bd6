import json


def test_an_article_is_one_object(narrate, page):
    said = narrate("extract", page)

    (told,) = said.lines
    assert (said.code, said.err) == (0, "")
    assert (told["title"], told["language"]) == ("Rain stops play", "en-GB")
    assert {
        "authors", "published", "site", "url", "image", "blocks", "text",
    } <= told.keys()  # fmt: skip
    assert told["text"].startswith("It rained on Tuesday")
    assert {"kind", "text", "omitted"} <= told["blocks"][0].keys()


def test_each_source_is_a_line_and_a_bad_one_an_error(narrate, page):
    said = narrate("extract", page, "gone.html", page)

    assert said.code == 1
    assert [line.get("title") for line in said.lines] == [
        "Rain stops play",
        None,
        "Rain stops play",
    ]
    assert "no such file" in said.lines[1]["error"]
    assert said.lines[1]["source"] == "gone.html"


def test_letters_are_letters(narrate, page, page_of):
    page.write_text(page_of("Gare à l’été — 東京"), "utf-8")

    assert "Gare à l’été — 東京" in narrate("extract", page).out


def test_explained(narrate, page):
    said = narrate("extract", "--explain", page)

    assert said.out.startswith("# Rain stops play")
    assert "[paragraph] It rained on Tuesday" in said.out
    assert "[not read: " in said.out


def test_standard_input(narrate_process, page):
    done = narrate_process("extract", "-", input=page.read_bytes())

    assert json.loads(done.stdout)["title"] == "Rain stops play"


def test_nothing_on_standard_input(narrate_process):
    done = narrate_process("extract", "-", input=b"")

    assert done.returncode == 1
    assert done.stderr.startswith(b"narrate: -: ")
    assert done.stderr.count(b"\n") == 1

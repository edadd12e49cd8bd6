"""Every sample gives what its golden files say, and nothing of it is lost on the way."""

import re

import golden
import pytest

from narrate.reading import Reading, article_of, script_of

SOURCES = golden.sources()


def test_there_are_samples_of_each_kind() -> None:
    assert len(SOURCES) >= 8


@pytest.mark.parametrize("name", golden.GOLDENS)
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.parent.name)
def test_golden(source, name) -> None:
    made = golden.GOLDENS[name](source)

    assert made == source.with_name(name).read_text("utf-8")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.parent.name)
def test_every_word_read_aloud_is_in_the_script(source) -> None:
    article = article_of(str(source), Reading())
    script, _ = script_of(str(source), Reading())

    said = " ".join(segment.text for segment in script.segments if segment.anchor)
    wanted = " ".join(block.text for block in article.blocks if block.omitted is None)
    assert re.findall(r"\w+", said) == re.findall(r"\w+", wanted)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.parent.name)
def test_the_notice_comes_first_and_once(source) -> None:
    script, voice = script_of(str(source), Reading())

    notice = [segment.text for segment in script.segments if segment.kind == "disclaimer"]
    assert script.segments[0].kind == "disclaimer"
    assert " ".join(notice) == voice.disclaimer
    body = " ".join(s.text for s in script.segments if s.kind != "disclaimer")
    assert voice.disclaimer not in body

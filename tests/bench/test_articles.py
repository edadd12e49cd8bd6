import re
from collections import Counter
from pathlib import Path

import pytest

from bench.articles import Article, Writer, sentences
from narrate.reading import Reading, article_of


def test_the_same_seed_gives_the_same_articles() -> None:
    first, second = Writer(3), Writer(3)

    assert [first.article(200) for _ in range(3)] == [second.article(200) for _ in range(3)]
    assert Writer(4).article(200) != Writer(3).article(200)


@pytest.mark.parametrize("words", [1, 7, 40, 41, 460, 5_000])
def test_a_body_has_the_words_it_was_asked_for(words) -> None:
    article = Writer().article(words)

    assert article.words == words
    assert len(article.text().split()) == words + len(article.title.split())


def test_no_sentence_is_written_twice() -> None:
    writer = Writer()

    written = Counter(one for _ in range(100) for one in _sentences(writer.article(460)))

    assert written.total() > 1_500
    assert written.most_common(1)[0][1] == 1


def _sentences(article: Article) -> list[str]:
    """As far as a stop tells; `Dr.` and the like leave parts that are sure to come again."""
    body = (paragraph.text for paragraph in article.body if not paragraph.heading)
    found = [part for text in body for part in re.split(r"(?<=[a-z0-9]{3}\.) (?=[A-Z])", text)]
    return [part for part in found if len(part.split()) > 6]


def test_the_prose_is_whole_sentences_of_different_lengths() -> None:
    lengths = {len(sentence.split()) for sentence in sentences()}

    assert len(sentences()) > 100
    assert len(lengths) > 15


def test_narrate_reads_the_whole_of_a_page(tmp_path: Path) -> None:
    written = Writer().article(1_000)
    page = tmp_path / "page.html"
    page.write_text(written.html(), "utf-8")

    read = article_of(str(page), Reading())

    assert read.metadata.title == written.title
    assert read.metadata.authors == (written.author,)
    assert read.text.split("\n\n") == [paragraph.text for paragraph in written.body]


def test_one_paragraph_is_changed_and_no_other() -> None:
    writer = Writer()
    before = writer.article(1_000)

    after = writer.with_one_changed(before)

    pairs = zip(before.body, after.body, strict=True)
    changed = [old for old, new in pairs if old != new]
    assert len(changed) == 1
    assert not changed[0].heading

"""Invented articles of any length: the same for the same seed, and no sentence twice.

The prose is that of the samples. Each sentence is given to somebody in some town, drawn until
nobody has said it before, so that no clip of one sentence can ever stand in for another.
"""

import html
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

_NAMES = Path(__file__).with_name("names.json")
_SAID = (
    "{said}, {first} {last} said.",
    "{said}, according to {first} {last} of {town}.",
    "{said}, {last} told the people of {town} on {month} {day}.",
    "On {month} {day}, {first} {last} of {town} put it this way: {said}.",
)
_TITLES = (
    "{town} votes to keep its old bridge for {day} more years",
    "{town} and {last} settle their quarrel over {day} boats",
    "How {first} {last} brought {day} orchards back to {town}",
)
_HEADINGS = ("What {town} wants", "{last} has doubts", "After {month}", "The view from {town}")
_SHORTEST, _LONGEST = 5, 28  # words of a sentence that is taken up
_ABBREVIATION = 4  # letters
_HALF = frozenset('“”"‘’():')
_ENDING = 40  # words: what is left is then one sentence
_SECTION = 6  # paragraphs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or the heading over those that follow it."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """A title, an author and a body."""

    title: str
    author: str
    body: tuple[Paragraph, ...]

    @property
    def words(self) -> int:
        """Those of the body, its headings included."""
        return sum(len(paragraph.text.split()) for paragraph in self.body)

    def text(self) -> str:
        """As plain text, a blank line between paragraphs."""
        return "\n\n".join((self.title, *(paragraph.text for paragraph in self.body))) + "\n"

    def html(self) -> str:
        """As a page with a frame around it, such as publishers have."""
        tags = {True: "h2", False: "p"}
        body = "\n".join(
            f"<{tags[paragraph.heading]}>{html.escape(paragraph.text, quote=False)}"
            f"</{tags[paragraph.heading]}>"
            for paragraph in self.body
        )
        return _page(html.escape(self.title), html.escape(self.author), body, self._record())

    def _record(self) -> str:
        record = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": self.title,
            "author": {"@type": "Person", "name": self.author},
            "datePublished": "2026-03-05T09:00:00-05:00",
            "inLanguage": "en-US",
        }
        return json.dumps(record)


def _page(title: str, author: str, body: str, record: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="en-US"><head><meta charset="utf-8"><title>{title} | The Daily Measure</title>
<meta property="og:site_name" content="The Daily Measure">
<script type="application/ld+json">{record}</script></head>
<body><header><a href="/">The Daily Measure</a>
<nav><ul><li><a href="/news">News</a></li><li><a href="/towns">Towns</a></li></ul></nav></header>
<main><article><h1>{title}</h1><p class="byline">By <a rel="author" href="/a">{author}</a></p>
<time datetime="2026-03-05T09:00:00-05:00">March 5, 2026</time>
<div class="article-body">
{body}
</div></article>
<aside class="related"><h2>More news</h2><ul><li><a href="/1">Ferry is late</a></li></ul></aside>
</main><footer><p>&copy; The Daily Measure</p></footer></body></html>
"""


@cache
def names() -> dict[str, list[str]]:
    """First names, last names, towns and months, all in English and of nobody in particular."""
    found: dict[str, list[str]] = json.loads(_NAMES.read_text("utf-8"))
    return found


@cache
def sentences() -> tuple[str, ...]:
    """The prose of the samples that are in English: whole sentences without quotation marks."""
    found = dict.fromkeys(
        sentence
        for path in sorted(SAMPLES.glob("*/article.json"))
        for paragraph in _paragraphs(json.loads(path.read_text("utf-8")))
        for sentence in _split(paragraph)
    )
    return tuple(found)


def _paragraphs(record: dict[str, object]) -> Iterator[str]:
    blocks = record["blocks"] if str(record["language"]).startswith("en") else ()
    assert isinstance(blocks, list | tuple)
    for block in blocks:
        if block["kind"] == "paragraph" and not block.get("omitted"):
            yield block["text"]


def _split(paragraph: str) -> Iterator[str]:
    for part in paragraph.replace("? ", ". ").split(". "):
        sentence = part.strip().rstrip(".?")
        words = sentence.split()
        if _SHORTEST <= len(words) <= _LONGEST and _is_whole(sentence, words[-1]):
            yield sentence


def _is_whole(sentence: str, last: str) -> bool:
    """Whether it is not half of a quotation, and doesn't end at an abbreviation's stop."""
    abbreviated = last.istitle() and len(last) <= _ABBREVIATION
    return sentence[0].isupper() and not abbreviated and not set(sentence) & _HALF


class Writer:
    """Writes articles; no two of one writer's have a sentence in common."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)  # noqa: S311 - the same texts each time
        self._deck: list[str] = []
        self._written: set[str] = set()

    def article(self, words: int) -> Article:
        """An article whose body has exactly so many words."""
        body: list[Paragraph] = []
        left = words
        while left:
            titled = len(body) % _SECTION == _SECTION - 1 and left > 2 * _ENDING
            text = self._filled(self._pick(_HEADINGS)) if titled else self._paragraph(left)
            body.append(Paragraph(text, heading=titled))
            left -= len(text.split())
        author = self._filled("{first} {last}")
        return Article(self._filled(self._pick(_TITLES)), author, tuple(body))

    def with_one_changed(self, article: Article) -> Article:
        """The same with the paragraph in its middle written anew."""
        middle = len(article.body) // 2
        while article.body[middle].heading:
            middle += 1
        body = list(article.body)
        body[middle] = Paragraph(self._paragraph(10 * _ENDING))
        return replace(article, body=tuple(body))

    def _paragraph(self, left: int) -> str:
        """Two to four sentences, which have at most so many words."""
        written: list[str] = []
        for _ in range(self._random.randint(2, 4)):
            sentence = self._sentence() if left > _ENDING else self._ending(left)
            written.append(sentence)
            left -= len(sentence.split())
            if not left:
                break
        return " ".join(written)

    def _sentence(self) -> str:
        while True:
            sentence = self._filled(self._pick(_SAID), said=self._said())
            if sentence not in self._written:
                self._written.add(sentence)
                return sentence

    def _ending(self, words: int) -> str:
        """One sentence of exactly so many words."""
        drawn: list[str] = []
        while len(drawn) < words:
            drawn += self._sentence().split()
        return " ".join(word.rstrip(".,:") for word in drawn[:words]) + "."

    def _said(self) -> str:
        if not self._deck:
            self._deck = list(sentences())
            self._random.shuffle(self._deck)
        return self._deck.pop()

    def _pick(self, some: tuple[str, ...] | list[str]) -> str:
        return self._random.choice(some)

    def _filled(self, form: str, said: str = "") -> str:
        return form.format(
            said=said,
            first=self._pick(names()["first"]),
            last=self._pick(names()["last"]),
            town=self._pick(names()["towns"]),
            month=self._pick(names()["months"]),
            day=self._random.randint(2, 28),
        )

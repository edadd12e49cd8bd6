"""Several articles as one edition: a briefing with a list of contents and a chapter an article.

The articles become the blocks of one, so everything after that is as for any article: the same
notice at the start, the same pieces (those of an article that was narrated before are found in
the cache), the same captions and tags.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from narrate.errors import NarrateError, ScriptError
from narrate.languages import language_of
from narrate.model import Article, Block, Metadata, Script, Segment, Voice
from narrate.phrases import Phrases, phrases_for
from narrate.reading import Reading, article_of, lexicon_for, voice_for

BETWEEN = 1.6
"""Seconds of silence before an article that no jingle opens: twice what follows a headline."""


@dataclass(frozen=True, slots=True)
class Digest:
    """The script of an edition, and the sources that could not be taken into it."""

    script: Script
    voice: Voice
    refused: tuple[NarrateError, ...] = ()


def digest(sources: Sequence[str], reading: Reading, title: str | None = None) -> Digest:
    """The edition of these sources in their order, in one voice.

    The voice is the one asked for, else that of the first article's language; an article in
    another language is refused, as the voice would misread it. Without a `title` the edition
    is named after the latest day on which one of its articles was published. Raises the first
    source's error where no article is left.
    """
    taken: list[Article] = []
    refused: list[NarrateError] = []
    voice: Voice | None = None
    for source in sources:
        try:
            article = article_of(source, reading)
            voice = voice or voice_for(article.metadata.language, reading)
            _check(article, voice, source)
        except NarrateError as error:
            refused.append(error)
        else:
            taken.append(article)
    if not taken or voice is None:
        raise refused[0]
    return Digest(_script(taken, voice, reading, title), voice, tuple(refused))


def _check(article: Article, voice: Voice, source: str) -> None:
    if not article.text.strip():
        raise ScriptError("nothing in this article is to be read aloud", subject=source)
    language = article.metadata.language
    if language and language_of(language) != language_of(voice.language):
        raise ScriptError(
            f"is in another language ({language}) than the edition's voice ({voice.language})",
            subject=source,
            mend="make an edition of its own for that language",
        )


def _script(articles: list[Article], voice: Voice, reading: Reading, title: str | None) -> Script:
    from narrate.script import write

    phrases = phrases_for(voice.language)
    frame = replace(reading.frame, byline=False, date=False)  # each article's stand in its blocks
    whole = edition(articles, phrases, title, bylines=reading.frame.byline)
    named = replace(phrases, end=phrases.edition_end)
    script = write(whole, voice, named, frame, lexicon_for(voice, reading))
    return _reminding(_spaced(script)) if frame.parts else _spaced(script)


def edition(
    articles: Sequence[Article], phrases: Phrases, title: str | None = None, *, bylines: bool = True
) -> Article:
    """The articles as the blocks of one: the titles as a list, then each under its own title."""
    blocks = [Block("paragraph", phrases.contents)]
    blocks += [Block("list_item", article.metadata.title, level=1) for article in articles]
    for article in articles:
        blocks += _blocks(article, phrases, bylines=bylines)
    return Article(_metadata(articles, phrases, title), tuple(blocks))


def _blocks(article: Article, phrases: Phrases, *, bylines: bool) -> Iterator[Block]:
    yield Block("heading", article.metadata.title, level=1)
    byline = phrases.byline(article.metadata.authors) if bylines else None
    if byline:
        yield Block("paragraph", byline)
    for block in article.blocks:
        # Anchors lead into pages that this edition is not about, and chapters are the articles.
        kind = "paragraph" if block.kind == "heading" else block.kind
        yield replace(block, kind=kind, anchor=None)


def _metadata(articles: Sequence[Article], phrases: Phrases, title: str | None) -> Metadata:
    about = [article.metadata for article in articles]
    published = max((one.published for one in about if one.published), default=None)
    sites = {one.site for one in about}
    return Metadata(
        title=title or phrases.edition_of(published) or about[0].title,
        authors=tuple(dict.fromkeys(name for one in about for name in one.authors)),
        published=published,
        language=about[0].language,
        site=sites.pop() if len(sites) == 1 else None,
        description=" · ".join(one.title for one in about),
    )


def _reminding(script: Script) -> Script:
    """The notice again after the title of each article but the first."""
    notice = tuple(takewhile(lambda segment: segment.kind == "disclaimer", script.segments))
    segments: list[Segment] = []
    titles = 0
    for segment, following in zip_longest(script.segments, script.segments[1:]):
        segments.append(segment)
        ends = following is None or following.block != segment.block
        if segment.kind == "heading" and ends:
            titles += 1
            segments += notice if titles > 1 else ()
    return replace(script, segments=tuple(segments))


def _spaced(script: Script) -> Script:
    """A longer silence before each article."""
    segments = list(script.segments)
    for number, segment in enumerate(segments[1:]):
        if segment.kind == "heading" and segments[number].block != segment.block:
            segments[number] = replace(segments[number], pause=BETWEEN)
    return replace(script, segments=tuple(segments))

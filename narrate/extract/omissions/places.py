"""Rules on where a piece stands: before the text, after it, beside it, or said twice."""

import re
from collections import Counter
from itertools import takewhile

from narrate.extract.metadata.names import signed
from narrate.extract.omissions.about import About
from narrate.extract.omissions.phrases import is_only, starts
from narrate.extract.omissions.times import is_timestamp
from narrate.extract.pieces import Piece
from narrate.extract.text import is_dense

_MOST_COMPARED = 1000
"""Pieces among which a quotation is looked for."""
_SHORT_REPEAT = 50
"""Characters up to which a line may well stand twice."""
_LONGEST_BIO = 700
_BIO_SHARE = 0.2
"""The share of the text beyond which the author, a house perhaps, is what it is about."""
_LIKE = 0.6
"""The share of its words that a second headline has in common with the first."""
_SENTENCE_WORDS, _PHRASE_WORDS, _PHRASE = 5, 7, 40
"""What a line under the headline must have to say something."""
_MOST_MATTER = 9
"""Lines up to which what stands between headline and text may be names and dates."""
_VERSE = 300
"""Characters that short lines must have together to be a text."""
_WORD_SIZE = 6
"""What a word takes up, with its space, where a text doesn't part its words."""
_WORD, _LINE, _PARAGRAPH = 12, 60, 160
"""Characters of a word or two, of a line, and of a paragraph that stands on its own."""
_OPENING, _CLOSING = frozenset('"“„«»‹'), frozenset('"”“»«›')
_SHUT, _ENDS = "\"'”“’‘»«›‹」』)） ", frozenset(".!?…。！？")
_SLUG = re.compile(r"\s?[(（【][^()（）【】]{1,40}[)）】]$")
"""Behind a last sentence, who wrote it: (phy), 【AFP】."""
_POSTED = re.compile(r"[—–-]\s?[^@—–]{1,80}\(@[\w.@-]+\)")
"""How a post is signed where its network's script has not run: — Name (@account) date."""
_POST = 1200
"""Characters that no post exceeds; a passage that is quoted before it may well."""
_SIGNATURE = 160
"""Characters at a post's end among which that stands."""
_EDGES = 4
"""Paragraphs at a text's ends where its author may be introduced."""
_BETWEEN = 2
"""Lines that are left out, such as a link to another story, between the last sentences."""
_MAIN = 0.12
"""An element is a home of the body when it holds this share of the running text."""


def omit_head(pieces: list[Piece], about: About) -> None:
    """The headline, and the kickers, dates and names around it."""
    headline = _headline(pieces, about)
    homes = main_homes(pieces) if headline > 0 else set()
    for position, piece in enumerate(pieces):
        told = position < headline and piece.is_prose and piece.home in homes
        if position <= headline and not told:
            _omit(piece, "headline" if position == headline else "navigation")
        elif piece.reason is None and about.repeats(piece.text):
            _omit(piece, "headline")
    _omit_matter(pieces[headline + 1 :], about)


def _omit_matter(pieces: list[Piece], about: About) -> None:
    """The names and dates under the headline, and a headline that is said again there.

    A text of short lines, as a poem is, looks like nothing but names and dates.
    """
    matter = list(takewhile(_is_heading_matter, pieces))
    lines = sum(piece.reason is None for piece in matter if piece.kind != "heading")
    whole = len(matter) == len(pieces) or lines > _MOST_MATTER
    for piece in matter:
        if piece.kind != "heading":
            if not whole:
                _omit(piece, "byline")
        elif about.is_title(piece.text) or about.likeness(piece.text) > _LIKE:
            _omit(piece, "headline")


def _is_heading_matter(piece: Piece) -> bool:
    """Whether a line between headline and text is no text itself."""
    if piece.kind == "list_item":
        return is_timestamp(piece.text) or bool(signed(piece.text))
    return not (piece.is_prose or piece.kind == "quotation" or _is_lead(piece) or _is_long(piece))


def _is_lead(piece: Piece) -> bool:
    """Whether a line under the headline says something: a sentence, or nearly as long as one."""
    words = len(piece.text.split()) if not is_dense(piece.text) else piece.size // _WORD_SIZE
    sentence = piece.text[-1] in ".!?…。！？" and words >= _SENTENCE_WORDS
    phrase = words >= _PHRASE_WORDS and piece.size > _PHRASE and not piece.linked
    return piece.reason is None and piece.kind != "heading" and (sentence or phrase)


def omit_tail(pieces: list[Piece]) -> None:
    """What follows the last running text of the body: boxes, cards, links."""
    homes = main_homes(pieces)
    if not homes and _is_verse(pieces):
        return
    last = max((i for i, p in enumerate(pieces) if _is_body(p, homes)), default=-1)
    under_link = False
    for piece in pieces[_closing(pieces, last, homes) :]:
        if piece.kind == "heading":
            under_link = piece.all_linked
        if not _is_of_list(piece, homes) and (under_link or not _is_answer(piece)):
            _omit(piece, "related")


def _is_verse(pieces: list[Piece]) -> bool:
    """Whether a text without one whole sentence is one all the same: many lines of one home."""
    lines: Counter[str] = Counter()
    for piece in pieces:
        if piece.reason is None and piece.kind == "paragraph" and piece.linked == 0:
            lines[piece.home] += int(piece.size)
    return bool(lines) and max(lines.values()) >= _VERSE


def _is_of_list(piece: Piece, homes: set[str]) -> bool:
    """Whether a piece behind the last paragraph is one of a table or list that belongs to it."""
    if piece.kind == "list_item":
        return piece.home in homes or (piece.listed in homes and not piece.all_linked)
    return piece.kind == "table"


def _closing(pieces: list[Piece], last: int, homes: set[str]) -> int:
    """The position behind the short sentences with which a text may end."""
    at = last + 1
    for position in range(last + 1, len(pieces)):
        if _is_closing(pieces[position], homes):
            at = position + 1
        elif pieces[position].reason is None or position - at >= _BETWEEN:
            break
    return at


def _is_closing(piece: Piece, homes: set[str]) -> bool:
    said = _SLUG.sub("", piece.text).rstrip(_SHUT)
    sentence = piece.kind == "paragraph" and said[-1:] in _ENDS
    return sentence and piece.reason is None and piece.home in homes and not piece.linked


def _is_body(piece: Piece, homes: set[str]) -> bool:
    if piece.reason is not None or piece.home not in homes:
        return False
    return piece.is_prose or _is_long(piece) or (_is_told(piece) and not piece.all_linked)


def _is_long(piece: Piece) -> bool:
    return piece.size >= _PARAGRAPH and piece.linked * 3 < len(piece.text)


def _is_told(piece: Piece) -> bool:
    """Whether a piece is long and ends as a sentence does."""
    ended = piece.text.rstrip(_SHUT)[-1:] in _ENDS
    return piece.kind == "paragraph" and piece.size >= _PARAGRAPH and ended


def _is_answer(piece: Piece) -> bool:
    """Whether a piece behind the body is still part of it, as answers to questions are."""
    return piece.kind == "heading" or (_is_long(piece) and piece.linked == 0)


def omit_bios(pieces: list[Piece], about: About) -> None:
    """Who the author is, said before or behind the text."""
    prose = [i for i, p in enumerate(pieces) if p.reason is None and p.is_prose]
    if len(prose) < _EDGES:
        return
    most = _BIO_SHARE * sum(len(pieces[i].text) for i in prose)
    for position in (*prose[:2], *prose[-4:]):
        text = pieces[position].text
        if len(text) <= most and about.tells_of_author(text):
            _omit(pieces[position], "author bio")


def omit_posts(pieces: list[Piece]) -> None:
    """Posts from elsewhere that are set as quotations: signed with a dash and an account's name."""
    for position, piece in enumerate(pieces):
        if piece.kind != "quotation" or not _POSTED.search(piece.text[-_SIGNATURE:]):
            continue
        length, around = 0, ""
        for each in reversed(pieces[: position + 1]):
            quoted = each.home.startswith("blockquote")
            around = around or each.home * quoted
            length += len(each.text)
            if each.kind != "quotation" or (quoted and each.home != around) or length > _POST:
                break
            _omit(each, "embed")


def omit_boxes(pieces: list[Piece]) -> None:
    """What stands under a line such as 'Related articles', up to where the body goes on."""
    homes = main_homes(pieces)
    inside = portrayed = False
    before = True  # a lead stands in another place than the text
    for position, piece in enumerate(pieces):
        if portrayed and piece.kind == "paragraph" and len(piece.text) <= _LONGEST_BIO:
            _omit(piece, "author bio")
        portrayed = piece.reason == "author bio" and _heads_bio(piece)
        if piece.reason in {"related", "comments", "promotion", "author bio"} and _opens_box(piece):
            inside = True
        elif _ends_box(piece, homes) or (before and _is_told(piece) and piece.linked == 0):
            inside = before = False
        elif inside and not _heads_body(pieces, position, homes):
            _omit(piece, "related")


def _heads_body(pieces: list[Piece], position: int, homes: set[str]) -> bool:
    """Whether a piece is a heading with a paragraph of the body right under it."""
    piece, under = pieces[position], pieces[position + 1 : position + 2]
    if piece.kind != "heading" or piece.linked or starts(piece.text, "RELATED"):
        return False
    return any(_is_body(one, homes) and one.size >= _PARAGRAPH for one in under)


def _heads_bio(piece: Piece) -> bool:
    """Whether a line only announces who the author is; behind 'Edited by' just a name follows."""
    alone = piece.kind == "heading" or is_only(piece.text, "BIO")
    return (
        alone and starts(piece.text, "BIO") and not piece.text.rstrip(" :").endswith((" by", " By"))
    )


def _ends_box(piece: Piece, homes: set[str]) -> bool:
    if piece.kind == "heading":
        return not piece.all_linked and piece.home in homes
    if piece.size > 2 * _PARAGRAPH and piece.linked == 0:
        return True
    return piece.kind != "list_item" and piece.home in homes and piece.is_prose


def omit_repeated(pieces: list[Piece]) -> None:
    """Text that has been said before, and pull quotes."""
    kept = [piece for piece in pieces if piece.reason is None and piece.kind != "heading"]
    whole = [(piece, piece.text.casefold()) for piece in kept]
    everything = "\n".join(bare for _, bare in whole[:_MOST_COMPARED])
    said: set[str] = set()
    copies = Counter(bare for _, bare in whole)
    for piece, bare in whole:
        if _is_pulled(piece) and _is_within(bare, everything, copies[bare]):
            _omit(piece, "pull quote")
        elif bare in said and len(bare) > _SHORT_REPEAT:
            _omit(piece, "repeated")
        said.add(bare)


def _is_pulled(piece: Piece) -> bool:
    """Whether a piece looks like a quotation set apart: marked as one, or nothing else."""
    if piece.kind == "quotation":
        return len(piece.text) > _LINE // 2
    quoted = piece.text[0] in _OPENING and piece.text[-1] in _CLOSING
    return quoted and len(piece.text.split()) >= _SENTENCE_WORDS


def _is_within(bare: str, everything: str, copies: int) -> bool:
    """Whether a quotation, which stands alone so many times, is also part of the text."""
    return everything.count(bare.strip("\"'“”„«»‘’ .…")) > copies


def homes_of_prose(pieces: list[Piece]) -> Counter[str]:
    """How much running text stands in each kind of element."""
    prose: Counter[str] = Counter()
    for piece in pieces:
        if piece.reason is None and piece.is_prose:
            prose[piece.home] += len(piece.text)
    return prose


def main_homes(pieces: list[Piece]) -> set[str]:
    """The elements in which the body's paragraphs stand."""
    prose = homes_of_prose(pieces)
    total = prose.total()
    return {home for home, length in prose.items() if length >= _MAIN * total}


def _headline(pieces: list[Piece], about: About) -> int:
    for position, piece in enumerate(pieces[:40]):
        if piece.kind == "heading" and piece.level == 1:
            return position
        if piece.is_prose and piece.size > _PARAGRAPH:
            break
        if about.is_title(piece.text):
            return position
    return -1


def _opens_box(piece: Piece) -> bool:
    tables = ("RELATED", "COMMENTS", "BIO")
    if piece.kind == "heading":
        return piece.reason == "promotion" or any(starts(piece.text, table) for table in tables)
    if piece.reason == "promotion":
        return len(piece.text) <= _LINE
    return any(is_only(piece.text, table) for table in tables)


def _omit(piece: Piece, reason: str) -> None:
    if piece.reason is None and piece.kind != "correction":
        piece.reason = reason  # type: ignore[assignment]

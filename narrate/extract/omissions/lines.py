"""Rules on single lines: what a line says of itself by its wording and form."""

import re
from collections.abc import Callable
from pathlib import Path

from narrate.extract.data import lists
from narrate.extract.metadata.title import folded
from narrate.extract.omissions.about import About
from narrate.extract.omissions.phrases import is_only, mentions, offers, pleads, starts
from narrate.extract.omissions.times import is_timestamp
from narrate.extract.pieces import Piece
from narrate.model import Omission

_COUNT = re.compile(
    r"^\W*\d[\d.,]*\s*(?:k|m)?\s*\W*"
    r"(?:comments?|shares?|likes?|views?|kommentare?|commentaires?|comentarios?|comentários?|"
    r"commenti|postings?|reactions?|votes?)?\W*$",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"^\(?[\w.,;]{2,18}(?:\s*/\s*[\w.,; ]{2,22}){1,3}\)?$")
_PAGE = re.compile(r"(?:page|seite|página|pagina) \d+ (?:of|von|de|sur|di) \d+")
_RELATED = re.compile(r"(?:related|verwandte|relacionad[oa]s|correlat[ie])\b", re.IGNORECASE)
_CREDITED = re.compile(
    r"(?:\bvia|/|©)\s?(?:getty(?: images)?|afp|reuters|ap|epa|dpa|shutterstock|istock|unsplash|"
    r"pexels|pixabay)\)?$",
    re.IGNORECASE,
)
_SPECIFIED = re.compile(r"\W*\w+: ?\d")
"""What a thing can do, as in 'Video: 4K', and not who made a picture."""
_COUNTED = frozenset("$€£¥₹₩%")
_QUOTED = re.compile(r"[\"“”„«»]")
_RETURNS = ("↩", "⤴", "↵")
"""What leads from a footnote back to its mark."""
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_TEMPLATE = re.compile(r"(?:\$\$|\{\{|%%|\[\[)[^\s{}$%\[\]]{1,60}(?:\$\$|\}\}|%%|\]\])")
"""What a template should have filled in: {{ad}}."""
_SHARING = ("share with", "share this", "share your")
_WORDS = lists(Path(__file__).with_name("words.txt"))[""]
_SENT = ("inbox", *_WORDS["newsletters"])
_AGENCIES = frozenset(_WORDS["agencies"])
_LONGEST: dict[str, int] = {
    "RELATED": 220, "CREDIT": 160, "COPYRIGHT": 320, "SHARE": 60, "COMMENTS": 100, "BIO": 120,
    "BYLINE": 200, "DONATION": 300, "PLAYER": 200, "DISCLAIMER": 320, "ADVERTISEMENT": 100,
    "EMBED": 420, "PICTURED": 250,
}  # fmt: skip
"""Characters up to which a line may begin so and be nothing else."""
_LONGEST_FORM = 200
_LONGEST_PLEA, _PLEA_SENTENCES = 400, 3
_LONGEST_BYLINE = 160
_LINE, _SHORT, _SIGNATURE = 80, 60, 40
_LABEL_WORDS, _OTHER_WORDS = 6, 4
_SAYS: tuple[tuple[str, Omission], ...] = (
    ("DISCLAIMER", "disclaimer"), ("PLAYER", "player"), ("COPYRIGHT", "copyright"),
    ("CREDIT", "credit"), ("EMBED", "embed"), ("BIO", "author bio"), ("BYLINE", "byline"),
    ("DONATION", "donation"), ("COMMENTS", "comments"), ("PICTURED", "caption"),
)  # fmt: skip


def is_worded(text: str) -> bool:
    """Whether a text has a letter in it."""
    return any(character.isalpha() for character in text)


def is_price(text: str) -> bool:
    """Whether a text is a sum of money or a share of something, without a word.

    >>> is_price("$74.99"), is_price("12.30")
    (True, False)
    """
    return not is_worded(text) and any(character in _COUNTED for character in text)


def judge_line(piece: Piece, about: About) -> Omission | None:
    """Why a line is not read aloud, as far as the line itself tells."""
    text = piece.text
    if not is_worded(text):
        return "timestamp" if any(character.isdigit() for character in text) else "navigation"
    if text.rstrip("\ufe0e\ufe0f").endswith(_RETURNS):
        return "footnote"
    return _wording(piece) or _form(piece, about)


def _wording(piece: Piece) -> Omission | None:
    text = piece.text
    for table, reason in _SAYS:
        if len(text) <= _LONGEST[table] and starts(text, table):
            return None if reason == "credit" and _SPECIFIED.match(text) else reason
    if len(text) <= _LONGEST["BYLINE"] and mentions(text, "CONTRIBUTED"):
        return "byline"
    return next((reason for applies, reason in _RULES if applies(piece)), None)


def _is_advertisement(piece: Piece) -> bool:
    text = piece.text
    if is_only(text, "ADVERTISEMENT"):
        return True
    short = len(text) < _LONGEST["ADVERTISEMENT"] and len(text.split()) <= _LABEL_WORDS
    return short and starts(text, "ADVERTISEMENT")


def _is_affiliate(piece: Piece) -> bool:
    text = piece.text
    if len(text) > _LONGEST["EMBED"]:
        return False
    return starts(text, "AFFILIATE") or (piece.kind != "list_item" and mentions(text, "EARNS"))


def _shares(piece: Piece) -> bool:
    """Whether a line is a button to share by, or bids the reader do so in more words."""
    bare = piece.text.casefold()
    return is_only(bare, "SHARE") or (len(bare) < _SHORT and bare.startswith(_SHARING))


def _is_frame(piece: Piece) -> bool:
    """Whether a line is part of the page's frame: over a table of contents, or left over."""
    text = piece.text
    left = text.casefold().startswith("lorem ipsum") or _TEMPLATE.fullmatch(text) is not None
    return left or is_only(text, "CONTENTS")


def _is_promotion(piece: Piece) -> bool:
    text = piece.text
    if is_only(text, "CALLS"):
        return True
    if piece.kind == "heading" and "newsletter" in text.casefold() and len(text) < _LINE:
        return True
    bid = piece.linked or piece.kind == "heading" or text[-1] == "!"
    if bid and len(text) <= _LONGEST_FORM and _offers_newsletter(text.casefold()):
        return True
    plea = len(text) <= _LONGEST_PLEA and piece.kind != "list_item"
    return plea and ((offers(text) and _short(text)) or _bids_within(text))


def _bids_within(text: str) -> bool:
    """Whether a later sentence of a line bids its reader have something sent to them."""
    if not any(word in text.casefold() for word in _SENT):
        return False
    return any(
        starts(sentence, "INVITES")
        and mentions(sentence, "YOURS")
        and any(word in sentence.casefold() for word in _SENT)
        for sentence in _SENTENCES.split(text)[1:]
    )


def _is_plea(piece: Piece) -> bool:
    """Whether the publisher asks for money; what somebody is quoted to say is a story's."""
    text = piece.text
    apart = piece.kind == "paragraph" and len(text) <= _LONGEST_PLEA and _short(text)
    return apart and not _QUOTED.search(text) and pleads(text)


def _offers_newsletter(text: str) -> bool:
    letter = any(word in text for word in _WORDS["newsletters"])
    return letter and any(word in text for word in _WORDS["calls"])


def _short(text: str) -> bool:
    return len(re.findall(r"[.!?]\s", text)) <= _PLEA_SENTENCES


def _is_related(piece: Piece) -> bool:
    text = piece.text
    if piece.kind == "heading" and _RELATED.match(text) and len(text) < _SHORT:
        return True
    if len(text) > _LONGEST["RELATED"] or not starts(text, "RELATED"):
        return False
    return piece.kind == "heading" or ":" in text[:40] or piece.linked > 0 or len(text) <= _SHORT


_RULES: tuple[tuple[Callable[[Piece], bool], Omission], ...] = (
    (_is_advertisement, "advertisement"),
    (_is_affiliate, "advertisement"),
    (_shares, "share"),
    (_is_frame, "navigation"),
    (_is_related, "related"),
    (_is_plea, "donation"),
    (_is_promotion, "promotion"),
)


def _form(piece: Piece, about: About) -> Omission | None:
    text = piece.text
    if piece.kind == "heading" or len(text) > _LONGEST_FORM:
        return None
    bare = folded(text)
    if _COUNT.match(text):
        return "share"
    if bare in about.authors or is_byline(text, bare, about):
        return "byline"
    if _PAGE.fullmatch(bare):
        return "navigation"
    if (
        _CREDITED.search(text)
        or bare in _AGENCIES
        or (len(text) < _SIGNATURE and _AGENCY.match(text) and not piece.number)
    ):
        return "credit"
    return "timestamp" if piece.kind != "list_item" and is_timestamp(text) else None


def is_byline(text: str, bare: str, about: About) -> bool:
    """Whether a line holds the authors' names and hardly anything else."""
    if len(text) > _LONGEST_BYLINE or not about.authors:
        return False
    rest = bare
    for name in about.authors:
        rest = rest.replace(name, " ")
    return rest != bare and len(rest.split()) <= _OTHER_WORDS and len(rest) * 2 < len(bare) + 12

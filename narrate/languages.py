"""Which languages stand near enough to another for its words to serve.

Tables of words and voices have one entry a language. Whoever looks something up asks for the
tags of `nearest` in turn, and takes the first that a table has; English is what is left.
"""

_MODERN = {"cmn": "zh", "in": "id", "iw": "he", "nn": "nb", "no": "nb", "prs": "fa"}
"""Language subtags that are old, or near enough to another to be read as it (IANA's registry)."""

_KIN = {
    "yue": ("zh-hant",),
    "zh-hant": ("yue",),
    "zh-hk": ("yue", "zh-hant"),
    "zh-mo": ("yue", "zh-hant"),
    "zh-tw": ("zh-hant", "yue"),
}
"""Tags that are written alike; the nearest first."""


def nearest(tag: str) -> tuple[str, ...]:
    """The tags that would do for a BCP 47 tag, the best first, in lower case.

    Its own comes first, then what is left of it without its last subtags (RFC 4647, section
    3.4), each before its kin. There is none for what no words are near to but its own.

    >>> nearest("no-NO")
    ('nb-no', 'nb')
    >>> nearest("zh-TW")
    ('zh-tw', 'zh-hant', 'yue', 'zh')
    """
    parts = subtags(tag)
    tags = ["-".join(parts[:end]) for end in range(len(parts), 0, -1)]
    return tuple(dict.fromkeys(name for tag in tags for name in (tag, *_KIN.get(tag, ()))))


def language_of(tag: str) -> str:
    """The language alone of a BCP 47 tag, by its present name.

    >>> language_of("iw_IL")
    'he'
    """
    return subtags(tag)[0]


def subtags(tag: str) -> list[str]:
    """The parts of a BCP 47 tag in lower case, its language by its present name.

    >>> subtags("cmn-Hans-CN")
    ['zh', 'hans', 'cn']
    """
    first, *rest = tag.lower().replace("_", "-").split("-")
    return [_MODERN.get(first, first), *rest]

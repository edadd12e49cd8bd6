"""Regular expressions that are compiled when first used, so that importing rules is free."""

import re
from collections.abc import Iterator
from functools import cached_property


class Pattern:
    r"""A regular expression in verbose notation, compiled at first use.

    >>> [match[0] for match in Pattern(r"\d + (?: , \d{3} )*").finditer("1,000 and 2")]
    ['1,000', '2']
    """

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._source = source
        self._flags = flags | re.VERBOSE

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self._source, self._flags)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As the method of `re.Pattern`."""
        return self.compiled.finditer(text)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """As the method of `re.Pattern`."""
        return self.compiled.match(text, at)

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """As the method of `re.Pattern`."""
        return self.compiled.search(text, at)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As the method of `re.Pattern`."""
        return self.compiled.fullmatch(text)

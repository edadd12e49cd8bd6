"""Text cut to what apps take."""


def length(text: str) -> int:
    """Characters as JavaScript counts them, in UTF-16: an emoji has two.

    >>> length("AI 🎙")
    5
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clipped(text: str, most: int) -> str:
    """At most so many characters, counted as `length` does; what is cut ends in an ellipsis.

    >>> clipped("The council", 8), clipped("🎙🎙🎙", 4)
    ('The cou…', '🎙…')
    """
    if len(text) * 2 <= most or length(text) <= most:
        return text
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * (most - 1)]
    return units.decode("utf-16-le", "ignore").rstrip() + "…"

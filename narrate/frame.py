"""What is said around the body of an article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """What is said around the body of the article."""

    disclaimer: str | None = None
    """Said first; None for the voice's own notice, and an empty text for none."""
    closing: bool = False
    """Whether the notice is said again at the end."""
    parts: bool = False
    """Whether it is said again in every later part, where a programme has parts."""
    title: bool = True
    byline: bool = True
    date: bool = True
    end: bool = True
    quotations: bool = False
    """Whether a quotation that is set apart is announced before it and closed after it."""
    emoji: bool = False
    """Whether emoji are said by their names; else they are passed over."""
    embeds: bool = False
    """Whether it is said that a post from elsewhere is shown; what it says is never read."""

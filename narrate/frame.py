"""What is said around the body of an article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """What is said around the body of the article."""

    disclaimer: str | None = None
    """Said first; None for the voice's own notice, and an empty text for none."""
    title: bool = True
    byline: bool = True
    date: bool = True
    end: bool = True
    embeds: bool = False
    """Whether it is said that a post from elsewhere is shown; what it says is never read."""

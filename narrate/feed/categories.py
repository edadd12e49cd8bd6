"""Apple's categories of podcasts, which other directories use too.

Source: Apple Podcasts for Creators, "Apple Podcasts categories", as of 2024.
"""

from difflib import get_close_matches

from narrate.errors import ConfigError

CATEGORIES: dict[str, tuple[str, ...]] = {
    "Arts": ("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
    "Business": (
        "Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit",
    ),
    "Comedy": ("Comedy Interviews", "Improv", "Stand-Up"),
    "Education": ("Courses", "How To", "Language Learning", "Self-Improvement"),
    "Fiction": ("Comedy Fiction", "Drama", "Science Fiction"),
    "Government": (),
    "History": (),
    "Health & Fitness": (
        "Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality",
    ),
    "Kids & Family": ("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
    "Leisure": (
        "Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies",
        "Home & Garden", "Video Games",
    ),
    "Music": ("Music Commentary", "Music History", "Music Interviews"),
    "News": (
        "Business News", "Daily News", "Entertainment News", "News Commentary", "Politics",
        "Sports News", "Tech News",
    ),
    "Religion & Spirituality": (
        "Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality",
    ),
    "Science": (
        "Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics",
        "Natural Sciences", "Nature", "Physics", "Social Sciences",
    ),
    "Society & Culture": (
        "Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships",
    ),
    "Sports": (
        "Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey",
        "Rugby", "Running", "Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness",
        "Wrestling",
    ),
    "Technology": (),
    "True Crime": (),
    "TV & Film": ("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"),
}  # fmt: skip
"""Every category, with its subcategories."""


def category(name: str) -> tuple[str, str | None]:
    """A category and its subcategory, from `News` or `News/Politics`.

    >>> category("News/Daily News"), category("Technology")
    (('News', 'Daily News'), ('Technology', None))

    Raises ConfigError, with the one that was probably meant, for what is not on Apple's list.
    """
    main, _, sub = (part.strip() for part in name.partition("/"))
    if main in CATEGORIES and (not sub or sub in CATEGORIES[main]):
        return main, sub or None
    close = get_close_matches(name, names(), n=1)
    raise ConfigError(
        "this is not one of Apple's categories",
        subject=name,
        mend=f"did you mean {close[0]}?" if close else "write one as News or News/Politics",
    )


def names() -> list[str]:
    """Every category as it may be written."""
    return [
        name
        for main, subs in CATEGORIES.items()
        for name in (main, *(f"{main}/{sub}" for sub in subs))
    ]

"""Which sources are meant: a folder stands for the articles in it."""

from pathlib import Path

from narrate.errors import FetchError

ARTICLES = (".html", ".htm", ".xhtml", ".md", ".markdown", ".txt")


def expanded(sources: tuple[str, ...]) -> tuple[str, ...]:
    """The sources, each folder among them replaced by its articles in the order of their names.

    Raises FetchError for a folder without any.
    """
    found: list[str] = []
    for source in sources:
        found += _articles(source) if Path(source).is_dir() else [source]
    return tuple(found)


def _articles(folder: str) -> list[str]:
    paths = sorted(path for path in Path(folder).iterdir() if path.suffix.lower() in ARTICLES)
    if not paths:
        raise FetchError(
            "there are no articles in this folder",
            subject=folder,
            mend=f"their names end in {', '.join(ARTICLES)}",
        )
    return [str(path) for path in paths]

"""What a page says of itself: title, authors, dates, language, site, and the rest."""

from lxml import etree

from narrate.model import Metadata, Page


def metadata(root: etree._Element, page: Page) -> Metadata:
    """Gather the metadata of a page."""
    title = root.findtext(".//title") or ""
    return Metadata(" ".join(title.split()), language=root.get("lang"), url=page.url)

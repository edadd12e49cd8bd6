"""Names that never change again."""

from uuid import UUID, uuid5

PODCAST_NAMESPACE = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of podcasts (Podcasting 2.0 namespace, `guid`)."""


def channel_guid(feed_url: str) -> str:
    """The identity of a feed, made from the address at which it is first published.

    It is made once and stored: it stays when the address changes. The address is taken without
    its scheme and the slashes at its end.

    >>> channel_guid("https://podnews.net/rss/")
    '9b024349-ccf0-5f69-a609-6b82873eab3c'
    """
    scheme, mark, rest = feed_url.strip().partition("://")
    return str(uuid5(PODCAST_NAMESPACE, (rest if mark else scheme).rstrip("/")))

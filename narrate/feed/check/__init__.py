"""What is wrong with a feed, ours or another's: beyond what validators look at.

A feed may be well formed and still play an episode twice, show no cover, or hide from a whole
country's directory. Every finding says where, what, and how to mend it. Nothing here opens a
file or a connection: the caller brings the document, and the sizes of the files if it knows them.
"""

from narrate.feed.check.document import Sizes, check
from narrate.feed.check.finding import Finding, Level

__all__ = ["Finding", "Level", "Sizes", "check"]

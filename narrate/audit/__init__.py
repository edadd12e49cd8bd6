"""Is a listener told, everywhere, that a machine speaks? What is really there, surface by surface.

Nothing is taken on trust from what was meant to be written: tags are read with mutagen, pages
and feeds with lxml, captions as the text they are. A surface is a place where people or
programs look; a gap is one that is there and doesn't tell, or that should be there and isn't.

- `subjects.py` finds what there is to look at: sound files, pages, feeds;
- `sound.py`, `manifest.py`, `captions.py`, `pages.py`, `oembed.py` and `feeds.py` read one kind of
  thing each;
- `episode.py` holds the surfaces of one episode against each other.
"""

from narrate.audit.report import Check, Report, Surface
from narrate.audit.subjects import Wanted, audit

__all__ = ["Check", "Report", "Surface", "Wanted", "audit"]

"""Page → Article: what a page says, and what of it a listener should hear.

The way through the room: a page is read into a tree (`tree`), its metadata gathered
(`metadata`), its body found (`finder`), cut into blocks (`blocks`), and each block that must
not be read aloud marked with the reason (`omissions`). Plain text and Markdown join in at
their own doors (`plain`, `markdown`). What holds no article is refused (`refuse`).
"""

from narrate.extract.article import extract

__all__ = ["extract"]

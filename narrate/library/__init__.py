"""A folder of episodes that any static host can serve as it is, and that is never half there.

What is served: `episodes/<slug>/`, the feed's documents, the cover and the player at the root. The
library's own state lies under `.narrate/`: a record for each episode, which is the truth, and an
index that is made again from the records whenever it is missing. Everything is written such
that a process killed at any moment leaves a feed whose every enclosure is there, byte for byte.
"""

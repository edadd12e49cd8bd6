"""What a feed says, as pure functions: episodes as data go in, documents come out.

Nothing here reads a file or a clock, so the same episodes give the same bytes, and a server
can answer 304 for as long as nothing was published.
"""

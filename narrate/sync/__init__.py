"""Keeping a library fed: what a feed or sitemap lists, asked for politely, each article once.

`listing` reads what is listed, `choice` picks from it, `memory` knows what was seen before,
`asking` makes the requests, and `run` brings them together. What becomes of an article is left
to whoever calls: see `run.Taker`.
"""

"""Closed sets of the Podcasting 2.0 namespace, and what podcast apps take besides.

Sources: https://github.com/Podcastindex-org/podcast-namespace, `docs/tags/medium.md` and
`taxonomy.json` (the Podcast Taxonomy); ISO 639-1; Apple's podcast RSS requirements.
"""

_PLAIN = (
    "podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course",
)  # fmt: skip
MEDIUMS = (*_PLAIN, *(f"{medium}L" for medium in _PLAIN), "mixed")

ROLES: dict[str, tuple[str, ...]] = {
    "creative direction": (
        "director", "assistant director", "executive producer", "senior producer", "producer",
        "associate producer", "development producer", "creative director",
    ),
    "cast": (
        "host", "co-host", "guest host", "guest", "voice actor", "narrator", "announcer",
        "reporter",
    ),
    "writing": (
        "author", "editorial director", "co-writer", "writer", "songwriter", "guest writer",
        "story editor", "managing editor", "script editor", "script coordinator", "researcher",
        "editor", "fact checker", "translator", "transcriber", "logger",
    ),
    "audio production": (
        "studio coordinator", "technical director", "technical manager", "audio engineer",
        "remote recording engineer", "post production engineer",
    ),
    "audio post-production": (
        "audio editor", "sound designer", "foley artist", "composer", "theme music",
        "music production", "music contributor",
    ),
    "administration": (
        "production coordinator", "booking coordinator", "production assistant",
        "content manager", "marketing manager", "sales representative", "sales manager",
    ),
    "visuals": ("graphic designer", "cover art designer"),
    "community": ("social media manager",),
    "misc.": ("consultant", "intern"),
    "video production": ("camera operator", "lighting designer", "camera grip", "assistant camera"),
    "video post-production": ("editor", "assistant editor"),
}  # fmt: skip
"""Every group with its roles, in lower case: capitals don't count."""

TRANSCRIPTS = (
    "text/vtt", "application/x-subrip", "application/srt", "text/srt", "application/json",
    "text/html", "text/plain",
)  # fmt: skip

_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik in io is it iu iw ja ji jv ka kg ki kj kk kl km kn ko kr ks ku kv kw "
    "ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv "
    "ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr "
    "ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo "
    "za zh zu"
)
ISO_639 = frozenset(_TWO_LETTERS.split())
"""Languages of two letters, with those that were withdrawn and are still written."""

PLAYED = {
    ".mp3": ("audio/mpeg", "audio/mp3"),
    ".m4a": ("audio/x-m4a", "audio/mp4", "audio/m4a", "audio/aac"),
    ".mp4": ("video/mp4", "audio/mp4"),
    ".m4v": ("video/x-m4v", "video/mp4"),
    ".mov": ("video/quicktime",),
    ".pdf": ("application/pdf", "application/x-pdf"),
}
"""What Apple plays: how the address ends, and the media types of such a file."""

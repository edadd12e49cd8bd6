"""The names that pages use for their encodings, and the codec that each stands for.

Browsers read `iso-8859-1` as windows-1252, `gb2312` as gb18030 and so on, and pages are
written for browsers. Source: the WHATWG Encoding Standard, section 4.2, and the table of
default encodings in the HTML Standard, 13.2.3.2, step 9.
"""

import codecs

_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16-le",
}
_ALIASES = {
    alias: name
    for name, aliases in {
        "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8",
        "utf-16-le": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff",
        "utf-16-be": "unicodefffe",
        "iso8859-6": "csiso88596e csiso88596i iso-8859-6-e iso-8859-6-i",
        "iso8859-7": "sun_eu_greek",
        "iso8859-8": "csiso88598e csiso88598i iso-8859-8-e iso-8859-8-i logical visual",
        "iso8859-15": "csisolatin9",
        "koi8-r": "koi koi8",
        "koi8-u": "koi8-ru",
        "mac-cyrillic": "mac-ukrainian",
        "mac-roman": "csmacintosh mac",
        "cp866": "dos-866",
        "cp874": "dos-874 windows-874",
        "cp932": "windows-31j",
        "cp949": "cseuckr csksc56011987 iso-ir-149 ks_c_5601-1989 ksc_5601 windows-949",
        "cp1252": "user-defined",
        "big5": "cn-big5",
        "euc_jp": "cseucpkdfmtjapanese",
        "gb18030": "csgb2312 gb_2312 gb_2312-80",
    }.items()
    for alias in aliases.split()
}
"""What Python doesn't know of the standard's labels."""
MULTIBYTE = frozenset(
    {"big5hkscs", "cp932", "cp949", "euc_jp", "gb18030", "iso2022_jp"},
)
_KNOWN = MULTIBYTE | {
    "utf-8", "utf-16-le", "utf-16-be",
    "cp866", "cp874", "koi8-r", "koi8-u", "mac-cyrillic", "mac-roman",
    *(f"cp125{n}" for n in range(9)),
    *(f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
}  # fmt: skip

_BY_LANGUAGE = {
    ("ar", "fa"): ("cp1256",),
    ("ba", "be", "bg", "kk", "ky", "mk", "ru", "sah", "sr", "tg", "tt", "uk"): ("cp1251",),
    ("cs", "hr", "sk"): ("cp1250",),
    ("hu", "pl", "sl"): ("iso8859-2",),
    ("az", "ku", "tr"): ("cp1254",),
    ("et", "lt", "lv"): ("cp1257",),
    ("el",): ("iso8859-7",),
    ("he",): ("cp1255",),
    # The standard names Shift_JIS alone; EUC-JP is told apart by decoding, so it goes first.
    ("ja",): ("euc_jp", "cp932"),
    ("ko",): ("cp949",),
    ("th",): ("cp874",),
    ("vi",): ("cp1258",),
    ("zh",): ("gb18030", "big5hkscs"),
}
_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")
_LONGEST = 40
"""Characters of a label: Python would keep any it is asked for."""


def codec(label: str | None) -> str | None:
    """Python's codec for a page's name of an encoding; None for what no page may use.

    >>> codec(" ISO-8859-1 "), codec("x-sjis"), codec("utf8"), codec("rot13")
    ('cp1252', 'cp932', 'utf-8', None)
    """
    name = (label or "").strip().lower()
    while name.startswith("x-"):
        name = name[2:]
    if name.startswith("iso8859") and name[7:].isdecimal():
        name = f"iso8859-{name[7:]}"
    name = _ALIASES.get(name, name)
    if not name.isascii() or len(name) > _LONGEST:
        return None
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    found = _WIDER.get(found, found)
    return found if found in _KNOWN else None


def codecs_for(language: str | None) -> tuple[str, ...]:
    """The encodings that undeclared pages of a language are in, likeliest first.

    >>> codecs_for("ru-RU"), codecs_for("en"), codecs_for("zh-TW")
    (('cp1251',), (), ('big5hkscs', 'gb18030'))
    """
    tag = (language or "").strip().lower().replace("_", "-")
    if tag.startswith(_TRADITIONAL):
        return ("big5hkscs", "gb18030")
    start = tag.partition("-")[0]
    return next((found for tags, found in _BY_LANGUAGE.items() if start in tags), ())

"""Phonemes from one notation to another: X-SAMPA to IPA, IPA to espeak's own."""

from narrate.spoken.tables import table


def from_xsampa(written: str) -> str:
    """IPA for X-SAMPA (J. C. Wells, 1995).

    >>> from_xsampa('"ki:jIw')
    'ˈkiːjɪw'
    """
    return _translate(written, table("xsampa")) or ""


def espeak(ipa: str, language: str) -> str | None:
    """Espeak's mnemonics for IPA, or None where it has a sound that espeak can't be told.

    >>> espeak("ˈkiːv", "en-US")
    "k'i:v"
    """
    mnemonics: dict[str, str] = table("espeak")["all"]
    own = table("espeak").get(language.lower().partition("-")[0], {})
    said = _translate(ipa, mnemonics | own, strict=True)
    return _stress_vowels(said) if said else None


def possessive(mnemonics: str) -> str:
    """With the English ending of 's'.

    >>> possessive("k'i:v"), possessive("p'ats"), possessive("k'ap")
    ("k'i:vz", "p'atsI2z", "k'aps")
    """
    if mnemonics[-1] in "szSZ":
        return f"{mnemonics}I2z"
    return f"{mnemonics}{'s' if mnemonics[-1] in 'ptkfT' else 'z'}"


def _translate(written: str, names: dict[str, str], *, strict: bool = False) -> str | None:
    """Each sign by the longest that fits."""
    longest = max(map(len, names))
    said: list[str] = []
    at = 0
    while at < len(written):
        for size in range(longest, 0, -1):
            sign = written[at : at + size]
            if len(sign) == size and sign in names:
                said.append(names[sign])
                at += size
                break
        else:
            if strict:
                return None
            said.append(written[at])
            at += 1
    return "".join(said)


_VOWELS = set("aAeEiIoO0uUV3@yYW")


def _stress_vowels(said: str) -> str:
    """A stress mark moved from before its syllable to before its vowel, as espeak has it."""
    moved: list[str] = []
    pending = ""
    for sign in said:
        if sign in "',":
            pending = sign
            continue
        if pending and sign in _VOWELS:
            moved.append(pending)
            pending = ""
        moved.append(sign)
    return "".join(moved)

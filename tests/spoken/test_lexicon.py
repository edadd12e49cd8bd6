import pytest

from narrate.errors import ConfigError
from narrate.spoken import Entry, Lexicon, load_lexicon, normalise

PLS = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"
  alphabet="x-sampa" xml:lang="en">
  <lexeme><grapheme>Kyiv</grapheme><grapheme>Kiev</grapheme>
    <phoneme>"ki:v</phoneme><phoneme prefer="true" alphabet="ipa">ˈkiːjɪv</phoneme></lexeme>
  <lexeme><grapheme>W3C</grapheme><alias>World Wide Web Consortium</alias></lexeme>
</lexicon>"""
TOML = """
language = "en"
[words]
"Xi" = "Shee"
[[entry]]
grapheme = ["Nguyen", "Nguyễn"]
alias = "Win"
phoneme = "wIn"
alphabet = "x-sampa"
case = true
"""


def _said(lexicon, text, language="en-US"):
    return normalise(text, language, lexicon=lexicon).spoken


@pytest.mark.parametrize(
    ("entry", "text", "said"),
    [
        (Entry("Xi", alias="Shee"), "XI met Xi's men, not Xia.", "Shee met Shee's men, not Xia."),
        (Entry("Xi", alias="Shee", case=True), "Xi or xi?", "Shee or xi?"),
        (Entry("burgh", alias="burra", part=True), "In Edinburgh", "In Edinburra"),
        (Entry(".NET", alias="dot net"), "Use .NET now", "Use dot net now"),
        (Entry("Xi", alias="Shee", language="fr"), "Xi", "Xi"),
        (Entry("Xi", phoneme="ʃiː"), "Xi", "Xi"),
        (Entry("AT&T", alias="the phone company"), "AT&T won", "the phone company won"),
    ],
)
def test_an_entry_holds_where_its_rules_say(entry, text, said):
    assert _said(Lexicon.of([entry]), text) == said


def test_the_longest_match_wins():
    lexicon = Lexicon.of([Entry("San", alias="Sun"), Entry("San Jose", alias="San Hozay")])

    said = _said(lexicon, "San Jose and San Juan")

    assert said == "San Hozay and Sun Juan"


def test_no_step_touches_what_the_lexicon_says():
    lexicon = Lexicon.of([Entry("Route 1984", alias="Route 1984 No. 5")])

    assert _said(lexicon, "Route 1984") == "Route 1984 No. 5"


def test_phonemes_are_said_only_to_an_engine_that_takes_them():
    entry = Entry("Kyiv", alias="Keev", phoneme="ˈkiːv")

    plain = _said(Lexicon.of([entry]), "Kyiv's law [[h@l]]")
    phonemes = _said(Lexicon.of([entry], phonemes=True), "Kyiv's law [[h@l]]")

    assert plain == "Keev's law [h@l]"
    assert phonemes == "[[k'i:vz]] law [h@l]"


def test_a_sound_espeak_does_not_know_falls_back_to_the_alias():
    entry = Entry("!Xun", alias="Kung", phoneme="ǃ͡χũ")

    assert _said(Lexicon.of([entry], phonemes=True), "the !Xun") == "the Kung"


def test_a_pls_file_is_read(tmp_path):
    path = tmp_path / "news.pls"
    path.write_text(PLS, "utf-8")

    lexicon = load_lexicon(path)

    assert [entry.grapheme for entry in lexicon.entries] == ["Kyiv", "Kiev", "W3C"]
    assert lexicon.entries[1].phoneme == "ˈkiːjɪv"
    assert _said(lexicon, "The W3C met.") == "The World Wide Web Consortium met."


def test_a_toml_file_is_read(tmp_path):
    path = tmp_path / "news.toml"
    path.write_text(TOML, "utf-8")

    lexicon = load_lexicon(path)

    assert _said(lexicon, "Xi met Nguyễn.") == "Shee met Win."
    assert lexicon.entries[1].phoneme == "wɪn"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.toml", "words = ["),
        ("b.toml", "[words]\nXi = 3"),
        ("c.toml", "[[entry]]\ngrapheme = 'a'\nsound = 'b'"),
        ("d.pls", "<lexicon/>"),
        ("e.pls", "<lexicon"),
        ("f.pls", PLS.replace('"ipa"', '"arpabet"')),
        ("g.toml", "\xff"),
    ],
)
def test_a_file_that_is_no_lexicon_is_refused_by_name(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content.encode("latin-1", "ignore"))

    with pytest.raises(ConfigError, match=name):
        load_lexicon(path)


def test_a_missing_file_is_refused_by_name(tmp_path):
    with pytest.raises(ConfigError, match=r"none\.toml"):
        load_lexicon(tmp_path / "none.toml")


def test_entities_are_not_followed(tmp_path):
    (tmp_path / "secret").write_text("secret")
    path = tmp_path / "x.pls"
    entity = f'<!DOCTYPE lexicon [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    path.write_text(PLS.replace("?>", f"?>{entity}").replace("World", "&x;"), "utf-8")

    lexicon = load_lexicon(path)

    assert "secret" not in str(lexicon.entries)

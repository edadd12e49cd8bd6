import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.errors import FetchError
from narrate.fetch.decoding import decode, text_of
from narrate.fetch.raw import Raw

RUSSIAN = "Вчера шёл дождь."
JAPANESE = "昨日は雨が降りました。「傘を忘れた」"
POLISH = "Wczoraj padał deszcz w Łodzi, źdźbło mokło."
FRENCH = "Hier, il a plu à Orléans… « C’était prévu », dit-il."
CHINESE = "昨天下雨了，他说：“我忘了带伞。”"


def text(body, content_type=None):
    return decode(Raw(body, "-", content_type)).text


def page(prose, declaration=""):
    return f"<html>{declaration}<p>{prose}</p></html>"


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_outdoes_every_declaration(mark, name):
    whole = page(RUSSIAN, "<meta charset=koi8-r>")

    assert text(mark + whole.encode(name), "text/html; charset=latin1") == whole


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf16_is_known_without_its_mark(name):
    assert text(page(RUSSIAN * 9).encode(name)) == page(RUSSIAN * 9)


@pytest.mark.parametrize(
    ("prose", "name"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (POLISH, "iso-8859-2"),
        (FRENCH, "windows-1252"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso-2022-jp"),
        (CHINESE, "gb18030"),
        ("联通", "gb18030"),  # the very bytes are UTF-8 too
        ("昨天下雨了", "big5"),
        ("어제 비가 왔다", "euc-kr"),
    ],
)
def test_a_true_declaration_is_followed(prose, name):
    meta = page(prose, f"<meta charset={name}>")
    plain = page(prose)

    assert text(meta.encode(name)) == meta
    assert text(plain.encode(name), f"text/html; charset={name}") == plain


def test_the_servers_word_goes_before_the_pages():
    whole = page(RUSSIAN, "<meta charset=windows-1251>")

    assert text(whole.encode("koi8-r"), "text/html; charset=koi8-r") == whole


def test_latin1_means_what_browsers_take_it_for():
    assert text("“C’est l’été – 5 €”".encode("cp1252"), "text/html; charset=iso-8859-1") == (
        "“C’est l’été – 5 €”"
    )


@pytest.mark.parametrize("name", ["iso-8859-1", "windows-1251", "gb2312", "shift_jis", "klingon"])
@pytest.mark.parametrize("prose", [RUSSIAN, JAPANESE, FRENCH])
def test_utf8_is_known_whatever_is_declared(prose, name):
    whole = page(prose, f"<meta charset={name}>")

    assert text(whole.encode(), f"text/html; charset={name}") == whole


@pytest.mark.parametrize(
    ("prose", "name", "declaration"),
    [
        (FRENCH, "cp1252", "<meta charset=utf-8>"),
        (FRENCH, "cp1252", ""),
        (RUSSIAN, "cp1251", "<html lang=ru><meta charset=utf-8>"),
        (POLISH, "iso8859-2", "<html lang=pl>"),
        (JAPANESE, "cp932", "<html lang=ja>"),
        (JAPANESE, "euc_jp", "<html lang=ja>"),
        (CHINESE, "gb18030", "<html lang=zh-CN>"),
    ],
)
def test_what_is_not_the_utf8_it_claims_goes_by_its_language(prose, name, declaration):
    whole = f"{declaration}<p>{prose}</p>"

    assert text(whole.encode(name)) == whole


@pytest.mark.parametrize(
    ("prose", "name"), [(RUSSIAN, "cp1251"), (JAPANESE, "cp932"), (CHINESE, "gb18030")]
)
def test_gibberish_is_refused_where_nothing_tells_the_encoding(prose, name):
    with pytest.raises(FetchError, match="its encoding is not declared, or not as it is") as caught:
        text(page(prose).encode(name))

    assert caught.value.mend == "save it as UTF-8"


def test_bytes_of_windows_1252_in_utf8_are_mended():
    assert text("Été à Orléans: ".encode() + b"\x93Oui\x94, dit Andr\xe9.") == (
        "Été à Orléans: “Oui”, dit André."
    )


def test_only_what_is_cut_off_is_lost():
    assert text("Été à ".encode() + b"\xe2\x80 Paris \xc3") == "Été à � Paris �"


def test_a_broken_byte_costs_no_more_than_itself():
    body = page(JAPANESE * 5, "<meta charset=shift_jis>").encode("cp932")

    assert text(body + b"\x81") == page(JAPANESE * 5, "<meta charset=shift_jis>") + "�"


def test_a_replacement_character_of_the_pages_own_is_no_slip():
    assert text("Caf�, été".encode()) == "Caf�, été"


def test_line_ends_are_one_and_nuls_go():
    assert text(b"<p>a" + b"b" * 99 + b"\0\r\nc\rd\n") == "<p>a" + "b" * 99 + "\nc\nd\n"


@pytest.mark.parametrize("body", [b"", b" \r\n", b"\xef\xbb\xbf" * 2, b"\xff\xfe\n\0"])
def test_what_is_empty_is_told(body):
    with pytest.raises(FetchError, match="it is empty"):
        text(body)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"%PDF-1.7", "it is a PDF, not a page"),
        (bytes(999), "it is binary data, not a page"),
        (b'{"title": "Rain"}', "it is JSON, not a page"),
        (b"<rss><channel>", "it is a feed or a sitemap"),
    ],
)
def test_what_is_no_page_is_told_by_name(body, words):
    with pytest.raises(FetchError, match=words):
        text(body)


def test_a_page_keeps_its_name_and_its_address():
    page = decode(Raw(b"Rain", "https://a.example/", "text/plain", "https://b.example/"))

    assert (page.source, page.url, page.media_type) == (
        "https://a.example/",
        "https://b.example/",
        "text/plain",
    )


@given(
    st.binary(max_size=300),
    st.sampled_from([None, "text/html; charset=utf-8", "text/html; charset=big5", "text/plain"]),
)
def test_any_bytes_are_a_page_or_a_clear_error(body, content_type):
    try:
        found = text(body, content_type)
    except FetchError:
        return

    assert found.encode().decode() == found
    assert "\0" not in found


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_utf8_is_always_read_as_itself(prose):
    assert text_of(prose.encode()) == prose
    assert text_of(prose.encode(), ("cp1252", "koi8-r")) == prose


@given(
    st.text("abc é “”’ñ ß\n", max_size=60).filter(lambda t: not t.isascii()),
    st.sampled_from([(), ("utf-8",), ("cp1252",)]),
)
def test_western_prose_in_windows_1252_is_never_refused_for_single_letters(prose, declared):
    spaced = "a".join(prose)

    assert text_of(spaced.encode("cp1252"), declared) == spaced

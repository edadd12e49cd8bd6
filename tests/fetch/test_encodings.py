import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.fetch.encodings import codec, codecs_for


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("UTF8", "utf-8"),
        ("unicode-1-1-utf-8", "utf-8"),
        ("ascii", "cp1252"),
        ("us-ascii", "cp1252"),
        ("latin1", "cp1252"),
        ("l1", "cp1252"),
        ("x-cp1252", "cp1252"),
        ("iso-8859-15", "iso8859-15"),
        ("latin2", "iso8859-2"),
        ("iso-8859-9", "cp1254"),
        ("latin5", "cp1254"),
        ("tis-620", "cp874"),
        ("windows-874", "cp874"),
        ("iso88595", "iso8859-5"),
        ("iso88591", "cp1252"),
        ("windows-1251", "cp1251"),
        ("x-cp1251", "cp1251"),
        ("koi8-u", "koi8-u"),
        ("x-mac-cyrillic", "mac-cyrillic"),
        ("macintosh", "mac-roman"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("x-gbk", "gb18030"),
        ("big5", "big5hkscs"),
        ("x-x-big5", "big5hkscs"),
        ("cn-big5", "big5hkscs"),
        ("shift_jis", "cp932"),
        ("Shift-JIS", "cp932"),
        ("windows-31j", "cp932"),
        ("x-sjis", "cp932"),
        ("x-euc-jp", "euc_jp"),
        ("iso-2022-jp", "iso2022_jp"),
        ("euc-kr", "cp949"),
        ("ks_c_5601-1987", "cp949"),
        ("windows-949", "cp949"),
        ("iso-8859-8-i", "iso8859-8"),
        ("utf-16", "utf-16-le"),
        ("unicodefffe", "utf-16-be"),
    ],
)
def test_labels_mean_what_they_mean_to_a_browser(label, name):
    assert codec(label) == name


@pytest.mark.parametrize(
    "label",
    [
        *("", None, "a\0", "é", "x" * 9999, "undefined"),
        *("utf-7", "utf-32", "cp037", "iso-2022-kr", "hz-gb-2312", "mbcs", "oem"),
        *("rot13", "hex", "zlib", "idna", "punycode", "unicode_escape"),
    ],
)
def test_what_a_page_may_not_use_is_no_codec(label):
    assert codec(label) is None


@given(st.text(max_size=20))
def test_any_label_is_a_codec_of_text_or_none(label):
    name = codec(label)

    assert name is None or isinstance(b"a".decode(name, "replace"), str)


def test_every_language_has_codecs_that_exist():
    tags = ("ar", "bg", "cs", "de", "el", "et", "he", "hu", "ja", "ko", "pl", "ru", "th", "tr")
    names = [name for tag in (*tags, "vi", "zh", "zh-TW", None) for name in codecs_for(tag)]

    assert all(codecs.lookup(name) for name in names)

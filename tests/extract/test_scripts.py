"""Articles in scripts that part neither words nor sentences as the Latin one does."""

import pytest

from narrate.extract import extract
from narrate.model import Page

TEASERS = "".join(
    f"<div class='card'><h3><a href='/{n}'>橋を渡る日がまた来た第{n}回</a></h3><p>雨の話。</div>"
    for n in range(14)
)


def page(title: str, paragraphs: list[str], rest: str = "") -> Page:
    text = "".join(f"<p>{each}</p>" for each in paragraphs)
    return Page(f"<title>{title}</title><main><h1>{title}</h1>{text}</main>{rest}", "x")


JAPANESE = "議会は火曜日に古い橋を冬の前に直すことを決めた"
CHINESE = "市长说费用由市政府承担，工程下周就会开始"
THAI = "สภาตกลงเมื่อวันอังคารว่าจะซ่อมสะพานเก่าข้ามแม่น้ำก่อนถึงฤดูหนาว และเมืองจะออกค่าใช้จ่าย"


@pytest.mark.parametrize("sentence", [JAPANESE, CHINESE, THAI])
def test_paragraphs_without_a_full_stop_are_read(sentence):
    told = [f"{n}{sentence}" for n in range(6)]

    found = extract(page(sentence[:8], told))

    assert found.text.split("\n\n") == told


def test_short_paragraphs_beside_many_teasers_are_an_article():
    told = [f"議会は{n}日、古い橋を冬の前に直すことを全員の賛成で決めた。" for n in range(10)]

    found = extract(page("橋が直る", told, TEASERS))

    assert found.text.split("\n\n") == told


def test_a_poem_is_read_though_no_line_ends_in_a_full_stop():
    poem = "<br>".join(f"The rain came down on valley number {n}" for n in range(12))
    links = "".join(f"<li><a href='/{n}'>Poem {n}</a></li>" for n in range(30))

    found = extract(
        Page(f"<title>Rain</title><table><tr><td><ul>{links}</ul><td>{poem}</table>", "x")
    )

    assert found.text.startswith("The rain came down on valley number 0")
    assert "Poem" not in found.text

from narrate.extract import extract
from narrate.model import Block, Page

FILLER = (
    "The council met on Tuesday night to settle a question that has divided the valley for years."
)


def blocks(markup: str) -> list[Block]:
    text = f"<p>{FILLER}</p>{markup}<p>{FILLER[:-1]}, again.</p>"
    page = f"<html lang=en><body><article><h1>A</h1>{text}</article>"
    return [b for b in extract(Page(page, "x")).blocks if b.omitted is None][1:-1]


def texts(markup: str) -> list[str]:
    return [block.text for block in blocks(markup)]


def test_list_items_keep_their_numbers_and_depth():
    found = blocks(
        "<ol start=3><li>Salt.<ul><li>A pinch.</li></ul></li><li value=7>Water.</li></ol>"
    )

    assert [(b.number, b.level, b.text) for b in found] == [
        ("3", 1, "Salt."),
        (None, 2, "A pinch."),
        ("7", 1, "Water."),
    ]


def test_letters_and_roman_numbers_are_as_the_page_shows_them():
    found = blocks(
        "<ol type=a><li>One thing.</li></ol><ol type=I start=4><li>Two things.</li></ol>"
    )

    assert [b.number for b in found] == ["a", "IV"]


def test_an_item_of_several_paragraphs_has_its_number_once():
    found = blocks("<ol><li><p>Take the salt.</p><p>Not too much.</p></li></ol>")

    assert [b.number for b in found] == ["1", None]


def test_headings_keep_their_level():
    found = blocks(f"<h3>The water</h3><p>{FILLER[:-1]}, too.</p>")

    assert (found[0].kind, found[0].level) == ("heading", 3)


def test_a_short_bold_paragraph_is_a_heading():
    found = blocks(f"<p><b>The water</b></p><p>{FILLER[:-1]}, too.</p>")

    assert found[0].kind == "heading"


def test_quotations_are_kept():
    found = blocks("<blockquote>Nobody asked the river what it wanted, she said.</blockquote>")

    assert found[0].kind == "quotation"


def test_raised_figures_stay_figures_and_note_marks_go():
    note = '<sup><a href="#n1">1</a></sup>'
    markup = f"<p>It covers 40 m<sup>2</sup> on the 2<sup>nd</sup> floor.{note}</p>"

    assert texts(markup) == ["It covers 40 m² on the 2nd floor."]


def test_an_abbreviation_has_the_reading_of_its_title():
    (block,) = blocks(
        '<p>The <abbr title="World Health Organization">WHO</abbr> said so on Monday.</p>'
    )

    (reading,) = block.readings
    assert block.text[reading.start : reading.end] == "WHO"
    assert reading.said == "World Health Organization"


def test_ruby_is_read_once_with_its_reading():
    (block,) = blocks(
        "<p>They call it <ruby>蛍<rp>(</rp><rt>ほたる</rt></ruby> over there, she said.</p>"
    )

    (reading,) = block.readings
    assert block.text == "They call it 蛍 over there, she said."
    assert (block.text[reading.start : reading.end], reading.said) == ("蛍", "ほたる")


def test_links_are_read_without_their_address():
    assert texts(
        '<p>See <a href="https://example.org/x">the plans</a> at the town hall today.</p>'
    ) == ["See the plans at the town hall today."]


def test_invisible_characters_and_runs_of_space_go():
    assert texts("<p>The  Bun&shy;des&#8203;rat\n  met&nbsp;again on Monday.</p>") == [
        "The Bundesrat met again on Monday."
    ]


def test_quotation_marks_of_q_are_written_out():
    assert texts("<p>She said <q>no</q> and left the room at once.</p>") == [
        "She said “no” and left the room at once."
    ]


def test_scripts_drawings_and_templates_say_nothing():
    silent = "<script>x()</script><svg><text>no</text></svg><template>no</template>"
    markup = f"<p>Hello{silent} again, dear reader.</p>"

    assert texts(markup) == ["Hello again, dear reader."]


def test_a_sentence_goes_on_behind_what_is_hidden_or_left_out_of_it():
    found = texts(
        "<p>The valley (<span lang=cy>Cwm</span><span style='display:none'>,</span> <i>a hollow</i>"
        "<sup class=noprint><a href=/help>help</a></sup>) has had nine days of rain this year.</p>"
    )

    assert found == ["The valley (Cwm a hollow) has had nine days of rain this year."]

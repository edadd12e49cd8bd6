"""Lines that are judged by what stands around them."""

from narrate.extract import extract
from narrate.model import Page

PROSE = tuple(
    f"<p>Chapter {name} of the harbour's history is told by the people who built it, and it is the "
    "one that visitors ask for most often when the museum opens in spring.</p>"
    for name in ("one", "two", "three", "four")
)


def read(*blocks: str) -> list[str]:
    body = "\n".join(blocks)
    page = Page(f"<body><article class=story>{body}</article></body>", "page.html")
    return [block.text for block in extract(page).blocks if block.omitted is None]


def test_a_list_that_ends_the_text_is_read():
    listed = "<ul class=plain><li>Bring warm clothes</li><li>Bring a torch</li></ul>"

    assert read(*PROSE, "<p>Two pieces of advice:</p>", listed)[-2:] == [
        "Bring warm clothes",
        "Bring a torch",
    ]


def test_a_list_of_links_at_the_end_is_left_out():
    listed = "".join(f"<li><a href=/{n}>Another harbour {n}</a></li>" for n in range(3))

    assert "harbour 1" not in " ".join(read(*PROSE, f"<ul class=plain>{listed}</ul>"))


def test_a_newsletter_box_does_not_take_the_rest_where_each_paragraph_has_a_class_of_its_own():
    told = [
        f"<div class='text-{n} text body'>{text.replace('spring', f'the spring of 190{n}')}</div>"
        for n, text in enumerate(PROSE * 3)
    ]
    box = "<aside class=newsletter><h3>Get the news in your inbox.</h3></aside>"

    assert len(read(*told[:4], box, *told[4:])) == len(told)


def test_a_passage_quoted_before_a_post_is_read():
    passage = "".join(
        f"<p>In year {n} the harbour master wrote that no ship of the fleet had come home before "
        "the autumn gales, and that nobody in the town had slept.</p>"
        for n in range(3)
    )
    post = (
        "<blockquote class=post><p>What a letter! The museum has it.</p>"
        "<p>— The Pier (@thepier) May 3, 2021</p></blockquote>"
    )

    found = read(*PROSE[:2], f"<blockquote>{passage}</blockquote>", post, *PROSE[2:])

    assert len(found) == len(PROSE) + 3
    assert not any("What a letter" in text for text in found)


def test_headings_that_tell_something_are_read_without_a_text_of_their_own():
    pictures = "".join(
        f"<h2>{number} The harbour had {number} lighthouses before the gale of that autumn.</h2>"
        "<figure><img src=x.jpg><figcaption>A lighthouse</figcaption></figure>"
        for number in ("nine", "eight")
    )

    found = read("<h1>Before the gale</h1>", *PROSE, pictures)

    assert sum("lighthouses" in text for text in found) == 2


def test_several_headings_at_the_end_are_left_out():
    frame = "<h2>Site map</h2><h3>Sections</h3><h3>Media</h3>"

    assert read(*PROSE, frame) == read(*PROSE)


def test_what_stands_above_the_headline_apart_from_the_text_is_left_out():
    login = (
        "<div class=pane><p>Members who have lost their key can ask for another by post.</p></div>"
    )
    article = f"<div class=text>{''.join(PROSE)}</div>"

    assert read(login, "<h1>The harbour</h1>", article)[0].startswith("Chapter one")


def test_a_lead_between_an_offer_and_the_text_is_read():
    offer = "<h3>Get our newsletter</h3>"
    lead = (
        "The harbour was built by people who had never seen a harbour, and it stood for three "
        "hundred years before somebody who had seen many of them came along and rebuilt it."
    )

    assert lead in read(f"<header>{offer}<p>{lead}</p></header>", *PROSE)


def test_a_sentence_behind_a_link_at_the_end_is_read():
    link = "<p><a href=/x>More from our harbour</a></p>"

    assert read(*PROSE, link, "<p>The museum opens on May 1 at 9 a.m.</p>")[-1].startswith("The mu")


def test_a_long_sentence_set_as_a_heading_is_text():
    lead = (
        "The harbour is three hundred years old, and for two hundred of them nobody has known who "
        "it was that built it."
    )
    page = Page(
        f"<article><h1>A harbour</h1><h2>{lead}</h2>{''.join(PROSE)}</article>", "page.html"
    )

    assert next(b for b in extract(page).blocks if b.text == lead).kind == "paragraph"


def test_a_heading_with_text_under_it_is_read_behind_a_button():
    heading = "<div class=title><h3>The north pier</h3></div>"
    long = PROSE[3].replace("</p>", " It has been told in many other museums too.</p>")

    offer = "<div class=newsletter-box><h3>Get our newsletter</h3></div>"

    assert "The north pier" in read("<h1>A harbour</h1>", *PROSE, offer, heading, long)


def test_a_paragraph_on_the_house_that_is_named_as_author_is_no_biography():
    house = (
        "Northpier has a history of ninety years, in which it has built harbours on four coasts "
        "and rebuilt most of them after the storms of the winters that followed."
    )
    named = "<meta name=author content='Northpier Harbours'>"
    story = "".join(f"<p>{house} It has done so {times} times.</p>" for times in ("two", "six"))
    page = Page(f"<head>{named}</head><article><h1>A</h1>{story * 2}</article>", "page.html")

    read = [block.text for block in extract(page).blocks if block.omitted is None]

    assert f"{house} It has done so two times." in read

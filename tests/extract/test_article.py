import json

import pytest

from narrate.errors import ExtractError
from narrate.extract import extract
from narrate.model import Block, Page

PROSE = (
    "The council met on Tuesday night to settle a question that has divided the valley for years.",
    "Nobody had expected the vote to be close, and in the end it was not close at all.",
    "The bridge will be rebuilt in stone, as it stood before the flood took the old one away.",
    "Work begins in spring, when the river is low enough for the masons to stand in it.",
)


def article(*blocks: str, head: str = "") -> Page:
    body = "\n".join(blocks)
    main = f"<main><article>{body}</article></main>"
    return Page(f"<html lang=en><head>{head}</head><body>{main}</body></html>", "page.html")


def prose(*between: str) -> tuple[str, ...]:
    paragraphs = [f"<p>{text}</p>" for text in PROSE]
    return (*paragraphs[:2], *between, *paragraphs[2:])


def read(page: Page) -> list[str]:
    return [block.text for block in extract(page).blocks if block.omitted is None]


def left_out(page: Page) -> dict[str, str]:
    return {block.text: block.omitted for block in extract(page).blocks if block.omitted}


def only(page: Page, text: str) -> Block:
    return next(block for block in extract(page).blocks if block.text == text)


def test_the_text_is_read_in_order():
    page = article("<h1>A bridge of stone</h1>", *prose())

    assert read(page) == list(PROSE)


def test_the_headline_is_the_title_and_not_read_twice():
    page = article("<h1>A bridge of stone</h1>", *prose(), head="<title>A bridge of stone</title>")

    found = extract(page)

    assert found.metadata.title == "A bridge of stone"
    assert only(page, "A bridge of stone").omitted == "headline"


@pytest.mark.parametrize(
    ("markup", "text", "reason"),
    [
        (
            "<p>この記事は会員限定です。無料で登録できます。</p>",
            "この記事は会員限定です。無料で登録できます。",
            "promotion",
        ),
        (
            "<p>The guide is free. Just sign up below to have it sent to your inbox.</p>",
            "The guide is free. Just sign up below to have it sent to your inbox.",
            "promotion",
        ),
        ("<p>Advertisement</p>", "Advertisement", "advertisement"),
        ("<p>Anzeige</p>", "Anzeige", "advertisement"),
        ("<p>Read more: <a href=/x>Why it fell</a></p>", "Read more: Why it fell", "related"),
        ("<p>Lire aussi : <a href=/x>Le pont</a></p>", "Lire aussi : Le pont", "related"),
        ("<p>Leia também: <a href=/x>A ponte</a></p>", "Leia também: A ponte", "related"),
        ("<p>Leggi anche: <a href=/x>Il ponte</a></p>", "Leggi anche: Il ponte", "related"),
        ("<p>Lee también: <a href=/x>El puente</a></p>", "Lee también: El puente", "related"),
        ("<p>Lesen Sie auch: <a href=/x>Die Flut</a></p>", "Lesen Sie auch: Die Flut", "related"),
        ("<p>Photo: Ada Wren</p>", "Photo: Ada Wren", "credit"),
        ("<p>© 2026 The Valley Post</p>", "© 2026 The Valley Post", "copyright"),
        ("<p>12 comments</p>", "12 comments", "share"),
        ("<p>Updated 5 May 2026, 10:15</p>", "Updated 5 May 2026, 10:15", "timestamp"),
        ("<p>Aktualisiert: 4. März 2026</p>", "Aktualisiert: 4. März 2026", "timestamp"),
        ("<p>Conteúdo só para assinantes</p>", "Conteúdo só para assinantes", "promotion"),
        ("<p>Sei già abbonato? Accedi</p>", "Sei già abbonato? Accedi", "promotion"),
        ("<p>Listen to this article</p>", "Listen to this article", "player"),
        ("<p>Sign up for our newsletter.</p>", "Sign up for our newsletter.", "promotion"),
        ("<p>Abonnieren Sie den Newsletter.</p>", "Abonnieren Sie den Newsletter.", "promotion"),
        ("<p>Donate today and keep us going.</p>", "Donate today and keep us going.", "donation"),
        (
            "<p>If you value our work, please donate.</p>",
            "If you value our work, please donate.",
            "donation",
        ),
        (
            "<p>Sostieni il nostro giornale con una donazione.</p>",
            "Sostieni il nostro giornale con una donazione.",
            "donation",
        ),
        ("<div class=author-bio>She likes rivers.</div>", "She likes rivers.", "author bio"),
        ("<div class=share-bar>Send it on</div>", "Send it on", "share"),
        ("<figure><img src=a><figcaption>The arch</figcaption></figure>", "The arch", "caption"),
        ("<pre>print(1)</pre>", "print(1)", "code"),
        ("<blockquote class=twitter-tweet>Water!</blockquote>", "Water!", "embed"),
        (
            "<p>Voice is AI-generated. Inconsistencies may occur.</p>",
            "Voice is AI-generated. Inconsistencies may occur.",
            "disclaimer",
        ),
        ("<p>Die Stimme ist KI-generiert.</p>", "Die Stimme ist KI-generiert.", "disclaimer"),
        ("<p>Table of contents</p>", "Table of contents", "navigation"),
        ("<p>Page 1 of 8</p>", "Page 1 of 8", "navigation"),
        ("<p>Lorem ipsum dolor sit amet.</p>", "Lorem ipsum dolor sit amet.", "navigation"),
        ("<p>Thanks for signing up!</p>", "Thanks for signing up!", "promotion"),
        ("<p>Mantente informado</p>", "Mantente informado", "promotion"),
        ("<p>Share with a friend or two</p>", "Share with a friend or two", "share"),
        ("<h3>Related valley stories</h3>", "Related valley stories", "related"),
        ("<p>Left: the old ford.</p>", "Left: the old ford.", "caption"),
        ("<p>The old ford, via Getty Images</p>", "The old ford, via Getty Images", "credit"),
        (
            "<p>Writer Bo Ek contributed to this report.</p>",
            "Writer Bo Ek contributed to this report.",
            "byline",
        ),
        (
            "<p>If you buy through our links, we may earn a little.</p>",
            "If you buy through our links, we may earn a little.",
            "advertisement",
        ),
        (
            "<p>By clicking Join, you agree to our terms of use.</p>",
            "By clicking Join, you agree to our terms of use.",
            "promotion",
        ),
    ],
)  # fmt: skip
def test_what_no_listener_should_hear_is_left_out_with_its_reason(markup, text, reason):
    page = article("<h1>A bridge of stone</h1>", *prose(markup))

    assert left_out(page)[text] == reason
    assert read(page) == list(PROSE)


def test_a_post_set_as_a_quotation_is_known_by_its_signature():
    post = "<blockquote><p>Water!</p>&mdash; The Ford (@ford) <a href=/x>6 May</a></blockquote>"

    found = left_out(article("<h1>A bridge of stone</h1>", *prose(post)))

    assert found == {"Water!": "embed", "— The Ford (@ford) 6 May": "embed"} | {
        "A bridge of stone": "headline"
    }


def test_sections_named_after_the_contents_that_lead_to_them_are_read():
    page = article("<h1>Stone</h1>", f"<div id=toc_why>{''.join(prose())}</div>")

    assert read(page) == list(PROSE)


def test_the_small_print_of_a_footer_is_never_the_article():
    notice = f"<footer><p>{' '.join(PROSE)}</p></footer>"
    page = Page(f"<html><body><p>{PROSE[0] * 4}</p>{notice}</body></html>", "x")

    assert read(page) == [PROSE[0] * 4]


def test_names_set_in_bold_under_the_headline_are_the_byline():
    page = article("<h1>Stone</h1>", "<p><b>Ann Lee/Bo Ek</b></p>", *prose())

    found = extract(page)

    assert found.metadata.authors == ("Ann Lee", "Bo Ek")
    assert only(page, "Ann Lee/Bo Ek").omitted == "byline"


def test_a_biography_of_the_author_whom_only_the_byline_names_is_left_out():
    bio = "Ann Lee is a writer who lives beside the river and has seen the bridge fall twice."
    page = article("<h1>Stone</h1>", "<p>By Ann Lee</p>", *prose(), f"<p>{bio}</p>")

    assert left_out(page)[bio] == "author bio"


def test_a_pull_quote_that_repeats_the_body_is_left_out():
    quote = PROSE[2].removesuffix(", as it stood before the flood took the old one away.")

    page = article("<h1>A bridge</h1>", *prose(f"<blockquote>{quote}</blockquote>"))

    assert quote not in read(page)


def test_words_in_quotation_marks_beside_the_text_that_repeat_it_are_a_pull_quote():
    said = "If you can hear it, run."
    quoted = f'<div class="big"><span>&ldquo;{said}&rdquo;</span></div>'

    blocks = extract(
        article("<h1>Stone</h1>", *prose(f"<p>She told us: {said}</p>", quoted))
    ).blocks

    assert [b.text for b in blocks if b.omitted == "pull quote"] == [f"“{said}”"]


@pytest.mark.parametrize(
    "text",
    [
        "“If you can, please donate to our fund,” the mayor said on Monday.",
        "The town asked its people to donate blankets to us.",
        "We met the man whose donation paid for the bridge.",
        "Play resumed after an hour of rain.",
        "Play an active role in keeping the banks clean, wherever it may be needed; and",
        "Recommended configuration",
        "Video: 4K, 30 pictures a second",
        "Millford, England: June 10–11, 2026",
        "Rating: 4.58/5",
        "$74.99",
        "Copyright law was rewritten in May, to the anger of singers.",
        "Comments by the minister caused anger in the town.",
        "Written by hand, the letter took a week to arrive.",
        "Listen closely and you will hear the river.",
        "Anzeige gegen den Fahrer wurde erstattet.",
        "Der Autor liest am Freitag im Rathaus.",
        "L’auteur a passé dix ans au bord de la rivière.",
        "L'autore del libro ha vissuto dieci anni sul fiume.",
        "Comentarios de la ministra causaron enfado.",
    ],
)
def test_a_sentence_that_only_begins_like_a_label_is_read(text):
    assert text in read(article("<h1>A bridge</h1>", *prose(f"<p>{text}</p>")))


def test_the_numbers_of_a_ticker_are_left_out():
    ticker = "<p>+0.9%</p><p>$88.10</p><p>-1.3%</p>"

    assert read(article("<h1>A bridge</h1>", *prose(ticker))) == list(PROSE)


@pytest.mark.parametrize("last", ["Isch over.“ (phy)", "Es war vorbei.«", "終わった。【共同】"])
def test_a_short_last_sentence_is_read_whatever_closes_it(last):
    assert read(article("<h1>A bridge</h1>", *prose(), f"<p>{last}</p>"))[-1] == last


def test_what_stands_under_about_the_author_is_left_out_though_it_is_long():
    bio = "The writer has kept a boat on this river for thirty years. " * 5
    about = f"<h3>About the author</h3><p>{bio.strip()}</p>"

    assert read(article("<h1>A bridge</h1>", *prose(), about)) == list(PROSE)


@pytest.mark.parametrize(
    "text",
    [
        "Correction: An earlier version of this article gave the wrong year of the flood.",
        "Korrektur: In einer früheren Fassung stand das falsche Jahr der Flut.",
        "Fe de errores: En una versión anterior se daba otro año.",
    ],
)
def test_corrections_are_kept(text):
    block = only(article("<h1>A bridge</h1>", *prose(), f"<p>{text}</p>"), text)

    assert (block.kind, block.omitted) == ("correction", None)


def test_a_box_of_links_ends_where_the_text_goes_on():
    links = "<li><a href=/1>The flood</a></li><li><a href=/2>The ford</a></li>"
    box = f"<h3>Related stories</h3><ul>{links}</ul>"

    assert read(article("<h1>A bridge</h1>", *prose(box))) == list(PROSE)


def test_a_short_last_sentence_is_not_lost():
    page = article("<h1>A bridge</h1>", *prose(), "<p>Then it rained.</p>")

    assert read(page)[-1] == "Then it rained."


def test_a_small_table_is_read_by_rows_and_a_large_one_is_named():
    small = "<table><tr><th>Year</th><th>Floods</th></tr><tr><td>1998</td><td>2</td></tr></table>"
    large = "<table>" + "<tr><td>a</td><td>b</td></tr>" * 30 + "</table>"

    blocks = [
        b for b in extract(article("<h1>A</h1>", *prose(small, large))).blocks if b.kind == "table"
    ]

    assert [(b.text, b.omitted) for b in blocks] == [
        ("Year, Floods", None),
        ("1998, 2", None),
        ("a, b", "table"),
    ]


def test_a_table_is_called_by_its_caption():
    rows = "<tr><td>Upton</td><td>3</td></tr>"
    small = f"<table><caption>Metres <b>by town</b></caption>{rows * 2}</table>"
    large = f"<table><caption>All towns</caption>{rows * 30}</table>"

    found = extract(article("<h1>A</h1>", *prose(small, large))).blocks

    assert [(b.kind, b.text, b.omitted) for b in found if b.text not in PROSE][1:] == [
        ("table", "Metres by town", None),
        ("table", "Upton, 3", None),
        ("table", "Upton, 3", None),
        ("caption", "All towns", "table"),
        ("table", "Upton, 3", "table"),
    ]


def test_a_transcript_tells_who_is_speaking():
    turns = "".join(f"<p>{who}: {text}</p>" for who, text in zip("QAQA", PROSE, strict=True))

    speakers = [b.speaker for b in extract(article("<h1>Talk</h1>", turns)).blocks if b.speaker]

    assert speakers == ["Q", "A", "Q", "A"]


def test_entries_of_a_live_blog_keep_their_times():
    entries = "".join(
        f"<div class=entry><p>1{hour}:05, 5 May 2026</p><p>{text}</p></div>"
        for hour, text in enumerate(PROSE * 2)
    )

    times = [
        b.time
        for b in extract(
            article("<h1>Live</h1>", f"<p>{PROSE[0][:-1]}, it says.</p>", entries)
        ).blocks
        if b.time
    ]

    assert "12:05" in times


def test_a_passage_in_another_language_says_so():
    page = article(
        "<h1>A</h1>",
        *prose("<p lang=fr>Le pont sera reconstruit en pierre, dit le maire du village.</p>"),
    )

    assert [b.language for b in extract(page).blocks if b.language] == ["fr"]


def test_text_in_bare_divs_is_not_lost():
    page = Page("<body><div>" + "</div><div>".join(PROSE) + "</div></body>", "page.html")

    assert read(page) == list(PROSE)


def test_double_line_breaks_divide_paragraphs():
    page = Page("<body><div>" + "<br><br>".join(PROSE) + "</div></body>", "page.html")

    assert read(page) == list(PROSE)


def test_text_behind_a_premature_end_of_the_body_is_read():
    page = Page(
        "<html><body><nav>Menu</nav></body></html><article><h1>A</h1>"
        + "".join(prose())
        + "</article>",
        "page.html",
    )

    assert read(page) == list(PROSE)


def test_a_page_that_states_its_body_but_does_not_show_it_is_read_from_there():
    stated = {"@type": "NewsArticle", "headline": "A", "articleBody": " ".join(PROSE) * 2}
    script = f'<script type="application/ld+json">{json.dumps(stated)}</script>'

    page = Page(f"<head>{script}</head><body><div id=app></div></body>", "page.html")

    assert PROSE[0] in " ".join(read(page))


@pytest.mark.parametrize("levels", [600, 10_000])
def test_deep_nesting_is_survived(levels):
    page = Page("<div>" * levels + "".join(prose()) + "</div>" * levels, "page.html")

    assert read(page) == list(PROSE)


PAYWALL = {"@type": "NewsArticle", "isAccessibleForFree": False}
CARD = "<div class=c><h3><a href=/{0}>The story number {0} of the day</a></h3></div>"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("  \n ", "empty"),
        ("%PDF-1.7 \x00\x01", "binary"),
        ("\x00\x01\x02\x03" * 40, "binary"),
        ("<html><body></body></html>", "no article"),
        ("<title>404 - Page not found</title><h1>Page not found</h1><p>Sorry.</p>", "404"),
        (
            f'<script type="application/ld+json">{json.dumps(PAYWALL)}</script><p>It met.</p>',
            "paywall",
        ),
        ("<title>News</title>" + "".join(CARD.format(n) for n in range(30)), "list of articles"),
    ],
)
def test_what_holds_no_article_is_refused_with_the_reason(text, says):
    with pytest.raises(ExtractError, match=says):
        extract(Page(text, "page.html"))

import pytest

from narrate.extract.metadata import Sources, metadata
from narrate.extract.tree import parse
from narrate.model import Metadata, Page


def about(head: str, body: str = "") -> Metadata:
    page = Page(
        f"<html><head>{head}</head><body>{body}</body></html>", "x", url="https://post.example/a"
    )
    return metadata(Sources.of(parse(page.text)), page)


def test_structured_data_is_asked_first():
    found = about(
        """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "The Post"},
        {"@type": "NewsArticle", "headline": "Stone &amp; water", "author": [{"@id": "#ann"}],
         "datePublished": "2026-05-06T07:08:09+02:00", "dateModified": "2026-05-07",
         "isAccessibleForFree": "False", "inLanguage": "en", "articleSection": ["Valley"]},
        {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]}</script>"""
    )

    assert (found.title, found.authors, found.site) == ("Stone & water", ("Ann Lee",), "The Post")
    assert (found.published, found.modified) == ("2026-05-06T07:08:09+02:00", "2026-05-07")
    assert (found.free, found.section, found.language) == (False, "Valley", "en")


def test_meta_tags_stand_in():
    found = about(
        '<meta property="og:title" content="Stone | The Post">'
        '<meta property="og:site_name" content="The Post">'
        '<meta name="author" content="By Ann Lee and Bo Ek">'
        '<meta name="article:published:time" content="2026-05-06">'
        '<link rel="canonical" href="/stone"><meta property="og:image" content="/a.jpg">'
    )

    assert (found.title, found.authors) == ("Stone", ("Ann Lee", "Bo Ek"))
    assert (found.published, found.url) == ("2026-05-06", "https://post.example/stone")
    assert found.image == "https://post.example/a.jpg"


def test_the_page_itself_is_asked_last():
    found = about("", '<h1>Stone</h1><div class="byline">By <a>Ann Lee</a> and <a>Bo Ek</a></div>')

    assert (found.title, found.authors) == ("Stone", ("Ann Lee", "Bo Ek"))


def test_what_a_picture_says_of_itself_is_not_the_articles():
    picture = (
        '<div itemscope itemtype="https://schema.org/ImageObject">'
        '<meta itemprop="author" content="Bo Ek">'
        '<meta itemprop="datePublished" content="1999-01-01">'
        "</div>"
    )

    found = about('<meta name="author" content="Ann Lee">', f"<h1>Stone</h1>{picture}")

    assert (found.authors, found.published) == (("Ann Lee",), None)


@pytest.mark.parametrize(
    "address", ["http://[::1", "http://[x]/a", "http://\u2100.example/", "//["]
)
def test_what_is_no_address_is_passed_over(address):
    links = f'<link rel="canonical" href="{address}"><meta property="og:image" content="{address}">'

    found = about(f'{links}<meta property="og:url" content="/stone">')

    assert (found.url, found.image) == ("https://post.example/stone", None)


def test_the_house_is_no_author_where_a_person_is_named():
    found = about(
        '<meta property="og:site_name" content="The Post"><meta name="author" content="The Post">',
        '<span class="author-name">Ann Lee</span>',
    )

    assert found.authors == ("Ann Lee",)


@pytest.mark.parametrize(
    "text", ["{not json", '{"@type": "NewsArticle",}', "[" * 5000, "", "null", "3"]
)
def test_broken_structured_data_breaks_nothing(text):
    found = about(f'<title>Stone</title><script type="application/ld+json">{text}</script>')

    assert found.title == "Stone"


def test_the_headline_comes_without_the_line_over_it_where_the_page_shares_it_so():
    found = about(
        '<meta property="og:title" content="A bridge of stone returns">',
        "<h1>Valley news: A bridge of stone returns</h1>",
    )

    assert found.title == "A bridge of stone returns"


def test_a_heading_in_a_menu_that_is_never_closed_outweighs_the_window_title():
    found = about(
        "<title>Stone bridge: everything you must know</title>",
        "<nav><a href=/>Home</a><main><h1>A stone bridge returns</h1></main>",
    )

    assert found.title == "A stone bridge returns"


def test_the_headline_over_the_text_counts_where_the_first_level_heading_is_a_bread_crumb():
    found = about(
        "<title>Stone bridge: all you need to know</title>"
        '<meta property="og:title" content="Stone bridge: all you need to know">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": '
        '"A bridge comes back to the valley"}</script>',
        "<nav><h1>Stone bridge: all you need to know</h1></nav>"
        "<article><h2>A bridge comes back to the valley</h2></article>",
    )

    assert found.title == "A bridge comes back to the valley"


def test_a_kicker_inside_the_heading_is_no_part_of_the_title():
    found = about(
        '<meta property="og:title" content="A bridge comes back">',
        '<h1><span class="story__kicker">Valley</span> <span>A bridge comes back</span></h1>',
    )

    assert found.title == "A bridge comes back"


def test_a_stated_headline_that_copies_the_window_title_gives_way_to_the_heading():
    found = about(
        "<title>Bridges of stone 2026 - The Post</title>"
        '<meta property="og:site_name" content="The Post">'
        '<script type="application/ld+json">{"@type": "Article", "headline": '
        '"Bridges of stone 2026 - The Post"}</script>',
        "<h1>Ten bridges of stone to walk over</h1>",
    )

    assert found.title == "Ten bridges of stone to walk over"


def test_an_entry_of_a_live_blog_is_not_the_article():
    found = about(
        """<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "The flood",
        "datePublished": "2026-05-06", "liveBlogUpdate": [{"@type": "BlogPosting",
        "headline": "A bang is heard", "author": "Bo Ek", "datePublished": "2026-05-07",
        "articleBody": "A bang."}]}</script>"""
    )

    assert (found.title, found.published) == ("The flood", "2026-05-06")


def test_the_house_is_the_author_where_no_person_is():
    page = Page(
        '<meta property="og:site_name" content="The Post"><meta name=author content="The Post">',
        "x",
    )

    sources = Sources.of(parse(page.text))

    assert metadata(sources, page).authors == ()
    assert sources.claimed_authors("") == ("The Post",)


def test_a_department_of_the_house_is_no_person():
    found = about(
        '<meta property="og:site_name" content="VRR"><meta name=author content="Ann Lee, VRR West">'
    )

    assert found.authors == ("Ann Lee",)


def test_an_account_is_the_author_only_where_nobody_is_named():
    head = (
        '<script type="application/ld+json">{"@type": "Article", "headline": "Stone", "author": '
        '{"name": "Post Desk", "url": "https://post.example/author/admin/"}}</script>'
    )

    assert about(head, '<p class="byline">By Ann Lee</p>').authors == ("Ann Lee",)
    assert about(head).authors == ()
    assert Sources.of(parse(head)).claimed_authors("") == ("Post Desk",)


def test_a_section_is_no_author():
    found = about(
        '<meta property="article:section" content="Valley"><meta name="author" content="Valley">'
    )

    assert found.authors == ()


def test_an_article_is_not_at_its_sites_front_page():
    found = about(
        '<link rel="canonical" href="https://post.example/">'
        '<meta property="og:url" content="https://post.example/stone">'
    )

    assert found.url == "https://post.example/stone"


def test_names_that_were_escaped_twice_are_read():
    found = about(
        '<meta property="og:site_name" content="Stone &amp;amp; Water">'
        '<script type="application/ld+json">{"@type": "Article", "articleSection": '
        '"Art &amp; life"}</script>'
    )

    assert (found.site, found.section) == ("Stone & Water", "Art & life")


def test_surnames_come_behind_where_a_catalogue_has_them_first():
    found = about(
        '<meta name="citation_author" content="Lee, Ann">'
        '<meta name="citation_author" content="Bo Ek">'
    )

    assert found.authors == ("Ann Lee", "Bo Ek")

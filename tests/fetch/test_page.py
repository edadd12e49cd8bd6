import pytest

from narrate.errors import FetchError
from narrate.fetch.page import load_page
from narrate.fetch.raw import Limits


def load(url):
    return load_page(url, Limits(), allow_private=True)


def test_a_page_keeps_its_name_and_its_address(site):
    site.page("/b", Content_Type="text/html; charset=utf-8")
    url = site.redirect("/a", "/b")

    raw = load(url)

    assert (raw.source, raw.url) == (url, site.url + "/b")
    assert (raw.body, raw.content_type) == (b"<p>Rain</p>", "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("status", "headers", "line"),
    [
        (404, {}, "the server answered 404 Not Found (check the address)"),
        (410, {}, "the server answered 410 Gone (check the address)"),
        (403, {}, "403 Forbidden (if a browser shows the page, save it there and name the file)"),
        (418, {}, "the server answered 418 I'm a Teapot"),
        (429, {"Retry-After": "120"}, "429 Too Many Requests (try again in 120 seconds)"),
        (503, {"Retry-After": "Mon, 1 Jan"}, "Unavailable (try again after Mon, 1 Jan)"),
        (500, {}, "500 Internal Server Error (try again later)"),
        (999, {}, "the server answered 999 (try again later)"),
        (204, {}, "the server answered 204 No Content"),
    ],
)
def test_any_answer_but_a_page_is_told(site, status, headers, line):
    url = site.page("/a", b"", status, **headers)

    with pytest.raises(FetchError) as caught:
        load(url)

    assert str(caught.value).startswith(f"{url}: ")
    assert str(caught.value).endswith(line)


@pytest.mark.parametrize(
    "kind", ["text/html", "Application/XHTML+XML;q=1", "text/html, text/html", None]
)
def test_what_can_be_read_is_taken(site, kind):
    assert load(site.page("/a", Content_Type=kind)).body


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "application/json", "text/css"])
def test_what_can_not_be_read_is_refused_by_name(site, kind):
    with pytest.raises(FetchError, match=f"it is {kind}, which is not a page to read"):
        load(site.page("/a", Content_Type=kind))

import gc
import gzip
import socket
import zlib

import pytest

from narrate import __version__
from narrate.errors import FetchError
from narrate.fetch.raw import Limits
from narrate.fetch.web import get

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def ask(url, **options):
    return get(url, allow_private=True, **options)


def left_open(port):
    """The sockets that lead to a port and are still open."""
    # By type: `isinstance` would wake the proxies of what is gone already.
    sockets = [each for each in gc.get_objects() if issubclass(type(each), socket.socket)]
    return [each for each in sockets if each.fileno() != -1 and _leads_to(each, port)]


def _leads_to(each, port):
    try:
        return each.getpeername()[1] == port
    except OSError:
        return False


def test_a_page_is_got_with_its_headers(site):
    url = site.page("/a", b"<p>Rain</p>", ETag='"1"')

    response = ask(url)

    assert (response.status, response.body, response.url) == (200, b"<p>Rain</p>", url)
    assert (response.header("ETag"), response.header("Date-of-birth")) == ('"1"', None)
    assert response.media_type == "text/html"


def test_it_says_who_asks_and_what_for(site):
    url = site.page("/a?b=c")

    ask(
        url,
        headers={"If-None-Match": '"1"', "Host": "evil.example"},
        accept=["text/html", "text/plain"],
    )

    path, headers = site.requests[0]
    assert path == "/a?b=c"
    assert headers["user-agent"] == f"narrate/{__version__}"
    assert headers["host"] == f"127.0.0.1:{site.port}"
    assert headers["if-none-match"] == '"1"'
    assert headers["accept"] == "text/html;q=1.0, text/plain;q=0.9, */*;q=0.1"


def test_a_folded_header_is_one_line_and_can_be_sent_back(site):
    url = site.raw("/a", HEAD + b'ETag: "1\r\n  2"\r\nContent-Length: 0\r\n\r\n')

    tag = ask(url).header("etag")
    ask(url, headers={"If-None-Match": tag})

    assert site.requests[1][1]["if-none-match"] == '"1 2"'


def test_no_connection_is_left_open_by_an_error_that_is_kept(site):
    url = site.page("/a", b"<p>Rain</p>" * 9_999)

    with pytest.raises(FetchError) as caught:
        ask(url, limits=Limits(bytes=1_000))

    assert caught.value.__traceback__ is not None
    assert left_open(site.port) == []


@pytest.mark.parametrize("status", [304, 404, 503, 204])
def test_any_status_is_an_answer_without_a_body(site, status):
    response = ask(site.page("/a", b"", status, Retry_After="5"))

    assert (response.status, response.body) == (status, b"")
    assert response.header("retry-after") == "5"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site, status):
    site.redirect("/a", "b", status)
    site.redirect("/b", f"//127.0.0.1:{site.port}/c#top")
    end = site.page("/c")

    assert ask(site.url + "/a").url == end


def test_a_redirect_without_a_place_is_an_answer(site):
    assert ask(site.page("/a", b"", 302)).status == 302


def test_too_many_redirects_are_told(site):
    for n in range(4):
        site.redirect(f"/{n}", f"/{n + 1}")

    with pytest.raises(FetchError, match="redirects more than 3 times"):
        ask(site.url + "/0", limits=Limits(redirects=3))


def test_a_circle_is_told(site):
    site.redirect("/a", "/b")
    site.redirect("/b", "/a")

    with pytest.raises(FetchError, match="circle") as caught:
        ask(site.url + "/a")

    assert caught.value.subject == site.url + "/a"


def test_the_environments_proxy_is_not_used(site, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")

    assert ask(site.page("/a")).status == 200


def test_the_local_network_is_closed(site):
    with pytest.raises(FetchError, match="loopback"):
        get(site.page("/a"))

    assert site.requests == []


def test_a_redirect_into_the_local_network_is_closed(site, internet):
    internet.lead("news.example", site)
    site.redirect("/a", f"http://127.0.0.1:{site.port}/secret")

    with pytest.raises(FetchError, match=r"it leads to http://127.0.0.1.*loopback") as caught:
        get("http://news.example/a")

    assert caught.value.subject == "http://news.example/a"
    assert [path for path, _ in site.requests] == ["/a"]


def test_a_name_is_looked_up_once_and_the_checked_address_is_used(site, internet):
    internet.lead("news.example", site)
    site.page("/a")

    response = get("http://news.example/a")

    assert response.url == "http://news.example/a"
    assert (internet.looked_up, internet.connected) == (["news.example"], [internet.public])
    assert site.requests[0][1]["host"] == "news.example"


def test_the_next_address_is_tried_when_one_is_dead(site, internet):
    internet.names["news.example"] = ["127.0.0.2", "127.0.0.1"]
    site.page("/a")

    response = ask(f"http://news.example:{site.port}/a")

    assert response.status == 200
    assert internet.connected == ["127.0.0.2", "127.0.0.1"]


def test_gzip_is_unpacked(site):
    url = site.page("/a", gzip.compress(b"<p>Rain</p>"), Content_Encoding="gzip")

    assert ask(url).body == b"<p>Rain</p>"


def test_a_chunked_answer_is_put_together(site):
    url = site.raw(
        "/a", HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"
    )

    assert ask(url).body == b"abc"


def bomb(layers):
    data = bytes(20_000_000)
    for _ in range(layers):
        packer = zlib.compressobj(1, wbits=31)
        data = packer.compress(data) + packer.flush()
    return data


@pytest.mark.parametrize(
    ("layers", "words"), [(1, "larger than 1 MB"), (2, "packed as gzip, gzip")]
)
def test_a_gzip_bomb_is_put_out_early(site, layers, words):
    import tracemalloc

    packing = ", ".join(["gzip"] * layers)
    url = site.page("/a", bomb(layers), Content_Encoding=packing)
    tracemalloc.start()

    with pytest.raises(FetchError, match=words):
        ask(url, limits=Limits(bytes=1_000_000))

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000


@pytest.mark.parametrize(
    ("head", "body", "words"),
    [
        (b"Content-Length: 100\r\n", b"short", "broke before the whole answer"),
        (b"Content-Length: 50000000\r\n", b"", "larger than 25 MB"),
        (b"Transfer-Encoding: chunked\r\n", b"5\r\nab", "broke before the whole answer"),
        (b"Content-Encoding: gzip\r\n", b"not gzip", "compressed data is damaged"),
        (
            b"Content-Encoding: gzip\r\n",
            gzip.compress(b"Rain", mtime=0)[:-9],
            "broke before the whole",
        ),
        (b"Content-Encoding: br\r\n", b"", "packed as br"),
    ],
)
def test_a_wrong_body_is_told(site, head, body, words):
    url = site.raw("/a", HEAD + head + b"\r\n" + body)

    with pytest.raises(FetchError, match=words):
        ask(url)


@pytest.mark.parametrize(
    "answer", [b"", b"garbage\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: " + b"a" * 70_000]
)
def test_what_is_not_http_is_told(site, answer):
    with pytest.raises(FetchError, match="broke before the whole answer"):
        ask(site.raw("/a", answer))


def test_an_answer_is_cut_at_its_length(site):
    assert ask(site.raw("/a", HEAD + b"Content-Length: 2\r\n\r\nabc")).body == b"ab"


def test_a_body_without_a_length_is_bounded_too(site):
    url = site.raw("/a", HEAD + b"\r\n", *[bytes(100_000)] * 20)

    with pytest.raises(FetchError, match="larger than 1 MB"):
        ask(url, limits=Limits(bytes=1_000_000))


@pytest.mark.parametrize(
    "pieces",
    [
        [b"H"] * 400,
        [HEAD, *[b"X-Slow: 1\r\n"] * 400],
        [HEAD + b"\r\n", *[b"<p>"] * 400],
        [HEAD + b"Transfer-Encoding: chunked\r\n\r\n", *[b"1\r\na\r\n"] * 400],
    ],
)
def test_a_server_that_drips_is_cut_off(site, pieces):
    url = site.raw("/a", *pieces, pause=0.01)

    with pytest.raises(FetchError, match=r"no full answer within 0\.2 seconds"):
        ask(url, limits=Limits(seconds=0.2))


def test_the_time_counts_over_all_redirects(site):
    for n in range(9):
        answer = f"HTTP/1.1 302 Found\r\nLocation: /{n + 1}\r\n\r\n"
        site.raw(f"/{n}", b"", answer.encode(), pause=0.05)

    with pytest.raises(FetchError, match="no full answer within"):
        ask(site.url + "/0", limits=Limits(seconds=0.2, redirects=99))


def test_a_closed_port_is_told(unused_port):
    with pytest.raises(FetchError, match="refused the connection"):
        ask(f"http://127.0.0.1:{unused_port}/")


def test_another_type_is_refused_before_its_body(site):
    url = site.raw(
        "/a", b"HTTP/1.1 200 OK\r\nContent-Type: Video/MP4; x=y\r\n\r\n", b"x" * 10, pause=9
    )

    with pytest.raises(FetchError, match="video/mp4"):
        ask(url, accept=["text/html"])


def test_a_head_is_asked_for_alone(site):
    from narrate.fetch.web import head

    url = site.page("/sound", b"sound" * 100)
    site.redirect("/old", "/sound")

    answer = head(site.url + "/old", allow_private=True)

    assert (answer.status, answer.url) == (200, url)
    assert (answer.header("content-length"), answer.body) == ("500", b"")

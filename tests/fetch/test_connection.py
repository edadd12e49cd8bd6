import pytest

from narrate.errors import FetchError
from narrate.fetch.raw import Limits
from narrate.fetch.web import get


@pytest.fixture
def trusted(monkeypatch, internet, secure):
    monkeypatch.setenv("SSL_CERT_FILE", str(secure.certificate))
    internet.lead("news.example", secure)
    internet.lead("other.example", secure)
    return secure


def test_a_certificate_is_checked_against_the_name_not_the_address(trusted):
    trusted.page("/a")

    response = get("https://news.example/a")

    assert (response.body, response.url) == (b"<p>Rain</p>", "https://news.example/a")
    assert trusted.requests[0][1]["host"] == "news.example"


@pytest.mark.usefixtures("trusted")
def test_a_certificate_for_another_name_is_told():
    with pytest.raises(FetchError, match="certificate is not to be trusted: Hostname mismatch"):
        get("https://other.example/a")


@pytest.mark.usefixtures("trusted")
def test_a_certificate_that_nobody_signed_is_told(monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")

    with pytest.raises(FetchError, match="certificate is not to be trusted: self"):
        get("https://news.example/a")


def test_a_server_without_tls_is_told(site, internet):
    internet.lead("news.example", site)
    internet.ports[443] = site.port

    with pytest.raises(FetchError, match="no secure connection could be made"):
        get("https://news.example/a")


def test_a_way_back_to_http_is_not_taken(trusted):
    trusted.redirect("/a", "http://news.example/a")

    with pytest.raises(FetchError, match="from https to http"):
        get("https://news.example/a")


def test_a_server_that_drips_over_tls_is_cut_off(trusted):
    trusted.raw("/a", b"HTTP/1.1 200 OK\r\n\r\n", *[b"<p>"] * 400, pause=0.01)

    with pytest.raises(FetchError, match=r"no full answer within 0\.2 seconds"):
        get("https://news.example/a", limits=Limits(seconds=0.2))


def test_a_handshake_that_never_comes_is_cut_off(internet, silent_port):
    internet.names["news.example"] = [internet.public]
    internet.ports[443] = silent_port

    with pytest.raises(FetchError, match="did not answer in time"):
        get("https://news.example/a", limits=Limits(connect=0.1))

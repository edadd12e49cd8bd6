import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.errors import FetchError
from narrate.fetch.addresses import follow, parse_url, refusal, resolve

CLOSED = [
    ("0.0.0.0", "unspecified"),  # noqa: S104 - refused, not bound
    ("0.1.2.3", "private"),
    ("10.1.2.3", "private"),
    ("100.64.0.1", "reserved"),
    ("100.127.255.255", "reserved"),
    ("127.0.0.1", "loopback"),
    ("127.9.9.9", "loopback"),
    ("169.254.169.254", "link-local"),
    ("172.16.0.1", "private"),
    ("172.31.255.255", "private"),
    ("192.0.0.1", "private"),
    ("192.0.2.1", "private"),
    ("192.168.1.1", "private"),
    ("198.18.0.1", "private"),
    ("203.0.113.5", "private"),
    ("224.0.0.1", "multicast"),
    ("239.255.255.250", "multicast"),
    ("240.0.0.1", "reserved"),
    ("255.255.255.255", "reserved"),
    ("::", "unspecified"),
    ("::1", "loopback"),
    ("::7f00:1", "reserved"),
    ("::ffff:127.0.0.1", "loopback"),
    ("::ffff:169.254.169.254", "link-local"),
    ("::ffff:100.64.0.1", "reserved"),
    ("64:ff9b::10.0.0.1", "private"),
    ("64:ff9b:1::1", "reserved"),
    ("2002:7f00:1::", "reserved"),
    ("2002:101:101::1", "reserved"),
    ("2001:0:7f00:1::", "reserved"),
    ("2001:db8::1", "private"),
    ("fc00::1", "private"),
    ("fd12:3456::1", "private"),
    ("fe80::1", "link-local"),
    ("fe80::1%eth0", "link-local"),
    ("fec0::1", "private"),
    ("ff02::1", "multicast"),
    ("ff0e::1", "multicast"),
]
OPEN = [
    "1.1.1.1",
    "93.184.215.14",
    "100.63.255.255",
    "100.128.0.1",
    "172.32.0.1",
    "2606:4700::1111",
    "::ffff:1.1.1.1",
    "64:ff9b::1.1.1.1",
]


@pytest.mark.parametrize(("ip", "reason"), CLOSED)
def test_what_is_not_of_the_open_internet_is_refused(ip, reason):
    assert reason in (refusal(ip) or "")


@pytest.mark.parametrize("ip", OPEN)
def test_what_is_of_the_open_internet_is_not(ip):
    assert refusal(ip) is None


@given(st.ip_addresses(v=4, network="10.0.0.0/8") | st.ip_addresses(v=4, network="127.0.0.0/8"))
def test_an_address_inside_another_is_refused_as_itself(inner):
    wrapped = (f"::ffff:{inner}", f"64:ff9b::{inner}")

    assert {refusal(ip) for ip in wrapped} == {refusal(str(inner))}


@pytest.mark.parametrize(
    ("url", "parsed"),
    [
        ("http://example.org", "http://example.org/"),
        ("HTTP://EXAMPLE.org:80/A", "http://example.org/A"),
        ("https://example.org:8443/a?b=c d#e", "https://example.org:8443/a?b=c%20d"),
        ("https://example.org./%C3%A9?x=%20", "https://example.org/%C3%A9?x=%20"),
        ("http://[2606:4700::1111]:81/", "http://[2606:4700::1111]:81/"),
        ("http://münchen.example/ß", "http://xn--mnchen-3ya.example/%C3%9F"),
    ],
)
def test_an_address_is_brought_into_one_form(url, parsed):
    assert parse_url(url).url == parsed


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://example.org/a", "ftp:"),
        ("file:///etc/passwd", "file:"),
        ("http://", "host"),
        ("http://user:secret@example.org/", "password"),
        ("http://user@example.org/", "user name"),
        ("http://example.org\\@127.0.0.1/", "user name"),
        ("http://exa mple.org/", "host"),
        ("http://example.org:99999/", "not a web address"),
        ("http://[::1/", "not a web address"),
        (f"http://{'ü' * 80}.example/", "host"),
    ],
)
def test_what_is_no_web_address_is_refused(url, words):
    with pytest.raises(FetchError, match=words):
        parse_url(url)


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_a_clear_error(text):
    try:
        address = parse_url("http://" + text)
    except FetchError:
        return

    assert address.url.isascii()
    assert address.url.isprintable()
    assert " " not in address.url


@pytest.mark.parametrize(
    ("location", "onward"),
    [
        ("/b", "https://example.org/b"),
        ("c?d", "https://example.org/a/c?d"),
        ("//example.com/", "https://example.com/"),
        ("https://example.com/#x", "https://example.com/"),
        ("/stra\xc3\x9fe", "https://example.org/stra%C3%9Fe"),
        ("/stra\xdfe", "https://example.org/stra%C3%9Fe"),
    ],
)
def test_a_redirect_leads_on_from_where_it_stands(location, onward):
    assert follow(parse_url("https://example.org/a/b"), location).url == onward


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("http://example.org/", "from https to http"),
        ("file:///etc/passwd", "file:"),
        ("javascript:alert(1)", "javascript:"),
        ("https://a:b@example.org/", "password"),
    ],
)
def test_a_redirect_is_not_followed_everywhere(location, words):
    with pytest.raises(FetchError, match=words):
        follow(parse_url("https://example.org/a"), location)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "[::1]", "[::ffff:7f00:1]"])
def test_other_spellings_of_a_private_address_are_seen_through(host):
    with pytest.raises(FetchError, match="loopback"):
        resolve(parse_url(f"http://{host}/"), seconds=5, allow_private=False)


def test_one_closed_address_refuses_the_whole_name(internet):
    internet.names["two.example"] = ["1.1.1.1", "10.0.0.1"]

    with pytest.raises(FetchError, match="private address") as caught:
        resolve(parse_url("http://two.example/"), seconds=5, allow_private=False)

    assert "--allow-private" in (caught.value.mend or "")


def test_closed_addresses_open_on_demand(internet):
    internet.names["two.example"] = ["1.1.1.1", "10.0.0.1"]

    found = resolve(parse_url("http://two.example/"), seconds=5, allow_private=True)

    assert found == ("1.1.1.1", "10.0.0.1")


@pytest.mark.usefixtures("internet")
def test_an_unknown_name_is_told():
    with pytest.raises(FetchError, match=r"there is no host named nowhere\.example"):
        resolve(parse_url("http://nowhere.example/"), seconds=5, allow_private=False)


def test_a_slow_look_up_is_given_up(monkeypatch):
    import socket
    import threading

    end = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: end.wait(10) and [])

    with pytest.raises(FetchError, match=r"took longer than 0\.05 seconds"):
        resolve(parse_url("http://slow.example/"), seconds=0.05, allow_private=False)

    end.set()

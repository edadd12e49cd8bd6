import http.client
import socket
from contextlib import closing

import pytest

from narrate.errors import ConfigError
from narrate.server.local import Resource, serving

BODY = bytes(range(256)) * 300


@pytest.fixture
def server(tmp_path):
    """A server of one file and one text, on this machine."""
    (tmp_path / "sound.mp3").write_bytes(BODY)
    known = {
        "/": Resource(b"<p>Hello", "text/html", {"Content-Security-Policy": "default-src 'none'"}),
        "/sound é.mp3": Resource(tmp_path / "sound.mp3", "audio/mpeg"),
    }
    with serving(lambda _address: known.get) as server:
        yield server


@pytest.fixture
def ask(server):
    """Ask for a path; the answer, its body read."""

    def call(path, method="GET", **headers):
        with closing(http.client.HTTPConnection("127.0.0.1", server.server_port, 10)) as way:
            way.request(
                method, path, headers={key.replace("_", "-"): headers[key] for key in headers}
            )
            answer = way.getresponse()
            answer.data = answer.read()
            return answer

    return call


def test_a_resource_comes_with_its_headers(ask):
    answer = ask("/")

    assert (answer.status, answer.data) == (200, b"<p>Hello")
    assert answer.headers["Content-Type"] == "text/html"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Python" not in answer.headers["Server"]


def test_a_file_comes_whole_and_in_parts(ask):
    whole = ask("/sound%20%C3%A9.mp3?x=1")
    part = ask("/sound%20%C3%A9.mp3", Range="bytes=70000-70009")
    tail = ask("/sound%20%C3%A9.mp3", Range="bytes=-10")

    assert (whole.status, whole.data) == (200, BODY)
    assert whole.headers["Accept-Ranges"] == "bytes"
    assert (part.status, part.data) == (206, BODY[70000:70010])
    assert part.headers["Content-Range"] == f"bytes 70000-70009/{len(BODY)}"
    assert tail.data == BODY[-10:]


def test_what_lies_past_the_end_is_refused(ask):
    answer = ask("/sound%20%C3%A9.mp3", Range="bytes=999999-")

    assert answer.status == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(BODY)}"


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/gone", 404)])
def test_head_is_get_without_the_body(ask, path, status):
    got, head = ask(path), ask(path, "HEAD")

    assert got.status == head.status == status
    assert head.data == b""
    assert got.headers["Content-Length"] == head.headers["Content-Length"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "evil.example:80", ""])
def test_who_asks_by_another_name_is_refused(ask, host):
    assert ask("/", Host=host).status == 421


def test_localhost_is_this_machine(ask, server):
    assert ask("/", Host=f"localhost:{server.server_port}").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_is_taken(ask, method):
    assert ask("/", method).status == 501


def test_only_this_machine_is_listened_to(server):
    assert server.server_address[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_told():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with (
            pytest.raises(ConfigError, match=f"port {port}: can't be listened on"),
            serving(lambda _address: {}.get, port),
        ):
            pass


def test_it_ends_with_the_block():
    with serving(lambda _address: {}.get) as server:
        port = server.server_port

    with pytest.raises(ConnectionError):
        socket.create_connection(("127.0.0.1", port), 5)

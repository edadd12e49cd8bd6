import io
import subprocess
import sys

import pytest

from narrate.errors import FetchError
from narrate.fetch import Limits, decode, fetch, load


def test_a_file_is_fetched(tmp_path):
    path = tmp_path / "rain.html"
    path.write_bytes("<html><meta charset=koi8-r><p>Дождь".encode("koi8-r"))

    page = fetch(str(path))

    assert (page.text, page.media_type) == ("<html><meta charset=koi8-r><p>Дождь", "text/html")
    assert (page.source, page.url) == (str(path), None)


def test_an_address_is_fetched(site):
    url = site.page("/rain", "Дождь".encode("koi8-r"), Content_Type="text/plain; charset=koi8-r")

    page = fetch(url, allow_private=True)

    assert (page.text, page.media_type, page.url) == ("Дождь", "text/plain", url)


def test_standard_input_is_fetched(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# Rain\n\nIt fell.")))

    assert fetch("-").media_type == "text/markdown"


def test_what_is_loaded_can_be_looked_at_before_it_is_decoded(tmp_path):
    path = tmp_path / "script.json"
    path.write_text('{"segments": []}')

    raw = load(str(path))

    assert raw.is_json
    with pytest.raises(FetchError, match="it is JSON"):
        decode(raw)


def test_twenty_megabytes_pass_and_fifty_do_not(tmp_path):
    path = tmp_path / "rain.html"
    path.write_bytes(b"<p>" + b"Rain. " * (20 * 2**20 // 6))
    assert len(fetch(str(path)).text) > 20_000_000

    path.write_bytes(bytes(50_000_000))

    with pytest.raises(FetchError, match="larger than 25 MB"):
        fetch(str(path))


def test_the_local_network_is_closed_unless_it_is_opened(site):
    with pytest.raises(FetchError, match="loopback"):
        fetch(site.page("/"))


def test_limits_are_kept(site):
    with pytest.raises(FetchError, match="larger than"):
        fetch(site.page("/"), limits=Limits(bytes=3), allow_private=True)


def test_a_scheme_of_another_kind_is_no_file():
    with pytest.raises(FetchError, match="addresses of the kind file:"):
        fetch("file:///etc/passwd")


def test_a_file_costs_no_import_of_the_web():
    code = "import sys; from narrate.fetch import fetch; fetch('-'); print(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code], input=b"<p>Rain", capture_output=True, check=True
    )

    assert not {"urllib3", "ssl", "http.client", "certifi", "socket"} & set(
        done.stdout.decode().split()
    )

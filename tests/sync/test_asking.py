from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from narrate.errors import FetchError
from narrate.fetch.raw import Limits
from narrate.sync.asking import Guest, LeftAloneError


@pytest.fixture
def slept():
    return []


@pytest.fixture
def polite(slept):
    return Guest(allow_private=True, pause=5.0, sleep=slept.append)


def test_there_is_a_pause_between_requests_of_a_host(news, polite, slept):
    news.article("/a")

    polite.ask(news.url + "/a")
    assert slept == []

    polite.ask(news.url + "/a")
    assert 0 < slept[0] <= 5


@pytest.mark.parametrize("told", ["20", "odd", None])
def test_a_short_wait_is_waited(news, polite, slept, told):
    headers = {"Retry-After": told} if told else {}
    news.put("/a", b"", status=503, headers=headers)
    polite.ask(news.url + "/a")

    if told == "20":
        polite.ask(news.url + "/a")
        assert 15 < slept[0] <= 20
    else:  # a minute, which is too long
        with pytest.raises(FetchError, match="asks to be left alone"):
            polite.ask(news.url + "/a")


def test_a_date_is_understood(news, polite):
    later = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    news.put("/a", b"", status=429, headers={"Retry-After": later})
    polite.ask(news.url + "/a")

    with pytest.raises(FetchError, match=r"alone for 3[56]\d\d seconds"):
        polite.ask(news.url + "/b")


def test_a_host_that_gives_no_answer_is_asked_no_more(news):
    hasty = Guest(allow_private=True, pause=0.0, limits=Limits(seconds=0.2))
    news.put("/a", b"", silent=True)
    for _ in range(3):
        with pytest.raises(FetchError, match="second"):
            hasty.ask(news.url + "/a")

    with pytest.raises(LeftAloneError, match="no answer 3 times in a row"):
        hasty.ask(news.url + "/b")

import pytest

from narrate.errors import PublishError
from narrate.feed.pages import pages


@pytest.fixture
def many(item_of):
    return [item_of(number) for number in range(735)]


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (0, [0]),
        (300, [300]),
        (301, [201, 100]),
        (400, [300, 100]),
        (735, [235, 100, 100, 100, 100, 100]),
    ],
)
def test_the_newest_stand_in_the_feed(many, count, sizes):
    got = pages(many[:count])

    assert [len(page.items) for page in got] == sizes
    assert [item for page in got for item in page.items] == many[:count][::-1]


def test_a_new_episode_changes_the_feed_alone(many, item_of):
    before, after = pages(many), pages([*many, item_of(9_999)])

    assert before[1:] == after[1:]
    assert before[0] != after[0]


def test_documents_lead_to_each_other(many):
    got = {page.number: page for page in pages(many)}

    assert (got[0].older, got[5].newer, got[5].older, got[1].older) == (5, 0, 4, None)
    assert got[1].named("feed.xml") == "feed-0001.xml"
    assert got[0].named("feed.xml") == "feed.xml"


def test_nothing_is_published_twice(item_of):
    with pytest.raises(PublishError, match="same GUID"):
        pages([item_of(1), item_of(2, guid=item_of(1).guid)])

    with pytest.raises(PublishError, match="same sound file"):
        pages([item_of(1), item_of(2, files=item_of(1).files)])


def test_an_episode_without_sound_is_none(item_of):
    with pytest.raises(PublishError, match="no sound file"):
        pages([item_of(files=())])

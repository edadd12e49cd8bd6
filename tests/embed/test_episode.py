import pytest

from narrate.embed.assets import assets
from narrate.embed.episode import addresses, load, write_page
from narrate.errors import PublishError
from narrate.publish.timeline import manifest

BASE = "https://audio.example.org/bridge"


@pytest.fixture
def folder(narration, tmp_path):
    """An episode as `narrate convert` leaves it."""
    folder = tmp_path / "episode"
    folder.mkdir()
    (folder / "a b.timeline.json").write_text(manifest(narration), "utf-8")
    for name in ("a b.mp3", "a b.vtt", "a.transcript.json"):
        (folder / name).write_text(name)
    return folder


def names(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["", "a b.mp3", "a b.timeline.json"])
def test_an_episode_is_found(folder, narration, name):
    found = load(folder / name)

    assert found.manifest == folder / "a b.timeline.json"
    assert found.narration.audio == narration.audio


def test_an_episode_of_a_library_is_found_by_its_folder_and_its_sound(folder):
    (folder / "a b.timeline.json").rename(folder / "episode.json")

    assert load(folder) == load(folder / "a b.mp3") == load(folder / "episode.json")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("gone.mp3", None, "can't be read"),
        ("x.timeline.json", "{}", r"x\.timeline\.json: the timeline has no 'version'"),
        ("x.json", "\xff", "this is not a timeline"),
    ],
)
def test_what_is_no_episode_is_told(tmp_path, name, text, told):
    if text is not None:
        (tmp_path / name).write_text(text, "latin-1")

    with pytest.raises(PublishError, match=told) as caught:
        load(tmp_path / name)

    assert str(tmp_path) in str(caught.value)


def test_a_folder_with_several_episodes_is_no_episode(folder):
    (folder / "other.timeline.json").write_text("{}")

    with pytest.raises(PublishError, match="has several episodes"):
        load(folder)


def test_the_page_lies_beside_the_episode_with_the_player(folder):
    before = names(folder)

    written = write_page(load(folder), folder / "a b.page.html")

    made = {"a b.page.html", *(f"player/{name}" for name in assets())}
    assert (
        names(folder) - before == made == {path.relative_to(folder).as_posix() for path in written}
    )
    assert 'src="a%20b.timeline.json"' in (folder / "a b.page.html").read_text("utf-8")


def test_in_another_folder_the_page_has_all_that_it_needs(folder, tmp_path):
    public = tmp_path / "public" / "bridge"

    write_page(load(folder), public / "index.html", BASE)

    assert names(folder) <= names(public)
    pages = {"index.html", "a b.frame.html", "a b.oembed.json"}
    assert pages <= names(public)
    text = (public / "index.html").read_text("utf-8")
    assert f'href="{BASE}/a%20b.oembed.json"' in text
    assert 'src="a%20b.mp3"' in text


def test_a_player_elsewhere_is_not_copied(folder):
    write_page(load(folder), folder / "index.html", None, "https://cdn.example.net/player")

    assert not (folder / "player").exists()
    text = (folder / "index.html").read_text("utf-8")
    assert 'src="https://cdn.example.net/player/narrate-player.js"' in text


def test_only_files_of_its_own_folder_belong_to_an_episode(folder, tmp_path):
    (tmp_path / "secret").write_text("x")
    path = folder / "a b.timeline.json"
    path.write_text(path.read_text("utf-8").replace("a.transcript.json", "..%2Fsecret"), "utf-8")

    assert {name for name in load(folder).files() if "secret" in name} == set()


def test_an_address_must_be_one(folder):
    with pytest.raises(PublishError, match="--address"):
        addresses(load(folder), "audio/bridge")


def test_the_player_and_the_page_s_own_files_are_there():
    found = assets()

    assert {"narrate-player.js", "narrate-player.css", "narrate-page.css", "labels/ar.json"} <= set(
        found
    )
    assert all(found.values())

import pytest

from narrate.credentials.finished import Wanted, claimed, sign_file
from narrate.credentials.verify import verify
from narrate.errors import CredentialsError


@pytest.fixture
def edition(tmp_path, sounds):
    """A finished file of a kind, alone in its folder."""

    def copy(kind):
        (tmp_path / "out").mkdir(exist_ok=True)
        path = tmp_path / "out" / f"story.{kind}"
        path.write_bytes((sounds / f"hum.{kind}").read_bytes())
        return path

    return copy


@pytest.mark.parametrize("kind", ["mp3", "m4a", "flac"])
def test_what_the_tags_tell_is_claimed(edition, signing, keys, kind):
    path = edition(kind)

    sign_file(path, signing, Wanted(term="trainedAlgorithmicMedia"))

    verdict = verify(path, keys.authority)
    assert verdict.word == "trusted"
    assert verdict.title == "Hum"
    assert verdict.source_type.endswith("/trainedAlgorithmicMedia")


def test_the_page_that_was_read_is_known_by_its_hash(edition, tmp_path):
    (tmp_path / "page.html").write_text("<p>Rain.")

    claim = claimed(edition("mp3"), Wanted(tmp_path / "page.html", "algorithmicMedia"))

    assert len(claim.source.sha256) == 64


def test_tags_that_do_not_tell_what_spoke_are_not_guessed_at(edition, signing):
    with pytest.raises(CredentialsError, match="give --source-type"):
        sign_file(edition("mp3"), signing, Wanted())


def test_a_signature_is_only_replaced_when_that_is_wanted(
    edition, signing, put, chain_of, tmp_path
):
    path, other = edition("mp3"), chain_of()
    sign_file(path, signing, Wanted(term="algorithmicMedia"))
    before = path.read_bytes()

    with pytest.raises(CredentialsError, match="has been signed before"):
        sign_file(path, signing, Wanted(term="algorithmicMedia"))

    assert path.read_bytes() == before
    sign_file(path, put(tmp_path / "b", other), Wanted(term="algorithmicMedia", again=True))
    assert verify(path, other.authority).word == "trusted"


def test_a_file_that_cannot_be_signed_stays_as_it_is(edition, signing):
    for kind in ("opus",):
        path = edition(kind)
        before = path.read_bytes()

        with pytest.raises(CredentialsError, match="not a kind of sound that can be signed"):
            sign_file(path, signing, Wanted(term="algorithmicMedia"))

        assert path.read_bytes() == before
        assert list(path.parent.iterdir()) == [path]

import json

import pytest


def test_voices_are_listed(narrate):
    said = narrate("voices")

    lines = said.out.splitlines()
    assert (said.code, said.err) == (0, "")
    assert len(lines) >= 8
    assert any(line.split()[:3] == ["en-us", "en-US", "pyttsx3"] for line in lines)
    assert "can't run" not in said.out


@pytest.mark.parametrize("tag", ["es", "ES", "pt-BR"])
def test_of_one_language(narrate, tag):
    rows = json.loads(narrate("voices", "--language", tag, "--json").out)

    assert rows
    assert all(row["language"].casefold().startswith(tag.casefold()) for row in rows)


def test_of_a_language_that_nobody_speaks(narrate):
    said = narrate("voices", "--language", "tlh")

    assert (said.code, said.out.strip()) == (0, "")


def test_what_the_engines_offer_themselves(narrate):
    rows = json.loads(narrate("voices", "--all", "--json").out)

    assert {"(gmw/en-US)", "(silence)"} <= {row["name"] for row in rows}


@pytest.mark.usefixtures("trial")
@pytest.mark.parametrize(
    ("engine", "problem"),
    [
        ("piper", "engine piper is not installed"),
        ("trial-absent", "its model is not there"),
        ("trial-broken", "cannot be loaded"),
    ],
)
def test_why_one_can_t_run(narrate, tmp_path, engine, problem):
    (tmp_path / "anna.toml").write_text(
        f'language = "en-GB"\nengine = "{engine}"\nid = "x"\ndisclaimer = "AI voice."\n'
    )
    (tmp_path / "bad.toml").write_text("language = 3")

    rows = json.loads(narrate("voices", "--voices-folder", tmp_path, "--json").out)

    told = {row["name"]: row["problem"] for row in rows}
    assert problem in told["anna"]
    assert "bad.toml" in told["bad"]
    assert told["en-us"] is None


def test_a_user_s_own_voices_are_found(narrate, tmp_path, monkeypatch):
    own = tmp_path / "narrate" / "voices"
    own.mkdir(parents=True)
    (own / "anna.toml").write_text(
        'language = "en-GB"\nengine = "silence"\nid = "x"\ndisclaimer = "AI voice."\n'
    )
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    assert "anna" in [line.split()[0] for line in narrate("voices").out.splitlines()]

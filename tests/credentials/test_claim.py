import json
from dataclasses import replace

from narrate.credentials.claim import Source, definition


def test_the_article_is_an_input_by_address_and_hash(claim):
    article = definition(claim, "audio/mpeg")["ingredients"][0]

    assert article["relationship"] == "inputTo"
    assert article["informational_URI"] == "https://news.example/story"
    assert article["metadata"]["narrate.sha256"] == "ab" * 32


def test_the_action_tells_what_spoke(claim):
    action = definition(claim, "audio/mpeg")["assertions"][0]["data"]["actions"][0]

    assert action["action"] == "c2pa.created"
    assert action["digitalSourceType"] == claim.source_type
    assert action["parameters"]["narrate.voice"] == "en-us"
    assert action["parameters"]["narrate.engine-version"] == "2.99"
    assert action["parameters"]["narrate.notice"] == "Voice is AI-generated."


def test_nothing_is_stated_that_is_not_known(claim):
    bare = replace(claim, spoken=None, source=None, notice=None)

    told = definition(bare, "audio/wav")

    assert told["ingredients"] == []
    assert told["assertions"][0]["data"]["actions"][0]["parameters"] == {}


def test_an_article_without_an_address_is_known_by_its_hash(claim):
    told = definition(replace(claim, source=Source(None, "cd" * 32)), "audio/wav")

    assert told["ingredients"][0]["instance_id"] == f"sha256:{'cd' * 32}"
    assert "informational_URI" not in told["ingredients"][0]


def test_the_same_claim_gives_the_same_definition(claim):
    first, second = (json.dumps(definition(claim, "audio/mpeg")) for _ in range(2))

    assert first == second
    assert "training" not in first

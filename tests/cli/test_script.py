import json


def test_the_segments_are_printed_to_be_edited(narrate, page):
    said = narrate("script", page)

    told = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert told["voice"] == "en-gb"
    kinds = [segment["kind"] for segment in told["segments"]]
    assert kinds[0] == "disclaimer"
    assert kinds[-1] == "end"
    (priced,) = [segment for segment in told["segments"] if "$20" in segment["text"]]
    assert "twenty dollars" in priced["spoken"]
    assert "spoken" not in told["segments"][0]
    assert priced["anchor"]["exact"] == priced["text"]


def test_as_text(narrate, page):
    out = narrate("script", "--text", page).out

    assert out.startswith("disclaimer: ")
    assert "\n\ntitle: Rain stops play\n" in out
    assert "twenty dollars" in out


def test_another_voice_and_frame(narrate, page):
    options = ["--voice", "es-es", "--no-title", "--no-end", "--disclaimer", "Voz sintética."]

    told = json.loads(narrate("script", page, *options).out)

    assert (told["voice"], told["language"]) == ("es-es", "es-ES")
    assert told["segments"][0]["text"] == "Voz sintética."
    assert not {"title", "end"} & {segment["kind"] for segment in told["segments"]}
